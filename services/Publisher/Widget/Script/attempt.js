const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, "0")).join("");

// What goes out for a comment. The same comment again goes out unchanged, under the same key: sent twice, it is taken once.
export class Attempt {
  #said = null;
  #sent = null;

  of(comment, form) {
    const said = JSON.stringify(comment);
    if (this.#said !== said) this.#sent = { key: newKey(), body: JSON.stringify({ ...comment, form }) };
    this.#said = said;
    return this.#sent;
  }

  succeeded() {
    this.#said = null;
  }
}
