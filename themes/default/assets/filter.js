// Filters a long timeline by kind, status and focus. Without this file everything is shown; the
// controls are made here, so that none stands on the page without being of use. All texts come from
// the page: what can be chosen is read from the list itself.
(() => {
  "use strict";
  const list = document.getElementById("sida-lista");
  if (!list) return;
  const text = list.dataset;
  const entries = Array.from(list.querySelectorAll("li.entry"));
  // A year whose entries are on a page of its own is not filtered.
  const years = Array.from(list.querySelectorAll("section.year")).filter((year) => year.querySelector("li.entry"));
  if (entries.length < 6) return;

  const words = (entry, selector) =>
    Array.from(entry.querySelectorAll(selector), (found) => found.textContent.trim());
  const facets = [
    { name: "kind", selector: ".kind b" },
    { name: "status", selector: ".status" },
    { name: "focus", selector: ".focus a" },
  ];
  const alphabet = new Intl.Collator(document.documentElement.lang);

  const box = document.createElement("fieldset");
  box.className = "filter";
  box.append(Object.assign(document.createElement("legend"), { textContent: text.legend }));

  for (const facet of facets) {
    facet.of = new Map(entries.map((entry) => [entry, words(entry, facet.selector)]));
    const known = Array.from(new Set(Array.from(facet.of.values()).flat())).sort(alphabet.compare);
    if (known.length < 2) continue;
    facet.select = document.createElement("select");
    facet.select.id = "sida-filter-" + facet.name;
    facet.select.append(new Option(text.all, ""), ...known.map((word) => new Option(word, word)));
    facet.select.addEventListener("change", show);
    const label = Object.assign(document.createElement("label"), { textContent: text[facet.name] });
    label.htmlFor = facet.select.id;
    const field = document.createElement("div");
    field.append(label, facet.select);
    box.append(field);
  }
  const chosen = facets.filter((facet) => facet.select);
  if (chosen.length === 0) return;

  const clear = Object.assign(document.createElement("button"), {
    type: "button",
    textContent: text.clear,
    disabled: true,
  });
  // The button cannot keep the focus once there is nothing left to clear.
  clear.addEventListener("click", () => {
    chosen[0].select.focus();
    showAll();
  });
  const count = document.createElement("p");
  count.setAttribute("role", "status");
  box.append(clear, count);
  list.querySelector("h2").after(box);

  function showAll() {
    for (const facet of chosen) facet.select.value = "";
    show();
  }

  function show() {
    let shown = 0;
    for (const entry of entries) {
      entry.hidden = !chosen.every(
        ({ of, select }) => select.value === "" || of.get(entry).includes(select.value),
      );
      if (!entry.hidden) shown += 1;
    }
    for (const year of years) year.hidden = !year.querySelector("li.entry:not([hidden])");
    clear.disabled = chosen.every(({ select }) => select.value === "");
    count.textContent = text.count.replace("{n}", shown).replace("{total}", entries.length);
  }

  // A browser that comes back to the page may remember what was chosen.
  addEventListener("pageshow", () => chosen.some(({ select }) => select.value) && show());

  // A link to an entry that is filtered away shows the whole list again.
  addEventListener("hashchange", () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.closest("[hidden]")) {
      showAll();
      target.scrollIntoView();
    }
  });
})();
