// The keys of the queue. The buttons say the same; a key presses them.
import * as cards from "./cards.js";
import { isConnected } from "./connection.js";
import { isTyping, openDialog, refuse } from "./queue.js";

const ofCard = { a: "approve", r: "reject", s: "spam", x: "pick", u: "author", p: "page", n: "note" };

export function onKey(event, server) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector("dialog[open]")) return;
  if (isTyping(event.target)) {
    if (event.key === "Escape") leave(event);
    return;
  }
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (key === "j" || key === "k") move(event, key === "j" ? 1 : -1);
  // A key held down does it once.
  else if (event.repeat) return;
  else if (key in ofCard) press(event, ofCard[key]);
  else if (key === "z") {
    event.preventDefault();
    if (isConnected()) server.invokeMethodAsync("UndoAsync");
    else refuse();
  } else if (key === "/") {
    event.preventDefault();
    document.querySelector(".search input[type=search]")?.select();
  } else if (key === "?") {
    event.preventDefault();
    openDialog("help");
  } else if (key === "Escape") {
    document.querySelector("button[data-action=clear]")?.click();
  }
}

function move(event, by) {
  event.preventDefault();
  const here = cards.current();
  const next = cards.step(by);
  if (event.shiftKey) {
    for (const card of [here, next]) {
      const pick = card?.querySelector("[data-action=pick]:enabled");
      if (pick && !pick.checked) pick.click();
    }
  }
  cards.show(next);
}

function press(event, action) {
  if (event.shiftKey && ["approve", "reject", "spam"].includes(action)) {
    event.preventDefault();
    document.querySelector(`button[data-bulk="${action}"]:enabled`)?.click();
    return;
  }
  const card = cards.current();
  if (!card || cards.isGoing(card)) return;
  event.preventDefault();
  card.querySelector(`[data-action="${action}"]:enabled, a[data-action="${action}"]`)?.click();
}

// Out of a field and back to the card it belongs to.
function leave(event) {
  const card = event.target.closest("article[data-id]") ?? cards.step(0);
  if (card) cards.show(card);
}
