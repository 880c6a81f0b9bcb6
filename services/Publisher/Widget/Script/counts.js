import { apiOf, languageOf } from "./settings.js";
import { wordsIn } from "./words.js";

const mostPages = 100;
let waiting = [];

// <reader-comment-count site page>: for lists of articles. All of a document are asked for at once.
export class ReaderCommentCount extends HTMLElement {
  connectedCallback() {
    if (waiting.length === 0) whenParsed(() => askFor(waiting.splice(0)));
    waiting.push(this);
  }

  show(count) {
    const language = languageOf(this);
    this.textContent = wordsIn(language).comments(count, new Intl.NumberFormat(language === "hi" ? "hi-IN" : "en-IN").format(count));
  }
}

// What a page's own discussion knows, at once.
export function tellCount({ site, page }, count) {
  for (const place of document.querySelectorAll("reader-comment-count")) {
    if (place.getAttribute("site") === site && place.getAttribute("page") === page) place.show?.(count);
  }
}

function whenParsed(ask) {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", ask, { once: true });
  else queueMicrotask(ask);
}

function askFor(places) {
  const bySite = new Map();
  for (const place of places.filter(place => place.getAttribute("site") && place.getAttribute("page"))) {
    const address = `${apiOf(place)}/v1/sites/${encodeURIComponent(place.getAttribute("site"))}/counts`;
    bySite.set(address, [...bySite.get(address) ?? [], place]);
  }
  for (const [address, some] of bySite) fill(address, some);
}

async function fill(address, places) {
  const pages = [...new Set(places.map(place => place.getAttribute("page")))];
  for (let start = 0; start < pages.length; start += mostPages) {
    const query = new URLSearchParams(pages.slice(start, start + mostPages).map(page => ["page", page]));
    const answer = await fetch(`${address}?${query}`).catch(() => null);
    if (!answer?.ok) return;
    const { counts } = await answer.json();
    const byPage = new Map(counts.map(({ page, count }) => [page, count]));
    for (const place of places) {
      const count = byPage.get(place.getAttribute("page"));
      if (count !== undefined) place.show(count);
    }
  }
}
