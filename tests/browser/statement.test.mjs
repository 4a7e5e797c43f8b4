// The accessibility statement has the eleven items that Swedish law asks for, and every page leads to it.

import { test } from "node:test";
import { none, sites, whole } from "./harness.mjs";

const fixture = sites.find(({ name }) => name === "fixture");

// As tests/browser/site/site.toml gives them.
const ITEMS = {
  "1 who is responsible": "Stenungsunds kommun står bakom",
  "2 which service": "Löftesarkivet för prov",
  "3 how it complies": "delvis förenlig med lagen",
  "4 faults, with their reasons": "En bilaga är en inskannad bild. En skärmläsare kan inte läsa den. Orsak: Originalet finns bara på papper.",
  "5 the day of the assessment": '<time datetime="2026-09-01">',
  "6 the day of the statement": '<time datetime="2026-10-15">',
  "7 how it was assessed": "självskattning",
  "8 where to report": 'href="https://www.example.se/rapportera-brist"',
  "9 where to complain": 'href="https://www.digg.se/tdosanmalan"',
  "10 what is too burdensome": "Äldre inskannade handlingar har inte texttolkats.",
  "11 what is outside the law": "Kartor som inte är avsedda för navigering.",
};

test("the statement has all eleven items", () => {
  const { html } = fixture.pages.find(({ path }) => path === "tillganglighet.html");
  const text = html.replace(/\s+/g, " ");
  none(Object.entries(ITEMS).filter(([, item]) => !text.includes(item)).map(([name]) => name), "missing");
});

for (const site of sites)
  test(`${site.name}: the footer of every page leads to the statement`, () => {
    const lacks = ({ html }) => !/<footer[^]*href="[^"]*tillganglighet\.html"/.test(html);
    none(site.pages.filter(whole).filter(lacks).map(({ path }) => path), "pages");
  });
