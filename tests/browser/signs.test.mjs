// Signs are told apart by their form: in grey, in the dark, and in the colours that a reader forces
// on the page. Compared as pixels, by contrast alone.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { addSheets, here, launch, none, open, sample, serve, sites } from "./harness.mjs";
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
      // Pages have the style sheets that they need; here are signs of all of them.
      await addSheets(tab, base, site);
      const complaints = [];
      for (const [group, signs] of Object.entries(groups)) {
        const names = Object.keys(signs);
        if (names.length < 2) complaints.push(`no ${group} to compare`);
        const drawn = await draw(tab, Object.values(signs));
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

// All signs in one colour.
const BLACK = `
  :root { --rail: #000; --good: #000; --part: #000; --bad: #000; --going: #000; --agreement: #000; --pledge: #000 }
  .bench * { color: #000; --tint: #fff !important }`;

// Forms are written twice, as outlines for the drawings and as cuts for everything else: each cut is
// more like the drawing of its own kind than like any other.
for (const [template, size, cut] of [
  ["status-shape.html", "1 1 18 18", (of) => `<span class="status ${of}"></span>`],
  ["shape.html", "-10 -10 20 20", (of) => `<div class="entry ${of}"><p class="kind"></p></div>`],
])
  test(`each sign of ${template} is like its drawing`, async () => {
    const source = readFileSync(join(here, "../../themes/default/templates", template), "utf8");
    const drawings = [...source.matchAll(/(?:if|or) of == "([^"]+)"[^%]*%}(.*)/g)].map(([, of, shape]) => [of, shape]);
    if (drawings.length < 7) throw new Error(`only ${drawings.length} drawings in ${template}`);
    const site = sites.find(({ name }) => name === "archive");
    const base = await serve(site);
    const context = await browser.newContext({ viewport: { width: 800, height: 600 } });
    const tab = await context.newPage();
    await open(tab, base, site.pages.find(({ path }) => path.startsWith("oversikt/uppfoljning")));
    await addSheets(tab, base, site);
    const status = template === "status-shape.html";
    const svg = ([, shape]) => `<svg${status ? ' class="bar"' : ""} viewBox="${size}"><g${status ? ' class="sign"' : ""}>${shape}</g></svg>`;
    const outlines = await draw(tab, drawings.map(svg), BLACK);
    const cuts = await draw(tab, drawings.map(([of]) => cut(of)), BLACK);
    await context.close();
    const complaints = [];
    drawings.forEach(([of], n) => {
      const differs = outlines.slice(0, -1).map((outline) => strongChanges(outline, cuts[n]));
      const nearest = drawings[differs.indexOf(Math.min(...differs))][0];
      if (nearest !== of) complaints.push(`the sign of ${of} is most like the drawing of ${nearest}`);
    });
    none(complaints, "signs");
  });

/** The pictures of signs, and of an empty place after them. */
async function draw(tab, signs, rules = "") {
  await tab.evaluate(layOut, { signs, size: SIZE, rules });
  const drawn = [];
  for (let n = 0; n <= signs.length; n++) {
    const clip = { x: (n % 10) * SIZE, y: Math.floor(n / 10) * SIZE, width: SIZE, height: SIZE };
    drawn.push(pixels(await tab.screenshot({ clip })));
  }
  return drawn;
}

/** In the page: each sign once, by its words, in the elements that its form depends on. */
function signs() {
  const found = { statuses: {}, kinds: {}, marks: {} };
  const text = (element) => element.textContent.trim().replace(/\s+/g, " ");
  for (const status of document.querySelectorAll(".status"))
    found.statuses[status.className] ??= `<span class="${status.className}"></span>`;
  // A promised follow-up that was published is a follow-up, and has its sign.
  for (const entry of document.querySelectorAll(".entry:not(.published)")) {
    const classes = entry.className.replace(/\b(draft|entry)\b/g, "").trim();
    found.kinds[classes] ??= `<div class="entry ${classes}"><p class="kind"></p></div>`;
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
function layOut({ signs, size, rules }) {
  const style = new CSSStyleSheet();
  style.replaceSync(`
    body { border: 0 }
    .bench { position: fixed; width: ${size}px; height: ${size}px; font-size: 40px }
    .bench > :not(svg), .kind { all: unset; font-size: 40px }
    .bench svg, .bench ::before, .bench ::after { position: absolute; left: 12px; top: 12px; width: 40px; height: 40px; scale: 1 }
    .status::before { width: 1em; height: 1em }
    ${rules}`);
  document.adoptedStyleSheets = [style];
  document.body.innerHTML = signs.map((sign) => `<div class="bench">${sign}</div>`).join("");
  document.querySelectorAll(".bench").forEach((place, n) => {
    Object.assign(place.style, { left: `${(n % 10) * size}px`, top: `${Math.floor(n / 10) * size}px` });
  });
}
