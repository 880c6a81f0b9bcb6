import { element } from "./elements.js";

const longest = { author: 100, comment: 5000 };
const paths = { "author.name": "author", "author.email": "email", "author.url": "url", body: "comment" };

// As a person counts, where the browser can: का is one letter, not two.
const length = text => [...Intl.Segmenter ? new Intl.Segmenter().segment(text) : text].length;

// A labelled field with room for what is wrong with it.
export class Field {
  input;
  place;
  #id;
  #error;

  constructor(id, label, hint, input) {
    this.#id = id;
    this.input = input;
    input.id = id;
    input.name = id;
    input.setAttribute("aria-describedby", `${id}-error`);
    this.#error = element("p", { class: "error", id: `${id}-error`, hidden: true });
    const mark = input.required ? element("span", { class: "star", "aria-hidden": "true" }, " *") : element("span", { class: "hint" }, ` ${hint}`);
    this.place = element("div", { class: `field field-${id}` }, element("label", { for: id }, label, mark), input, this.#error);
  }

  get value() {
    return this.input.value.trim();
  }

  set value(text) {
    this.input.value = text;
  }

  get isRight() {
    return this.input.checkValidity() && !(this.input.required && !this.value) && length(this.value) <= (longest[this.#id] ?? Infinity);
  }

  // Who types a website's name alone means the usual address.
  complete() {
    if (this.input.type === "url" && this.value && !/^[a-z][a-z\d+.-]*:/i.test(this.value)) this.value = `https://${this.value}`;
  }

  complain(sentence) {
    this.#error.textContent = sentence;
    this.#error.hidden = false;
    this.input.setAttribute("aria-invalid", "true");
  }

  praise() {
    this.#error.hidden = true;
    this.input.removeAttribute("aria-invalid");
  }
}

// The server's sentences by our field; ours where its language is not the reader's.
export function sentencesOf(errors, { language, words }) {
  const known = Object.entries(errors ?? {}).filter(([path]) => paths[path]);
  return new Map(known.map(([path, sentences]) => [paths[path], language === "en" ? [sentences].flat().join(" ") : words.fields[paths[path]]]));
}
