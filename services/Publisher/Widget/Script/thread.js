import { Branch } from "./branch.js";
import { showComment, showWaiting } from "./comment.js";
import { element, focusOn, list } from "./elements.js";

// The comments of a page on two levels: whatever answers a first-level comment, or an answer to it, stands below it.
export class Thread {
  place = list({ id: "thread", class: "thread" });
  hasAll = true;
  #context;
  #shown = new Map();
  #waiting = new Map();

  constructor(context) {
    this.#context = context;
  }

  get isEmpty() {
    return this.#shown.size + this.#waiting.size === 0;
  }

  clear() {
    this.#context.beforeRemoval(this.place);
    this.#shown.clear();
    this.#waiting.clear();
    this.place.replaceChildren();
  }

  item(id) {
    return this.#shown.get(id)?.item;
  }

  article(id) {
    return (this.#shown.get(id) ?? this.#waiting.get(id))?.article;
  }

  // First-level comments as the list has them, with their first replies; gives the first article that is new.
  append(items) {
    const fresh = items.filter(item => !this.#shown.has(item.id));
    for (const item of fresh) {
      const entry = this.#open(item);
      this.place.append(entry.place);
      this.#appendReplies(entry.branch, item.replies ?? [], item.repliesNext, item.replyCount);
    }
    return this.article(fresh[0]?.id);
  }

  // A comment that was published while the page is open; false when it belongs where nothing is loaded yet.
  add(item, isMine = false) {
    this.stopWaiting(item.id);
    const known = this.#shown.get(item.id);
    if (known) {
      known.item = item;
      known.isMine ||= isMine;
      this.#draw(known);
      return true;
    }

    const branch = this.#shown.get(item.parentId)?.branch;
    if (branch?.next && !isMine) {
      branch.follows(branch.next, branch.left + 1);
      return false;
    }
    if (item.parentId && !branch && !this.hasAll) return false;
    const { place } = this.#open(item, branch, isMine);
    if (branch) branch.add(place);
    else this.#atTheNewEnd(place);
    return true;
  }

  withdraw({ id, stays }) {
    const entry = this.#shown.get(id);
    if (!entry) return;
    if (stays) {
      entry.item = { ...entry.item, removed: true, author: null, text: "", html: "" };
      this.#draw(entry);
      return;
    }

    this.#remove(entry);
    // What was left of a comment for the sake of its last reply has no reason to stay.
    const above = this.#shown.get(entry.item.parentId);
    if (above?.item.removed && !above.branch.next && !this.#hasReplies(above.item.id)) this.#remove(above);
  }

  // The reader's own comment, at the place where it will be.
  wait(own) {
    this.stopWaiting(own.id);
    const article = showWaiting(own, this.#context);
    const place = element("li", { class: "own" }, article);
    this.#waiting.set(own.id, { place, article });
    const branch = this.#shown.get(own.parentId)?.branch;
    if (branch) branch.wait(place);
    else this.#atTheNewEnd(place);
  }

  stopWaiting(id) {
    this.#waiting.get(id)?.place.remove();
    this.#waiting.delete(id);
  }

  #atTheNewEnd(place) {
    if (this.#context.oldestFirst) this.place.append(place);
    else this.place.prepend(place);
  }

  #open(item, branch, isMine = false) {
    const entry = { item, isMine, branch: branch ?? new Branch(this.#context, () => this.#loadReplies(item.id)) };
    entry.place = branch ? element("li") : entry.branch.place;
    entry.isFirst = !branch;
    this.#shown.set(item.id, entry);
    this.#draw(entry);
    return entry;
  }

  #draw(entry) {
    const parent = entry.isFirst ? null : this.#shown.get(entry.item.parentId);
    const answered = parent && !parent.isFirst && !parent.item.removed ? parent.item : null;
    const article = showComment(entry.item, { ...this.#context, answered, isMine: entry.isMine });
    if (entry.article) {
      this.#context.beforeRemoval(entry.article);
      entry.article.replaceWith(article);
    } else {
      entry.place.prepend(article);
    }
    entry.article = article;
  }

  #appendReplies(branch, replies, next, count) {
    const fresh = replies.filter(reply => !this.#shown.has(reply.id));
    for (const reply of fresh) branch.add(this.#open(reply, branch).place);
    branch.follows(next, next ? Math.max(1, count - replies.filter(reply => !reply.removed).length) : 0);
    return this.article(fresh[0]?.id);
  }

  async #loadReplies(id) {
    const { branch } = this.#shown.get(id);
    const list = await this.#context.replies(id, branch.next);
    if (list) focusOn(this.#appendReplies(branch, list.items, list.next, branch.left));
  }

  #hasReplies(id) {
    return [...this.#shown.values()].some(({ item }) => item.parentId === id);
  }

  #remove(entry) {
    this.#context.beforeRemoval(entry.place);
    entry.place.remove();
    this.#shown.delete(entry.item.id);
  }
}
