// axe-core finds nothing: WCAG 2.2 A and AA and its best practices, light and dark, phone and desk.

import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch, none, sample, serve, sites, visit } from "./harness.mjs";

const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const OPTIONS = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
  rules: { "target-size": { enabled: true } },
  resultTypes: ["violations"],
};

const browser = await launch();

for (const site of sites) {
  for (const colorScheme of ["light", "dark"]) {
    test(`${site.name}, ${colorScheme}: axe has nothing to say at 320 and 1280 px`, async () => {
      const base = await serve(site);
      const context = await browser.newContext({ colorScheme });
      none(await visit(context, base, sample(site), complaints), "violations");
    });
  }
}

async function complaints(tab) {
  await tab.evaluate(axe);
  await tab.evaluate(() => document.querySelectorAll("details").forEach((each) => (each.open = true)));
  const found = [];
  for (const width of [320, 1280]) {
    await tab.setViewportSize({ width, height: 800 });
    const { violations } = await tab.evaluate((options) => globalThis.axe.run(document, options), OPTIONS);
    for (const { id, nodes } of violations)
      for (const { target, failureSummary } of nodes)
        found.push(`${width} px, ${id}: ${target.join(" ")}: ${failureSummary.split("\n").slice(1).join(";")}`);
  }
  return found;
}
