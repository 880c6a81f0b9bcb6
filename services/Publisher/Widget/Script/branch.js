import { button, element, list } from "./elements.js";

// A first-level comment's place, with the answers below it and the way to more of them.
export class Branch {
  place = element("li");
  next = null;
  left = 0;
  #replies = list({ class: "replies" });
  #more;
  #say;

  constructor({ words, number }, onMore) {
    this.#say = left => words.moreReplies(left, number.format(left));
    this.#more = button({ class: "quiet more-replies", hidden: true }, "", onMore);
    this.place.append(this.#replies, this.#more);
  }

  // The reader's own waiting answers are the newest.
  add(reply) {
    this.#replies.insertBefore(reply, this.#replies.querySelector(":scope > .own"));
  }

  wait(own) {
    this.#replies.append(own);
  }

  follows(next, left) {
    this.next = next ?? null;
    this.left = left;
    this.#more.hidden = left === 0;
    this.#more.textContent = this.#say(left);
  }
}
