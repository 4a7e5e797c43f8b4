// What a page says to eyes it also says to machines: titles, languages, dates, statuses. And it stands still.

import { test } from "node:test";
import { launch, none, sample, serve, sites, visit, whole } from "./harness.mjs";

const browser = await launch();

for (const site of sites) {
  const read = readAll(site);

  test(`${site.name}: no two pages share a title`, async () => {
    const first = new Map();
    const complaints = [];
    for (const { path, title } of await read()) {
      if (!title) complaints.push(`${path} has no title`);
      else if (first.has(title)) complaints.push(`${path} and ${first.get(title)}: ”${title}”`);
      else first.set(title, path);
    }
    none(complaints, "titles");
  });

  test(`${site.name}: every page says its type, and every text its language`, async () => {
    none(complaintsOf(await read(), "languages"), "faults");
  });

  test(`${site.name}: every date is a <time> that agrees with its words`, async () => {
    none(complaintsOf(await read(), "dates"), "dates");
  });

  test(`${site.name}: statuses are words, one for each, never told by colour alone`, async () => {
    const words = new Map();
    const complaints = [];
    for (const { path, statuses } of await read())
      for (const { status, text } of statuses) {
        if (!/\p{L}/u.test(text)) complaints.push(`${path}: ${status} is shown without a word`);
        else if ((words.get(text) ?? status) !== status) complaints.push(`${path}: ${status} is shown as ”${text}”, as ${words.get(text)} is`);
        else words.set(text, status);
      }
    if (words.size === 0) complaints.push("no page has a status");
    none(complaints, "statuses");
  });

  test(`${site.name}: navigation and footer are the same on every page`, async () => {
    // A page in another language may have its furniture in that language.
    const pages = (await read()).filter(({ page, language }) => whole(page) && language === "sv");
    const usual = pages[0].furniture;
    none(
      pages.filter(({ furniture }) => furniture !== usual).map(({ path, furniture }) => `${path} has ”${furniture}”`),
      "pages that differ",
    );
  });

  for (const reducedMotion of ["reduce", "no-preference"])
    test(`${site.name}, motion ${reducedMotion}: nothing moves of itself`, async () => {
      const base = await serve(site);
      const context = await browser.newContext({ reducedMotion });
      none(await visit(context, base, sample(site), (tab) => tab.evaluate(moves, reducedMotion)), "movements");
    });
}

/** Reads the words of every page once, when first asked; how they look does not matter here. */
function readAll(site) {
  let reading;
  return () =>
    (reading ??= (async () => {
      const found = [];
      const dated = site.name === "fixture";
      const tab = await browser.newPage();
      for (const page of site.pages.filter(({ sendsOn }) => !sendsOn)) {
        await tab.setContent(page.html, { waitUntil: "commit" });
        const seen = {
          ...(await tab.evaluate(titleAndFurniture)),
          languages: await tab.evaluate(languages),
          dates: await tab.evaluate(dates, dated),
          statuses: await tab.evaluate(statuses),
        };
        found.push({ path: page.path, page, ...seen });
      }
      await tab.close();
      return found;
    })());
}

const complaintsOf = (pages, what) => pages.flatMap((page) => page[what].map((each) => `${page.path}: ${each}`));

/** In the page: its title, and the links of its navigation and footer. */
function titleAndFurniture() {
  const links = [...document.querySelectorAll("body > header nav a, body > footer a")];
  return {
    title: document.title.trim(),
    language: document.documentElement.lang,
    furniture: links.map((link) => link.textContent.trim()).join(" | "),
  };
}

/** In the page: its type when missing, and texts in another language than they are marked with. */
function languages() {
  const SWEDISH = /[åäö]/i;
  const ENGLISH = /\b(the|and|of|which|this|what|citizens)\b/gi;
  const faults = [];
  if (!document.body.dataset.page) faults.push("body has no data-page");
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(document.documentElement.lang)) faults.push(`lang is ”${document.documentElement.lang}”`);
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    if (parentElement.closest("script, style, code, pre, cite, [translate=no]")) continue;
    // A name, or a term in italics that the text explains, needs no language of its own (WCAG 3.1.2).
    const term = parentElement.closest("em") && !/\s/.test(data.trim());
    if (term) continue;
    const lang = parentElement.closest("[lang]")?.lang ?? "";
    const text = data.trim().replace(/\s+/g, " ").slice(0, 60);
    // Names of places and of the archive are Swedish in any language.
    const named = /kommun|lokalpolisområde|Löftesarkiv|Strängnäs/i.test(data);
    if (lang.startsWith("en") && SWEDISH.test(data) && !named)
      faults.push(`Swedish in what is marked as English: ”${text}”`);
    if (lang.startsWith("sv") && (data.match(ENGLISH) ?? []).length > 1)
      faults.push(`English in what is marked as Swedish: ”${text}”`);
  }
  for (const { lang, hreflang, textContent } of document.querySelectorAll("a[lang][hreflang]"))
    if (hreflang !== lang) faults.push(`a link's lang and hreflang differ: ”${textContent.trim()}”`);
  return faults;
}

/** In the page: dates in words outside <time>, and those whose machine form says something else. */
function dates(strict) {
  const MONTHS = {
    sv: "januari februari mars april maj juni juli augusti september oktober november december".split(" "),
    en: "january february march april may june july august september october november december".split(" "),
  };
  const all = [...MONTHS.sv, ...MONTHS.en].join("|");
  const DATE = new RegExp(`(?:(\\d{1,2})[\\s\\u00a0]+)?(${all})[\\s\\u00a0]+(\\d{4})`, "i");
  const found = [];

  for (const time of document.querySelectorAll("time")) {
    const machine = time.getAttribute("datetime") ?? time.textContent.trim();
    if (!/^\d{4}(-\d\d(-\d\d)?)?$/.test(machine)) found.push(`datetime ”${machine}” is no date`);
    const words = time.textContent.match(DATE);
    if (!words) {
      const year = time.textContent.trim().match(/^\d{4}$/)?.[0];
      if (year && year !== machine) found.push(`”${time.textContent.trim()}” is marked as ${machine}`);
      continue;
    }
    const name = words[2].toLowerCase();
    const month = Math.max(MONTHS.sv.indexOf(name), MONTHS.en.indexOf(name)) + 1;
    const two = (number) => String(number).padStart(2, "0");
    const said = `${words[3]}-${two(month)}${words[1] ? `-${two(words[1])}` : ""}`;
    if (said !== machine) found.push(`”${time.textContent.trim()}” is marked as ${machine}`);
  }

  // Only the fixture keeps dates out of what its editors wrote, so only there can all others be told.
  if (!strict) return found;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    const words = data.match(DATE);
    if (words?.[1] && !parentElement.closest("time, svg, option, script")) found.push(`”${data.trim().slice(0, 60)}” stands outside <time>`);
  }
  return found;
}

/** In the page: every status with the words that stand for it. */
function statuses() {
  return [...document.querySelectorAll(".status")]
    .filter((element) => element.checkVisibility())
    .map(({ className, innerText }) => ({
      status: className.replace(/\bstatus\b/, "").trim(),
      text: innerText.trim().replace(/\s+/g, " "),
    }));
}

/** In the page: animations that run, and, for a reader who asked for stillness, any that could. */
function moves(motion) {
  const found = document.getAnimations().map((animation) => `runs ${animation.animationName ?? animation.transitionProperty}`);
  if (document.querySelector("animate, animateMotion, animateTransform, marquee, blink, [autoplay]"))
    found.push("has an element that moves");
  if (motion === "no-preference") return found;
  for (const element of document.querySelectorAll("*"))
    for (const pseudo of [null, "::before", "::after"]) {
      const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element, pseudo);
      const name = `<${element.tagName.toLowerCase()} class="${element.getAttribute("class") ?? ""}">${pseudo ?? ""}`;
      if (animationName !== "none") found.push(`${name} has the animation ${animationName}`);
      if (transitionDuration.split(",").some((each) => parseFloat(each) > 0)) found.push(`${name} has a transition`);
      if (scrollBehavior === "smooth") found.push(`${name} scrolls smoothly`);
    }
  return found;
}
