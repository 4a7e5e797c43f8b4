// The desk's script. Every form works without it; it adds what a browser can do while one writes: a
// preview beside the form, mistakes as they come and go, clean text from what is pasted, and a tool bar.
const form = document.getElementById("formular");
const body = document.getElementById("f-body");
const words = document.documentElement.lang === "en"
  ? {
      preview: "Preview", show: "Show preview", hide: "Hide preview", paste: "Paste this text?", take: "Paste", leave: "Cancel",
      heading: "Heading", list: "List", link: "Link", table: "Table", note: "Footnote", tools: "Tools for the text", none: "No mistakes.",
      ended: "The program is not running any more. Start Löftesarkivet again and then save here: what you wrote still stands here.",
      again: "The program has been started again and does not know this tab yet. Open the address that it shows and then save here: what you wrote still stands here.",
      elsewhere: "If it opens at another address, copy what you wrote and paste it there.",
      copy: "Copy what I wrote", copied: "What you wrote, copied", nothing: "Nothing was saved. ",
      unsaved: "What you have changed in the form above is not saved.", first: "Save it first", anyway: "Go on without saving",
    }
  : {
      preview: "Förhandsvisning", show: "Visa förhandsvisning", hide: "Dölj förhandsvisning", paste: "Klistra in den här texten?",
      take: "Klistra in", leave: "Avbryt", heading: "Rubrik", list: "Lista", link: "Länk", table: "Tabell", note: "Fotnot",
      tools: "Verktyg för texten", none: "Inga fel.",
      ended: "Programmet är inte igång längre. Starta Löftesarkivet igen och spara sedan här: det du skrev står kvar.",
      again: "Programmet har startats igen och känner inte den här fliken än. Öppna adressen som det visar och spara sedan här: det du skrev står kvar.",
      elsewhere: "Öppnas det på en annan adress, kopiera det du skrev och klistra in det där.",
      copy: "Kopiera det jag skrev", copied: "Det du skrev, kopierat", nothing: "Inget sparades. ",
      unsaved: "Det du har ändrat i formuläret ovan är inte sparat.", first: "Spara det först", anyway: "Fortsätt utan att spara",
    };

const element = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
};

const button = (text, click) => {
  const made = element("button", { type: "button" }, text);
  // The field that one writes in keeps its focus and its cursor.
  made.addEventListener("mousedown", (event) => event.preventDefault());
  made.addEventListener("click", click);
  return made;
};

/** The fields of the form as the browser would send them. */
const sent = () => new URLSearchParams(new FormData(form));

// Whoever leaves the page with something unsaved is asked first.
let changed = false;
if (form) {
  form.addEventListener("input", () => (changed = true));
  form.addEventListener("input", ({ target }) => followTyping(target));
  addEventListener("beforeunload", (event) => {
    if (changed) event.preventDefault();
  });
}

/**
 * Whether the desk is there to take a form. One that has been started again at the same address takes the
 * forms of the pages that it showed before, with its own token in them, once its address has been opened.
 * Gives what hinders, in words.
 */
async function hindrance() {
  try {
    const answer = await fetch("/igang", { signal: AbortSignal.timeout(5000) });
    if (answer.status === 403) return words.again;
    const { token, site } = await answer.json();
    if (site !== document.body.dataset.site) return words.ended;
    for (const field of document.querySelectorAll("input[name=_token]")) field.value = token;
    return "";
  } catch {
    return words.ended;
  }
}

/** What was written in a form since the page was opened, with the names of its fields. */
function written(fields) {
  const differs = ({ type, value, defaultValue, checked, defaultChecked, options }) =>
    type === "radio" || type === "checkbox" ? checked !== defaultChecked
    : options ? [...options].some((it) => it.selected !== it.defaultSelected) && value !== ""
    : type !== "hidden" && type !== "file" && value !== defaultValue;
  const said = ({ type, value, checked, selectedOptions }) =>
    type === "radio" || type === "checkbox" ? (checked ? "×" : "–") : selectedOptions ? selectedOptions[0].textContent : value;
  const named = (field) => {
    const card = field.closest("fieldset")?.querySelector("legend")?.textContent;
    return [card, field.labels?.[0]?.textContent].filter(Boolean).join(", ");
  };
  const isField = ({ localName, labels }) => /^(input|select|textarea)$/.test(localName) && labels;
  return [...fields].filter((field) => isField(field) && differs(field)).map((field) => `${named(field)}: ${said(field)}`).join("\n\n");
}

/** Puts what is told of a form beside the button that was pressed, and leads there. */
function tellBeside(told, sent, pressed) {
  (pressed?.closest("p") ?? sent.firstElementChild).before(told);
  told.focus();
}

/** Says why a form was not sent, beside the button that was pressed; what was typed stays. */
function ended(sent, pressed, why) {
  document.getElementById("avslutat")?.remove();
  const told = element("div", { class: "mistake error", role: "alert", id: "avslutat", tabindex: "-1" });
  told.append(element("p", {}, element("strong", {}, words.nothing), why));
  const text = written(sent.elements);
  if (text) {
    const copy = button(words.copy, () => {
      const field = element("textarea", { readonly: "", rows: "8", "aria-label": words.copied });
      field.value = text;
      copy.replaceWith(field);
      field.select();
      document.execCommand("copy");
    });
    told.append(element("p", {}, words.elsewhere), copy);
  }
  tellBeside(told, sent, pressed);
}

/** Asks before another form of the page is sent, since what is typed in the main one goes with the page. */
function unsaved(other, pressed) {
  document.getElementById("osparat")?.remove();
  const told = element("div", { class: "mistake warning", role: "alert", id: "osparat", tabindex: "-1" });
  const save = button(words.first, () => form.requestSubmit());
  const on = button(words.anyway, () => {
    told.remove();
    heard.add(other);
    other.requestSubmit(pressed);
  });
  told.append(element("p", {}, words.unsaved), element("p", { class: "buttons" }, save, " ", on));
  tellBeside(told, other, pressed);
}

// A form is sent when the desk is there to take it; otherwise its page would be lost with what is typed.
const asked = new WeakSet();
const heard = new WeakSet();
let asking = false;
addEventListener("submit", async (event) => {
  const { target, submitter } = event;
  if (asked.delete(target)) {
    const before = changed;
    changed = false;
    // What is answered by a file leaves the page as it is, and what is typed there too.
    if (target !== form) setTimeout(() => (changed = before), 1000);
    return;
  }
  event.preventDefault();
  if (asking) return;
  if (changed && target !== form && !heard.delete(target)) return unsaved(target, submitter);
  asking = true;
  const why = await hindrance();
  asking = false;
  if (why) return ended(target, submitter, why);
  asked.add(target);
  target.requestSubmit(submitter);
});

/** Puts a text where the cursor is, so that it can be undone as if it had been typed. */
function insert(text) {
  body.focus();
  if (!document.execCommand("insertText", false, text)) {
    body.setRangeText(text, body.selectionStart, body.selectionEnd, "end");
    body.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/** Shows a text before it is taken. A press with the mouse takes the cursor's place along, so it is kept. */
function offer(text) {
  const place = [body.selectionStart, body.selectionEnd];
  let taken = false;
  const dialog = element("dialog", { "aria-labelledby": "klistra" });
  const take = button(words.take, () => {
    taken = true;
    dialog.close();
  });
  const leave = button(words.leave, () => dialog.close());
  dialog.append(element("h2", { id: "klistra" }, words.paste), element("pre", { tabindex: "0" }, text), element("p", {}, take, leave));
  dialog.addEventListener("close", () => {
    dialog.remove();
    body.focus();
    body.setSelectionRange(...place);
    if (taken) insert(text);
  });
  document.body.append(dialog);
  dialog.showModal();
  take.focus();
}

async function pasted(event) {
  const html = event.clipboardData.getData("text/html");
  const text = event.clipboardData.getData("text/plain");
  if (!html && !/[\u00ad\u00b7\u2022\uf0b7\uf0a7]/.test(text)) return;
  event.preventDefault();
  const token = form.elements._token.value;
  try {
    const answer = await fetch("/klistra", { method: "POST", body: new URLSearchParams({ _token: token, html, text }) });
    if (!answer.ok) throw new Error(answer.status);
    offer(await answer.text());
  } catch {
    insert(text);
  }
}

function tools() {
  const line = (before) => () => {
    const start = body.value.lastIndexOf("\n", body.selectionStart - 1) + 1;
    body.setSelectionRange(start, start);
    insert(before);
  };
  const around = (before, after) => () => insert(before + body.value.slice(body.selectionStart, body.selectionEnd) + after);
  /** A reference to a note with a number of its own, and the note's own line, last in the text. */
  const note = () => {
    const numbers = [...body.value.matchAll(/\[\^(\d+)\]/g)].map(([, number]) => Number(number));
    const mark = `[^${Math.max(0, ...numbers) + 1}]`;
    insert(body.value.slice(body.selectionStart, body.selectionEnd) + mark);
    const end = body.value.trimEnd().length;
    body.setSelectionRange(end, body.value.length);
    insert(`${/^\[\^[^\]]+\]:.*$/.test(body.value.slice(0, end).split("\n").at(-1)) ? "\n" : "\n\n"}${mark}: `);
  };
  const bar = element("p", { class: "buttons", role: "group", "aria-label": words.tools });
  bar.append(
    button(words.heading, line("## ")),
    button(words.list, line("- ")),
    button(words.link, around("[", "](https://)")),
    button(words.note, note),
    button(words.table, around("\n|  |  |\n| --- | --- |\n|  |  |\n", "")),
  );
  body.before(bar);
}

/** The page beside the form, made of what is typed but not saved. */
function preview() {
  const address = form.getAttribute("action").replace("/dokument/", "/visa/");
  const tab = crypto.randomUUID();
  const frame = element("iframe", { sandbox: "allow-same-origin", title: words.preview, class: "pane" });
  const told = element("p", { role: "status", class: "help" });
  const open = button(words.show, () => {
    frame.hidden = !frame.hidden;
    open.textContent = frame.hidden ? words.show : words.hide;
    open.setAttribute("aria-expanded", String(!frame.hidden));
    if (!frame.hidden) refresh();
  });
  open.setAttribute("aria-expanded", "false");
  frame.hidden = true;
  form.before(element("p", { class: "buttons" }, open), told, frame);

  const standing = [...document.querySelectorAll(".summary a")].map((link) => link.textContent);
  let timer;
  let version = 0;
  async function refresh() {
    const fields = sent();
    fields.set("_tab", tab);
    const own = ++version;
    try {
      const answer = await fetch(address, { method: "POST", body: fields });
      if (!answer.ok || own !== version) return;
      const { mistakes } = await answer.json();
      // Those that stand above the fields already are not told once more.
      const fresh = mistakes.map(({ message }) => message).filter((message) => !standing.includes(message));
      told.textContent = mistakes.length ? fresh.join(" ") : words.none;
      if (!frame.hidden) frame.src = `${address}?tab=${tab}&v=${own}`;
    } catch {
      // The desk was closed; saving will say so.
    }
  }
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(refresh, 120);
  });
}

if (form && body) {
  tools();
  body.addEventListener("paste", pasted);
  preview();
}

/** The choice of a period that the field somebody types in belongs to. */
function followTyping({ name, type, value, form: { elements } }) {
  const [, period, part] = name.match(/^(.+)\.(whole|from|until)$/) ?? [];
  const choice = elements[`${period}._form`];
  if (!period || !choice || type !== "text" || value.trim() === "") return;
  if (part === "from" && choice.value === "further-notice") return;
  choice.value = part === "whole" ? "whole" : "span";
}

/** While the site is being sent, how far it has come; and once it has ended, what can be done then. */
async function follow(told) {
  let fresh;
  try {
    const answer = await fetch("/publicera");
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    fresh = page.getElementById("skickat");
  } catch {
    // The desk was closed.
  }
  if (!fresh) return;
  told.replaceChildren(...fresh.childNodes);
  if (fresh.dataset.sending) return void setTimeout(follow, 1500, told);
  delete told.dataset.sending;
  const others = (element) => [...element.parentElement.children].filter((it) => it !== element && it.localName !== "h1");
  for (const old of others(told)) old.remove();
  told.after(...others(fresh));
}

const sending = document.querySelector("[data-sending]");
if (sending) setTimeout(follow, 1500, sending);

// A file says itself what it is, unless somebody knows better.
document.getElementById("f-file")?.addEventListener("change", () => (document.getElementById("f-kind").value = ""));
