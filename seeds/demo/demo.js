import { element, head, length } from "./elements.js";
import { words, fieldWords, statusWords } from "./words.js";

const site = "demo";
const pageId = "monsoon-2026";
const commentsUrl = `/v1/sites/${site}/comments`;

const form = document.getElementById("comment-form");
const fields = ["author", "email", "url", "comment"].map(id => document.getElementById(id));
const submit = document.getElementById("submit");
const status = document.getElementById("status");
const thread = document.getElementById("thread");
const count = document.getElementById("count");
const replying = document.getElementById("replying");
const parent = document.getElementById("comment_parent");
const subject = document.getElementById("subject");

const limits = { author: 100, comment: 5000 };

const number = new Intl.NumberFormat("hi-IN");

const wait = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

// The thread

let shown = [];
let next = null;

async function loadThread(cursor) {
  const query = new URLSearchParams({ page: pageId, order: "newest", limit: "50" });
  if (cursor) query.set("cursor", cursor);
  const response = await fetch(`${commentsUrl}?${query}`, { headers: { Accept: "application/json" } });
  if (!response.ok) throw new Error(`The list answered ${response.status}`);
  const list = await response.json();
  shown = cursor ? [...shown, ...list.items] : list.items;
  next = list.next ?? null;
  renderThread();
}

function renderThread() {
  const known = new Set(shown.map(comment => comment.id));
  const repliesTo = Map.groupBy
    ? Map.groupBy(shown, comment => comment.parentId)
    : shown.reduce((groups, comment) => groups.set(comment.parentId, [...groups.get(comment.parentId) ?? [], comment]), new Map());
  // A reply whose parent is on a later page stands by itself until that page is loaded.
  const roots = shown.filter(comment => !comment.parentId || !known.has(comment.parentId));

  const branch = comment => {
    const parts = [renderComment(comment)];
    const replies = repliesTo.get(comment.id) ?? [];
    if (replies.length > 0) parts.push(element("div", { class: "replies" }, ...replies.toReversed().flatMap(branch)));
    return parts;
  };

  thread.replaceChildren(...roots.flatMap(branch));
  if (shown.length === 0) thread.append(element("p", { class: "empty" }, words.empty));
  if (next) {
    const more = element("button", { type: "button", class: "more" }, words.more);
    more.addEventListener("click", () => loadThread(next).catch(() => say(words.unreadable, "failed")));
    thread.append(more);
  }
  const published = shown.filter(comment => !comment.removed).length;
  count.textContent = published ? number.format(published) + (next ? "+" : "") : "";
  showOwn();
}

function renderComment({ id, author, html, publishedAt, removed }) {
  if (removed) {
    return element("article", { class: "comment removed", "data-id": id }, element("div", { class: "comment-body" }, words.removed));
  }

  const body = element("div", { class: "comment-body" });
  body.innerHTML = html;
  const reply = element("button", { type: "button", class: "quiet", "aria-label": `${author.name} को ${words.reply}` }, words.reply);
  reply.addEventListener("click", () => replyTo(id, author.name));
  return element("article", { class: own.has(id) ? "comment mine" : "comment", "data-id": id }, head(author, publishedAt), body, reply);
}

function replyTo(id, name) {
  parent.value = id;
  replying.firstElementChild.textContent = `${name} को जवाब`;
  replying.hidden = false;
  document.getElementById("comment").focus();
}

function cancelReply() {
  parent.value = "0";
  replying.hidden = true;
}

// The reader's own comments until they are published

const own = new Map();

function showOwn() {
  for (const place of thread.querySelectorAll(".own")) place.remove();
  const published = new Set(shown.map(comment => comment.id));
  const waiting = [...own.values()].filter(({ id, state }) => !published.has(id) && state !== "rejected" && state !== "withdrawn");
  if (waiting.length > 0) thread.querySelector(".empty")?.remove();
  waiting.forEach(showWaiting);
}

function showWaiting({ id, parentId, author, body, state }) {
  const paragraphs = body.split(/\n{2,}/).filter(Boolean).map(text => element("p", {}, text));
  const card = element("article", { class: "comment waiting", "data-id": id }, head(author), element("div", { class: "comment-body" }, ...paragraphs), element("p", { class: "badge" }, words[state] ?? words.pending));
  const above = parentId && thread.querySelector(`[data-id="${CSS.escape(parentId)}"]`);
  const siblings = above?.nextElementSibling;
  if (siblings?.matches(".replies")) siblings.append(element("div", { class: "own" }, card));
  else if (above) above.after(element("div", { class: "own replies" }, card));
  else thread.prepend(element("div", { class: "own" }, card));
}

function say(text, kind = "") {
  status.className = `status ${kind}`;
  status.textContent = text;
}

let latest = null;

// What becomes of a comment; the line below the form is about the latest one.
async function follow(comment) {
  const mine = { state: "pending", ...comment };
  own.set(mine.id, mine);
  latest = mine;
  say(words.pending, "waiting");
  showOwn();

  for (let pause = 250; ; pause = Math.min(pause * 1.5, 2000)) {
    await wait(mine.state === "held" ? 3000 : pause);
    const state = await readState(mine.statusUrl);
    if (state === "unknown") return forget(mine);
    if (!state || state === mine.state) continue;

    mine.state = state;
    if (mine === latest) say(words[state] ?? words.pending, state === "held" ? "waiting" : state === "rejected" ? "failed" : "");
    showOwn();
    if (state === "approved") return showPublished(mine.id);
    if (state === "rejected" && mine === latest) giveBack(mine.body);
    if (state === "rejected" || state === "withdrawn") return;
  }
}

function forget(mine) {
  own.delete(mine.id);
  if (mine === latest) say("");
  renderThread();
}

function giveBack(text) {
  const field = document.getElementById("comment");
  field.value ||= text;
}

async function readState(address) {
  try {
    const response = await fetch(address, { headers: { Accept: "application/json" }, cache: "no-store" });
    if (response.status === 404) return "unknown";
    return response.ok ? (await response.json()).status : null;
  } catch {
    return null;
  }
}

// Approved is known a moment before the publisher has stored the comment.
async function showPublished(id) {
  for (let pause = 150; pause < 5000; pause *= 2) {
    await loadThread().catch(() => { });
    if (shown.some(comment => comment.id === id)) return;
    await wait(pause);
  }
}

// The form

form.noValidate = true;

// Programs fill in the field that nobody sees, and are quick; without script the plain form says nothing of the time.
const shownAt = performance.now();
const seconds = element("input", { type: "hidden", name: "form_seconds" });
form.append(seconds);
form.addEventListener("submit", () => seconds.value = ((performance.now() - shownAt) / 1000).toFixed(1));

form.addEventListener("submit", async event => {
  event.preventDefault();
  if (submit.getAttribute("aria-disabled") === "true") return;
  clearErrors();
  if (!fieldsAreValid()) return;

  const [author, email, url, comment] = fields.map(field => field.value.trim());
  const parentId = parent.value === "0" ? null : parent.value;
  const request = {
    page: { id: pageId, url: location.origin + location.pathname, title: document.querySelector("h1").textContent },
    author: { name: author, ...(email && { email }), ...(url && { url }) },
    body: comment,
    ...(parentId && { parentId }),
    form: { trap: subject.value, seconds: Number(seconds.value) },
  };

  submit.setAttribute("aria-disabled", "true");
  say(words.sending);
  try {
    const response = await fetch(commentsUrl, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify(request),
    });
    if (!response.ok) return await explain(response);

    const { id, statusUrl } = await response.json();
    document.getElementById("comment").value = "";
    cancelReply();
    follow({ id, statusUrl: statusUrl ?? `/v1/comments/${id}`, parentId, author: { name: author, url }, body: comment });
  } catch {
    say(words.unreachable, "failed");
  } finally {
    submit.removeAttribute("aria-disabled");
  }
});

document.getElementById("cancel-reply").addEventListener("click", () => {
  cancelReply();
  document.getElementById("comment").focus();
});

function fieldsAreValid() {
  const wrong = fields.filter(field => !field.checkValidity() || (field.required && !field.value.trim()) || length(field.value) > limits[field.id]);
  for (const field of wrong) showError(field, fieldWords[field.id]);
  if (wrong.length === 0) return true;
  say(words.check, "failed");
  wrong[0].focus();
  return false;
}

async function explain(response) {
  const problem = await response.json().catch(() => ({}));
  const wrong = new Map();
  for (const [name, messages] of Object.entries(problem.errors ?? {})) {
    const field = fieldFor(name);
    if (field) wrong.set(field, fieldWords[field.id] ?? [messages].flat().join(" "));
  }
  for (const [field, message] of wrong) showError(field, message);
  say(wrong.size > 0 ? words.check : statusWords[response.status] ?? problem.detail ?? problem.title ?? words.unreachable, "failed");
  fields.find(field => wrong.has(field))?.focus();
}

function fieldFor(name) {
  const key = name.toLowerCase().replace(/^\$?\.?/, "");
  const id = { body: "comment", comment: "comment", author: "author", "author.name": "author", name: "author", "author.email": "email", email: "email", "author.url": "url", url: "url" }[key];
  return id && document.getElementById(id);
}

function showError(field, message) {
  const place = document.getElementById(`${field.id}-error`);
  place.textContent = message;
  place.hidden = false;
  field.setAttribute("aria-invalid", "true");
}

function clearErrors() {
  for (const field of fields) {
    document.getElementById(`${field.id}-error`).hidden = true;
    field.removeAttribute("aria-invalid");
  }
}

try {
  await loadThread();
} catch {
  thread.replaceChildren(element("p", { class: "empty" }, words.unreadable));
}

// A form sent without script comes back as /?comment=<id>.
const returned = new URLSearchParams(location.search).get("comment");
if (returned && !shown.some(comment => comment.id === returned)) {
  follow({ id: returned, statusUrl: `/v1/comments/${encodeURIComponent(returned)}`, author: { name: words.yours }, body: "" });
  thread.querySelector(".waiting").scrollIntoView({ block: "center" });
}
