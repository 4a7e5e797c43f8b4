// Pictures for a person to look at, in tests/browser/out/: each page type at three widths, in the dark
// at two, and its print. The longest page of a type stands for it. It asks nothing: tests/all leaves it out.

import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { here, launch, open, sample, serve, sites } from "./harness.mjs";

const browser = await launch();

for (const site of sites)
  test(`${site.name}: pictures are taken of each page type`, async () => {
    const base = await serve(site);
    const out = join(here, "out", site.name);
    rmSync(out, { recursive: true, force: true });
    mkdirSync(out, { recursive: true });
    const pages = new Map(sample(site).reverse().map((page) => [page.type, page]));
    for (const colorScheme of ["light", "dark"]) {
      const context = await browser.newContext({ colorScheme });
      const tab = await context.newPage();
      for (const [type, page] of pages) {
        await open(tab, base, page);
        for (const width of colorScheme === "dark" ? [320, 1280] : [320, 768, 1280]) {
          await tab.setViewportSize({ width, height: 900 });
          const path = join(out, `${type}-${width}-${colorScheme}.jpg`);
          await tab.screenshot({ path, fullPage: true, type: "jpeg", quality: 80 });
        }
        if (colorScheme === "dark") continue;
        const pdf = join(out, `${type}-print.pdf`);
        writeFileSync(pdf, await tab.pdf({ format: "A4", preferCSSPageSize: true }));
        execFileSync("pdftoppm", ["-png", "-r", "60", "-l", "4", pdf, pdf.slice(0, -4)]);
      }
      await context.close();
    }
  });
