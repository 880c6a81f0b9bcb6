// The keys of the desk: j and k move, a approves, r rejects what is focused.
let last = null;

export function attach() {
  document.addEventListener("keydown", onKey);
  document.addEventListener("focusin", onFocus);
  document.addEventListener("click", onClick, true);
  if (document.activeElement === document.body) {
    document.querySelector("article[data-id]")?.focus({ preventScroll: true });
  }
}

export function focusCard(id) {
  if (isTyping(document.activeElement)) return;
  show(document.querySelector(`article[data-id="${id}"]`));
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
  const cards = [...document.querySelectorAll("article[data-id]")];
  const current = document.activeElement?.closest("article[data-id]");
  switch (event.key) {
    case "j":
    case "k":
      event.preventDefault();
      show(current ? cards[cards.indexOf(current) + (event.key === "j" ? 1 : -1)] : (cards.find(card => card.dataset.id === last) ?? cards[0]));
      break;
    case "a":
    case "r":
      // A key held down decides once.
      if (current && !event.repeat) {
        event.preventDefault();
        current.querySelector(`button[data-action="${event.key === "a" ? "approve" : "reject"}"]`)?.click();
      }
      break;
  }
}

function onFocus(event) {
  last = event.target.closest("article[data-id]")?.dataset.id ?? last;
}

// The second click of a double click would decide the card that has moved up.
function onClick(event) {
  if (event.detail > 1 && event.target.closest("button[data-action]")) {
    event.stopImmediatePropagation();
    event.preventDefault();
  }
}

function isTyping(element) {
  return element.closest?.("input, textarea, select, [contenteditable]") != null;
}

function show(card) {
  if (!card) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
}

// The server was restarted and does not know this page any more.
document.getElementById("components-reconnect-modal")?.addEventListener("components-reconnect-state-changed", event => {
  if (event.detail.state === "rejected" || event.detail.state === "failed") location.reload();
});
