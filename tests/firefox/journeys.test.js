// What is asked of Firefox alone; the journeys of tests/e2e that the suite names run there too.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { isAccessible } from "../e2e/support/accessibility.js";
import { SCREENS, appTest } from "../e2e/support/app-test.js";
import { says, shows } from "../e2e/support/eventually.js";

const GOOGLE = new URL("../cases/calendars/google.ics", import.meta.url);

const FIRST_VISIT = { plan: null };
const EXAMPLES = ["Production-Patching", "Database-Backup", "Web-Tier-Restart"];

appTest("it is Firefox", FIRST_VISIT, async ({ page }) => {
  assert.match(await page.evaluate(() => navigator.userAgent), /Firefox\/\d+/);
});

for (const [screen, size] of Object.entries(SCREENS)) {
  appTest(`a first visit on a ${screen} screen shows the examples, and axe finds nothing`, { ...FIRST_VISIT, screen: size }, async (app) => {
    if (screen === "wide") {
      await shows(async () => (await app.windows.names()).toSorted(), EXAMPLES.toSorted());
      await says(() => app.calendar.words(), /December 2026|November 2026/);
      assert.ok(!(await app.scrollsSideways()));
    }
    await isAccessible(app.page);
  });
}

appTest("a calendar of freezes lies over the plan, and outlasts a reload", {}, async (app) => {
  await app.imports.choose({ name: "google.ics", text: readFileSync(GOOGLE, "utf8") });
  await app.imports.confirm.click();
  await shows(async () => (await app.freezes.said()).length, 1);
  const [said] = await app.freezes.said();
  await app.reload();
  await shows(() => app.freezes.said(), [said]);
});

appTest("the clocks' changes are those of the zone", {}, async ({ expression, calendar, page }) => {
  await expression.fill("cron(30 1 ? * SUN *)");
  await page.keyboard.press("Tab");
  await calendar.goForwardTo("March 2027");
  await says(() => calendar.dayName("Sunday 14 March 2027"), /clocks/i);
});
