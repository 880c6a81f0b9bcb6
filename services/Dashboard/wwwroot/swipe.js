// Swiping a card: to the right approves, to the left rejects, once it is far enough to be meant.
import { isGoing } from "./cards.js";

const least = 90;
let swipe = null;

/** Given what to press for each side. */
export function watchSwipes(right, left) {
  const hint = document.createElement("div");
  hint.className = "swipe-hint";
  hint.ariaHidden = "true";
  hint.hidden = true;
  document.body.append(hint);

  document.addEventListener("pointerdown", event => {
    const card = event.pointerType === "touch" ? event.target.closest?.("article[data-id]") : null;
    swipe = card && !isGoing(card) && !event.target.closest("textarea, select, input") ? { card, x: event.clientX, y: event.clientY, id: event.pointerId, by: 0, isMeant: false } : null;
  });

  document.addEventListener("pointermove", event => {
    if (swipe?.id !== event.pointerId) return;
    const [dx, dy] = [event.clientX - swipe.x, event.clientY - swipe.y];
    if (!swipe.isMeant && Math.abs(dx) < 14) return;
    if (!swipe.isMeant && Math.abs(dx) < Math.abs(dy) * 1.5) return void (swipe = null);
    const button = (dx > 0 ? right : left)(swipe.card);
    if (!button || button.disabled) return;
    Object.assign(swipe, { isMeant: true, by: dx, button });
    swipe.card.style.translate = `${dx}px`;
    const box = swipe.card.getBoundingClientRect();
    hint.hidden = false;
    hint.className = `swipe-hint ${button.dataset.action} ${Math.abs(dx) >= least ? "ready" : ""}`;
    hint.textContent = button.firstChild.textContent;
    Object.assign(hint.style, { top: `${box.top}px`, height: `${box.height}px`, left: dx > 0 ? "0" : "auto", right: dx > 0 ? "auto" : "0", width: `${Math.abs(dx) + 10}px` });
  });

  for (const end of ["pointerup", "pointercancel"]) {
    document.addEventListener(end, event => {
      if (swipe?.id !== event.pointerId) return;
      const { card, button, by, isMeant } = swipe;
      swipe = null;
      hint.hidden = true;
      card.style.translate = "";
      if (isMeant && end === "pointerup" && Math.abs(by) >= least) button.click();
    });
  }
}
