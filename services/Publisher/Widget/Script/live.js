const firstWait = 5_000;
const longestWait = 120_000;

// What changes on a page, as the publisher's stream tells it. Whoever looks elsewhere needs none; the version leads back in.
export class Live {
  #address;
  #version;
  #handlers;
  #signal;
  #source = null;
  #pause = firstWait;

  constructor(address, version, handlers, signal) {
    this.#address = address;
    this.#version = version;
    this.#handlers = handlers;
    this.#signal = signal;
    document.addEventListener("visibilitychange", () => document.hidden ? this.#close() : this.#open(), { signal });
    signal.addEventListener("abort", () => this.#close());
    if (!document.hidden) this.#open();
  }

  #open() {
    if (this.#source) return;
    const source = new EventSource(this.#address(this.#version));
    this.#source = source;
    for (const [event, handle] of Object.entries(this.#handlers)) {
      source.addEventListener(event, message => {
        this.#version = message.lastEventId || this.#version;
        this.#pause = firstWait;
        handle(JSON.parse(message.data));
      });
    }
    // A lost connection is the browser's to restore; a refused one is ours.
    source.addEventListener("error", () => {
      if (source.readyState !== EventSource.CLOSED || this.#source !== source) return;
      this.#close();
      setTimeout(() => this.#signal.aborted || document.hidden || this.#open(), this.#pause);
      this.#pause = Math.min(this.#pause * 2, longestWait);
    });
  }

  #close() {
    this.#source?.close();
    this.#source = null;
  }
}
