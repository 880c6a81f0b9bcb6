import { button, element, isWebAddress } from "./elements.js";

// A comment as everybody sees it; one that was removed leaves its place.
export function showComment(item, { api, words, times, onReply, answered, isMine }) {
  if (item.removed) {
    return element("article", { class: "comment removed", "data-id": item.id }, element("div", { class: "comment-body" }, words.removed));
  }

  const body = element("div", { class: "comment-body" });
  // The publisher's own HTML, which holds nothing of the author's but encoded text.
  body.innerHTML = item.html;
  const reply = button({ class: "quiet reply-button", "aria-label": words.replyTo(item.author.name) }, words.reply, () => onReply(item));
  return element(
    "article", { class: isMine ? "comment mine" : "comment", "data-id": item.id },
    head(item.author, item, { api, times }),
    answered && element("p", { class: "answers" }, words.answers(answered.author.name)),
    body,
    reply);
}

// The reader's own comment until it is published.
export function showWaiting({ id, author, text, state }, { words }) {
  const paragraphs = text.split(/\n{2,}/).filter(Boolean).map(part => element("p", {}, part));
  return element(
    "article", { class: "comment waiting", "data-id": id },
    head(author, {}, {}),
    element("div", { class: "comment-body" }, ...paragraphs),
    element("p", { class: "badge" }, words[state] ?? words.pending));
}

function head(author, { id, publishedAt }, { api, times }) {
  const name = isWebAddress(author.url) ? element("a", { href: author.url, rel: "ugc nofollow noopener" }, author.name) : author.name;
  const lines = element("div", { class: "by" }, element("h3", { class: "comment-author" }, name));
  if (publishedAt) {
    const time = element("time", { datetime: publishedAt });
    times.show(time);
    lines.append(element("a", { class: "when", href: `#comment-${id}` }, time));
  }
  return element("header", { class: "comment-head" }, picture(author, api), lines);
}

function picture({ name, avatar }, api) {
  const initial = element("span", { class: "avatar", "aria-hidden": "true" }, [...name.trim()][0]?.toUpperCase() ?? "?");
  if (!avatar) return initial;

  const image = element("img", { class: "avatar", src: api.pictureAddress(avatar), alt: "", width: 40, height: 40, loading: "lazy" });
  image.addEventListener("error", () => image.replaceWith(initial));
  return image;
}
