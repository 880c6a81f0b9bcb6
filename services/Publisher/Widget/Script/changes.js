import { element, focusOn } from "./elements.js";
import { OwnComments } from "./own.js";
import { Pill } from "./pill.js";
import { keepingPlace } from "./scroll.js";

const kinds = { pending: "waiting", held: "waiting", rejected: "failed", withdrawn: "failed" };
const isId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

// How long the stream may take to show what is approved before we ask: milliseconds.
const firstPatience = 1_000;
const lastPatience = 20_000;

// What becomes of comments while the page is open: others', as the stream tells it, and the reader's own.
export class Changes {
  news = element("p", { class: "unseen", role: "status" });
  handlers = { published: event => this.#published(event), withdrawn: event => this.#withdrawn(event) };
  #context;
  #thread;
  #reply;
  #onChange;
  #own;
  #pill;
  #latest = null;
  #resumed = false;

  constructor(context, thread, reply, onChange) {
    this.#context = context;
    this.#thread = thread;
    this.#reply = reply;
    this.#onChange = onChange;
    this.#own = new OwnComments(context, own => this.#turned(own));
    this.#pill = new Pill(context, items => this.#showFresh(items));
  }

  get pill() {
    return this.#pill.place;
  }

  announce(text) {
    this.news.textContent = text;
  }

  // The list is loaded anew, with everything that was held.
  forget() {
    this.#pill.take();
  }

  resume() {
    if (!this.#resumed) this.#recall();
    this.#resumed = true;
    for (const own of this.#own.waiting) this.#await(own);
  }

  // A form sent without script comes back to the page with ?comment=<id>.
  #recall() {
    this.#own.resume();
    const id = new URLSearchParams(location.search).get("comment");
    if (!isId.test(id) || this.#own.has(id) || this.#thread.item(id)) return;
    this.sent({ id, statusUrl: `/v1/comments/${id}`, parentId: null, author: { name: this.#context.words.yours }, text: "" });
  }

  sent(comment) {
    const own = this.#own.add(comment);
    this.#latest = own;
    this.#reply.say(this.#context.words.pending, "waiting");
    this.#await(own);
    if (own.parentId) focusOn(this.#thread.article(own.id));
  }

  // The stream may have shown it before the answer came.
  #await(own) {
    const item = this.#pill.drop(own.id) ?? this.#thread.item(own.id);
    if (item) {
      this.#thread.add(item, true);
      this.#own.published(own.id);
    } else {
      this.#thread.wait(own);
    }
    this.#onChange();
  }

  #turned(own) {
    const { words } = this.#context;
    if (own === this.#latest || own.state === "rejected") this.#reply.say(words[own.state] ?? "", kinds[own.state] ?? "");
    if (own.state === "held") this.#thread.wait(own);
    else if (own.state === "approved") this.#fetch(own);
    else this.#thread.stopWaiting(own.id);
    if (own.state === "rejected") this.#reply.fill({ comment: own.text });
    this.#onChange();
  }

  // The stream usually is faster.
  async #fetch(own) {
    for (let patience = firstPatience; patience < lastPatience; patience *= 2) {
      await new Promise(resolve => setTimeout(resolve, patience));
      if (this.#context.signal.aborted || this.#thread.item(own.id)) return;
      const list = await this.#context.api.comments().catch(() => ({ items: [] }));
      const found = list.items.flatMap(item => [item, ...item.replies ?? []]).find(item => item.id === own.id);
      if (found) return this.#published({ comment: found, count: list.count });
    }
  }

  #published({ comment, count }) {
    const { id, parentId, author } = comment;
    const isMine = this.#own.has(id);
    if (isMine) {
      const hadFocus = this.#context.root.activeElement === this.#thread.article(id);
      this.#thread.add(comment, isMine);
      this.#own.published(id);
      if (hadFocus) focusOn(this.#thread.article(id), false);
    } else if (this.#mustWait(comment)) {
      this.#pill.hold(comment);
      this.announce(this.pill.textContent);
    } else {
      keepingPlace(this.#context.root, () => this.#thread.add(comment));
      if (parentId && this.#thread.item(id)) this.announce(this.#context.words.arrived(author.name));
    }
    this.#onChange(count);
  }

  // What would stand above everything that is read, and answers to it.
  #mustWait({ id, parentId }) {
    if (this.#thread.item(id) || this.#thread.isEmpty) return false;
    return parentId ? this.#pill.holds(parentId) : !this.#context.oldestFirst;
  }

  #withdrawn({ id, stays, count }) {
    this.#pill.drop(id);
    keepingPlace(this.#context.root, () => this.#thread.withdraw({ id, stays }));
    this.#onChange(count);
  }

  #showFresh(items) {
    for (const item of items) this.#thread.add(item);
    focusOn(this.#thread.article(items.findLast(item => !item.parentId)?.id));
    this.#onChange();
  }
}
