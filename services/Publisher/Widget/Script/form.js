import { Field } from "./fields.js";
import { button, element } from "./elements.js";

// The reply form's parts; what they do is elsewhere.
export function formOf(words) {
  const input = attributes => element("input", attributes);
  const fields = {
    author: new Field("author", words.name, "", input({ type: "text", required: true, autocomplete: "name" })),
    email: new Field("email", words.email, words.optional, input({ type: "email", autocomplete: "email" })),
    url: new Field("url", words.url, words.optional, input({ type: "url", autocomplete: "url", placeholder: "https://" })),
    comment: new Field("comment", words.body, "", element("textarea", { rows: 4, required: true })),
  };
  const trap = input({ id: "subject", name: "subject", type: "text", tabindex: -1, autocomplete: "off" });
  const remember = input({ id: "remember", type: "checkbox" });
  const send = element("button", { id: "submit", type: "submit" }, words.send);
  const status = element("div", { id: "status", class: "status", role: "status" });
  const whom = element("span");
  const cancel = button({ id: "cancel-reply", class: "quiet" }, words.cancel, () => {});
  const replying = element("p", { id: "replying", class: "replying", hidden: true }, whom, " ", cancel);

  const form = element(
    "form", { id: "comment-form", class: "reply", "aria-labelledby": "form-title", novalidate: true },
    element("h3", { id: "form-title" }, words.formTitle),
    replying,
    ...Object.values(fields).map(field => field.place),
    // For programs alone; they fill in what people never see.
    element("div", { class: "unseen", "aria-hidden": "true" }, element("label", { for: "subject" }, words.trap), trap),
    element("p", { class: "note" }, `${words.promise} ${words.required}`),
    element("div", { class: "actions" }, send, element("label", { class: "remember" }, remember, " ", words.remember)),
    status);
  return { form, fields, trap, remember, send, status, whom, cancel, replying };
}
