import { Api } from "./api.js";
import { Changes } from "./changes.js";
import { tellCount } from "./counts.js";
import { button, element, focusOn } from "./elements.js";
import { Live } from "./live.js";
import { Reply } from "./reply.js";
import { goToAsked } from "./scroll.js";
import { Thread } from "./thread.js";
import { Times } from "./times.js";

const tick = 30_000;
const longSleep = 3600_000;

// A page's discussion: its heading, its form, its comments and the way to more of them.
export class Discussion {
  reply;
  #root;
  #settings;
  #signal;
  #api;
  #heading;
  #note = element("p", { class: "empty" });
  #more;
  #thread;
  #changes;
  #times;
  #next = null;
  #opened = new AbortController();

  constructor(root, settings, signal) {
    const { words, language } = settings;
    this.#root = root;
    this.#settings = settings;
    this.#signal = signal;
    this.#api = new Api(settings, signal);
    this.#times = new Times(settings);
    const context = { ...settings, settings, signal, root, api: this.#api, times: this.#times };

    const home = element("div");
    this.#heading = element("h2", { id: "title", class: "title" }, words.title);
    this.#more = button({ class: "more", hidden: true }, words.more, () => this.#loadMore());
    this.#thread = new Thread({
      ...context,
      replies: (id, cursor) => this.#orSay(this.#api.replies(id, cursor)),
      onReply: item => this.reply.answer(item, this.#thread.article(item.id)),
      beforeRemoval: place => this.#leave(place),
    });
    this.reply = new Reply(context, home, own => this.#changes.sent(own));
    this.#changes = new Changes(context, this.#thread, this.reply, count => this.#changed(count));
    root.replaceChildren(element(
      "section", { class: "discussion", lang: language, "aria-labelledby": "title" },
      this.#heading, home, this.#changes.pill, this.#note, this.#thread.place, this.#more, this.#changes.news));

    addEventListener("hashchange", () => goToAsked(this.#thread), { signal });
    signal.addEventListener("abort", () => this.#opened.abort());
    this.#keepTime();
  }

  async open() {
    this.#note.textContent = this.#settings.words.loading;
    this.#note.hidden = false;
    await this.#load();
    goToAsked(this.#thread);
  }

  async #load() {
    const list = await this.#api.comments().catch(() => null);
    if (this.#signal.aborted) return;
    if (list) this.#renew(list);
    else this.#failed();
  }

  #renew(list) {
    this.#opened.abort();
    this.#opened = new AbortController();
    this.#thread.clear();
    this.#changes.forget();
    this.#show(list);
    this.#changes.resume();
    this.#changed(list.count);
    const drafted = this.#thread.item(this.reply.draftedFor);
    if (drafted?.author) this.reply.answer(drafted, this.#thread.article(drafted.id), false);
    new Live(after => this.#api.streamAddress(after), list.version, this.#changes.handlers, this.#opened.signal);
  }

  #failed() {
    const { words } = this.#settings;
    this.#changes.resume();
    this.#note.replaceChildren(words.unreadable, " ", button({ class: "quiet" }, words.again, () => this.open()));
    this.#note.hidden = false;
  }

  async #loadMore() {
    this.#more.ariaDisabled = "true";
    const list = await this.#orSay(this.#api.comments(this.#next));
    this.#more.ariaDisabled = null;
    if (list) focusOn(this.#show(list));
  }

  #orSay(answer) {
    return answer.catch(() => this.#changes.announce(this.#settings.words.unreadable));
  }

  #show({ items, next }) {
    this.#next = next ?? null;
    this.#more.hidden = !next;
    this.#thread.hasAll = !next;
    return this.#thread.append(items);
  }

  // Without a count the comments have come or gone where nobody counts.
  #changed(count) {
    const { words, number } = this.#settings;
    this.#note.hidden = !this.#thread.isEmpty;
    this.#note.textContent = words.empty;
    if (count === undefined) return;
    this.#heading.textContent = count > 0 ? words.comments(count, number.format(count)) : words.title;
    tellCount(this.#settings, count);
  }

  // Nothing that goes takes the form or the focus with it.
  #leave(place) {
    const hadFocus = place.contains(this.#root.activeElement);
    if (this.reply.isIn(place)) this.reply.goHome();
    if (hadFocus) focusOn(this.#heading, false);
  }

  #keepTime() {
    let last = Date.now();
    const timer = setInterval(() => {
      const slept = Date.now() - last > longSleep;
      last = Date.now();
      for (const place of this.#root.querySelectorAll("time")) this.#times.show(place);
      if (slept) this.#load();
    }, tick);
    this.#signal.addEventListener("abort", () => clearInterval(timer));
  }
}
