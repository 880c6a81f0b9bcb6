const pageSize = 25;
const firstReplies = 3;

export class Refused extends Error {
  constructor(status, problem) {
    super(problem.title ?? `The answer was ${status}`);
    this.status = status;
    this.problem = problem;
  }
}

// What is asked of the publisher and of submission, over HTTP.
export class Api {
  #settings;
  #signal;

  constructor(settings, signal) {
    this.#settings = settings;
    this.#signal = signal;
  }

  comments(cursor) {
    return this.#get(this.#published("comments", {
      order: this.#settings.oldestFirst ? "oldest" : "newest", threads: true, replies: firstReplies, limit: pageSize, cursor,
    }));
  }

  replies(thread, cursor) {
    return this.#get(this.#published("comments", { thread, limit: pageSize, cursor }));
  }

  streamAddress(after) {
    return this.#published("stream", { after });
  }

  pictureAddress(path) {
    return new URL(path, this.#settings.api).href;
  }

  // The key makes sending the same comment again safe.
  post(comment, key) {
    return this.#ask(`${this.#settings.submit}/v1/sites/${encodeURIComponent(this.#settings.site)}/comments`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json", "Idempotency-Key": key },
      body: comment,
    });
  }

  status(address) {
    return this.#ask(new URL(address, this.#settings.submit).href, { headers: { Accept: "application/json" }, cache: "no-store" });
  }

  #published(what, query) {
    const { api, site, page } = this.#settings;
    const present = Object.entries({ page, ...query }).filter(([, value]) => value != null);
    return `${api}/v1/sites/${encodeURIComponent(site)}/${what}?${new URLSearchParams(present)}`;
  }

  #get(address) {
    return this.#ask(address, { headers: { Accept: "application/json" } });
  }

  async #ask(address, options) {
    const answer = await fetch(address, { ...options, signal: this.#signal });
    const content = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Refused(answer.status, content);
    return content;
  }
}
