// Everything can be reached and used from the keyboard, in reading order, and one sees where one is.

import { test } from "node:test";
import { launch, none, sample, serve, sites, visit, whole } from "./harness.mjs";
import { pixels, strongChanges } from "./png.mjs";

const browser = await launch();
// Kinds of element whose focus has been looked at, in each colour scheme.
const seen = { light: new Set(), dark: new Set() };

for (const site of sites) {
  test(`${site.name}: the first Tab shows a skip link, and it leads to the content`, async () => {
    const base = await serve(site);
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
    none(await visit(context, base, sample(site).filter(whole), skipLink), "pages");
  });

  // The fixture has everything that the archive has; BROWSER=all walks both at both widths.
  const isSlice = site.name === "archive" && process.env.BROWSER !== "all";
  for (const width of isSlice ? [320] : [320, 1280])
    test(`${site.name}, ${width} px: Tab visits all in reading order, unobscured, and gets out`, async () => {
      const base = await serve(site);
      const context = await browser.newContext({ viewport: { width, height: 640 } });
      none(await visit(context, base, sample(site), (tab) => walk(tab, width)), "stops");
    });

  for (const colorScheme of ["light", "dark"])
    test(`${site.name}, ${colorScheme}: focus shows by a change of contrast 3:1 around the element`, async () => {
      const base = await serve(site);
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme });
      none(await visit(context, base, sample(site), (tab) => focusShows(tab, seen[colorScheme])), "kinds of element");
    });
}

async function skipLink(tab) {
  await tab.keyboard.press("Tab");
  const link = await tab.evaluate(() => {
    const { tagName, hash, textContent } = document.activeElement;
    const box = document.activeElement.getBoundingClientRect();
    const target = hash ? document.getElementById(hash.slice(1)) : null;
    const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return {
      text: textContent.trim(),
      isLink: tagName === "A" && Boolean(hash),
      inView: box.width > 24 && box.height >= 24 && box.x >= 0 && box.y >= 0 && box.right <= innerWidth,
      onTop: hit !== null && document.activeElement.contains(hit),
      leadsToMain: target !== null && Boolean(target.closest("main") ?? target.querySelector("main")),
    };
  });
  if (!link.isLink) return [`the first Tab reaches ”${link.text.slice(0, 40)}”, which is no skip link`];
  if (!link.inView || !link.onTop) return ["the skip link does not show when it has focus"];
  if (!link.leadsToMain) return ["the skip link does not lead to main"];
  await tab.keyboard.press("Enter");
  const arrived = await tab.evaluate(() => Boolean(document.activeElement.closest("main")));
  if (!arrived) return ["focus does not follow the skip link into main"];
  await tab.keyboard.press("Tab");
  const onward = await tab.evaluate(
    () => document.activeElement === document.body || !document.activeElement.closest("header:not(main *)"),
  );
  return onward ? [] : ["Tab after the skip link goes back into the header"];
}

/** Tabs through the page and compares with what its elements promise. */
async function walk(tab, width) {
  const expected = await tab.evaluate(numberStops);
  const complaints = [];
  let above = { x: 0, y: -Infinity, name: "" };
  for (let number = 0; number < expected.length; number++) {
    // The key is let go while the page is asked where focus is: there are thousands of stops.
    await tab.keyboard.down("Tab");
    const [stop] = await Promise.all([tab.evaluate(describeStop), tab.keyboard.up("Tab")]);
    if (stop.number !== number) {
      complaints.push(`stop ${number} should be ${expected[number]}, but is ${stop.name}`);
      return complaints;
    }
    if (stop.obscuredBy) complaints.push(`${stop.name} is hidden behind ${stop.obscuredBy}`);
    if (!stop.inView) complaints.push(`${stop.name} is outside the window when it has focus`);
    // In one column, what comes later stands further down; what is pinned or drawn may stand anywhere.
    if (width === 320 && stop.flows) {
      // In a region that scrolls by itself, where something stands in it.
      const [here, there] = stop.region && stop.region === above.region ? [stop.inRegion, above.inRegion] : [stop, above];
      const sameRow = Math.abs(here.y - there.y) < 8;
      if (here.y < there.y - 30 || (sameRow && here.x < there.x)) complaints.push(`${stop.name} stands before ${above.name}, which Tab reaches first`);
      above = stop;
    }
  }
  await tab.keyboard.press("Tab");
  const end = await tab.evaluate(describeStop);
  if (end.number > 0) complaints.push(`after the last stop, Tab is caught at ${end.name}`);
  await tab.evaluate(() => document.querySelector("[data-stop='1']")?.focus());
  await tab.keyboard.press("Shift+Tab");
  const back = await tab.evaluate(describeStop);
  if (expected.length > 1 && back.number !== 0) complaints.push(`Shift+Tab from the second stop reaches ${back.name}`);
  return complaints;
}

/** In the page: marks all that Tab should reach, in document order; returns their names. */
function numberStops() {
  const candidates = "a[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable]";
  const stops = [...document.querySelectorAll(candidates)].filter((element) => {
    if (element.disabled || element.type === "hidden" || element.tabIndex < 0) return false;
    if (element.type === "radio" && element.name) {
      const group = [...document.querySelectorAll(`input[type=radio][name="${CSS.escape(element.name)}"]`)];
      if (element !== (group.find((radio) => radio.checked) ?? group[0])) return false;
    }
    return element.checkVisibility({ visibilityProperty: true });
  });
  return stops.map((element, number) => {
    element.dataset.stop = number;
    return `<${element.tagName.toLowerCase()}> ”${element.textContent.trim().slice(0, 40)}”`;
  });
}

/** In the page: where focus is now, and whether one can see it there. */
function describeStop() {
  const name = (element) =>
    `<${element.tagName.toLowerCase()} ${element.getAttribute("class") ?? ""}> ”${element.textContent.trim().slice(0, 40)}”`;
  const element = document.activeElement;
  const rects = [...element.getClientRects()].filter((rect) => rect.width > 2 && rect.height > 2);
  const within = ({ x, y }) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
  const points = rects.flatMap((rect) => [
    { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 },
    { x: rect.left + 2, y: rect.top + 2 },
    { x: rect.right - 2, y: rect.bottom - 2 },
  ]);
  const covers = points
    .filter(within)
    .map(({ x, y }) => document.elementFromPoint(x, y))
    .filter((hit) => hit && !element.contains(hit) && !hit.contains(element) && !inSameSvg(hit));
  function inSameSvg(hit) {
    return element.ownerSVGElement && hit.ownerSVGElement === element.ownerSVGElement;
  }
  let flows = !element.ownerSVGElement;
  for (let each = element; each; each = each.parentElement)
    if (["sticky", "fixed", "absolute"].includes(getComputedStyle(each).position)) flows = false;
  const region = element.closest('[role="region"][tabindex]');
  return {
    region: region === element ? null : region?.dataset.stop,
    inRegion: { x: (rects[0]?.left ?? 0) + (region?.scrollLeft ?? 0), y: (rects[0]?.top ?? 0) + (region?.scrollTop ?? 0) + scrollY },
    number: Number(element.dataset.stop ?? -1),
    name: element === document.body ? "the page itself" : name(element),
    inView: points.some(within),
    obscuredBy: covers.length ? name(covers[0]) : null,
    flows,
    x: (rects[0]?.left ?? 0) + scrollX,
    y: (rects[0]?.top ?? 0) + scrollY,
  };
}

/** Focuses one element of each kind (tag, classes and those of its parent) and measures the change. */
async function focusShows(tab, seen) {
  await tab.keyboard.press("Tab"); // from here on the browser knows that a keyboard is in use
  const count = (await tab.evaluate(numberStops)).length;
  const complaints = [];
  for (let number = 0; number < count; number++) {
    const kind = await tab.evaluate((number) => {
      const { tagName, className, parentElement } = document.querySelector(`[data-stop="${number}"]`);
      const classes = (value) => value?.baseVal ?? value;
      return `<${tagName.toLowerCase()} ${classes(className)}> in <${parentElement.tagName.toLowerCase()} ${classes(parentElement.className)}>`;
    }, number);
    if (seen.has(kind)) continue;
    seen.add(kind);
    const box = await tab.evaluate((number) => {
      const element = document.querySelector(`[data-stop="${number}"]`);
      element.focus();
      element.scrollIntoView({ block: "center", inline: "center" });
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const x = Math.max(0, Math.floor(left) - 8);
      const y = Math.max(0, Math.floor(top) - 8);
      const first = element.getClientRects()[0];
      return {
        clip: { x, y, width: Math.min(innerWidth, Math.ceil(right) + 8) - x, height: Math.min(innerHeight, Math.ceil(bottom) + 8) - y },
        edge: Math.min(2 * (first.width + first.height), innerWidth + innerHeight),
      };
    }, number);
    const focused = await tab.screenshot({ clip: box.clip });
    await tab.evaluate(() => document.activeElement.blur());
    const blurred = await tab.screenshot({ clip: box.clip });
    const changed = strongChanges(pixels(focused), pixels(blurred));
    if (changed < box.edge) complaints.push(`${kind}: ${changed} pixels change by 3:1, of ${Math.round(box.edge)} around it`);
  }
  return complaints;
}
