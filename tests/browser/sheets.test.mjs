// Each page links the style sheets that it needs: with all the others too it looks the same.

import { test } from "node:test";
import { addSheets, launch, none, sample, serve, sites, visit } from "./harness.mjs";

const browser = await launch();

for (const site of sites)
  test(`${site.name}: no page lacks a style sheet that has rules for it`, async () => {
    const base = await serve(site);
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    // The page that was not found names its files by the site's own address.
    const pages = sample(site).filter(({ path }) => path !== "404.html");
    const complaints = await visit(context, base, pages, async (tab) => {
      const found = [];
      for (const media of ["screen", "print"]) {
        await tab.emulateMedia({ media });
        await tab.evaluate(remember);
        const added = await addSheets(tab, base, site);
        found.push(...(await tab.evaluate(changes)).slice(0, 5).map((change) => `${media}: ${change}`));
        for (const sheet of added) await sheet.evaluate((link) => link.remove());
      }
      return found;
    });
    none(complaints, "missing rules");
  });

/** In the page: keeps how every element looks. */
function remember() {
  window.looks = () =>
    Array.from(document.querySelectorAll("body *"), (element) => {
      const computed = getComputedStyle(element);
      return Array.from(computed, (name) => `${name}: ${computed.getPropertyValue(name)}`);
    });
  window.before = window.looks();
}

/** In the page: the elements that look another way than before, and the first thing that is other. */
function changes() {
  const after = window.looks();
  return Array.from(document.querySelectorAll("body *"), (element, n) => {
    const change = after[n].find((look, at) => look !== window.before[n][at]);
    return change && `<${element.localName} class="${element.getAttribute("class") ?? ""}"> ${change}`;
  }).filter(Boolean);
}
