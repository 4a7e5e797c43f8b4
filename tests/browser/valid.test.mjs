// html-validate and the Nu checker accept every page; what else is published can be parsed.

import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { launch, none, sites } from "./harness.mjs";

const browser = await launch();
const rules = {
  // A page is called what its document is called, as long as that is.
  "long-title": "off",
  // Space at the end of a line is the templates', and means nothing in HTML.
  "no-trailing-whitespace": "off",
  // Every file comes from the site itself, where a hash would protect from nobody.
  "require-sri": "off",
  // What scrolls sideways is a region with a name but without a heading, and a <section> without a
  // heading is what the Nu checker warns of.
  "prefer-native-element": ["error", { exclude: ["region"] }],
};
const presets = ["html-validate:recommended", "html-validate:document", "html-validate:a11y"];
const validator = new HtmlValidate(new StaticConfigLoader({ root: true, extends: presets, rules }));
const vnu = join(dirname(fileURLToPath(import.meta.resolve("vnu-jar"))), "build/dist/vnu.jar");

// VoiceOver forgets that a list without bullets is a list, unless its role is written out.
const listRole = (message) =>
  /native <[uo]l>/.test(message) || (/role/.test(message) && /\blist\b/.test(message) && /redundant|unnecessary/i.test(message));

// The Nu checker reads files, where it takes 'self' to cover nothing; offline.test.mjs tries the policy in earnest.
const policyOnDisk = (message) => message.startsWith("Resource violates Content Security Policy");

// A block of data is no script and asks for no policy (HTML, "prepare the script element"), but the
// checker thinks so; offline.test.mjs would hear a browser complain of a script.
const policyOfData = (message) => message.startsWith("Inline script violates Content Security Policy");

for (const site of sites) {
  test(`${site.name}: html-validate has nothing to say`, async () => {
    const complaints = [];
    for (const { path, html } of site.pages) {
      const report = await validator.validateString(html);
      for (const { messages } of report.results)
        for (const { line, column, ruleId, message } of messages)
          if (!listRole(message)) complaints.push(`${path}:${line}:${column}: ${ruleId}: ${message}`);
    }
    none(complaints, "messages");
  });

  test(`${site.name}: the Nu checker has neither errors nor warnings`, async () => {
    const messages = await nuChecker(site.root);
    const complaints = messages
      .filter(({ type, subType }) => type !== "info" || subType === "warning")
      .filter(({ message }) => !listRole(message) && !policyOnDisk(message) && !policyOfData(message))
      .map(({ url, lastLine, message }) => `${relative(site.root, fileURLToPath(url))}:${lastLine}: ${message}`);
    none(complaints, "messages");
  });

  test(`${site.name}: every XML, SVG and JSON file is well formed`, async () => {
    const tab = await browser.newPage();
    const complaints = [];
    for (const path of site.files) {
      const text = /\.(xml|svg|json)$/.test(path) ? readFileSync(join(site.root, path), "utf8") : "";
      if (path.endsWith(".json")) {
        try {
          JSON.parse(text);
        } catch (error) {
          complaints.push(`${path}: ${error.message}`);
        }
      } else if (text) {
        const error = await tab.evaluate(
          (text) => new DOMParser().parseFromString(text, "text/xml").querySelector("parsererror")?.textContent,
          text,
        );
        if (error) complaints.push(`${path}: ${error}`);
      }
    }
    await tab.close();
    none(complaints, "files");
  });
}

/** All messages about the pages in a folder. The checker writes them to stderr. */
function nuChecker(folder) {
  const args = ["-Xss4m", "-jar", vnu, "--skip-non-html", "--format", "json", folder];
  return new Promise((done, failed) => {
    execFile("java", args, { maxBuffer: 1 << 28 }, (error, _, stderr) => {
      try {
        done(JSON.parse(stderr).messages);
      } catch {
        failed(error ?? new Error(stderr));
      }
    });
  });
}
