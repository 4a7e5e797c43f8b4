// The sites under test, a loopback server for them, and Chromium.
// $SITES is a folder with one built site in each sub-folder; tests/all makes it.

import { createServer } from "node:http";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { extname, join, relative, resolve, sep } from "node:path";
import { gzipSync } from "node:zlib";
import { after } from "node:test";
import { chromium } from "playwright-core";

export const here = import.meta.dirname ?? new URL(".", import.meta.url).pathname;

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".woff2": "font/woff2",
  ".pdf": "application/pdf",
  ".json": "application/json",
  ".xml": "application/xml",
  ".txt": "text/plain; charset=utf-8",
};

/**
 * Every site under test: name, root, all files, all pages, and `home`, the address it is published at.
 * Addresses are relative, with `/`.
 */
export const sites = readSites(process.env.SITES);

function readSites(folder) {
  if (!folder) throw new Error("SITES must name the folder of built sites; run tests/all");
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readSite(name, resolve(folder, name)))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readSite(name, root) {
  const files = readdirSync(root, { recursive: true })
    .map((path) => path.split(sep).join("/"))
    .filter((path) => !path.startsWith(".") && statSync(join(root, path)).isFile())
    .sort();
  const pages = files.filter((path) => path.endsWith(".html")).map((path) => readPage(root, path));
  if (pages.length === 0) throw new Error(`no pages in ${root}`);
  const start = pages.find(({ path }) => path === "index.html")?.html ?? "";
  const canonical = start.match(/<link[^>]*rel="canonical"[^>]*href="([^"]+)"/)?.[1];
  return { name, root, files: new Set(files), pages, home: canonical?.replace(/index\.html$/, "") };
}

/** A page's `type` is its template, as `<body data-page>` says; a page that only sends on has none. */
function readPage(root, path) {
  const html = readFileSync(join(root, path), "utf8");
  const type = html.match(/<body[^>]*\sdata-page="([^".]+)/)?.[1];
  const sendsOn = /<meta[^>]*http-equiv="?refresh/i.test(html);
  return { path, html, type, sendsOn };
}

/** Pages that stand on their own, with header and footer. */
export const whole = (page) => !page.sendsOn && page.type !== "embed";

/**
 * The fewest pages, chosen greedily, that show every page type, element and class of the site.
 * The longest page of a type comes before the others.
 */
export function sample(site) {
  const left = site.pages
    .filter((page) => !page.sendsOn)
    .map((page) => ({ page, features: features(page) }))
    .sort((a, b) => b.page.html.length - a.page.html.length || (a.page.path < b.page.path ? -1 : 1));
  const seen = new Set();
  const news = ({ features }) => features.filter((feature) => !seen.has(feature)).length;
  const chosen = [];
  for (;;) {
    const best = left.reduce((best, next) => (news(next) > news(best) ? next : best));
    if (news(best) === 0) return chosen;
    best.features.forEach((feature) => seen.add(feature));
    chosen.push(best.page);
  }
}

function features({ html, type }) {
  const found = new Set([`page ${type}`]);
  for (const [, tag, rest] of html.matchAll(/<([a-z][a-z0-9]*)\b([^>]*)>/g)) {
    const classes = rest.match(/\bclass="([^"]*)"/)?.[1].split(/\s+/).filter(Boolean) ?? [];
    for (const name of ["", ...classes]) found.add(`${tag}.${name}`);
    for (const [data] of rest.matchAll(/\bdata-[a-z-]+="[a-z-]*"/g)) found.add(data);
  }
  return [...found];
}

/**
 * Serves a site on a loopback port, under `prefix`, gzipped as a real host would. 404.html, which is
 * shown at any depth, names the address that the site is published at; here it names this one.
 */
export async function serve({ root, home }, prefix = "/") {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const file = path.startsWith(prefix) ? join(root, path.slice(prefix.length)) : null;
    try {
      if (!file || relative(root, file).startsWith("..")) throw new Error("outside the site");
      let body = readFileSync(file);
      if (home && file === join(root, "404.html")) body = body.toString().replaceAll(home, prefix).replaceAll(`"${new URL(home).pathname}`, `"${prefix}`);
      body = gzipSync(body);
      const type = TYPES[extname(file)] ?? "application/octet-stream";
      response.writeHead(200, { "content-type": type, "content-encoding": "gzip" }).end(body);
    } catch {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found");
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${server.address().port}${prefix}`;
}

/** One Chromium for the test file that asks. Debian's, and with no errands of its own. */
export async function launch() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--force-color-profile=srgb",
    ],
  });
  after(() => browser.close());
  return browser;
}

/**
 * Runs `check(page, tab)` for each page in one tab and returns every complaint it made, each with
 * the page's address before it. A tab that is not closed keeps the browser busy, so it always is.
 */
export async function visit(context, base, pages, check) {
  const complaints = [];
  const tab = await context.newPage();
  for (const page of pages) {
    await open(tab, base, page);
    for (const complaint of (await check(tab, page)) ?? []) complaints.push(`${page.path}: ${complaint}`);
  }
  await context.close();
  return complaints;
}

/** Opens a page and waits for its fonts. A page that sends on is held back from doing so. */
export async function open(tab, base, page) {
  if (page.sendsOn) {
    const body = page.html.replace(/<meta[^>]*http-equiv="?refresh[^>]*>/i, "");
    await tab.route(base + page.path, (route) => route.fulfill({ body, contentType: "text/html" }));
  }
  await tab.goto(base + page.path, { waitUntil: "load" });
  await tab.evaluate(() => document.fonts.ready.then(() => {}));
}

/** Adds to a page, after its own, the style sheets of the site that it does not link, and gives them. */
export async function addSheets(tab, base, site) {
  const linked = await tab.$$eval("link[rel=stylesheet]", (links) => links.map((link) => link.href));
  const all = [...site.files].filter((path) => /^assets\/.*\.css$/.test(path)).map((path) => base + path);
  return Promise.all(all.filter((url) => !linked.includes(url)).map((url) => tab.addStyleTag({ url })));
}

/** Fails with all complaints at once, the first forty in full. */
export function none(complaints, what) {
  if (complaints.length === 0) return;
  const shown = complaints.slice(0, 40).join("\n  ");
  const rest = complaints.length > 40 ? `\n  … and ${complaints.length - 40} more` : "";
  const error = new Error(`${what}: ${complaints.length}\n  ${shown}${rest}`);
  error.stack = error.message;
  throw error;
}
