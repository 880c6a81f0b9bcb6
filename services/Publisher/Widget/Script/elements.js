// Attributes and text only: nothing that a person wrote is ever read as HTML here.
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, "");
    else if (value !== false && value != null) made.setAttribute(key, value);
  }
  made.append(...children.filter(child => child != null));
  return made;
}

export function button(attributes, text, onClick) {
  const made = element("button", { type: "button", ...attributes }, text);
  made.addEventListener("click", onClick);
  return made;
}

// Safari loses the list when its bullets are taken away; the role keeps it.
export const list = attributes => element("ol", { role: "list", ...attributes });

// Gives the focus to a place that takes none by itself, and brings it into view unless the reader asked for nothing.
export function focusOn(place, isAsked = true) {
  if (!place) return;
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
  if (isAsked) place.scrollIntoView({ block: "nearest" });
}

export const isWebAddress = text => /^https?:\/\//i.test(text ?? "");
