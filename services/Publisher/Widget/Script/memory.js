// What a browser may keep for a reader. Some lend no storage at all; then nothing is kept.
class Memory {
  #lender;
  #key;

  constructor(lender, key) {
    this.#lender = lender;
    this.#key = `reader-comments ${key}`;
  }

  read() {
    try {
      return JSON.parse(window[this.#lender].getItem(this.#key));
    } catch {
      return null;
    }
  }

  keep(value) {
    try {
      if (value == null) window[this.#lender].removeItem(this.#key);
      else window[this.#lender].setItem(this.#key, JSON.stringify(value));
    } catch {
      // Then it lives as long as the page.
    }
  }
}

// Until the tab is closed.
export const draftOf = ({ site, page }) => new Memory("sessionStorage", `draft ${site} ${page}`);

// Until they are decided.
export const ownCommentsOf = ({ site, page }) => new Memory("localStorage", `own ${site} ${page}`);

// For those who asked for it.
export const rememberedReader = () => new Memory("localStorage", "reader");
