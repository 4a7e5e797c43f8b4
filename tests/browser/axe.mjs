// What axe-core has to say of a page: WCAG 2.2 A and AA and its best practices, on phone and desk.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const OPTIONS = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
  rules: { "target-size": { enabled: true } },
  resultTypes: ["violations"],
};

// In the dark only the colours are others: what does not ask for colours has been asked in the light.
const OF_COLOURS = { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] }, resultTypes: ["violations"] };

/** Its complaints of the page in a tab, all `<details>` open, at 320 and 1280 px. */
export async function axeComplaints(tab) {
  const isDark = await tab.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
  await tab.evaluate(axe);
  await tab.evaluate(() => document.querySelectorAll("details").forEach((each) => (each.open = true)));
  const found = [];
  for (const width of [320, 1280]) {
    await tab.setViewportSize({ width, height: 800 });
    const { violations } = await tab.evaluate((options) => globalThis.axe.run(document, options), isDark ? OF_COLOURS : OPTIONS);
    for (const { id, nodes } of violations)
      for (const { target, failureSummary } of nodes)
        found.push(`${width} px, ${id}: ${target.join(" ")}: ${failureSummary.split("\n").slice(1).join(";")}`);
  }
  return found;
}
