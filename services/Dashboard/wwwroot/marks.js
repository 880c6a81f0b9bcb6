// A mark in a text says, to the pointer and to the focus, which rule made it; the finding lights up its marks.
let tip = null;
let hiding = 0;

export function watchMarks() {
  tip = document.createElement("div");
  tip.className = "tip";
  tip.popover = "manual";
  // Screen readers are told the findings as the description of the mark.
  tip.ariaHidden = "true";
  document.body.append(tip);
  document.addEventListener("pointerover", event => point(event.target));
  document.addEventListener("focusin", event => point(event.target));
  document.addEventListener("focusout", event => event.target.matches?.("mark") && hide());
  document.addEventListener("keydown", event => event.key === "Escape" && hide(), true);
  document.addEventListener("scroll", follow, { capture: true, passive: true });
}

function point(target) {
  const mark = target.closest?.("mark[data-by]");
  if (mark) return tell(mark);
  if (target.closest?.(".tip")) return clearTimeout(hiding);
  const finding = target.closest?.(".findings li");
  light(finding ? [finding.id] : []);
  if (tip.matches(":popover-open") && !document.activeElement?.matches("mark[data-by]")) {
    clearTimeout(hiding);
    // Time to get from the word to what is said of it.
    hiding = setTimeout(hide, 250);
  }
}

function tell(mark) {
  clearTimeout(hiding);
  const ids = mark.dataset.by.split(" ").filter(Boolean);
  light(ids);
  tip.replaceChildren(...[mark.dataset.read, mark.dataset.struck].filter(Boolean).map(words => {
    const line = document.createElement("p");
    line.className = "read";
    line.textContent = words;
    return line;
  }), ...ids.map(id => document.getElementById(id)).filter(Boolean).map(finding => {
    const line = document.createElement("div");
    line.className = `finding ${finding.className}`;
    line.append(...[...finding.children].map(child => child.cloneNode(true)));
    return line;
  }));
  if (!tip.matches(":popover-open")) tip.showPopover();
  place(mark);
}

function place(mark) {
  const box = mark.getClientRects()[0];
  const below = box.bottom + tip.offsetHeight + 12 < innerHeight;
  tip.style.left = `${Math.max(8, Math.min(box.left, innerWidth - tip.offsetWidth - 8))}px`;
  tip.style.top = `${below ? box.bottom + 6 : Math.max(8, box.top - tip.offsetHeight - 6)}px`;
}

// A mark that got the focus may have been scrolled to for that.
function follow() {
  if (!tip.matches(":popover-open")) return;
  const mark = document.activeElement?.closest("mark[data-by]");
  if (mark) place(mark);
  else hide();
}

function hide() {
  clearTimeout(hiding);
  light([]);
  if (tip.matches(":popover-open")) tip.hidePopover();
}

function light(ids) {
  for (const lit of document.querySelectorAll(".findings li.lit, mark.lit")) if (!lit.matches(ids.map(id => `#${id}`).join() || "never")) lit.classList.remove("lit");
  for (const id of ids) {
    const finding = document.getElementById(id);
    finding?.classList.add("lit");
    for (const mark of finding?.closest("article")?.querySelectorAll(`mark[data-by~="${id}"]`) ?? []) mark.classList.add("lit");
  }
}
