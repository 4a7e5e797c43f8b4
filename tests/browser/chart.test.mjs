// The chart: each mark leads to its document and has a name, the list says the same in words, and on a
// narrow screen it begins at its newest end and can be scrolled back, while it says whose each row is.

import { test } from "node:test";
import { launch, none, serve, sites, visit } from "./harness.mjs";

const browser = await launch();

for (const site of sites) {
  const timelines = site.pages.filter(({ html, type }) => type === "timeline" && html.includes('class="chart"'));

  test(`${site.name}: each mark leads to its document and has a name, and the list has it in words`, async () => {
    if (timelines.length === 0) throw new Error("no page has a chart");
    const base = await serve(site);
    none(await visit(await browser.newContext(), base, timelines, (tab) => tab.evaluate(marks)), "marks");
  });

  test(`${site.name}, 320 px: the chart begins at its newest end and scrolls back to its oldest`, async () => {
    const base = await serve(site);
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
    none(await visit(context, base, timelines, scrolls), "charts");
  });
}

test("320 px: in an area of six municipalities the names stay in view while the chart is scrolled", async () => {
  const isOfSix = ({ path, html }) => path.startsWith("lokalpolisomraden/") && html.match(/class="whose"/g)?.length >= 6;
  const site = sites.find(({ pages }) => pages.some(isOfSix));
  if (!site) throw new Error("no area has the rows of six places");
  const areas = site.pages.filter((page) => page.type === "timeline" && isOfSix(page));
  const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
  none(await visit(context, await serve(site), areas, (tab) => tab.evaluate(named)), "names");
});

/** In the page: what of the names of the rows is out of view somewhere on the way of the scrolling. */
function named() {
  const found = [];
  const region = document.querySelector(".scroll");
  const way = region.scrollWidth - region.clientWidth;
  if (way < region.clientWidth / 2) found.push(`is to be scrolled ${way} px only`);
  const names = [...region.querySelectorAll(".names .whose")];
  if (names.length < 6) found.push(`names ${names.length} places`);
  for (const part of [0, 0.25, 0.5, 0.75, 1]) {
    region.scrollLeft = -way * part;
    const box = region.getBoundingClientRect();
    for (const name of names) {
      const { left, right } = name.getBoundingClientRect();
      if (left < box.left - 1 || right > box.right + 1) found.push(`”${name.textContent}” is out of view after ${part * 100} % of the way`);
    }
  }
  return found;
}

/** In the page: marks without link, name or words in the list. */
function marks() {
  const found = [];
  const list = document.getElementById("sida-lista");
  const listed = new Set([...list.querySelectorAll("a[href]")].map((link) => link.href));
  const gaps = [...list.querySelectorAll(".entry.gap :is(h3, h4)")].map((heading) => heading.textContent);
  for (const mark of document.querySelectorAll(".plot .mark")) {
    const owner = mark.closest("a, g[role=img]");
    const name = owner?.querySelector("title")?.textContent.trim();
    const what = `<${mark.tagName} class="${mark.getAttribute("class")}"> ”${name}”`;
    if (!name) found.push(`${what} has no name`);
    if (mark.matches(".gap")) {
      if (!gaps.includes(name)) found.push(`${what} is not in the list`);
      continue;
    }
    if (owner?.tagName !== "a") found.push(`${what} is no link`);
    else if (!listed.has(owner.href.baseVal ? new URL(owner.href.baseVal, document.baseURI).href : "")) found.push(`${what} leads where the list does not`);
  }
  return found;
}

async function scrolls(tab) {
  const found = [];
  const region = tab.locator(".scroll");
  const [hidden, newest] = await region.evaluate((element) => {
    const box = element.getBoundingClientRect();
    const right = (mark) => mark.getBoundingClientRect().right;
    const last = [...element.querySelectorAll(".plot .mark")].reduce((a, b) => (right(b) > right(a) ? b : a));
    return [element.scrollWidth - element.clientWidth, right(last) <= box.right + 1];
  });
  if (!newest) found.push("its newest mark is not in view");
  if (hidden <= 0) return found;
  await region.focus();
  await tab.keyboard.press("ArrowLeft");
  await tab.waitForFunction(() => document.querySelector(".scroll").scrollLeft < 0, null, { timeout: 5000 }).catch(() => found.push("does not scroll by the arrow keys"));
  const oldest = await region.evaluate((element) => {
    element.scrollLeft = -element.scrollWidth;
    return element.querySelector(".plot").getBoundingClientRect().left >= element.getBoundingClientRect().left - 1;
  });
  if (!oldest) found.push("its oldest end cannot be reached");
  return found;
}
