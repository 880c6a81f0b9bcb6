// widget.css stands in place of this name when the script is put together.
const css = "widget.css";

let made = null;

// A constructed sheet needs no leave from a page's content security policy.
export function sheet() {
  if (!made) {
    made = new CSSStyleSheet();
    made.replaceSync(css);
  }
  return made;
}
