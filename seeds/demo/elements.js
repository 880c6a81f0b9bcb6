import { date, spoken } from "./times.js";

// As a person counts: का is one letter, not two.
const letters = new Intl.Segmenter("hi");
export const length = text => [...letters.segment(text.trim())].length;

export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

// Who wrote a comment, and when.
export function head(author, publishedAt) {
  const name = /^https?:/i.test(author.url ?? "") ? element("a", { href: author.url, rel: "nofollow ugc noopener" }, author.name) : author.name;
  const lines = element("div", {}, element("h3", { class: "comment-author" }, name));
  if (publishedAt) {
    const time = new Date(publishedAt);
    lines.append(element("time", { datetime: publishedAt, title: date.format(time) }, spoken(time)));
  }
  return element("header", { class: "comment-head" }, avatar(author), lines);
}

function avatar({ name, avatar: address }) {
  if (address) return element("img", { class: "avatar", src: address, alt: "", loading: "lazy" });
  const hue = [...name].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 360, 7);
  const [first] = letters.segment(name.trim());
  return element("span", { class: "avatar", style: `--hue: ${hue}`, "aria-hidden": "true" }, first?.segment.toUpperCase() ?? "?");
}
