// The desk, as an editor meets it: the real program, a folder with nothing in it, and a browser. The
// editor touches no file. Every page of the desk is then tried for accessibility and validity.

import { execFile, spawn } from "node:child_process";
import { createServer } from "node:net";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import assert from "node:assert/strict";
import { axeComplaints } from "./axe.mjs";
import { here, launch, none } from "./harness.mjs";

const program = process.env.PROGRAM ?? join(here, "../../target/debug/loftesarkiv");
const vnu = join(dirname(fileURLToPath(import.meta.resolve("vnu-jar"))), "build/dist/vnu.jar");
const browser = await launch();

/** The desk on an empty folder, with a tab in which scripts are off unless asked for. */
async function desk(t, { javaScriptEnabled = false } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "loftesarkiv-desk-"));
  const context = await browser.newContext({ javaScriptEnabled, locale: "sv-SE" });
  const runs = [];
  t.after(async () => {
    await context.close();
    for (const run of runs) run.kill("SIGKILL");
    await rm(folder, { recursive: true, force: true });
  });
  /** Starts the program; returns the address that it prints. */
  const start = (port = "0") => {
    const run = spawn(program, ["--site", folder, "--today", "2026-11-22", "edit", "--port", port, "--no-open"]);
    runs.push(run);
    return new Promise((found, failed) => {
      createInterface({ input: run.stdout }).once("line", found);
      run.on("exit", (status) => failed(new Error(`edit ended with ${status}`)));
    });
  };
  /** Ends it, as when its window is closed. */
  const end = async () => {
    const run = runs.at(-1);
    const ended = new Promise((done) => run.on("exit", done));
    run.kill("SIGKILL");
    await ended;
  };
  const address = await start();
  const tab = await context.newPage();
  await tab.goto(address);
  const base = address.split("?")[0];
  return { tab, base, folder, start, end, read: (path) => readFile(join(folder, path), "utf8") };
}

/** The keys and clicks that filling in takes: one for each character, field and button. */
function counted(tab) {
  let count = 0;
  return {
    get count() {
      return count;
    },
    fill: async (label, text, nth = 0) => {
      count += 1 + text.length;
      await tab.getByLabel(label, { exact: false }).nth(nth).fill(text);
    },
    choose: async (label, option, nth = 0) => {
      count += 2;
      await tab.getByLabel(label, { exact: false }).nth(nth).selectOption(option);
    },
    check: async (label) => {
      count += 1;
      await tab.getByLabel(label, { exact: false }).first().check();
    },
    click: async (name) => {
      count += 1;
      await tab.getByRole("button", { name }).first().click();
    },
    follow: async (name) => {
      count += 1;
      await tab.getByRole("link", { name }).first().click();
    },
  };
}

/** A site with a municipality, made in the desk. `first` sees the desk before there is a site. */
async function begun(t, options, first = async () => {}) {
  const made = await desk(t, options);
  const { tab } = made;
  await first(made);
  await tab.getByLabel("Webbplatsens namn").fill("Enköpings löften");
  await tab.getByLabel("Ansvarig").fill("Enköpings kommun");
  await tab.getByLabel("Första kommunen").fill("Enköping");
  await tab.getByRole("button", { name: "Skapa webbplatsen" }).click();
  await tab.getByRole("heading", { name: "Att göra", level: 1 }).waitFor();
  return made;
}

test("from an empty folder to a published archive, without a file being touched or a script run", async (t) => {
  const { tab, base, read } = await begun(t);
  const editor = counted(tab);
  await editor.follow("Nytt dokument");
  await editor.choose("Typ", "pledge");
  await editor.fill("Kommun eller område", "Enköping");
  await editor.fill("År", "2026");
  await editor.click("Skapa utkast");
  await tab.waitForURL(/medborgarlofte\.html/);
  const before = editor.count;
  await tab.locator("[name='commitments.0.text']").fill("Fler patruller.");
  for (const [n, text] of ["Bättre ljus.", "Trygga skolvägar.", "Fler fältare."].entries()) {
    await tab.locator("[name='commitments._add']").click();
    await tab.locator(`[name='commitments.${n + 1}.text']`).fill(text);
  }
  await tab.locator("[name=draft]").selectOption("");
  await tab.getByRole("button", { name: "Spara", exact: true }).first().click();
  // Four buttons, three adds, four clicks into fields and one choice; the words themselves do not count.
  assert.ok(before + 12 < 60, `${before + 12} keys and clicks`);
  t.diagnostic(`a first pledge takes ${before + 12} keys and clicks besides its words`);

  const pledge = await read("content/kommuner/enkoping/2026/medborgarlofte.md");
  for (const id of ["fler-patruller", "battre-ljus", "trygga-skolvagar", "fler-faltare"]) assert.ok(pledge.includes(`id = "${id}"`), pledge);
  assert.ok(!pledge.includes("draft"), pledge);

  await tab.getByRole("link", { name: "Följ upp" }).click();
  await tab.getByLabel("År", { exact: true }).fill("2026");
  await tab.getByRole("button", { name: "Skapa utkast" }).click();
  await tab.waitForURL(/uppfoljning\.html/);
  await tab.locator("[name=date]").fill("1 november 2026");
  await tab.locator("[name=assessed_by]").fill("Enköpings kommun");
  await tab.locator("[name='outcomes.0.status']").selectOption("kept");
  await tab.locator("[name='outcomes.1.value']").fill("32 lampor");
  await tab.locator("[name='outcomes.2.status']").selectOption("ongoing");
  await tab.locator("[name='outcomes.3.text']").fill("Nämns inte.");
  await tab.locator("[name=draft]").selectOption("");
  await tab.getByRole("button", { name: "Spara", exact: true }).first().click();
  const followUp = await read("content/kommuner/enkoping/2026/uppfoljning.md");
  assert.ok(followUp.includes("date = 2026-11-01"), followUp);

  await tab.goto(`${base}publicera`);
  await tab.getByRole("button", { name: "Publicera" }).click();
  await tab.getByText("Webbplatsen är byggd").waitFor();
  const page = await read("public/kommuner/enkoping/2026/medborgarlofte.html");
  assert.ok(page.includes("Fler patruller."), "the page shows the pledge");
});

test("a file is stored beside its document and named in it", async (t) => {
  const { tab, read } = await begun(t);
  await tab.getByRole("link", { name: "Nytt dokument" }).click();
  await tab.getByLabel("Kommun eller område").fill("Enköping");
  await tab.getByLabel("År", { exact: true }).fill("2026");
  await tab.getByRole("button", { name: "Skapa utkast" }).click();
  await tab.getByLabel("Fil", { exact: true }).setInputFiles({ name: "Löfte 2026.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4") });
  await tab.getByLabel("Rubrik, eller för en bild").fill("Löftet");
  await tab.getByLabel("Filen är originalet").check();
  await tab.getByRole("button", { name: "Lägg till filen" }).click();
  await tab.waitForURL(/medborgarlofte\.html/);
  assert.equal(await read("content/kommuner/enkoping/2026/lofte-2026.pdf"), "%PDF-1.4");
  const text = await read("content/kommuner/enkoping/2026/medborgarlofte.md");
  assert.ok(text.includes('[[attachments]]\nfile = "lofte-2026.pdf"\ntitle = "Löftet"\noriginal = true'), text);
});

test("what is pasted comes where the cursor was, by mouse and by key, and can be undone", async (t) => {
  const { tab } = await begun(t, { javaScriptEnabled: true });
  await tab.getByRole("link", { name: "Nytt dokument" }).first().click();
  await tab.getByLabel("Kommun eller område").fill("Enköping");
  await tab.getByLabel("År", { exact: true }).fill("2026");
  await tab.getByRole("button", { name: "Skapa utkast" }).click();
  const body = tab.locator("#f-body");
  const offered = async () => {
    await body.evaluate((field) => {
      field.focus();
      field.setSelectionRange(5, 5);
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/html", "<p>Inklistrat <b>fet</b></p>");
      clipboardData.setData("text/plain", "Inklistrat fet");
      field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    });
    await tab.locator("dialog").waitFor();
  };
  const take = tab.locator("dialog").getByRole("button", { name: "Klistra in" });
  for (const press of [() => take.click(), () => tab.keyboard.press("Enter")]) {
    await body.fill("AAAA\n\nBBBB");
    await offered();
    await press();
    await tab.locator("dialog").waitFor({ state: "detached" });
    assert.match(await body.inputValue(), /^AAAA\nInklistrat \*\*fet\*\*\s*\nBBBB$/);
    await tab.keyboard.press("Control+z");
    assert.equal(await body.inputValue(), "AAAA\n\nBBBB");
  }
  // Whoever leaves it is where they were.
  await offered();
  await tab.locator("dialog").getByRole("button", { name: "Avbryt" }).click();
  await tab.locator("dialog").waitFor({ state: "detached" });
  await tab.keyboard.type("x");
  assert.equal(await body.inputValue(), "AAAA\nx\nBBBB");

  // A note has its own line, and a number that no other has.
  await body.fill("Ljus.");
  const note = tab.getByRole("button", { name: "Fotnot" });
  await note.click();
  await tab.keyboard.type("Källan.");
  assert.equal(await body.inputValue(), "Ljus.[^1]\n\n[^1]: Källan.");
  await body.evaluate((field) => field.setSelectionRange(4, 4));
  await note.click();
  assert.equal(await body.inputValue(), "Ljus[^2].[^1]\n\n[^1]: Källan.\n[^2]: ");
});

test("what was typed stays when the program has ended, and is saved when it runs again", async (t) => {
  const made = await begun(t, { javaScriptEnabled: true });
  const { tab, base, start, end, read } = made;
  await tab.getByRole("link", { name: "Nytt dokument" }).first().click();
  await tab.getByLabel("Kommun eller område").fill("Enköping");
  await tab.getByLabel("År", { exact: true }).fill("2026");
  await tab.getByRole("button", { name: "Skapa utkast" }).click();
  await tab.locator("#f-title").fill("En annan rubrik");
  await tab.locator("[name='commitments.0.text']").fill("Bättre ljus.");
  await end();
  const save = tab.getByRole("button", { name: "Spara", exact: true });
  await save.last().click();
  const told = tab.getByRole("alert");
  await told.getByText("Programmet är inte igång längre.").waitFor();
  assert.equal(await tab.locator("#f-title").inputValue(), "En annan rubrik");
  none((await axeComplaints(tab)).map(String), "faults");
  await told.getByRole("button", { name: "Kopiera det jag skrev" }).click();
  const copied = await told.locator("textarea").inputValue();
  assert.match(copied, /^Rubrik \(behövs\): En annan rubrik\n\nÅtagande 1, Åtagande \(behövs\): Bättre ljus\.$/);
  // Started again, but not opened in this browser: the page has no cookie of it.
  const again = await start(new URL(base).port);
  await save.first().click();
  await tab.locator("#avslutat").waitFor();
  const other = await tab.context().newPage();
  await other.goto(again);
  await save.first().click();
  await tab.waitForURL(/_sparat/);
  const pledge = await read("content/kommuner/enkoping/2026/medborgarlofte.md");
  assert.ok(pledge.includes('title = "En annan rubrik"') && pledge.includes('text = "Bättre ljus."'), pledge);
});

test("what is typed is not lost when another form of the page is sent", async (t) => {
  const made = await begun(t, { javaScriptEnabled: true });
  const { tab, read } = made;
  await tab.getByRole("link", { name: "Nytt dokument" }).first().click();
  await tab.getByLabel("Kommun eller område").fill("Enköping");
  await tab.getByLabel("År", { exact: true }).fill("2026");
  await tab.getByRole("button", { name: "Skapa utkast" }).click();
  const file = () => read("content/kommuner/enkoping/2026/medborgarlofte.md");
  const approve = tab.getByRole("button", { name: "Anteckna godkännandet" });
  const told = tab.locator("#osparat");
  // Nothing is typed: nothing is asked.
  await tab.getByLabel("Godkänt av").fill("Polisen");
  await approve.click();
  await tab.waitForURL(/_sparat=godkant/);
  assert.equal(await told.count(), 0);
  await tab.locator("#f-title").fill("En annan rubrik");
  await tab.getByLabel("Godkänt av").fill("Kommunen");
  await approve.click();
  await told.getByText("är inte sparat").waitFor();
  none((await axeComplaints(tab)).map(String), "faults");
  assert.equal(await tab.locator("#f-title").inputValue(), "En annan rubrik");
  await told.getByRole("button", { name: "Spara det först" }).click();
  await tab.waitForURL(/_sparat=1/);
  assert.ok((await file()).includes('title = "En annan rubrik"'), await file());
  // Whoever does not want to save goes on.
  await tab.locator("#f-title").fill("En tredje rubrik");
  await tab.getByLabel("Godkänt av").fill("Kommunen");
  await approve.click();
  await told.getByRole("button", { name: "Fortsätt utan att spara" }).click();
  await tab.waitForURL(/_sparat=godkant/);
  assert.ok((await file()).includes('title = "En annan rubrik"'), await file());
  await tab.getByText("Godkänt av Kommunen").waitFor();
  // A copy leaves the page as it is, and leaving it still asks.
  await tab.locator("#f-title").fill("En fjärde rubrik");
  await tab.getByRole("button", { name: "Gör granskningskopia" }).click();
  const download = tab.waitForEvent("download");
  await told.getByRole("button", { name: "Fortsätt utan att spara" }).click();
  await download;
  assert.equal(await tab.locator("#f-title").inputValue(), "En fjärde rubrik");
  const asks = tab.waitForEvent("dialog");
  await tab.waitForTimeout(1500);
  const left = tab.getByRole("link", { name: "Att göra" }).first().click();
  const dialog = await asks;
  assert.equal(dialog.type(), "beforeunload");
  await dialog.accept();
  // Chromium never closes a tab that is asked to while the leaving that was agreed to is under way.
  await left;
  await tab.getByRole("heading", { name: "Att göra", level: 1 }).waitFor();
});

test("when a sending has ended, what can be done is there without a reload", async (t) => {
  const made = await begun(t, { javaScriptEnabled: true });
  const { tab, base, folder, read } = made;
  const settings = await read("site.toml");
  await writeFile(join(folder, "site.toml"), `${settings}\n[publish]\nto = "sftp://ingen@localhost.invalid/www"\n`);
  await tab.goto(`${base}publicera`);
  await tab.getByRole("button", { name: "Publicera" }).click();
  await tab.getByRole("button", { name: /^Skicka till/ }).click();
  await tab.getByText("Webbplatsen är inte skickad.").waitFor();
  await tab.getByRole("button", { name: /^Skicka till/ }).waitFor();
  assert.equal(await tab.locator("h1").count(), 1);
  assert.equal(await tab.locator(".mistake.error").count(), 1);
});

test("the page while the site is being sent has no fault, and follows the sending to its end", async (t) => {
  const made = await begun(t, { javaScriptEnabled: true });
  const { tab, base, folder, read } = made;
  // A web server that takes the connection and says nothing.
  const calls = [];
  const silent = createServer((call) => calls.push(call.on("error", () => {})));
  await new Promise((ready) => silent.listen(0, "127.0.0.1", ready));
  const end = () => {
    for (const call of calls) call.destroy();
    silent.close();
  };
  t.after(end);
  const settings = await read("site.toml");
  await writeFile(join(folder, "site.toml"), `${settings}\n[publish]\nto = "sftp://ingen@127.0.0.1:${silent.address().port}/www"\n`);
  await tab.goto(`${base}publicera`);
  await tab.getByRole("button", { name: "Publicera" }).click();
  await tab.getByRole("button", { name: /^Skicka till/ }).click();
  await tab.locator("[data-sending=yes]").waitFor();
  const complaints = [];
  for (const colorScheme of ["light", "dark"]) {
    await tab.emulateMedia({ colorScheme });
    for (const complaint of await axeComplaints(tab)) complaints.push(`${colorScheme}: ${complaint}`);
  }
  await tab.setViewportSize({ width: 320, height: 900 });
  const wide = await tab.locator("html").evaluate((root) => root.scrollWidth);
  if (wide > 320) complaints.push(`${wide} px wide at 320`);
  none(complaints, "faults");
  assert.equal(await tab.locator("[data-sending=yes]").count(), 1, "it was still being sent");
  end();
  await tab.getByText("Webbplatsen är inte skickad.").waitFor();
});

/** Asks for a page as it is now; the desk may just have closed a connection that was idle. */
async function got({ tab, base }, at) {
  const answer = await tab.request.get(base + at, { maxRetries: 2 });
  return answer.text();
}

/** Sends fields as a form on the page `from` would, and returns what is answered, whatever its status. */
async function posted(made, at, fields, from = "publicera") {
  const page = await got(made, from);
  const hidden = (name) => page.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? "";
  const form = { _token: hidden("_token"), _version: hidden("_version"), ...fields };
  const headers = { Origin: new URL(made.base).origin };
  const answer = await made.tab.request.post(made.base + at, { form, headers, maxRedirects: 0, maxRetries: 2 });
  return { status: answer.status(), html: await answer.text() };
}

/**
 * Every page of the desk, once there is something on it: its name and address and, of one that answers a
 * form or does not stay as it is, what was answered.
 */
async function pages(t, options) {
  const found = [];
  const made = await begun(t, options, async (made) => found.push({ name: "no site", at: "", html: await got(made, "") }));
  const { tab, base, folder } = made;
  const live = (...all) => found.push(...all.map((at) => ({ name: at, at })));
  const until = async (at, words) => {
    for (let n = 0; n < 300; n += 1) {
      const html = await got(made, at);
      if (html.includes(words)) return html;
      await new Promise((ready) => setTimeout(ready, 100));
    }
    return assert.fail(`${at} never says ${words}`);
  };
  const kept = async (name, at, words) => found.push({ name, at, html: await until(at, words) });
  const done = async (...form) => assert.equal((await posted(made, ...form)).status, 303, form[0]);
  const answered = async (name, status, ...form) => {
    const answer = await posted(made, ...form);
    assert.equal(answer.status, status, `${name}: ${answer.html}`);
    found.push({ name, at: form[0], html: answer.html });
  };

  await kept("nothing removed", "borttagna", "Inga dokument har");
  await kept("no personal numbers", "personnummer", "Inga personnummer hittades");
  live("", "nytt", "publicera", "arspaket", "dokument/site.toml", "dokument/kommuner/enkoping/index.html");
  for (const kind of ["pledge", "agreement", "situation-report", "action-plan", "follow-up", "notice"]) {
    await tab.goto(`${base}nytt`);
    await tab.getByLabel("Typ").selectOption(kind);
    await tab.getByLabel("Kommun eller område").fill("Enköping");
    await tab.getByLabel("År", { exact: true }).fill("2026");
    await tab.getByRole("button", { name: "Skapa utkast" }).click();
    await tab.waitForURL(/\/dokument\//);
    await tab.getByRole("button", { name: "Spara", exact: true }).first().click();
    await tab.waitForURL(/_sparat/);
    live(new URL(tab.url()).pathname.slice(1));
  }
  const pledge = "dokument/kommuner/enkoping/2026/medborgarlofte.html";
  await tab.goto(base + pledge);
  await tab.locator("#f-title").fill("En annan rubrik");
  await tab.locator("#f-signed").fill("våren");
  await tab.getByRole("button", { name: "Spara", exact: true }).first().click();
  await tab.waitForURL(/_sparat/);
  live(pledge.replace("dokument/", "versioner/"), `${pledge}?_som=text`, `${pledge}?_add=commitments`);

  const typed = { title: "Det jag skrev", "commitments.0.text": "Bättre ljus.", body: "Text." };
  await answered("a conflict", 409, pledge, { _version: "0", ...typed });
  await answered("a conflict in the whole text", 409, pledge, { _version: "0", _source: "+++\n+++\n" });
  await answered("a document that is gone", 404, "dokument/borta.html", typed);
  await kept("no such document", "dokument/borta.html", "Dokumentet finns inte");
  await done(pledge, { body: "Ring 121212-1212." }, pledge);
  await done(pledge, { body: "Ring oss." }, pledge);
  await kept("personal numbers", "personnummer", "medborgarlofte.html, version");
  await answered("nothing to note", 422, pledge.replace("dokument/", "granskning/"), { _approve: "1", _by: "", _on: "" }, pledge);
  await done(pledge.replace("dokument/", "granskning/"), { _approve: "1", _by: "Polisen", _on: "2026-11-20" }, pledge);
  await answered("nobody's name", 422, "nytt", { kind: "pledge", place: "Ingenstans", year: "2026" });
  await done("nytt", { kind: "pledge", place: "Håbo", year: "2026" });
  await answered("nearly another's name", 422, "nytt", { kind: "pledge", place: "Habo", year: "2026" });

  await done("nytt", { kind: "page", place: "Om oss" });
  live("dokument/om-oss.html");
  await done("nytt", { kind: "page", place: "Borta" });
  await done("dokument/borta.html", { _delete: "1" }, "dokument/borta.html");
  await writeFile(join(folder, "content/rest.docx"), "Word");
  await until("borttagna", "Filer som inget dokument nämner");
  live("borttagna?_gjort=borta", "versioner/borta.html", "versioner/borta.html?_skal=1");
  live(`${pledge}?_sparat=fil&_vid=commitments.0`, `${pledge}?_sparat=godkant`, `${pledge}?_ur=fil`);
  await answered("no records creator", 422, "arspaket", { _year: "2025" });

  await done(pledge, { draft: "" }, pledge);
  await kept("errors before publishing", "publicera", "Tills dess publiceras ingenting");
  // The page has no button then; one that was shown before the error came may still be pressed.
  await answered("nothing published", 200, "publicera", { _confirm: "1" }, "nytt");
  await done(pledge, { signed: "2026-02-03" }, pledge);
  const settings = await made.read("site.toml");
  const to = await mkdtemp(join(tmpdir(), "loftesarkiv-desk-host-"));
  t.after(() => rm(to, { recursive: true, force: true }));
  await writeFile(join(folder, "site.toml"), `${settings}\n[publish]\nto = "${to}"\n`);
  await until("dokument/site.toml", to);
  await answered("built", 200, "publicera", { _confirm: "1" });
  await done("publicera", { _send: "0" });
  await kept("sent", "publicera", "Publicerat i");
  await writeFile(join(folder, "site.toml"), `${settings.replace("Enköpings löften", "En annan webbplats")}\n[publish]\nto = "${to}"\n`);
  await until("dokument/site.toml", "En annan webbplats");
  await posted(made, "publicera", { _confirm: "1" });
  await done("publicera", { _send: "0" });
  await kept("asked before sending", "publicera", 'name="_yes"');
  await answered("not withdrawn", 422, pledge, { _withdraw: "1" }, pledge);
  return { ...made, found };
}

/** Opens a page of the desk in its tab, as it was answered then if that was kept. */
async function show({ tab, base }, { at, html }) {
  if (html) await tab.route(base + at, (route) => route.fulfill({ body: html, contentType: "text/html; charset=utf-8" }), { times: 1 });
  await tab.goto(base + at);
}

test("axe finds no fault on any page of the desk, in light and dark", async (t) => {
  const made = await pages(t, { javaScriptEnabled: true });
  const complaints = [];
  for (const page of made.found)
    for (const colorScheme of ["light", "dark"]) {
      await made.tab.emulateMedia({ colorScheme });
      if (colorScheme === "light") await show(made, page);
      for (const complaint of await axeComplaints(made.tab)) complaints.push(`${page.name} (${colorScheme}): ${complaint}`);
    }
  none(complaints, "faults");
  t.diagnostic(`${made.found.length} pages`);
});

test("the Nu checker accepts every page of the desk, and nothing overflows at 320 px", async (t) => {
  const made = await pages(t);
  const { tab, found } = made;
  const folder = await mkdtemp(join(tmpdir(), "loftesarkiv-desk-pages-"));
  const shots = join(here, "out/desk");
  if (process.env.SHOTS) await mkdir(shots, { recursive: true });
  t.after(() => rm(folder, { recursive: true, force: true }));
  const complaints = [];
  for (const [n, page] of found.entries()) {
    await writeFile(join(folder, `${n}.html`), page.html ?? (await got(made, page.at)));
    await show(made, page);
    // Pictures to look at, when they are asked for: SHOTS=1.
    for (const width of process.env.SHOTS ? [320, 768, 1280] : []) {
      await tab.setViewportSize({ width, height: 900 });
      for (const colorScheme of ["light", "dark"]) {
        await tab.emulateMedia({ colorScheme });
        await tab.screenshot({ path: join(shots, `${n}-${width}-${colorScheme}.png`), fullPage: width === 1280 });
      }
    }
    await tab.setViewportSize({ width: 320, height: 900 });
    const wide = await tab.locator("html").evaluate((root) => root.scrollWidth);
    if (wide > 320) complaints.push(`${page.name} is ${wide} px wide at 320`);
  }
  const told = await new Promise((done, failed) => {
    execFile("java", ["-jar", vnu, "--format", "json", "--exit-zero-always", folder], { maxBuffer: 1 << 26 }, (error, _, stderr) =>
      error ? failed(error) : done(JSON.parse(stderr).messages),
    );
  });
  for (const { type, subType, url, lastLine, message } of told)
    if (type !== "info" || subType === "warning") complaints.push(`${found[parseInt(url.split("/").pop())].name}:${lastLine}: ${message}`);
  none(complaints, "messages");
});
