import { Refused } from "./api.js";
import { Attempt } from "./attempt.js";
import { sentencesOf } from "./fields.js";
import { formOf } from "./form.js";
import { draftOf, rememberedReader } from "./memory.js";

// The reply form at work: it moves to the comment that is answered, keeps what is written, and sends it.
export class Reply {
  #settings;
  #api;
  #onSent;
  #parts;
  #shownAt = performance.now();
  #home;
  #parent = null;
  #attempt = new Attempt();
  #draft;
  #reader = rememberedReader();

  constructor({ settings, api }, home, onSent) {
    this.#settings = settings;
    this.#api = api;
    this.#onSent = onSent;
    this.#home = home;
    this.#draft = draftOf(settings);
    this.#parts = formOf(settings.words);
    const { form, fields, cancel, remember } = this.#parts;
    home.append(form);
    form.addEventListener("submit", event => this.#submit(event));
    form.addEventListener("input", () => this.#keep());
    // Escape also ends what an input method has begun.
    form.addEventListener("keydown", event => event.key === "Escape" && !event.isComposing && this.#parent && this.cancel());
    cancel.addEventListener("click", () => this.cancel());
    const known = this.#reader.read();
    remember.checked = known !== null;
    this.fill({ ...known, comment: this.#draft.read()?.text });
    fields.url.input.addEventListener("change", () => fields.url.complete());
  }

  get draftedFor() {
    return this.#draft.read()?.parent;
  }

  // Leaves alone what somebody has written already.
  fill(texts) {
    for (const [id, field] of Object.entries(this.#parts.fields)) field.value ||= texts[id] ?? "";
  }

  answer(item, article, focus = true) {
    const { form, fields, whom, replying } = this.#parts;
    this.#parent = { id: item.id, article };
    whom.textContent = this.#settings.words.replyTo(item.author.name);
    replying.hidden = false;
    article.after(form);
    this.#keep();
    if (focus) fields.comment.input.focus();
  }

  // Back below the heading; the focus goes back to where the reply began.
  cancel() {
    const button = this.#parent?.article.querySelector(".reply-button");
    this.goHome();
    this.#keep();
    button?.focus();
  }

  goHome() {
    this.#parent = null;
    this.#parts.replying.hidden = true;
    this.#home.append(this.#parts.form);
  }

  isIn(place) {
    return place.contains(this.#parts.form);
  }

  say(text, kind = "") {
    this.#parts.status.className = `status ${kind}`;
    this.#parts.status.textContent = text;
  }

  async #submit(event) {
    event.preventDefault();
    const { fields, send } = this.#parts;
    if (send.ariaDisabled === "true") return;
    for (const field of Object.values(fields)) {
      field.complete();
      field.praise();
    }
    const wrong = Object.keys(fields).filter(id => !fields[id].isRight);
    if (wrong.length > 0) return this.#complain(new Map(wrong.map(id => [id, this.#settings.words.fields[id]])));

    send.ariaDisabled = "true";
    this.say(this.#settings.words.sending);
    try {
      await this.#send(this.#comment());
    } catch (failure) {
      this.#explain(failure);
    } finally {
      send.ariaDisabled = null;
    }
  }

  #comment() {
    const { page, title, address } = this.#settings;
    const { author, email, url, comment } = this.#parts.fields;
    return {
      page: { id: page, url: address, title: [...title || page].slice(0, 300).join("") },
      parentId: this.#parent?.id,
      author: { name: author.value, email: email.value || undefined, url: url.value || undefined },
      body: comment.value,
    };
  }

  async #send(comment) {
    const seconds = Math.round((performance.now() - this.#shownAt) / 100) / 10;
    const { key, body } = this.#attempt.of(comment, { trap: this.#parts.trap.value, seconds });
    const { id, statusUrl } = await this.#api.post(body, key);

    this.#attempt.succeeded();
    this.#parts.fields.comment.value = "";
    this.goHome();
    this.#keep();
    const { name, url } = comment.author;
    this.#reader.keep(this.#parts.remember.checked ? { author: name, email: comment.author.email, url } : null);
    this.#onSent({ id, statusUrl, parentId: comment.parentId ?? null, author: { name, url }, text: comment.body });
  }

  #keep() {
    const text = this.#parts.fields.comment.value;
    this.#draft.keep(text ? { text, parent: this.#parent?.id } : null);
  }

  #explain(failure) {
    const { words } = this.#settings;
    if (!(failure instanceof Refused)) return this.say(words.unreachable, "failed");
    const sentences = sentencesOf(failure.problem.errors, this.#settings);
    if (sentences.size > 0) return this.#complain(sentences);
    this.say(words.refusals[failure.status] ?? failure.problem.title ?? words.unreachable, "failed");
  }

  #complain(sentences) {
    const { fields } = this.#parts;
    for (const [id, sentence] of sentences) fields[id].complain(sentence);
    this.say(this.#settings.words.check, "failed");
    Object.keys(fields).filter(id => sentences.has(id)).slice(0, 1).forEach(id => fields[id].input.focus());
  }
}
