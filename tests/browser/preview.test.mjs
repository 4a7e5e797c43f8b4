// The preview, as an editor meets it: the real program serves a copy of the site in `site/`, files are
// saved, and the page in the browser is never reloaded by hand.

import { spawn } from "node:child_process";
import { cp, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import assert from "node:assert/strict";
import { axeComplaints } from "./axe.mjs";
import { here, launch, none } from "./harness.mjs";

/** The program to try; `tests/all` says which. */
const program = process.env.PROGRAM ?? join(here, "../../target/debug/loftesarkiv");
const PLACE = "kommuner/stenungsund";
const TIMELINE = `${PLACE}/index.html`;
const NOTICE = `${PLACE}/2026/pressinbjudan.md`;
const PAGE = `${PLACE}/2026/pressinbjudan.html`;
const BAR = "#loftesarkiv-preview .bar";
const OVERLAY = "#loftesarkiv-preview .overlay";

const browser = await launch();

/** A copy of the site, changed by `prepare` and then served; `open` shows one of its pages. */
async function preview(t, prepare = async () => {}) {
  const folder = await mkdtemp(join(tmpdir(), "loftesarkiv-preview-"));
  await cp(join(here, "site"), folder, { recursive: true });
  const content = (path) => join(folder, "content", path);
  const site = {
    folder,
    tabs: [],
    save: (path, text) => writeFile(content(path), text),
    change: async (path, from, to) => {
      const text = await readFile(content(path), "utf8");
      assert.ok(text.includes(from), `${path} says ${from}`);
      await writeFile(content(path), text.replace(from, to));
    },
    rename: (from, to) => rename(content(from), content(to)),
    remove: (path) => rm(content(path)),
  };
  await prepare(site);
  const served = spawn(program, ["serve", "--port", "0", "--today", "2026-11-22", "--site", folder]);
  t.after(async () => {
    const complaints = site.tabs.flatMap(({ complaints }) => complaints);
    await Promise.all(site.tabs.map(({ context }) => context.close()));
    served.kill("SIGKILL");
    await rm(folder, { recursive: true, force: true });
    none(complaints, "complaints of the browser");
  });
  site.base = await new Promise((found, failed) => {
    createInterface({ input: served.stderr }).on("line", (line) => {
      const address = line.match(/http:\/\/\S+/);
      if (address) found(address[0]);
    });
    served.on("exit", (status) => failed(new Error(`serve ended with ${status}`)));
  });
  return site;
}

/** A tab that shows a page. What the browser has to complain of fails the test at its end. */
async function open(site, path, options) {
  const context = await browser.newContext(options);
  const tab = await context.newPage();
  tab.setDefaultTimeout(20_000);
  const complaints = [];
  tab.on("pageerror", (error) => complaints.push(error.message));
  tab.on("console", (message) => {
    // A page that is not there is what some tests ask for.
    if (message.type() === "error" && !/status of 404/.test(message.text())) complaints.push(message.text());
  });
  site.tabs.push({ context, complaints });
  await tab.goto(site.base + path);
  await listening(tab);
  return tab;
}

/** Waits until the page hears of changes. */
const listening = (tab) =>
  tab.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => name.includes("preview.js")));

/** Leaves a mark that only a new document would be without. */
const mark = (tab) => tab.evaluate(() => (globalThis.same = true));
const isSame = (tab) => tab.evaluate(() => globalThis.same === true);

test("a seventh window is shown, and follows what is saved", async (t) => {
  const site = await preview(t);
  const first = await open(site, PAGE);
  const tabs = [first];
  // Browsers allow six connections to one server, and every one of these windows is visible.
  for (let n = 2; n <= 8; n++) {
    const tab = await first.context().newPage();
    tab.setDefaultTimeout(20_000);
    await tab.goto(site.base + PAGE, { timeout: 20_000 });
    tabs.push(tab);
  }
  await site.change(NOTICE, "+++\n\n", "+++\n\nSparat för alla fönster.\n\n");
  for (const tab of tabs) await tab.getByText("Sparat för alla fönster.").waitFor();
});

test("what is saved is there: in the text, in the front matter, on the timeline", async (t) => {
  const site = await preview(t);
  const timeline = await open(site, TIMELINE);
  const page = await open(site, PAGE);
  await site.change(NOTICE, "+++\n\n", "+++\n\nNyss sparat i brödtexten.\n\n");
  await page.getByText("Nyss sparat i brödtexten.").waitFor();
  await mark(timeline);
  await site.change(NOTICE, "Pressinbjudan: nytt medborgarlöfte i Stenungsund", "Nyss omdöpt");
  await timeline.getByRole("link", { name: "Nyss omdöpt" }).first().waitFor();
  await page.getByRole("heading", { level: 1, name: "Nyss omdöpt" }).waitFor();
  assert.equal(await isSame(timeline), false, "it is loaded anew");
});

test("a page that a save does not change stays as it is", async (t) => {
  const site = await preview(t);
  const other = await open(site, "kommuner/tjorn/index.html");
  const page = await open(site, PAGE);
  await mark(other);
  await site.change(NOTICE, "+++\n\n", "+++\n\nNågot annat.\n\n");
  await page.getByText("Något annat.").waitFor();
  assert.ok(await isSame(other));
});

test("an error lies over the page until it is mended, and the page stays", async (t) => {
  const site = await preview(t);
  const tab = await open(site, TIMELINE);
  await mark(tab);
  const before = await readFile(join(site.folder, "content", NOTICE), "utf8");
  const lines = before.split("\n");
  const at = lines.findIndex((line) => line.startsWith("title"));
  lines.splice(at, 0, 'titel = "<b>Fel</b> & fel"');
  await site.save(NOTICE, lines.join("\n"));
  const overlay = tab.locator(OVERLAY);
  await overlay.waitFor();
  assert.equal(await overlay.locator("summary").innerText(), "1 fel att rätta");
  const text = await overlay.innerText();
  assert.match(text, new RegExp(`content/${NOTICE}:${at + 1}:1`), "file and line");
  assert.match(text, /titel = "<b>Fel<\/b> & fel"/, "the source line, as it was written");
  assert.match(text, /Menade du ”title”/i, "help");
  assert.equal(await overlay.locator("b").count(), 0, "escaped");
  assert.match(await tab.locator("main").innerText(), /Stenungsund/, "the page is still there");
  assert.ok(await isSame(tab), "and was not loaded anew");
  await site.save(NOTICE, before);
  await overlay.waitFor({ state: "detached" });
  assert.ok(await isSame(tab));
});

test("a site that is broken from the start shows what to mend, and then itself", async (t) => {
  const site = await preview(t, (site) => site.change(NOTICE, "kind = ", "knd = "));
  const tab = await open(site, TIMELINE);
  await tab.locator(OVERLAY).getByText(`content/${NOTICE}`).first().waitFor();
  assert.equal(await tab.locator("h1").innerText(), "Webbplatsen kan inte visas än");
  none(await axeComplaints(tab), "violations");
  await site.change(NOTICE, "knd = ", "kind = ");
  await tab.getByRole("heading", { level: 1, name: "Stenungsunds kommun" }).waitFor();
  await tab.locator(OVERLAY).waitFor({ state: "detached" });
});

test("a reload keeps the place in the page", async (t) => {
  const site = await preview(t);
  const tab = await open(site, TIMELINE);
  const place = await tab.evaluate(() => {
    scrollTo({ top: 900, behavior: "instant" });
    return scrollY;
  });
  assert.ok(place > 500, "the page is long");
  await mark(tab);
  await site.change(NOTICE, "title = ", 'summary = "Nyss sammanfattat."\ntitle = ');
  await site.change(`${PLACE}/index.md`, "Kommunen uppger", "Kommunen säger");
  await tab.getByText("Kommunen säger").waitFor();
  assert.equal(await isSame(tab), false);
  await tab.waitForFunction((place) => Math.abs(scrollY - place) <= 2, place);
});

test("a changed stylesheet is swapped in without a reload", async (t) => {
  const style = await readFile(join(here, "../../themes/default/assets/style.css"), "utf8");
  const own = (site) => join(site.folder, "themes/default/assets/style.css");
  const site = await preview(t, async ({ folder }) =>
    cp(join(here, "../../themes/default/assets/style.css"), join(folder, "themes/default/assets/style.css")),
  );
  const tab = await open(site, TIMELINE);
  await mark(tab);
  for (const colour of ["rgb(1, 2, 3)", "rgb(4, 5, 6)"]) {
    await writeFile(own(site), `${style}\nh1 { color: ${colour} }\n`);
    await tab.waitForFunction((colour) => getComputedStyle(document.querySelector("h1")).color === colour, colour);
  }
  await tab.waitForFunction(() => document.querySelectorAll("link[href*='style.css']").length === 1);
  assert.ok(await isSame(tab));
});

test("a page follows its file to a new name", async (t) => {
  const site = await preview(t);
  const tab = await open(site, PAGE);
  const title = await tab.locator("h1").innerText();
  await site.rename(NOTICE, `${PLACE}/2026/inbjudan.md`);
  await tab.waitForURL(`${site.base}${PLACE}/2026/inbjudan.html`);
  assert.equal(await tab.locator("h1").innerText(), title);
});

test("a page that is gone leads to the nearest that there are", async (t) => {
  const site = await preview(t);
  const tab = await open(site, PAGE);
  await site.remove(NOTICE);
  const nearest = tab.locator(`main a[href$="/${PLACE}/2026/index.html"]`).first();
  await nearest.waitFor();
  const answer = await tab.reload();
  assert.equal(answer.status(), 404);
  await nearest.click();
  await tab.waitForURL(`${site.base}${PLACE}/2026/index.html`);
});

test("the bar names the file, its warnings, and drafts", async (t) => {
  const site = await preview(t);
  const tab = await open(site, PAGE);
  const bar = tab.locator(BAR);
  assert.match(await bar.innerText(), new RegExp(`content/${NOTICE}\\s+Publiceras`));
  await site.change(NOTICE, "title = ", "draft = true\ntitle = ");
  await bar.getByText("Utkast: visas bara här").waitFor();
  await tab.locator("main .draft").getByText("Utkast").first().waitFor();
  await site.change(NOTICE, "draft = true\n", "");
  const source = await readFile(join(site.folder, "content", NOTICE), "utf8");
  await site.save(NOTICE, source.replace(/\[\[sources\]\][^[]*?(?=\n\[|\n\+\+\+)/g, ""));
  await bar.locator("summary").getByText(/^\d+ påpekande/).waitFor();
  await bar.locator("summary").click();
  await bar.getByText("→").or(bar.locator(".diagnostic-help")).first().waitFor();
  await tab.goto(`${site.base}handlingar/index.html`);
  assert.match(await bar.innerText(), /Programmet gör den här sidan av de andra/);
});

for (const colorScheme of ["light", "dark"])
  test(`${colorScheme}: axe has nothing to say of the bar and the overlay`, async (t) => {
    const site = await preview(t);
    const tab = await open(site, PAGE, { colorScheme });
    none(await axeComplaints(tab), "violations");
    await site.change(NOTICE, "kind = ", "knd = ");
    await tab.locator(OVERLAY).waitFor();
    none(await axeComplaints(tab), "violations");
  });

for (const width of [320, 1280])
  test(`${width} px: the bar hides nothing, and the overlay can be folded away`, async (t) => {
    const site = await preview(t);
    const tab = await open(site, TIMELINE, { viewport: { width, height: 700 } });
    assert.ok((await tab.locator(BAR).boundingBox()).height < 180, "the bar is low");
    const wide = await tab.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    assert.equal(wide, false, "nothing makes the page wider");
    none(await tab.evaluate(hiddenWhenFocused), "links under the bar when they are in focus");
    await site.change(NOTICE, "kind = ", "knd = ");
    const overlay = tab.locator(OVERLAY);
    await overlay.waitFor();
    await overlay.locator("summary").focus();
    await tab.keyboard.press("Enter");
    await tab.waitForFunction((overlay) => !document.querySelector(overlay).open, OVERLAY);
    assert.ok((await overlay.boundingBox()).height < 80, "one line is left");
  });

/** In the page: what has the focus but stands under the bar. */
function hiddenWhenFocused() {
  const found = [];
  for (const link of document.querySelectorAll("main a[href], footer a[href], main summary")) {
    if (!link.checkVisibility()) continue;
    link.focus();
    const { top, bottom } = link.getBoundingClientRect();
    const bar = document.querySelector("#loftesarkiv-preview .bar").getBoundingClientRect();
    if (bottom > bar.top + 1 && top < bar.bottom) found.push(link.textContent.trim().slice(0, 40));
  }
  return found;
}

test("an English site speaks English", async (t) => {
  const site = await preview(t, async ({ folder }) => {
    const path = join(folder, "site.toml");
    await writeFile(path, (await readFile(path, "utf8")).replace('language = "sv"', 'language = "en"'));
  });
  const tab = await open(site, PAGE);
  assert.match(await tab.locator(BAR).innerText(), /Will be published/);
  await site.change(NOTICE, "kind = ", "knd = ");
  await tab.locator(`${OVERLAY} summary`).getByText("error to mend").waitFor();
  assert.equal(await tab.locator("#loftesarkiv-preview").getAttribute("lang"), "en");
});
