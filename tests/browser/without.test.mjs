// With JavaScript off, and with CSS off, a page says the same things in the same order.

import { test } from "node:test";
import { launch, none, open, sample, serve, sites, visit } from "./harness.mjs";

const browser = await launch();

for (const site of sites) {
  test(`${site.name}: without JavaScript nothing is missing, and no control is left that does nothing`, async () => {
    const base = await serve(site);
    const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    const context = await browser.newContext();
    const complaints = await visit(context, base, sample(site), async (tab, page) => {
      await open(plain, base, page);
      const dead = await plain.evaluate(deadControls);
      return [...difference(await texts(plain), await texts(tab), "JavaScript"), ...dead];
    });
    await plain.context().close();
    none(complaints, "differences");
  });

  for (const width of [320, 1280])
    test(`${site.name}, ${width} px: without CSS nothing is missing or looks broken`, async () => {
      const base = await serve(site);
      const viewport = { width, height: 800 };
      const bare = await (await browser.newContext({ viewport })).newPage();
      await bare.route(/\.css$/, (route) => route.fulfill({ body: "", contentType: "text/css" }));
      const context = await browser.newContext({ viewport });
      const complaints = await visit(context, base, sample(site), async (tab, page) => {
        await open(bare, base, page);
        return [
          ...difference(await texts(bare), await texts(tab), "CSS"),
          ...(await tab.evaluate(wordsFromCss)),
          ...(await bare.evaluate(sizelessDrawings)),
        ];
      });
      await bare.context().close();
      none(complaints, "differences");
    });

  test(`${site.name}, 320 px: text stands in the order in which it is written`, async () => {
    const base = await serve(site);
    const context = await browser.newContext({ viewport: { width: 320, height: 800 } });
    none(await visit(context, base, sample(site), (tab) => tab.evaluate(outOfOrder)), "texts");
  });
}

const texts = (tab) => tab.evaluate(readableTexts);

/** In the page: its texts, in document order, without the controls that a script adds, and without
    what stands in their place until then. */
function readableTexts() {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    if (parentElement.closest("script, style, noscript, form, fieldset, button, select, output, [role=status], #sida-sok, #sida-tabell thead")) continue;
    if (!parentElement.checkVisibility({ visibilityProperty: true })) continue;
    const text = data.trim().replace(/\s+/g, " ");
    if (text) found.push(text);
  }
  return found;
}

function difference(without, withIt, what) {
  const at = without.findIndex((text, index) => text !== withIt[index]);
  const place = at >= 0 ? at : without.length;
  if (place === without.length && place === withIt.length) return [];
  return [`with ${what} ”${withIt[place] ?? "(end)"}”, without it ”${without[place] ?? "(end)"}” (text ${place})`];
}

/** In the page: controls that only a script could make work. */
function deadControls() {
  return [...document.querySelectorAll("button, input, select, textarea")]
    .filter((control) => control.checkVisibility() && !control.closest("form[action]"))
    .map((control) => `a control that does nothing: ${control.outerHTML.slice(0, 80)}`);
}

/** In the page: words that a style sheet writes and that vanish with it. */
function wordsFromCss() {
  const found = new Set();
  for (const element of document.body.querySelectorAll("*"))
    for (const pseudo of ["::before", "::after", "::marker"]) {
      const { content } = getComputedStyle(element, pseudo);
      if (/["'].*\p{L}.*["']/u.test(content)) found.add(`${pseudo} of <${element.tagName.toLowerCase()} class="${element.className}"> says ${content}`);
    }
  return [...found];
}

/** In the page: drawings that fill it when no style sheet holds them back. */
function sizelessDrawings() {
  return [...document.querySelectorAll("svg")]
    .filter((svg) => !svg.hasAttribute("width") || !svg.hasAttribute("height"))
    .map((svg) => `a drawing has no size of its own: ${svg.outerHTML.slice(0, 60)}`);
}

/** In the page: blocks of text that stand above one that comes before them. */
function outOfOrder() {
  const found = [];
  let above = { bottom: -Infinity, top: -Infinity, text: "" };
  for (const element of document.body.querySelectorAll("h1, h2, h3, h4, h5, h6, p, li, dt, dd, caption, figcaption, summary")) {
    let loose = !element.checkVisibility({ visibilityProperty: true });
    for (let each = element; each; each = each.parentElement)
      if (["sticky", "fixed", "absolute"].includes(getComputedStyle(each).position)) loose = true;
    if (loose || element.closest("svg, table")) continue;
    const { top, bottom } = element.getBoundingClientRect();
    const text = element.textContent.trim().replace(/\s+/g, " ").slice(0, 40);
    if (top < above.top - 4) found.push(`”${text}” stands above ”${above.text}”`);
    above = { top, bottom, text };
  }
  return found;
}
