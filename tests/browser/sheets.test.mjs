// Each page links the style sheets that it needs: with all the others too it looks the same.

import { test } from "node:test";
import { launch, none, open, sample, serve, sites } from "./harness.mjs";

const browser = await launch();
const SHEETS = ["document", "timeline", "matrix", "index"];

for (const site of sites)
  test(`${site.name}: no page lacks a style sheet that has rules for it`, async () => {
    const base = await serve(site);
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const tab = await context.newPage();
    const complaints = [];
    for (const page of sample(site)) {
      if (page.path === "404.html") continue; // It names its files by the site's own address.
      await open(tab, base, page);
      for (const media of ["screen", "print"]) {
        await tab.emulateMedia({ media });
        const changed = await tab.evaluate(changes, SHEETS);
        if (changed.length > 0) complaints.push(`${page.path}, ${media}: ${changed.slice(0, 5).join("; ")}`);
      }
    }
    await context.close();
    none(complaints, "missing rules");
  });

/** In the page: what the sheets that it does not link would change of its elements. */
async function changes(names) {
  const style = document.querySelector("link[href$='style.css']").href;
  const linked = new Set(Array.from(document.querySelectorAll("link[rel=stylesheet]"), (link) => link.href));
  const missing = names.map((name) => style.replace("style.css", `${name}.css`)).filter((href) => !linked.has(href));
  const looks = (element) => {
    const computed = getComputedStyle(element);
    return Array.from(computed, (name) => `${name}: ${computed.getPropertyValue(name)}`);
  };
  const elements = document.querySelectorAll("body *");
  const before = Array.from(elements, looks);
  const added = missing.map((href) => Object.assign(document.createElement("link"), { rel: "stylesheet", href }));
  await Promise.all(added.map((link) => new Promise((done, failed) => {
    Object.assign(link, { onload: done, onerror: () => failed(new Error(`no ${link.href}`)) });
    document.head.append(link);
  })));
  const changed = [];
  elements.forEach((element, n) => {
    const news = looks(element).filter((look, at) => look !== before[n][at]);
    if (news.length > 0) changed.push(`<${element.localName} class="${element.getAttribute("class") ?? ""}"> ${news[0]}`);
  });
  added.forEach((link) => link.remove());
  return changed;
}
