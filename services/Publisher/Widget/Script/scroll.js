import { focusOn } from "./elements.js";

// Changes the page without moving what is read. Most browsers see to it themselves.
export function keepingPlace(root, change) {
  if (CSS.supports("overflow-anchor", "auto")) return change();
  const anchor = [...root.querySelectorAll("article")].find(article => article.getBoundingClientRect().top >= 0);
  const before = anchor?.getBoundingClientRect().top;
  change();
  if (anchor?.isConnected) scrollBy(0, anchor.getBoundingClientRect().top - before);
}

const asked = () => /^#comment-([\da-f-]{36})$/i.exec(location.hash)?.[1];

// The comment that the address names. Browsers do not look for it in a shadow tree.
export function goToAsked(thread) {
  const article = thread.article(asked());
  if (!article) return;
  focusOn(article);
  article.scrollIntoView({ block: "center" });
}
