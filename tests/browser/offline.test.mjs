// The site works from a file system and from any folder of any host, asks nobody else for anything,
// and leaves nothing behind in the browser.

import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { launch, none, sample, serve, sites, visit } from "./harness.mjs";

const browser = await launch();
const NOWHERE = "https://nowhere.invalid/a/b/";

for (const site of sites) {
  // 404.html answers at any depth, so it alone names the site's own address; it has its own test.
  const anywhere = site.pages.filter((page) => page.path !== "404.html");
  const some = sample(site).filter((page) => page.path !== "404.html");

  const bases = [
    { name: "file://", base: async () => `${pathToFileURL(site.root)}/`, pages: some },
    { name: "/", base: () => serve(site), pages: some },
    { name: "/a/b/", base: () => serve(site, "/a/b/"), pages: some },
  ];
  for (const { name, base, pages } of bases)
    test(`${site.name} from ${name}: every link, image and file works, and no request leaves`, async () => {
      const address = await base();
      none(await visitListening(address, site, pages), "faults");
    });

  test(`${site.name}: every link of every page leads to a file, and to something in it`, async () => {
    const tab = await browser.newPage();
    const complaints = [];
    for (const { path, html } of anywhere) {
      const links = await tab.evaluate(linksOf, { html, address: NOWHERE + path });
      const dead = links.filter((link) => !linkWorks(link, NOWHERE, site));
      complaints.push(...dead.map((link) => `${path}: ${link} leads nowhere`));
    }
    await tab.close();
    none(complaints, "links");
  });

  test(`${site.name}: links within the site are relative and name a file`, () => {
    const complaints = [];
    for (const { path, html } of anywhere)
      for (const [, tag, rest] of html.matchAll(/<(a|area|img|script|link|iframe|source|use|image)\b([^>]*)>/g)) {
        const href = rest.match(/\b(?:href|src)="([^"]*)"/)?.[1];
        const machine = tag === "link" && /rel="(canonical|alternate)"/.test(rest);
        if (href === undefined || machine) continue;
        if (href.startsWith("/") || (site.home && href.startsWith(site.home))) complaints.push(`${path}: ${href} is not relative`);
        else if (!/^[a-z]+:/.test(href) && /(^|\/)(\.\.?)?([?#]|$)/.test(href) && !href.startsWith("#"))
          complaints.push(`${path}: ”${href}” names a folder, not a file`);
      }
    none(complaints, "links");
  });

  for (const page of site.pages.filter((page) => page.sendsOn))
    test(`${site.name}: ${page.path} sends on without JavaScript, and says where`, async () => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const tab = await context.newPage();
      await tab.goto(pathToFileURL(join(site.root, page.path)).href);
      await tab.waitForURL((url) => !url.pathname.endsWith(page.path), { timeout: 5000 });
      const arrived = fileURLToPath(tab.url().split("#")[0]);
      const title = await tab.title();
      await context.close();
      if (!existsSync(arrived)) throw new Error(`leads to ${arrived}, which does not exist`);
      if (!title) throw new Error(`leads to ${arrived}, which is no page`);
      if (!/<a\s[^>]*href="[^"]+"/.test(page.html)) throw new Error("has no link to follow by hand");
    });

  const missing = site.pages.find((page) => page.path === "404.html");
  if (missing && site.home)
    test(`${site.name}: 404.html works at any depth of the address that the site is published at`, async () => {
      const base = site.home;
      const context = await browser.newContext();
      await context.route(`${new URL(base).origin}/**`, (route) => {
        const url = route.request().url().split(/[?#]/)[0];
        const file = join(site.root, url.startsWith(base) ? url.slice(base.length) || "index.html" : "none");
        if (existsSync(file) && statSync(file).isFile()) return route.fulfill({ path: file });
        const asked = route.request().resourceType() === "document";
        return route.fulfill(asked ? { status: 404, body: missing.html, contentType: "text/html" } : { status: 404, body: "" });
      });
      const complaints = [];
      for (const depth of ["finns-inte.html", "kommuner/finns/inte/heller.html"]) {
        const tab = await context.newPage();
        listen(tab, (url) => url.startsWith(base), complaints, base + depth);
        await tab.goto(base + depth);
        for (const link of await tab.evaluate(allLinks))
          if (link.split("#")[0] !== base + depth && !linkWorks(link, base, site)) complaints.push(`${link} leads nowhere`);
        await tab.close();
      }
      await context.close();
      none(complaints, "faults");
    });
}

/** Opens each page with an ear to its requests and console, then follows its links on disk. */
async function visitListening(base, site, pages) {
  const context = await browser.newContext();
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) =>
      console.error(`policy refused ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  const heard = [];
  context.on("page", (tab) => listen(tab, (url) => url.startsWith(base), heard));
  const complaints = await visit(context, base, pages, async (tab, page) => {
    const links = await tab.evaluate(allLinks);
    const dead = links.filter((link) => !linkWorks(link, base, site)).map((link) => `${link} leads nowhere`);
    const left = await tab.evaluate(leftBehind);
    const cookies = (await tab.context().cookies()).map(({ name }) => `sets the cookie ${name}`);
    const policy = policyFaults(page.html);
    return [...new Set([...dead, ...left, ...cookies, ...policy, ...heard.splice(0)])];
  });
  return complaints;
}

/** Notes what a tab asks for outside its place, what fails, and all that its console says; `absent` is known to be. */
function listen(tab, allowed, complaints, absent) {
  tab.on("request", (request) => {
    if (!allowed(request.url())) complaints.push(`asks for ${request.url()}`);
  });
  tab.on("requestfailed", (request) => {
    // A tab that leaves a page gives up what it was still fetching, and the icon is fetched last.
    const why = request.failure()?.errorText;
    if (why !== "net::ERR_ABORTED") complaints.push(`does not get ${request.url()}: ${why}`);
  });
  tab.on("response", (response) => {
    if (response.status() >= 400 && response.url() !== absent) complaints.push(`gets ${response.status()} for ${response.url()}`);
  });
  tab.on("console", (message) => {
    const { url } = message.location();
    if (["error", "warning"].includes(message.type()) && url !== absent) complaints.push(`the console says: ${message.text()} (${url})`);
  });
  tab.on("pageerror", (error) => complaints.push(`a script fails: ${error.message}`));
}

/** In the page: every address that it refers to, resolved. */
function allLinks() {
  const found = new Set();
  for (const element of document.querySelectorAll("[href], [src], [srcset], form[action]")) {
    if (element.matches("link[rel=canonical]")) continue;
    const values = [
      element.getAttribute("href"),
      element.getAttribute("src"),
      element.getAttribute("action"),
      ...(element.getAttribute("srcset") ?? "").split(",").map((each) => each.trim().split(/\s/)[0]),
    ];
    for (const value of values) if (value) found.add(new URL(value, document.baseURI).href);
  }
  return [...found];
}

/** In any page: the same of another that is only read, not opened. */
function linksOf({ html, address }) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const links = [...page.querySelectorAll("[href]:not(link[rel=canonical]), [src]")];
  return [...new Set(links.map((each) => new URL(each.getAttribute("href") ?? each.getAttribute("src"), address).href))];
}

const anchors = new Map();

/** Whether a link within the site leads to a file, and its fragment to something there. */
function linkWorks(link, base, site) {
  if (!link.startsWith(base)) return /^(https?:\/\/[^/]+\.[a-z]+|mailto:.+@|tel:[+0-9])/.test(link) && !link.startsWith("http://127.");
  const [address, fragment] = link.slice(base.length).split("#");
  const path = decodeURIComponent(address.split("?")[0]);
  if (!site.files.has(path)) return false;
  if (!fragment || !path.endsWith(".html")) return true;
  const file = join(site.root, path);
  if (!anchors.has(file))
    anchors.set(file, new Set([...readFileSync(file, "utf8").matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id)));
  return anchors.get(file).has(decodeURIComponent(fragment));
}

/** In the page: anything that it stores with the reader. */
async function leftBehind() {
  const found = [];
  if (document.cookie) found.push("sets a cookie");
  if (localStorage.length) found.push("writes to localStorage");
  if (sessionStorage.length) found.push("writes to sessionStorage");
  if ((await indexedDB.databases()).length) found.push("opens a database");
  if (globalThis.isSecureContext && location.protocol !== "file:") {
    if ((await caches.keys()).length) found.push("fills a cache");
    if ((await navigator.serviceWorker.getRegistrations()).length) found.push("registers a service worker");
  }
  return found;
}

/** A strict policy stands first in the head, and nothing on the page needs it loosened. */
function policyFaults(html) {
  const policy = html.match(/<meta\s+http-equiv="Content-Security-Policy"\s+content="([^"]*)"/i);
  if (!policy) return ["has no Content-Security-Policy"];
  const faults = [];
  if (!/default-src 'none'/.test(policy[1].replaceAll("&#39;", "'").replaceAll("&#x27;", "'"))) faults.push("its policy does not begin from default-src 'none'");
  if (/unsafe|\*|https?:|data:|blob:/.test(policy[1])) faults.push(`its policy is loose: ${policy[1]}`);
  const before = html.slice(0, policy.index);
  if (/<(link|script|style)\b/.test(before)) faults.push("its policy comes after something it should cover");
  if (/<[a-z][^>]*\sstyle=/.test(html)) faults.push("has a style attribute");
  if (/<script(?![^>]*\ssrc=)(?![^>]*type="application\/(ld\+)?json")/.test(html)) faults.push("has an inline script");
  return faults;
}
