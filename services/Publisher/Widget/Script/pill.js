import { button } from "./elements.js";

// Holds what is new until the reader asks for it, so that nothing moves under their eyes.
export class Pill {
  place;
  #settings;
  #held = new Map();

  constructor(settings, onClick) {
    this.#settings = settings;
    this.place = button({ class: "pill", hidden: true }, "", () => onClick(this.take()));
  }

  holds(id) {
    return this.#held.has(id);
  }

  hold(item) {
    this.#held.set(item.id, item);
    this.#show();
  }

  drop(id) {
    const item = this.#held.get(id);
    this.#held.delete(id);
    this.#show();
    return item;
  }

  take() {
    const items = [...this.#held.values()];
    this.#held.clear();
    this.#show();
    return items;
  }

  // Answers to what is held come with it, uncounted.
  #show() {
    const { words, number } = this.#settings;
    const count = [...this.#held.values()].filter(item => !this.#held.has(item.parentId)).length;
    this.place.hidden = count === 0;
    this.place.textContent = words.fresh(count, number.format(count));
  }
}
