// An earlier address sends on to the page that is there now, to the same place on it: with scripts and
// without them, from a server and from a disk.

import { test } from "node:test";
import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { launch, serve, sites } from "./harness.mjs";

const browser = await launch();

/** Where a page that sends on says that it leads, as an address of the site. */
function target({ path, html }) {
  const to = html.match(/<script src="[^"]*redirect\.js" data-to="([^"]+)"/)?.[1];
  return to && decodeURIComponent(new URL(to, `http://site/${path}`).pathname.slice(1));
}

for (const site of sites) {
  const all = site.pages.filter((page) => page.sendsOn);
  // The one of a document, of a folder, and one between them.
  const pages = [...new Set([all.at(0), all.at(all.length / 2), all.at(-1)])].filter(Boolean);
  const bases = async () => [await serve(site, "/under/mapp/"), pathToFileURL(join(site.root, "/")).href];

  test(`${site.name}: what follows # and ? in an earlier address is kept`, async () => {
    assert.ok(site.name !== "fixture" || pages.length > 1, "no earlier addresses to try");
    const tab = await browser.newPage();
    for (const base of await bases())
      for (const page of pages) {
        const wanted = target(page);
        assert.ok(wanted && site.files.has(wanted), `${page.path} leads to ${wanted}`);
        for (const rest of ["", "#lofte-a", "?a=1", "?a=1&b=%C3%A5#not-1", "#m%C3%A5l"]) {
          await tab.goto("about:blank");
          await tab.goto(base + page.path + rest, { waitUntil: "load" });
          await tab.waitForURL((url) => url.pathname.endsWith(`/${wanted}`));
          assert.equal(tab.url(), base + wanted + rest, page.path);
        }
      }
    await tab.close();
  });

  test(`${site.name}: an earlier address does not stay in the way back, and works without scripts`, async () => {
    const [page] = pages;
    if (!page) return;
    const base = await serve(site);
    const tab = await browser.newPage();
    await tab.goto(base, { waitUntil: "load" });
    await tab.evaluate((to) => (location.href = to), base + page.path);
    await tab.waitForURL(base + target(page));
    await tab.goBack({ waitUntil: "load" });
    assert.equal(tab.url(), base);
    await tab.close();
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(base + page.path, { waitUntil: "load" });
    await plain.waitForURL(base + target(page));
    await context.close();
  });
}
