// Nothing scrolls sideways, is clipped or overlaps: at 320 px, with large text, with WCAG's text spacing.

import { test } from "node:test";
import { launch, none, sample, serve, sites, visit } from "./harness.mjs";

const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`;

const browser = await launch();

for (const site of sites) {
  const cases = [
    { name: "320 px", width: 320, pages: sample(site) },
    { name: "1280 px", width: 1280, pages: sample(site) },
    { name: "320 px, text at 200 %", width: 320, pages: sample(site), large: true },
    { name: "1280 px, text at 200 %", width: 1280, pages: sample(site), large: true },
    { name: "320 px, WCAG text spacing", width: 320, pages: sample(site), css: SPACING },
  ];
  for (const { name, width, pages, large, css } of cases)
    test(`${site.name}, ${name}: all fits, nothing is clipped, no text lies on other text`, async () => {
      const base = await serve(site);
      const context = await browser.newContext({ viewport: { width, height: 640 } });
      const fit = async (tab) => {
        if (large) await enlarge(tab);
        return tab.evaluate(misfits, css ?? "");
      };
      none(await visit(context, base, pages, fit), "misfits");
    });

  test(`${site.name}: all text grows when the reader asks for larger text`, async () => {
    const base = await serve(site);
    const context = await browser.newContext({ viewport: { width: 1280, height: 640 } });
    const grow = async (tab) => {
      await tab.evaluate(measureText);
      await enlarge(tab);
      return tab.evaluate(rigidText);
    };
    none(await visit(context, base, sample(site), grow), "rigid");
  });
}

test("320 px: in the overview a statement is on one line, unless it is a long one", async () => {
  const complaints = [];
  let statements = 0;
  for (const site of sites) {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
    const matrices = site.pages.filter(({ type }) => type === "matrix");
    complaints.push(
      ...(await visit(context, await serve(site), matrices, async (tab) => {
        const { found, number } = await tab.evaluate(onSeveralLines);
        statements += number;
        return found;
      })),
    );
  }
  if (statements < 20) throw new Error(`only ${statements} short statements`);
  none(complaints, "statements on several lines");
});

/** In the page: the matrix's short statements that are higher than a line, and how many short ones there are. */
function onSeveralLines() {
  const short = [...document.querySelectorAll(".matrix td span")].filter(({ textContent }) => textContent.replaceAll("\u00ad", "").length < 25);
  const high = short.filter((span) => span.getBoundingClientRect().height > 1.8 * parseFloat(getComputedStyle(span).fontSize));
  return { found: [...new Set(high.map(({ textContent }) => `”${textContent}”`))], number: short.length };
}

/** Doubles the text size as a reader does in the browser's settings, so that media queries follow. */
async function enlarge(tab) {
  const session = await tab.context().newCDPSession(tab);
  await session.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
  await session.detach();
}

/** In the page: what does not fit, once `css` is added. Regions that scroll must say what they are. */
function misfits(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
  document.querySelectorAll("details").forEach((each) => (each.open = true));

  const width = document.documentElement.clientWidth;
  const found = [];
  const name = (element) => {
    const classes = element.getAttribute("class");
    const text = element.textContent.trim().replace(/\s+/g, " ").slice(0, 40);
    return `<${element.tagName.toLowerCase()}${classes ? ` class="${classes}"` : ""}> ”${text}”`;
  };
  if (document.scrollingElement.scrollWidth > width)
    found.push(`the page is ${document.scrollingElement.scrollWidth} px wide in a window of ${width}`);

  const [regions, tall] = [[], []];
  for (const element of document.body.querySelectorAll("*")) {
    const style = getComputedStyle(element);
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    if (element.closest("svg") && element.tagName !== "svg") continue;
    const { clientWidth, clientHeight, scrollWidth, scrollHeight } = element;
    const hidesForSight = clientWidth <= 1 && clientHeight <= 1;
    const hides = (overflow) => overflow === "hidden" || overflow === "clip";
    const scrolls = (overflow) => overflow === "auto" || overflow === "scroll";
    if (hides(style.overflowX) && scrollWidth > clientWidth + 1 && clientWidth > 0 && !hidesForSight)
      found.push(`${name(element)} is clipped: ${scrollWidth} px in ${clientWidth}`);
    if (hides(style.overflowY) && scrollHeight > clientHeight + 1 && clientHeight > 0 && !hidesForSight)
      found.push(`${name(element)} is clipped: ${scrollHeight} px high in ${clientHeight}`);
    if (scrolls(style.overflowY) && scrollHeight > clientHeight + 1) tall.push(element);
    if (scrolls(style.overflowX) && scrollWidth > clientWidth + 1) {
      regions.push(element);
      const labelled = element.getAttribute("aria-label") || element.getAttribute("aria-labelledby");
      if (!labelled || element.tabIndex < 0 || !element.matches("[role=region], section"))
        found.push(`${name(element)} scrolls sideways and is not a labelled region that Tab reaches`);
    }
  }

  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node.parentElement;
    if (!node.data.trim() || !parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    if (parent.closest("title, desc, option, script, style, noscript")) continue;
    let [pinned, unseen] = [false, false];
    for (let each = parent; each; each = each.parentElement) {
      const { position, clip, clipPath } = getComputedStyle(each);
      if (position === "sticky" || position === "fixed") pinned = true;
      if (clipPath !== "none" || (clip !== "auto" && position === "absolute") || (position === "absolute" && each.offsetWidth <= 1)) unseen = true;
      const box = each.getBoundingClientRect();
      if (position === "absolute" && (box.bottom + scrollY < 0 || box.right < 0)) unseen = true;
    }
    if (unseen) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const scrolled = regions.some((region) => region.contains(parent));
    const window = tall.find((region) => region.contains(parent))?.getBoundingClientRect();
    for (const rect of range.getClientRects()) {
      if (rect.width < 1) continue;
      // Scrolled out of a region of its own.
      if (window && (rect.bottom > window.bottom || rect.top < window.top)) continue;
      if (!scrolled && (rect.right > width + 1 || rect.left < -1)) {
        found.push(`”${node.data.trim().slice(0, 40)}” reaches from ${Math.round(rect.left)} to ${Math.round(rect.right)} px`);
        break;
      }
      if (!pinned) texts.push({ node, rect });
    }
  }

  // Line boxes overlap a little where lines are set tight; letters do not overlap until a third is shared.
  texts.sort((a, b) => a.rect.top - b.rect.top);
  const onOther = new Set();
  for (let i = 0; i < texts.length; i++)
    for (let j = i + 1; j < texts.length && texts[j].rect.top < texts[i].rect.bottom; j++) {
      const [a, b] = [texts[i], texts[j]];
      if (a.node === b.node) continue;
      const shared = Math.min(a.rect.bottom, b.rect.bottom) - b.rect.top;
      const across = Math.min(a.rect.right, b.rect.right) - Math.max(a.rect.left, b.rect.left);
      if (across > 2 && shared > Math.min(a.rect.height, b.rect.height) * 0.35)
        onOther.add(`”${a.node.data.trim().slice(0, 30)}” and ”${b.node.data.trim().slice(0, 30)}” lie on each other`);
    }
  return [...found, ...onOther];
}

/** In the page: notes how large each text is. Drawings scale otherwise. */
function measureText() {
  const owners = [...document.body.querySelectorAll("*")].filter(
    (element) =>
      !element.closest("svg") && [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()),
  );
  globalThis.textSizes = new Map(owners.map((element) => [element, parseFloat(getComputedStyle(element).fontSize)]));
}

/** In the page: text that is not about twice as large as when it was measured. */
function rigidText() {
  const rigid = [...globalThis.textSizes].filter(
    ([element, before]) => parseFloat(getComputedStyle(element).fontSize) < before * 1.9,
  );
  return [...new Set(rigid.map(([e]) => `<${e.tagName.toLowerCase()} class="${e.className}"> ”${e.textContent.trim().slice(0, 30)}”`))];
}
