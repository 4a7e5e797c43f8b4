// axe-core finds nothing: WCAG 2.2 A and AA and its best practices, light and dark, phone and desk.

import { test } from "node:test";
import { axeComplaints } from "./axe.mjs";
import { launch, none, sample, serve, sites, visit } from "./harness.mjs";

const browser = await launch();

for (const site of sites) {
  for (const colorScheme of ["light", "dark"]) {
    test(`${site.name}, ${colorScheme}: axe has nothing to say at 320 and 1280 px`, async () => {
      const base = await serve(site);
      const context = await browser.newContext({ colorScheme });
      none(await visit(context, base, sample(site), axeComplaints), "violations");
    });
  }
}
