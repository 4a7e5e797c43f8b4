// The desk, as an editor meets it: the real program, a folder with nothing in it, and a browser. The
// editor touches no file. Every page of the desk is then tried for accessibility and validity.

import { execFile, spawn } from "node:child_process";
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
  const run = spawn(program, ["--site", folder, "--today", "2026-11-22", "edit", "--port", "0", "--no-open"]);
  const context = await browser.newContext({ javaScriptEnabled, locale: "sv-SE" });
  t.after(async () => {
    await context.close();
    run.kill("SIGKILL");
    await rm(folder, { recursive: true, force: true });
  });
  const address = await new Promise((found, failed) => {
    createInterface({ input: run.stdout }).once("line", found);
    run.on("exit", (status) => failed(new Error(`edit ended with ${status}`)));
  });
  const tab = await context.newPage();
  await tab.goto(address);
  const base = address.split("?")[0];
  return { tab, base, folder, read: (path) => readFile(join(folder, path), "utf8") };
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

/** A site with a municipality, made in the desk. */
async function begun(t, options) {
  const made = await desk(t, options);
  const { tab } = made;
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

/** Every page of the desk, once there is something on it. */
async function pages(t, options) {
  const made = await begun(t, options);
  const { tab, base } = made;
  const paths = ["", "nytt", "publicera", "dokument/site.toml", "dokument/kommuner/enkoping/index.html"];
  for (const kind of ["pledge", "agreement", "situation-report", "action-plan", "follow-up", "notice"]) {
    await tab.goto(`${base}nytt`);
    await tab.getByLabel("Typ").selectOption(kind);
    await tab.getByLabel("Kommun eller område").fill("Enköping");
    await tab.getByLabel("År", { exact: true }).fill("2026");
    await tab.getByRole("button", { name: "Skapa utkast" }).click();
    await tab.waitForURL(/\/dokument\//);
    await tab.getByRole("button", { name: "Spara", exact: true }).first().click();
    await tab.waitForURL(/\/dokument\//);
    paths.push(new URL(tab.url()).pathname.slice(1));
  }
  await tab.goto(base + paths[5]);
  await tab.locator("#f-title").fill("En annan rubrik");
  await tab.locator("#f-signed").fill("våren");
  await tab.getByRole("button", { name: "Spara", exact: true }).first().click();
  paths.push(paths[5].replace("dokument/", "versioner/"), `${paths[5]}?_som=text`);
  return { ...made, paths };
}

test("axe finds no fault on any page of the desk, in light and dark", { timeout: 3_600_000 }, async (t) => {
  const { tab, base, paths } = await pages(t, { javaScriptEnabled: true });
  const complaints = [];
  for (const path of paths)
    for (const colorScheme of ["light", "dark"]) {
      await tab.emulateMedia({ colorScheme });
      await tab.goto(base + path);
      for (const complaint of await axeComplaints(tab)) complaints.push(`${path} (${colorScheme}): ${complaint}`);
    }
  none(complaints, "faults");
});

test("the Nu checker accepts every page of the desk, and nothing overflows at 320 px", { timeout: 3_600_000 }, async (t) => {
  const { tab, base, paths } = await pages(t);
  const folder = await mkdtemp(join(tmpdir(), "loftesarkiv-desk-pages-"));
  const shots = join(here, "out/desk");
  if (process.env.SHOTS) await mkdir(shots, { recursive: true });
  t.after(() => rm(folder, { recursive: true, force: true }));
  const complaints = [];
  for (const [n, path] of paths.entries()) {
    await tab.goto(base + path);
    // The desk may just have closed a connection that was idle; then it is asked once more.
    const answer = await tab.request.get(base + path, { maxRetries: 2 });
    await writeFile(join(folder, `${n}.html`), await answer.text());
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
    if (wide > 320) complaints.push(`${path} is ${wide} px wide at 320`);
  }
  const found = await new Promise((done, failed) => {
    execFile("java", ["-jar", vnu, "--format", "json", "--exit-zero-always", folder], { maxBuffer: 1 << 26 }, (error, _, stderr) =>
      error ? failed(error) : done(JSON.parse(stderr).messages),
    );
  });
  for (const { type, subType, url, lastLine, message } of found)
    if (type !== "info" || subType === "warning") complaints.push(`${paths[parseInt(url.split("/").pop())]}:${lastLine}: ${message}`);
  none(complaints, "messages");
});
