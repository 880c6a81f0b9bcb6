import { wordsIn } from "./words.js";

// A module has no current script; then the address tells which one we are.
const ownScript = document.currentScript ?? document.querySelector("script[src*='/embed.js']");
const home = ownScript ? new URL(ownScript.src, location.href).origin : location.origin;

export function languageOf(host) {
  const language = host.closest("[lang]")?.getAttribute("lang") ?? "";
  return /^hi(-|$)/i.test(language) ? "hi" : "en";
}

export const apiOf = host => (host.getAttribute("api") || home).replace(/\/+$/, "");

// What the attributes of <reader-comments> say, and what holds where they are silent.
export function settingsOf(host) {
  const text = name => host.getAttribute(name)?.trim();
  const language = languageOf(host);
  const api = apiOf(host);
  return {
    site: text("site"),
    page: text("page"),
    title: text("page-title") || document.title,
    address: text("page-url") || document.querySelector("link[rel=canonical]")?.href || location.href.split("#")[0],
    api,
    submit: (text("submit") || api).replace(/\/+$/, ""),
    oldestFirst: text("order") === "oldest",
    language,
    words: wordsIn(language),
    number: new Intl.NumberFormat(language === "hi" ? "hi-IN" : "en-IN"),
  };
}
