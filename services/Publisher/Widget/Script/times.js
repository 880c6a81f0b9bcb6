const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

// Times in the reader's own zone, as people say them.
export class Times {
  #words;
  #date;
  #ago;

  constructor({ language, words }) {
    const locale = language === "hi" ? "hi-IN" : "en-IN";
    this.#words = words;
    this.#date = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short", hourCycle: "h23" });
    this.#ago = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  }

  show(place) {
    const time = new Date(place.dateTime);
    place.title = this.#date.format(time);
    place.textContent = this.#spoken(time);
  }

  #spoken(time) {
    const passed = Date.now() - time;
    if (passed < minute) return this.#words.just;
    if (passed < hour) return this.#ago.format(-Math.floor(passed / minute), "minute");
    if (passed < day) return this.#ago.format(-Math.floor(passed / hour), "hour");
    if (passed < 7 * day) return this.#ago.format(-Math.floor(passed / day), "day");
    return this.#date.format(time);
  }
}
