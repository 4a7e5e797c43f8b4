// The filter of a long timeline: by kind, status and focus, with the keyboard, and out of the way again.

import assert from "node:assert/strict";
import { test } from "node:test";
import { launch, open, serve, sites } from "./harness.mjs";

const browser = await launch();
const site = sites.find(({ name }) => name === "fixture");
const page = site.pages.find(({ path }) => path === "kommuner/stenungsund/index.html");

async function timeline() {
  const tab = await (await browser.newContext()).newPage();
  await open(tab, await serve(site), page);
  return tab;
}

const shown = (tab) => tab.locator("#sida-lista .entry:visible").count();
const said = (tab) => tab.locator(".filter [role=status]").textContent();

test("it is one group with a name, and each choice has a label", async () => {
  const tab = await timeline();
  assert.equal(await tab.getByRole("group", { name: "Visa bara en del av listan" }).count(), 1);
  for (const name of ["Typ", "Status", "Ämne"]) assert.equal(await tab.getByLabel(name, { exact: true }).count(), 1);
  await tab.context().close();
});

test("a choice leaves what fits it, says how many, and hides years that have none", async () => {
  const tab = await timeline();
  const all = await shown(tab);
  await tab.getByLabel("Typ", { exact: true }).selectOption("Medborgarlöfte");
  const pledges = await shown(tab);
  assert.ok(pledges > 0 && pledges < all, `${pledges} of ${all}`);
  assert.equal(await said(tab), `Visar ${pledges} av ${all} händelser.`);
  assert.deepEqual([...new Set(await tab.locator(".entry:visible .kind b").allTextContents())], ["Medborgarlöfte"]);
  for (const year of await tab.locator("section.year:visible").all()) assert.ok((await year.locator(".entry:visible").count()) > 0);
  await tab.context().close();
});

test("choices narrow each other", async () => {
  const tab = await timeline();
  await tab.getByLabel("Typ", { exact: true }).selectOption("Medborgarlöfte");
  const pledges = await shown(tab);
  await tab.getByLabel("Status", { exact: true }).selectOption("Uppfyllt");
  const kept = await shown(tab);
  assert.ok(kept > 0 && kept < pledges, `${kept} of ${pledges}`);
  for (const entry of await tab.locator(".entry:visible").all()) assert.match(await entry.innerText(), /Uppfyllt/);
  await tab.context().close();
});

test("from the keyboard, all is shown again, and the focus stays in the filter", async () => {
  const tab = await timeline();
  const all = await shown(tab);
  await tab.getByLabel("Typ", { exact: true }).selectOption("Uppföljning");
  await tab.getByRole("button", { name: "Visa hela listan" }).focus();
  await tab.keyboard.press("Enter");
  assert.equal(await shown(tab), all);
  assert.equal(await tab.evaluate(() => document.activeElement.closest(".filter") !== null), true);
  await tab.context().close();
});

test("a link to an entry that is filtered away shows it", async () => {
  const tab = await timeline();
  await tab.getByLabel("Typ", { exact: true }).selectOption("Nyhet");
  await tab.locator(".answers a[href^='#']").first().click();
  const target = tab.locator(":target");
  await target.waitFor({ state: "visible" });
  assert.match(await target.innerText(), /saknas i arkivet/);
  await tab.context().close();
});

test("commitments are chosen by who is responsible and by subject, and a name with an ”och” is one name", async () => {
  const tab = await (await browser.newContext()).newPage();
  const table = site.pages.find(({ path }) => path === "kommuner/ornskoldsvik/ataganden/index.html");
  const owner = "Kultur- och fritidsnämnden";
  const body = table.html.replaceAll("Polismyndigheten", owner);
  await tab.route("**/ataganden/index.html", (route) => route.fulfill({ body, contentType: "text/html; charset=utf-8" }));
  await open(tab, await serve(site), table);
  const rows = tab.locator("#sida-tabell tbody tr:visible");
  const all = await rows.count();
  const choices = (name) => tab.getByLabel(name, { exact: true }).locator("option").allTextContents();
  assert.ok((await choices("Ansvar")).includes(owner), `${await choices("Ansvar")}`);
  assert.ok(!(await choices("Ansvar")).some((one) => one === "fritidsnämnden"));
  await tab.getByLabel("Ansvar", { exact: true }).selectOption(owner);
  const owned = await rows.count();
  assert.ok(owned > 0 && owned < all, `${owned} of ${all}`);
  assert.equal(await said(tab), `Visar ${owned} av ${all}.`);
  await tab.getByLabel("Ansvar", { exact: true }).selectOption("");
  const [, subject] = await choices("Dokumentets ämne");
  await tab.getByLabel("Dokumentets ämne", { exact: true }).selectOption(subject);
  const about = await rows.evaluateAll((rows) => rows.map((row) => row.dataset.of.split("|")));
  assert.ok(about.length > 0 && about.length < all, `${about.length} of ${all}`);
  assert.ok(about.every((subjects) => subjects.includes(subject)));
  await tab.context().close();
});

test("commitments of which none fits what is chosen are all shown again, from the keyboard", async () => {
  const tab = await (await browser.newContext()).newPage();
  const table = site.pages.find(({ path }) => path === "kommuner/ornskoldsvik/ataganden/index.html");
  await open(tab, await serve(site), table);
  const rows = tab.locator("#sida-tabell tbody tr:visible");
  const all = await rows.count();
  const clear = tab.getByRole("button", { name: "Visa hela listan" });
  assert.ok(await clear.isDisabled(), "there is nothing to clear");
  // A status and a subject that no row has together.
  const pairs = await rows.evaluateAll((rows) => rows.map((row) => [row.cells[3].textContent.trim(), row.dataset.of.split("|")]));
  const subjects = [...new Set(pairs.flatMap(([, of]) => of))];
  const apart = pairs.flatMap(([status]) => subjects.map((subject) => [status, subject]));
  const [status, subject] = apart.find(([status, subject]) => !pairs.some(([is, of]) => is === status && of.includes(subject)));
  await tab.getByLabel("Status", { exact: true }).selectOption(status);
  await tab.getByLabel("Dokumentets ämne", { exact: true }).selectOption(subject);
  assert.equal(await said(tab), `Visar 0 av ${all}.`);
  await clear.focus();
  await tab.keyboard.press("Enter");
  assert.equal(await rows.count(), all);
  assert.equal(await said(tab), `Visar ${all} av ${all}.`);
  assert.ok(await clear.isDisabled(), "there is nothing left to clear");
  assert.equal(await tab.evaluate(() => document.activeElement.matches(".filter select")), true);
  await tab.context().close();
});

test("a table is sorted by a column, one way and then the other", async () => {
  const tab = await (await browser.newContext()).newPage();
  const table = site.pages.find(({ path }) => path === "kommuner/ornskoldsvik/ataganden/index.html");
  await open(tab, await serve(site), table);
  const years = () => tab.locator("#sida-tabell tbody tr td:nth-child(3)").allTextContents();
  const ascending = (await years()).sort();
  assert.notDeepEqual(ascending, [...ascending].reverse());
  const head = tab.locator("#sida-tabell th:nth-child(3)");
  for (const [direction, sorted] of [
    ["ascending", ascending],
    ["descending", [...ascending].reverse()],
  ]) {
    await head.getByRole("button").click();
    assert.equal(await head.getAttribute("aria-sort"), direction);
    assert.deepEqual(await years(), sorted);
  }
  await tab.context().close();
});

test("of the pledges side by side two are shown, and those of a year that an address names", async () => {
  const base = await serve(site);
  const table = site.pages.find(({ path }) => path === "kommuner/ornskoldsvik/ataganden/index.html");
  const tab = await (await browser.newContext()).newPage();
  await open(tab, base, table);
  const heads = tab.locator("#sida-jamfor thead th[id]");
  const shown = () => heads.evaluateAll((heads) => heads.filter((head) => !head.hidden).map(({ id }) => id));
  const all = await shown();
  assert.ok(all.length > 2, `${all}`);
  const [first, second] = [tab.locator("#sida-jamfor-val-0"), tab.locator("#sida-jamfor-val-1")];
  await first.selectOption({ index: 1 });
  assert.deepEqual(await shown(), all);
  await second.selectOption({ index: 3 });
  assert.deepEqual(await shown(), [all[0], all[2]]);
  await tab.evaluate((id) => (location.hash = id), all[1]);
  await tab.waitForFunction((id) => document.getElementById(id).checkVisibility(), all[1]);
  assert.deepEqual(await shown(), [all[0], all[1]]);
  await tab.context().close();
});

test("a list that one comes back to shows what its choices say", async () => {
  const base = await serve(site);
  const table = site.pages.find(({ path }) => path === "kommuner/ornskoldsvik/ataganden/index.html");
  for (const [of, label, value, rows] of [
    [page, "Typ", "Medborgarlöfte", "#sida-lista .entry:visible"],
    [table, "Ansvar", "Polismyndigheten", "#sida-tabell tbody tr:visible"],
  ]) {
    const tab = await (await browser.newContext()).newPage();
    await open(tab, base, of);
    const all = await tab.locator(rows).count();
    const choice = tab.getByLabel(label, { exact: true });
    await choice.selectOption(value);
    const chosen = await tab.locator(rows).count();
    assert.ok(chosen > 0 && chosen < all, `${of.path}: ${chosen} of ${all}`);
    await tab.locator(`${rows} a`).first().click();
    await tab.waitForURL((url) => !url.pathname.endsWith(`/${of.path}`));
    await tab.goBack();
    await tab.waitForLoadState("load");
    const back = await choice.inputValue();
    assert.equal(await tab.locator(rows).count(), back === "" ? all : chosen, `${of.path}: ”${back}” is chosen`);
    await tab.context().close();
  }
});
