// Signs are told apart by their form: in grey, in the dark, and in the colours that a reader forces
// on the page. Compared as pixels, by contrast alone.

import { test } from "node:test";
import { launch, none, open, sample, serve, sites } from "./harness.mjs";
import { pixels, strongChanges } from "./png.mjs";

const browser = await launch();
const SIZE = 64;
// The fewest pixels, of 40 × 40, in which a sign must differ from the ground and from any other.
const LEAST = 40;

const looks = [
  { name: "light", colorScheme: "light" },
  { name: "dark", colorScheme: "dark" },
  { name: "forced colours", colorScheme: "light", forcedColors: "active" },
];

for (const site of sites)
  for (const { name, ...look } of looks)
    test(`${site.name}, ${name}: signs of statuses, kinds and chart are told apart without colour`, async () => {
      const base = await serve(site);
      const context = await browser.newContext({ ...look, viewport: { width: 800, height: 600 } });
      const tab = await context.newPage();
      const groups = { statuses: {}, kinds: {}, marks: {} };
      for (const page of sample(site)) {
        await open(tab, base, page);
        const found = await tab.evaluate(signs);
        for (const group in groups) groups[group] = { ...found[group], ...groups[group] };
      }
      const complaints = [];
      for (const [group, signs] of Object.entries(groups)) {
        const names = Object.keys(signs);
        if (names.length < 2) complaints.push(`no ${group} to compare`);
        await tab.evaluate(layOut, { signs: Object.values(signs), size: SIZE });
        const drawn = [];
        for (let n = 0; n <= names.length; n++) {
          const clip = { x: (n % 10) * SIZE, y: Math.floor(n / 10) * SIZE, width: SIZE, height: SIZE };
          drawn.push(pixels(await tab.screenshot({ clip })));
        }
        const ground = drawn.pop();
        drawn.forEach((sign, n) => {
          if (strongChanges(sign, ground) < LEAST) complaints.push(`${group}: ”${names[n]}” does not stand out`);
          drawn.slice(0, n).forEach((other, m) => {
            const differ = strongChanges(sign, other);
            if (differ < LEAST) complaints.push(`${group}: ”${names[n]}” and ”${names[m]}” differ in ${differ} pixels`);
          });
        });
      }
      await context.close();
      none(complaints, "signs");
    });

/** In the page: each sign once, by its words, in the elements that its form depends on. */
function signs() {
  const found = { statuses: {}, kinds: {}, marks: {} };
  const text = (element) => element.textContent.trim().replace(/\s+/g, " ");
  for (const status of document.querySelectorAll(".status"))
    found.statuses[status.className] ??= `<span class="${status.className}">${status.querySelector("svg").outerHTML}</span>`;
  // A promised follow-up that was published is a follow-up, and has its sign.
  for (const entry of document.querySelectorAll(".entry:not(.published)")) {
    const classes = entry.className.replace(/\b(draft|entry)\b/g, "").trim();
    found.kinds[classes] ??= `<div class="entry ${classes}">${entry.querySelector(".kind svg").outerHTML}</div>`;
  }
  // The hatching of a gap stands in the chart itself.
  const hatching = document.querySelector(".plot defs")?.outerHTML ?? "";
  for (const row of document.querySelectorAll(".legend li")) {
    const svg = row.querySelector("svg").cloneNode(true);
    if (svg.innerHTML.includes("url(#")) svg.innerHTML = hatching + svg.innerHTML;
    found.marks[text(row)] ??= svg.outerHTML;
  }
  return found;
}

/** In the page: nothing but the signs, ten in a row and 40 px large, and an empty place last. */
function layOut({ signs, size }) {
  document.body.innerHTML = signs.map((sign) => `<div class="bench">${sign}</div>`).join("");
  document.body.style.border = "0";
  document.querySelectorAll(".bench").forEach((place, n) => {
    Object.assign(place.style, {
      position: "fixed",
      left: `${(n % 10) * size}px`,
      top: `${Math.floor(n / 10) * size}px`,
      width: `${size}px`,
      height: `${size}px`,
    });
    place.querySelectorAll("*").forEach((each) => {
      if (!each.closest("svg") || each.matches("svg"))
        Object.assign(each.style, { all: "", border: "0", padding: "0", margin: "0", background: "none" });
    });
    Object.assign(place.querySelector("svg").style, { position: "absolute", left: "12px", top: "12px", width: "40px", height: "40px" });
  });
}
