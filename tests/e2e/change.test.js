// Editing shows the change before it is taken: what appears, vanishes or moves is marked in the calendar.

import assert from "node:assert/strict";
import { hasContrast, isAccessible } from "./support/accessibility.js";
import { SCREENS, appTest } from "./support/app-test.js";
import { says, shows } from "./support/eventually.js";
import { aWindow, inAws, planOf } from "./support/plans.js";

/** AWS runs it on Tuesdays at 22:00 in Los Angeles for three hours. */
const TUESDAYS = inAws(aWindow("Web", { Schedule: "cron(0 22 ? * TUE *)" }));
const plan = planOf(TUESDAYS);

appTest("nothing is marked before something is edited", { plan }, async ({ calendar, change }) => {
  await shows(() => calendar.blocksOn("Tuesday 24 November 2026"), ["Web, Tue 24 Nov 2026, 22:00 to Wed 25 Nov 2026, 01:00"]);
  assert.equal(await change.words.count(), 0);
});

appTest("a run that moves within its day says from when", { plan }, async ({ calendar, change, expression }) => {
  await expression.fill("cron(30 23 ? * TUE *)");
  await shows(() => calendar.blocksOn("Tuesday 24 November 2026"), [
    "Web, Tue 24 Nov 2026, 23:30 to Wed 25 Nov 2026, 02:30, moved from 22:00",
  ]);
  await shows(() => calendar.dayName("Tuesday 24 November 2026"), "Tuesday 24 November 2026, 1 run, 1 run changed by the update");
  await shows(() => change.said(), "Not in AWS yet. Until Tue 23 Nov 2027: 52 runs move.");
  // What has been stays as it was.
  await shows(() => calendar.blocksOn("Tuesday 17 November 2026"), ["Web, Tue 17 Nov 2026, 23:30 to Wed 18 Nov 2026, 02:30"]);
});

appTest("a run that moves to another day leaves a dashed one, and says where it went", { plan }, async (app) => {
  const { calendar, change, expression } = app;
  await expression.fill("cron(0 22 ? * WED,SAT *)");
  const ghost = calendar.day("Tuesday 24 November 2026").getByTitle("Web: 22:00 moves to Wed 25 Nov, 22:00 with the update");
  await ghost.waitFor();
  assert.equal(await ghost.evaluate((element) => getComputedStyle(element).borderTopStyle), "dashed");
  await says(async () => (await calendar.blocksOn("Wednesday 25 November 2026")).join(), /, moved from Tue 24 Nov, 22:00$/);
  await says(async () => (await calendar.blocksOn("Saturday 28 November 2026")).join(), /, new$/);
  await says(() => calendar.day("Saturday 28 November 2026").innerText(), /\+/);
  await shows(() => change.said(), "Not in AWS yet. Until Tue 23 Nov 2027: 52 runs appear, 52 move.");
});

appTest("what vanishes and what lasts otherwise is told, too", { plan }, async ({ calendar, change, expression, form }) => {
  await expression.fill("cron(0 22 ? * TUE#1 *)");
  await calendar.day("Tuesday 24 November 2026").getByTitle("Web: 22:00 vanishes with the update").waitFor();
  await says(() => change.said(), /: \d+ runs vanish\.$/);
  await form.duration.fill("5");
  await says(async () => (await calendar.blocksOn("Tuesday 1 December 2026")).join(), /, was 3 h$/);
  await says(() => change.said(), /: \d+ runs vanish, 1\d change their length\.$/);
});

appTest("a window that is disabled loses all its runs, and the calendar shows which", { plan }, async (app) => {
  await app.windows.act("Web", "Disable");
  await app.calendar.day("Tuesday 24 November 2026").getByTitle("Web: 22:00 vanishes with the update").waitFor();
  await says(() => app.change.said(), /: 52 runs vanish\.$/);
});

appTest("a change of no run is said to be none", { plan }, async ({ change, form }) => {
  await form.name.fill("Renamed");
  await shows(() => change.said(), "Not in AWS yet. No run changes until Tue 23 Nov 2027.");
});

appTest("week, agenda, timeline and year mark the same", { plan }, async (app) => {
  const { calendar, expression } = app;
  await expression.fill("cron(0 22 ? * WED,SAT *)");
  await calendar.view("Week").click();
  await says(async () => (await calendar.blocksOn("Wednesday 25 November 2026")).join(), /, moved from Tue 24 Nov, 22:00$/);
  await calendar.day("Tuesday 24 November 2026").getByTitle("Web: 22:00 moves to Wed 25 Nov, 22:00 with the update").waitFor();
  await calendar.view("Agenda").click();
  await says(() => calendar.words(), /22:00 Web moves to Wed 25 Nov, 22:00, with the update/);
  await says(() => calendar.words(), /22:00 to 01:00 Thu ⇄ moved from Tue 24 Nov, 22:00 Web/);
  await says(() => calendar.words(), /22:00 to 01:00 Sun \+ new Web/);
  await calendar.view("Timeline").click();
  await calendar.region.getByRole("button", { name: /^Web, Sat 28 Nov 2026, 22:00 to 01:00, new$/ }).waitFor();
  await calendar.region.getByRole("img", { name: "Tue 24 Nov 2026, 22:00 moves to Wed 25 Nov, 22:00" }).waitFor();
  await calendar.view("Year").click();
  await calendar.region.getByRole("gridcell", { name: /^Saturday 28 November 2026, .*, changed by the update$/ }).waitFor();
  await calendar.region.getByRole("gridcell", { name: /^Tuesday 24 November 2026, changed by the update$/ }).waitFor();
});

appTest("from there to the smallest update, and back to what AWS has", { plan }, async (app) => {
  const { calendar, change, expression, request } = app;
  await expression.fill("cron(30 23 ? * TUE *)");
  await change.show.click();
  await shows(() => request.json(), { WindowId: "mw-00000000000000001", Schedule: "cron(30 23 ? * TUE *)" });
  await change.back.click();
  await shows(() => change.words.count(), 0);
  await shows(() => calendar.blocksOn("Tuesday 24 November 2026"), ["Web, Tue 24 Nov 2026, 22:00 to Wed 25 Nov 2026, 01:00"]);
  await app.press("ControlOrMeta+z");
  await says(() => change.said(), /52 runs move/);
});

appTest("once it is marked as applied, nothing is left to mark", { plan }, async (app) => {
  await app.expression.fill("cron(30 23 ? * TUE *)");
  await app.change.show.click();
  await app.request.markAsApplied.click();
  await shows(() => app.change.words.count(), 0);
  await shows(() => app.calendar.blocksOn("Tuesday 24 November 2026"), ["Web, Tue 24 Nov 2026, 23:30 to Wed 25 Nov 2026, 02:30"]);
});

appTest("a window that AWS does not have has nothing to compare with", { plan: planOf(aWindow("New")) }, async ({ change, expression }) => {
  await expression.fill("cron(30 23 ? * TUE *)");
  await shows(() => expression.value(), "cron(30 23 ? * TUE *)");
  assert.equal(await change.words.count(), 0);
});

appTest("a rate of minutes is compared as far as it can be", { plan }, async ({ change, expression }) => {
  await expression.fill("rate(5 minutes)");
  await says(() => change.said(), /^Not in AWS yet\. Until .* 202\d: \d{4,} runs appear/);
});

for (const [name, screen] of Object.entries(SCREENS)) {
  for (const view of ["Month", "Week", "Agenda", "Timeline", "Year"]) {
    appTest(`marked, the ${view.toLowerCase()} is accessible on a ${name} screen, light and dark`, { plan, screen }, async (app) => {
      await app.page.emulateMedia({ reducedMotion: "reduce" });
      if (name === "narrow") await app.showPane("Edit");
      await app.expression.fill("cron(0 22 ? * WED,SAT *)");
      if (name === "narrow") await app.showPane("Calendar");
      await app.change.words.waitFor();
      await app.calendar.view(view).click();
      await isAccessible(app.page);
      await app.page.emulateMedia({ colorScheme: "dark" });
      await hasContrast(app.page);
    });
  }
}
