import { Refused } from "./api.js";
import { ownCommentsOf } from "./memory.js";

const week = 7 * 24 * 3600_000;
const firstPause = 250;
const longestPause = 60_000;
const isFresh = since => Date.now() - since < week;
const isOver = state => state !== "pending" && state !== "held";

// The reader's own comments on a page until they are decided, also after a reload.
export class OwnComments {
  #api;
  #memory;
  #signal;
  #onState;
  #all = new Map();

  constructor({ api, settings, signal }, onState) {
    this.#api = api;
    this.#memory = ownCommentsOf(settings);
    this.#signal = signal;
    this.#onState = onState;
  }

  get waiting() {
    return [...this.#all.values()].filter(own => !isOver(own.state));
  }

  resume() {
    const kept = this.#memory.read() ?? [];
    for (const own of kept.filter(({ since }) => isFresh(since))) this.#follow(own);
    this.#keep();
  }

  add(own) {
    const fresh = { state: "pending", since: Date.now(), ...own };
    this.#follow(fresh);
    this.#keep();
    return fresh;
  }

  has(id) {
    return this.#all.has(id);
  }

  // The stream has shown it, which says more than any state.
  published(id) {
    const own = this.#all.get(id);
    if (own && !isOver(own.state)) this.#turn(own, "approved");
  }

  async #follow(own) {
    this.#all.set(own.id, own);
    for (let pause = firstPause; !isOver(own.state); pause = Math.min(pause * 1.5, longestPause)) {
      await new Promise(resolve => setTimeout(resolve, pause));
      if (this.#signal.aborted || isOver(own.state)) return;
      const state = await this.#stateOf(own);
      if (state && state !== own.state && !isOver(own.state)) this.#turn(own, state);
    }
  }

  async #stateOf({ statusUrl }) {
    try {
      return (await this.#api.status(statusUrl)).status;
    } catch (failure) {
      return failure instanceof Refused && failure.status === 404 ? "unknown" : null;
    }
  }

  #turn(own, state) {
    own.state = state;
    this.#keep();
    this.#onState(own);
  }

  // Another tab may have left some, too.
  #keep() {
    const others = (this.#memory.read() ?? []).filter(({ id, since }) => !this.#all.has(id) && isFresh(since));
    const all = [...others, ...this.waiting];
    this.#memory.keep(all.length > 0 ? all : null);
  }
}
