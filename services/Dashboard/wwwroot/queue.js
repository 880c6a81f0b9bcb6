// The queue in the browser: keys, clicks, swipes, marks, and what is said while the server cannot be heard.
import * as cards from "./cards.js";
import { isConnected, whenBack } from "./connection.js";
import { onKey } from "./keys.js";
import { watchMarks } from "./marks.js";
import { watchSwipes } from "./swipe.js";

const decisions = new Set(["approve", "reject", "spam"]);
const unsaved = "moderation-unsaved";
let server = null;
let opening = 0;
let opened = null;
let seen = 0;

/** Called once the server can be reached. */
export function attach(reference) {
  server = reference;
  document.addEventListener("keydown", event => onKey(event, server));
  document.addEventListener("focusin", onFocus);
  document.addEventListener("visibilitychange", () => document.hidden ? leave() : cards.current() && open(cards.current()));
  for (const sign of ["keydown", "pointermove", "scroll"]) document.addEventListener(sign, () => { seen = performance.now(); }, { passive: true });
  document.addEventListener("click", onClick, true);
  watchMarks();
  watchSwipes(card => card.querySelector("button[data-action=approve]"), card => card.querySelector("button[data-action=reject]"));
  whenBack(() => server.invokeMethodAsync("CatchUpAsync"));
  addEventListener("desk-reload", () => sessionStorage.setItem(unsaved, JSON.stringify(cards.unanswered())));
  setInterval(look, 1_000);
  new IntersectionObserver(seen => seen.some(entry => entry.isIntersecting) && isConnected() && document.querySelector("button[data-action=more]:enabled")?.click(), { rootMargin: "400px" })
    .observe(document.getElementById("queue-end"));
  if (document.activeElement === document.body) cards.all()[0]?.focus({ preventScroll: true });
  tellUnsaved();
}

export function focusCard(id) {
  if (!isTyping(document.activeElement)) cards.show(cards.byId(id));
}

/** The focus goes to a card only if nothing else has it. */
export function keepFocus(id) {
  if (document.activeElement === document.body || document.activeElement?.id === "queue-heading") cards.show(cards.byId(id));
}

export function focusNote(id) {
  cards.byId(id)?.querySelector(".noting textarea")?.focus();
}

export function openDialog(id) {
  const dialog = document.getElementById(id);
  if (dialog && !dialog.open) dialog.showModal();
}

export function closeDialog(id) {
  document.getElementById(id)?.close();
}

export const back = cards.back;

export function isTyping(element) {
  return element.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]") != null;
}

function onFocus(event) {
  const card = event.target.closest?.("article[data-id]");
  if (!card) return;
  cards.remember(card);
  clearTimeout(opening);
  // Whoever passes by has not opened it.
  opening = setTimeout(open, 600, card);
}

// Others see that somebody is on it, for as long as somebody is.
function open(card) {
  if (!card.isConnected || cards.current() !== card || !isConnected() || card.dataset.state !== "held") return;
  seen = performance.now();
  beOn(card.dataset.id);
}

function leave() {
  if (opened !== null && isConnected()) beOn(null);
}

function beOn(id) {
  opened = id;
  // A page that is being left may have ended its circuit already; then the lease has ended with it.
  server.invokeMethodAsync("OpenAsync", id).catch(() => {});
}

function onClick(event) {
  const button = event.target.closest?.("button[data-action], button[data-bulk], input[data-action]");
  if (!button) return;
  const decision = button.dataset.bulk ?? (decisions.has(button.dataset.action) ? button.dataset.action : null);
  // The second click of a double click would decide the card that has moved up.
  if (decision && event.detail > 1) return stop(event);
  if (button.dataset.action !== "help" && !isConnected()) {
    stop(event);
    if (decision || button.dataset.action === "undo") refuse();
    return;
  }
  if (!decision || button.disabled) return;
  const sent = button.dataset.bulk ? cards.all().filter(card => card.querySelector("[data-action=pick]:checked")) : [button.closest("article")];
  if (sent.some(cards.isGoing)) return stop(event);
  // After the event has gone to the server, which looks at what is clicked.
  queueMicrotask(() => cards.send(sent, decision));
}

function stop(event) {
  event.stopImmediatePropagation();
  event.preventDefault();
}

/** Says that nothing was decided, where everybody sees it. */
export function refuse() {
  tell("refused");
}

function tell(id) {
  const words = document.getElementById(id);
  words.hidden = false;
  clearTimeout(words.timer);
  words.timer = setTimeout(() => { words.hidden = true; }, 6_000);
}

// The connection may be dead long before it is known to be.
function look() {
  document.title = document.querySelector("main[data-title]")?.dataset.title ?? document.title;
  document.documentElement.toggleAttribute("data-slow", cards.unanswered(4_000).length > 0);
  // Whoever has gone for tea is on nothing.
  if (performance.now() - seen > 120_000) leave();
}

function tellUnsaved() {
  const sent = JSON.parse(sessionStorage.getItem(unsaved) ?? "[]");
  sessionStorage.removeItem(unsaved);
  if (sent.some(id => cards.byId(id)?.dataset.state === "held")) tell("unsaved");
}
