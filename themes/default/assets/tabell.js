// Sorts a table by its columns, and shows only some of its rows; of the pledges that are side by side,
// it shows two. Without this file all rows and columns stand in the order of the page. All texts come
// from the page.
(() => {
  "use strict";
  const make = (name, of, ...inside) => {
    const made = Object.assign(document.createElement(name), of);
    made.append(...inside);
    return made;
  };
  /** A box, and what adds a choice to it. */
  const boxOf = (say, onchange) => {
    const box = make("fieldset", { className: "filter" }, make("legend", {}, say.legend));
    const choice = (id, name, options) => {
      const select = make("select", { id, onchange }, new Option(say.all, ""), ...options);
      box.append(make("div", {}, make("label", { htmlFor: id }, name), select));
      return select;
    };
    return [box, choice];
  };

  function table(region) {
    const say = region.dataset;
    const body = region.querySelector("tbody");
    const rows = Array.from(body.rows);
    const alphabet = new Intl.Collator(document.documentElement.lang, { numeric: true });
    const text = (part) => part.textContent.trim();
    // What stands for several is given one by one: a name may have an "och" of its own.
    const words = (part) => (part.dataset.of ?? text(part)).split("|");
    const heads = Array.from(region.querySelectorAll("thead th"));
    const [box, choice] = boxOf(say, show);
    const choices = [];
    const choose = (n, name, of) => {
      const known = Array.from(new Set(rows.flatMap(of))).filter(Boolean).sort(alphabet.compare);
      if (known.length < 2) return;
      choices.push({ of, select: choice("sida-val-" + n, name, known.map((one) => new Option(one, one))) });
    };

    heads.forEach((head, n) => {
      const name = head.textContent;
      const button = make("button", { type: "button", title: say.sort.replace("{column}", name) }, name);
      button.onclick = () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const sign = down ? -1 : 1;
        body.append(...rows.sort((a, b) => sign * alphabet.compare(text(a.cells[n]), text(b.cells[n]))));
      };
      head.replaceChildren(button);
      if ("choose" in head.dataset) choose(n, name, (row) => words(row.cells[n]));
    });
    // The subjects are those of the row's document, and have no column.
    choose(heads.length, say.subject, words);
    if (choices.length === 0) return;

    const clear = make("button", { type: "button", disabled: true }, say.clear);
    // The button cannot keep the focus once there is nothing left to clear.
    clear.onclick = () => {
      choices[0].select.focus();
      for (const { select } of choices) select.value = "";
      show();
    };
    const count = make("p", {});
    count.setAttribute("role", "status");
    box.append(clear, count);
    region.before(box);
    // A browser that comes back remembers what was chosen.
    addEventListener("pageshow", () => choices.some(({ select }) => select.value) && show());

    function show() {
      const chosen = choices.filter(({ select }) => select.value);
      for (const row of rows) row.hidden = !chosen.every(({ of, select }) => of(row).includes(select.value));
      const shown = rows.filter((row) => !row.hidden).length;
      count.textContent = say.count.replace("{n}", shown).replace("{total}", rows.length);
      clear.disabled = chosen.length === 0;
    }
  }

  function comparison(region) {
    const say = region.dataset;
    const heads = Array.from(region.querySelectorAll("thead th")).slice(1);
    const [box, choice] = boxOf(say, show);
    const options = () => heads.map((head, n) => new Option(head.textContent, n));
    const selects = [say.first, say.second].map((name, n) => choice("sida-jamfor-val-" + n, name, options()));
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
  }

  document.querySelectorAll("#sida-tabell").forEach(table);
  document.querySelectorAll("#sida-jamfor").forEach(comparison);
})();
