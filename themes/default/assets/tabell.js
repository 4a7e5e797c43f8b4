// Sorts a table by its columns, and shows only some of its rows; of the pledges that are side by side,
// it shows two. Without this file all rows and columns stand in the order of the page. All texts come
// from the page.
(() => {
  "use strict";
  const region = document.getElementById("sida-tabell");
  if (!region) return;
  const say = region.dataset;
  const body = region.querySelector("tbody");
  const rows = Array.from(body.rows);
  const alphabet = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const word = (row, n) => row.cells[n].textContent.trim();
  // What stands for several is given one by one: a name may have an "och" of its own.
  const words = (part) => (part.dataset.of ?? part.textContent.trim()).split("|");
  const heads = Array.from(region.querySelectorAll("thead th"));

  heads.forEach((head, n) => {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: head.textContent });
    button.title = say.sort.replace("{column}", head.textContent);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const sign = down ? -1 : 1;
      body.append(...Array.from(body.rows).sort((a, b) => sign * alphabet.compare(word(a, n), word(b, n))));
    });
    head.replaceChildren(button);
  });

  const box = document.createElement("fieldset");
  box.className = "filter";
  box.append(Object.assign(document.createElement("legend"), { textContent: say.legend }));
  const count = document.createElement("p");
  count.setAttribute("role", "status");
  const choices = heads.map((head, n) => ("choose" in head.dataset ? { n, name: head.textContent, of: (row) => words(row.cells[n]) } : null));
  // The subjects are those of the row's document, and have no column.
  choices.push({ n: heads.length, name: say.subject, of: words });
  const selects = choices.filter(Boolean).flatMap(({ n, name, of }) => {
    const known = Array.from(new Set(rows.flatMap(of))).filter(Boolean);
    if (known.length < 2) return [];
    const select = Object.assign(document.createElement("select"), { id: "sida-val-" + n });
    select.append(new Option(say.all, ""), ...known.sort(alphabet.compare).map((one) => new Option(one, one)));
    select.addEventListener("change", show);
    const label = Object.assign(document.createElement("label"), { htmlFor: select.id, textContent: name });
    const field = document.createElement("div");
    field.append(label, select);
    box.append(field);
    return [{ of, select }];
  });
  if (selects.length === 0) return;
  box.append(count);
  region.before(box);
  // A browser that comes back remembers what was chosen.
  addEventListener("pageshow", () => selects.some((one) => one.select.value) && show());

  function show() {
    for (const row of rows) {
      row.hidden = !selects.every(({ of, select }) => select.value === "" || of(row).includes(select.value));
    }
    const shown = rows.filter((row) => !row.hidden).length;
    count.textContent = say.count.replace("{n}", shown).replace("{total}", rows.length);
  }
})();
(() => {
  "use strict";
  const region = document.getElementById("sida-jamfor");
  if (!region) return;
  const say = region.dataset;
  const heads = Array.from(region.querySelectorAll("thead th")).slice(1);
  const box = document.createElement("fieldset");
  box.className = "filter";
  box.append(Object.assign(document.createElement("legend"), { textContent: say.legend }));
  const selects = [say.first, say.second].map((text, n) => {
    const select = Object.assign(document.createElement("select"), { id: "sida-jamfor-val-" + n });
    select.append(new Option(say.all, ""), ...heads.map((head, n) => new Option(head.textContent, n)));
    select.addEventListener("change", show);
    const field = document.createElement("div");
    field.append(Object.assign(document.createElement("label"), { htmlFor: select.id, textContent: text }), select);
    box.append(field);
    return select;
  });
  region.before(box);

  function show() {
    const chosen = selects.map(({ value }) => value);
    for (const row of region.querySelectorAll("tr")) {
      const cells = Array.from(row.cells).slice(1);
      cells.forEach((cell, n) => (cell.hidden = !chosen.includes("") && !chosen.includes(String(n))));
      // What neither of the two has is of other years.
      row.hidden = !cells.some((cell) => !cell.hidden && cell.querySelector("a"));
    }
  }

  // A year's page leads here by the year, which is shown beside the one before.
  function choose() {
    const n = heads.findIndex(({ id }) => "#" + id === location.hash);
    if (n < 0) return;
    selects[0].value = n > 0 ? n - 1 : 1;
    selects[1].value = n;
    show();
  }
  addEventListener("hashchange", choose);
  addEventListener("pageshow", show);
  choose();
})();
