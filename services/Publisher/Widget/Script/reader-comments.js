import { Discussion } from "./discussion.js";
import { ReaderCommentCount } from "./counts.js";
import { element } from "./elements.js";
import { settingsOf } from "./settings.js";
import { sheet } from "./sheet.js";

// <reader-comments site page>: a page's comments, on anybody's website.
class ReaderComments extends HTMLElement {
  static observedAttributes = ["site", "page", "page-title", "page-url", "api", "submit", "lang", "order"];
  #running = null;

  connectedCallback() {
    const fallback = this.querySelector("form");
    const typed = fallback ? Object.fromEntries(new FormData(fallback)) : {};
    this.replaceChildren();
    this.#start(typed);
  }

  disconnectedCallback() {
    this.#running?.abort();
    this.#running = null;
  }

  attributeChangedCallback(name, before, after) {
    if (this.#running && before !== after) this.#start({});
  }

  #start(typed) {
    this.#running?.abort();
    this.#running = new AbortController();
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet()];

    const settings = settingsOf(this);
    const missing = ["site", "page"].find(name => !settings[name]);
    if (missing) {
      root.replaceChildren(element("p", { class: "empty", role: "alert" }, settings.words.missing(missing)));
      return;
    }

    const discussion = new Discussion(root, settings, this.#running.signal);
    discussion.reply.fill(typed);
    discussion.open();
  }
}

if (!customElements.get("reader-comments")) {
  customElements.define("reader-comments", ReaderComments);
  customElements.define("reader-comment-count", ReaderCommentCount);
}
