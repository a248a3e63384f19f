// The main journeys, in Firefox: what a person does here, in the other browser. Chromium has them all in tests/e2e.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { isAccessible } from "../e2e/support/accessibility.js";
import { SCREENS, appTest } from "../e2e/support/app-test.js";
import { says, shows } from "../e2e/support/eventually.js";
import { downloaded } from "../e2e/support/firefox.js";

const CASES = new URL("../cases/", import.meta.url);
const file = (name) => ({ name: name.split("/").at(-1), text: readFileSync(new URL(name, CASES), "utf8") });

const FIRST_VISIT = { plan: null };
const EXAMPLES = ["Production-Patching", "Database-Backup", "Web-Tier-Restart"];

/** Leaves the field, so that keys are the page's. */
const leaveField = (page) => page.evaluate(() => document.activeElement.blur());

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

appTest("an expression is typed, its mistakes are told at their place, and its runs show", {}, async (app) => {
  const { expression, calendar, runs } = app;
  await expression.type("cron(0 2 ? * SUN");
  await says(() => expression.said(), /Error: /);
  await calendar.stale.waitFor();
  await expression.input.press("End");
  await expression.input.pressSequentially(" *)");
  await says(() => calendar.words(), /At 02:00 every Sunday/);
  await app.showTab("Runs");
  await says(async () => (await runs.rows())[0]?.join(" ") ?? "", /2026.*02:00/);
  assert.equal((await runs.rows()).length, 10);
});

appTest("every view shows the runs, by its key", {}, async (app) => {
  const { page, calendar } = app;
  const views = {
    Month: /^December 2026 .*23:30 Production-Patching/,
    Week: /^\d+ Dec – \d+ Dec 2026 /,
    Agenda: /Thu 17 Dec.* 23:30/,
    Year: /^2026 .*January .*December/,
    Timeline: /^\d+ .* Production-Patching/,
  };
  for (const [index, [view, words]] of Object.entries(views).entries()) {
    await page.keyboard.press(String(index + 1));
    await calendar.view(view, { checked: true }).waitFor();
    await says(() => calendar.words(), words);
    await isAccessible(page);
  }
});

appTest("what AWS prints comes in, and undo takes it back", {}, async ({ imports, windows, header }) => {
  await imports.choose(file("aws-samples/describe-maintenance-windows.json"));
  await says(() => imports.words(), /windows? came in/);
  await imports.confirm.click();
  await shows(async () => (await windows.names()).length > 1, true);
  await header.undo.click();
  await shows(() => windows.names(), ["Production-Patching"]);
  await header.redo.click();
  await shows(async () => (await windows.names()).length > 1, true);
});

appTest("files are dropped on the page", {}, async ({ imports }) => {
  await imports.drag([file("calendars/google.ics")]);
  await imports.dropHere.waitFor();
  await imports.drop("header");
  await says(async () => (await imports.summaryLines())[0], /^1 calendar came in: 1 new\.$/);
});

appTest("a calendar of freezes lies over the plan, and outlasts a reload", {}, async (app) => {
  await app.imports.choose(file("calendars/google.ics"));
  await app.imports.confirm.click();
  await shows(async () => (await app.freezes.said()).length, 1);
  const [said] = await app.freezes.said();
  await app.reload();
  await shows(() => app.freezes.said(), [said]);
});

appTest("a window is exported in each form, and all of them as a file", {}, async (app) => {
  await app.showTab("Export");
  await shows(async () => (await app.request.json()).Name, "Production-Patching");
  for (const format of ["boto3", "AWS CLI"]) {
    await app.request.choose(format);
    await says(() => app.request.text(), /create.maintenance.window/);
  }
  await app.header.rename("From Firefox");
  await app.header.choose("Save plan file");
  const plan = JSON.parse(await downloaded("from-firefox.plan.json"));
  assert.deepEqual(plan.Windows.map(({ Definition }) => Definition.Name), ["Production-Patching"]);
});

appTest("a link carries the plan to another visit, compressed", {}, async (app) => {
  const { page, share, notices, header, windows } = app;
  await share.button.click();
  await says(() => notices.words(), /^The link is copied: \d+ characters/);
  const link = await share.copied();
  assert.ok(link.startsWith(`${share.origin}/#plan=1.`), link);
  await notices.dismiss.click();
  await header.choose("New plan");
  await shows(() => windows.names(), []);
  // The same document with another fragment: this driver would wait for it to load.
  await page.evaluate((link) => location.assign(link), link);
  await shows(() => windows.names(), ["Production-Patching"]);
});

appTest("a reload keeps the plan, and what is typed is undone by keys", {}, async (app) => {
  const { form, page } = app;
  await form.name.fill("Kept-In-Firefox");
  await app.reload();
  await shows(() => form.name.value(), "Kept-In-Firefox");
  await form.duration.fill("6");
  await leaveField(page);
  await app.press("Control+z");
  await shows(() => form.duration.value(), "4");
  await app.press("Control+Shift+z");
  await shows(() => form.duration.value(), "6");
});

appTest("the clocks' changes are those of the zone", {}, async ({ expression, calendar, page }) => {
  await expression.fill("cron(30 1 ? * SUN *)");
  await page.keyboard.press("Tab");
  await calendar.goForwardTo("March 2027");
  await says(() => calendar.dayName("Sunday 14 March 2027"), /clocks/i);
});

appTest("the list of keys opens, and Escape closes it", {}, async ({ header, page }) => {
  await header.keys.click();
  await header.keysPanel.waitFor();
  await isAccessible(page);
  await page.keyboard.press("Escape");
  await header.keysPanel.waitFor({ state: "hidden" });
});
