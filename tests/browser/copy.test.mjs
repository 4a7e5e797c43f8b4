// The button that copies the address of a commitment: from a server and from a disk, with the mouse and
// the keyboard, and where the clipboard refuses.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { launch, open, serve, sites } from "./harness.mjs";

const browser = await launch();
const fixture = sites.find(({ name }) => name === "fixture");
const archive = sites.find(({ name }) => name === "archive");
const disk = (site) => `${pathToFileURL(site.root)}/`;
const promising = (site) => site.pages.find(({ html }) => (html.match(/class="here"/g) ?? []).length > 2);

/** A page in a tab that may use the clipboard, with what its statuses say noted in `said`. */
async function tabOf(base, page, prepare = () => {}) {
  const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  const tab = await context.newPage();
  await tab.addInitScript(prepare);
  await open(tab, base, page);
  await tab.evaluate(() => {
    globalThis.said = [];
    const note = ([{ target }]) => target.textContent && said.push(target.textContent);
    for (const status of document.querySelectorAll(".here [role=status]")) new MutationObserver(note).observe(status, { childList: true });
  });
  return tab;
}

const buttons = (tab) => tab.getByRole("button", { name: /^Kopiera länk: / });
const clipboard = (tab) => tab.evaluate(() => navigator.clipboard.readText());
const anchors = ({ html }) => [...html.matchAll(/<p class="here"><a href="(#[^"]+)"/g)].map(([, anchor]) => anchor);

for (const [name, base] of [
  ["a server", () => serve(fixture)],
  ["a disk", () => disk(fixture)],
])
  test(`from ${name}, each button copies the commitment's published address, and says so once`, async () => {
    const page = promising(fixture);
    const tab = await tabOf(await base(), page);
    assert.equal(await buttons(tab).count(), anchors(page).length);
    const seen = [];
    for (const [n, anchor] of anchors(page).entries()) {
      await buttons(tab).nth(n).click();
      seen.push("Länken är kopierad");
      await tab.waitForFunction((count) => said.length >= count, seen.length);
      assert.equal(await clipboard(tab), `${fixture.home}${page.path}${anchor}`);
      // What was copied before is no longer in the clipboard.
      assert.deepEqual(await tab.locator(".here [role=status]:not(:empty)").count(), 1);
    }
    assert.deepEqual(await tab.evaluate(() => said), seen);
    await tab.context().close();
  });

test("its name says which commitment it is of", async () => {
  const tab = await tabOf(disk(fixture), promising(fixture));
  for (const one of await tab.locator(".commitment").all()) {
    const promise = (await one.locator(".promise").textContent()).trim();
    assert.equal(await one.getByRole("button", { name: `Kopiera länk: ${promise}`, exact: true }).count(), 1);
  }
  await tab.context().close();
});

test("from the keyboard, it comes after the link, and keeps the focus", async () => {
  const page = promising(fixture);
  const tab = await tabOf(disk(fixture), page);
  for (const [n, key] of ["Enter", "Space"].entries()) {
    await tab.locator(".here a").nth(n).focus();
    await tab.keyboard.press("Tab");
    await tab.keyboard.press(key);
    await tab.waitForFunction((count) => said.length === count, n + 1);
    assert.equal(await clipboard(tab), `${fixture.home}${page.path}${anchors(page)[n]}`);
    assert.equal(await tab.evaluate(() => document.activeElement.textContent), "Kopiera länk");
  }
  await tab.context().close();
});

for (const [name, prepare] of [
  ["refuses", () => (navigator.clipboard.writeText = () => Promise.reject(new DOMException("", "NotAllowedError")))],
  ["is not there", () => Object.defineProperty(Navigator.prototype, "clipboard", { value: undefined })],
])
  test(`where the clipboard ${name}, the address is shown and selected`, async () => {
    const page = promising(fixture);
    const tab = await tabOf(await serve(fixture), page, prepare);
    await buttons(tab).nth(1).click();
    const address = `${fixture.home}${page.path}${anchors(page)[1]}`;
    await tab.waitForFunction(() => said.length > 0);
    assert.deepEqual(await tab.evaluate(() => said), [address]);
    assert.equal(await tab.evaluate(() => String(getSelection())), address);
    assert.ok(await tab.locator(".here").nth(1).getByText(address).isVisible());
    await tab.context().close();
  });

test("a site that is nowhere published has the page's own address from a server, and no button on a disk", async () => {
  assert.equal(archive.home, undefined);
  const page = promising(archive);
  const base = await serve(archive, "/a/b/");
  const tab = await tabOf(`${base}`, { ...page, path: `${page.path}?fran=brev#sida-innehall` });
  await buttons(tab).first().click();
  await tab.waitForFunction(() => said.length > 0);
  assert.equal(await clipboard(tab), `${base}${page.path}${anchors(page)[0]}`);
  await tab.context().close();

  const there = await tabOf(disk(archive), page);
  assert.equal(await buttons(there).count(), 0);
  assert.equal(await there.locator(".here").count(), anchors(page).length);
  assert.equal(await there.locator(".here > :not(a)").count(), 0);
  await there.context().close();
});

test("only documents with commitments ask for the script, and it is small", () => {
  for (const site of sites) {
    for (const { path, html, type } of site.pages.filter(({ type }) => type === "document")) {
      const has = html.includes('class="here"');
      assert.equal(/<script\b[^>]*assets\/kopiera\.js"/.test(html), has, `${site.name}: ${path} (${type})`);
      assert.equal(html.includes("script-src 'self'"), has, `${site.name}: ${path}`);
    }
    const bytes = readFileSync(join(site.root, "assets/kopiera.js")).length;
    assert.ok(bytes < 1200, `${bytes} bytes`);
  }
});
