// The cards of the queue: which one has the focus, and how it moves.
let last = null;

export const all = () => [...document.querySelectorAll("article[data-id]")];
export const current = () => document.activeElement?.closest("article[data-id]") ?? null;
export const byId = id => document.querySelector(`article[data-id="${id}"]`);
export const isGoing = card => card.dataset.going !== undefined;

export function remember(card) {
  last = card.dataset.id;
}

export function show(card) {
  if (!card) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
}

/** The card that many steps on; from nowhere, the one that had the focus last. */
export function step(by) {
  const waiting = all().filter(card => !isGoing(card));
  const here = current();
  if (!here) return waiting.find(card => card.dataset.id === last) ?? waiting[0];
  const cards = all();
  let at = cards.indexOf(here) + by;
  while (cards[at] && isGoing(cards[at])) at += by;
  return cards[at];
}

/** Marks cards as decided before the server has said so, and gives the focus on. */
export function send(cards, decision) {
  const leaving = new Set(cards);
  const here = current();
  for (const card of cards) {
    card.dataset.going = decision;
    card.dataset.since = Math.round(performance.now());
  }
  if (here && !leaving.has(here)) return;
  const list = all();
  const at = list.indexOf(here ?? cards[0]);
  show(list.slice(at).find(card => !isGoing(card)) ?? list.slice(0, Math.max(at, 0)).findLast(card => !isGoing(card)) ?? document.getElementById("queue-heading"));
}

/** Takes the mark off cards that stay on the desk after all. */
export function back(ids) {
  for (const id of ids) {
    const card = byId(id);
    if (!card) continue;
    delete card.dataset.going;
    delete card.dataset.since;
  }
}

/** The ids of what was sent and not answered for longer than that many milliseconds. */
export function unanswered(for_ = 0) {
  return all().filter(card => isGoing(card) && performance.now() - card.dataset.since >= for_).map(card => card.dataset.id);
}
