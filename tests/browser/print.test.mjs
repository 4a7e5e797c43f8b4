// On paper: all that the page says, black on white, no row cut, table headers repeated, addresses in full.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { launch, none, sample, serve, sites, visit, whole } from "./harness.mjs";

const browser = await launch();
const folder = mkdtempSync(join(tmpdir(), "loftesarkiv-print-"));
after(() => rmSync(folder, { recursive: true }));

// A4 less 20 mm on each side, in CSS pixels.
const PAPER = { width: 642, height: 971 };
const LANDSCAPE = { width: 971, height: 642 };

for (const site of sites) {
  const printed = sample(site).filter(whole);

  test(`${site.name}: the print has all the text, whole rows, and addresses of links elsewhere`, async () => {
    const base = await serve(site);
    const context = await browser.newContext({ viewport: PAPER });
    none(await visit(context, base, printed, onPaper), "faults");
  });

  test(`${site.name}: print fits the paper, and is black on white even for readers in the dark`, async () => {
    const base = await serve(site);
    const context = await browser.newContext({ viewport: PAPER, colorScheme: "dark" });
    const complaints = await visit(context, base, printed, async (tab) => {
      await tab.emulateMedia({ media: "print" });
      return tab.evaluate(unfit);
    });
    none(complaints, "faults");
  });
}

test("no word of an overview of 15 years is broken without a hyphen", async () => {
  const complaints = [];
  for (const site of sites) {
    const context = await browser.newContext({ viewport: LANDSCAPE });
    const matrices = site.pages.filter(({ type }) => type === "matrix");
    if (matrices.length === 0) throw new Error(`${site.name} has no overview`);
    complaints.push(
      ...(await visit(context, await serve(site), matrices, async (tab) => {
        await tab.emulateMedia({ media: "print" });
        return tab.evaluate(broken, 15);
      })),
    );
  }
  none(complaints, "broken words");
});

async function onPaper(tab) {
  await tab.emulateMedia({ media: "print" });
  const { texts, rows, links, heads } = await tab.evaluate(toPrint);
  const pages = readPdf(await tab.pdf({ format: "A4", preferCSSPageSize: true })).map(bare);
  const all = pages.join("");
  const complaints = [];
  for (const text of texts) {
    if (all.includes(bare(text))) continue;
    const missing = text.split(/\s+/).find((word) => !all.includes(bare(word)));
    if (missing) complaints.push(`”${missing}” of ”${text.slice(0, 60)}” is not in the print`);
  }
  for (const row of rows)
    if (!pages.some((page) => row.every((cell) => page.includes(bare(cell)))))
      complaints.push(`a row is cut between pages: ”${row.join(" | ").slice(0, 60)}”`);
  for (const { head, rows } of heads)
    for (const page of pages)
      if (rows.some((row) => page.includes(bare(row.join("")))) && !page.includes(bare(head)))
        complaints.push(`a page has rows of the table ”${head.slice(0, 40)}” without its header`);
  for (const link of links)
    if (!all.includes(bare(link)) && !all.includes(bare(decodeURI(link)))) complaints.push(`the address ${link} is not in the print`);
  return complaints;
}

/** Text without what line breaking and ligatures change. */
function bare(text) {
  return text.normalize("NFKC").toLowerCase().replace(/[\s\u00ad\-‐‑–]/g, "");
}

/** The text of each page of a PDF, in the order in which it was drawn. */
function readPdf(pdf) {
  const file = join(folder, "page.pdf");
  writeFileSync(file, pdf);
  return execFileSync("pdftotext", ["-raw", "-enc", "UTF-8", file, "-"], { maxBuffer: 1 << 26 })
    .toString()
    .split("\f")
    .filter((page, index, pages) => index < pages.length - 1);
}

/** In the page: what main says, closed details too; table rows; headers; addresses elsewhere. */
function toPrint() {
  const main = document.querySelector("main");
  const unprinted = "nav, a.skip, form, fieldset, button, select, output, [role=status], script, style, noscript, svg title, svg desc, .here";
  const texts = [];
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    if (!data.trim() || parentElement.closest(unprinted) || parentElement.closest("[hidden]")) continue;
    let unseen = false;
    for (let each = parentElement; each !== main; each = each.parentElement) {
      const { position, clip, clipPath } = getComputedStyle(each);
      if (position === "absolute" && (clip !== "auto" || clipPath !== "none" || each.offsetWidth <= 1)) unseen = true;
    }
    if (!unseen) texts.push(data.trim());
  }
  const cells = (row) => [...row.cells].map((cell) => cell.innerText.trim()).filter(Boolean);
  const rows = [...main.querySelectorAll("tbody tr")].map(cells);
  const heads = [...main.querySelectorAll("table:has(thead)")].map((table) => ({
    head: cells(table.tHead.rows[0]).join(""),
    rows: [...table.tBodies[0].rows].map(cells),
  }));
  const links = [...main.querySelectorAll("a[href^='http']")]
    .filter((link) => !link.closest(unprinted) && !link.closest("svg"))
    .map((link) => link.getAttribute("href"));
  return { texts, rows, heads, links };
}

/** In the page, as printed: words of the overview that are on several lines, once it has so many years. */
function broken(years) {
  const table = document.querySelector(".matrix table");
  const wide = [...table.rows].filter(({ cells }) => cells.length > 1);
  for (const row of wide)
    for (let n = 1; row.cells.length <= years; n++) row.append(row.cells[n].cloneNode(true));
  const range = document.createRange();
  // The line of a letter; the first rectangle of one after a soft hyphen is the hyphen's.
  const line = (node, n) => {
    range.setStart(node, n);
    range.setEnd(node, n + 1);
    return Math.round([...range.getClientRects()].at(-1)?.bottom ?? 0);
  };
  const found = new Set();
  const walker = document.createTreeWalker(table, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    for (const { 0: word, index } of node.data.matchAll(/[^\s\u00ad-]+/g)) {
      const lines = new Set(Array.from(word, (_, n) => line(node, index + n)));
      if (lines.size > 1) found.add(`”${word}”`);
    }
  }
  return [...found];
}

/** In the page, as printed: what is wider than the paper, dark, or cut where pages meet. */
function unfit() {
  const found = [];
  if (document.scrollingElement.scrollWidth > innerWidth) found.push(`is ${document.scrollingElement.scrollWidth} px wide on paper of ${innerWidth}`);
  const parts = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const light = (colour) => {
    const [r, g, b, a = 1] = parts(colour);
    return a === 0 || (r + g + b) / 3 > 180;
  };
  for (const element of document.querySelectorAll("html, body, main")) {
    if (!light(getComputedStyle(element).backgroundColor)) found.push(`<${element.tagName.toLowerCase()}> is dark on paper`);
  }
  if (light(getComputedStyle(document.querySelector("main")).color)) found.push("text is light on paper");
  for (const element of document.querySelectorAll("main :is(nav, form, fieldset), body > header nav, body > footer nav"))
    if (element.checkVisibility()) found.push(`<${element.tagName.toLowerCase()} class="${element.className}"> is printed`);
  for (const element of document.querySelectorAll("main tr, main figure, main .commitment, main .entry"))
    if (!["avoid", "avoid-page"].includes(getComputedStyle(element).breakInside))
      found.push(`<${element.tagName.toLowerCase()} class="${element.className}"> may be cut between pages`);
  for (const element of document.querySelectorAll("main :is(h1, h2, h3, h4)"))
    if (!["avoid", "avoid-page"].includes(getComputedStyle(element).breakAfter))
      found.push(`<${element.tagName.toLowerCase()}> may stand alone at the end of a page`);
  return [...new Set(found)];
}
