// The list of windows: what it tells, what is listed, and what is done with a window.

import assert from "node:assert/strict";
import { SCREENS, appTest } from "./support/app-test.js";
import { eventually, says, shows } from "./support/eventually.js";
import { aTeamsWindows, aWindow, inAws, planOf } from "./support/plans.js";

// It is Monday 23 November 2026, 16:00 UTC: 08:00 in Los Angeles, 17:00 in Berlin.
const STATES = planOf(
  aWindow("To-Come", { Schedule: "cron(0 9 ? * MON *)" }),
  aWindow("Open", { Schedule: "cron(30 7 ? * MON *)", Duration: 3, Cutoff: 1 }),
  aWindow("Past-Cutoff", { Schedule: "cron(0 6 ? * MON *)", Duration: 3, Cutoff: 1 }),
  aWindow("Disabled", {}, { Enabled: false }),
  aWindow("Ended", { EndDate: "2026-11-01T00:00:00Z" }),
  aWindow("Never", { Schedule: "cron(0 2 31 2 ? *)" }),
  aWindow("Invalid", { Schedule: "cron(0 24 ? * SUN *)", Duration: 30 }),
);

appTest("each window tells what it is doing, in words", { plan: STATES }, async ({ windows }) => {
  await says(() => windows.said("To-Come"), /Mon 23 Nov, 09:00, in 1 h$/);
  await says(() => windows.said("Open"), /Active; cutoff in 1 h 30 min, end in 2 h 30 min$/);
  await says(() => windows.said("Past-Cutoff"), /Active, past cutoff; ends in 1 h$/);
  await says(() => windows.said("Disabled"), /Disabled$/);
  await says(() => windows.said("Ended"), /1 warning Ended\. EndDate comes before the next time/);
  await says(() => windows.said("Never"), /1 warning Never runs\. No year has a day that the expression names\.$/);
  await says(() => windows.said("Invalid"), /2 errors No valid schedule$/);
});

appTest("a page that is looked at again tells the present", { plan: STATES }, async ({ page, windows }) => {
  await page.clock.setFixedTime(new Date("2026-11-23T17:10:00Z"));
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
  await says(() => windows.said("To-Come"), /Active; cutoff in 1 h 50 min, end in 2 h 50 min$/);
});

appTest("search, filter and order choose what is listed", { plan: STATES }, async ({ windows }) => {
  const all = ["To-Come", "Open", "Past-Cutoff", "Disabled", "Ended", "Never", "Invalid"];
  await shows(() => windows.names(), all);
  await windows.search.fill("EN");
  await shows(() => windows.names(), ["Open", "Ended"]);
  await windows.choose("Active now");
  await shows(() => windows.names(), ["Open"]);
  await says(() => windows.words(), /1 window found/);
  await windows.listAll.click();
  await shows(() => windows.names(), all);
  await windows.choose("Next run");
  await shows(() => windows.names(), ["Past-Cutoff", "Open", "To-Come", "Disabled", "Ended", "Never", "Invalid"]);
  await windows.choose("Name");
  await shows(() => windows.names(), ["Disabled", "Ended", "Invalid", "Never", "Open", "Past-Cutoff", "To-Come"]);
  await windows.choose("Problems");
  await shows(async () => (await windows.names())[0], "Invalid");
  await windows.choose("With problems");
  await shows(() => windows.names(), ["Invalid", "Ended", "Never"]);
  await windows.choose("Not running");
  await shows(async () => (await windows.names()).length, 4);
});

appTest("the order stays over a reload", { plan: STATES }, async (app) => {
  await app.windows.choose("Name");
  await app.reload();
  await shows(async () => (await app.windows.names())[0], "Disabled");
});

appTest("selecting a window shows it in form and calendar", { plan: null }, async (app) => {
  await app.windows.entry("Web-Tier-Restart").click();
  await shows(() => app.form.name.value(), "Web-Tier-Restart");
  await says(() => app.calendar.words(), /Web-Tier-Restart Next run Sun 29 Nov 2026, 02:30/);
  await app.form.name.fill("Web-2");
  await shows(() => app.windows.names(), ["Production-Patching", "Web-2", "Database-Backup"]);
  await app.reload();
  await shows(() => app.windows.selected(), "Web-2");
});

appTest("a window is hidden in the calendar and shown again, and stays so over a reload", { plan: null }, async (app) => {
  const { calendar, windows } = app;
  const day = "Thursday 10 December 2026";
  await shows(async () => (await calendar.blocksOn(day)).length, 2);
  await windows.shown("Database-Backup").uncheck();
  await shows(() => calendar.blocksOn("Monday 14 December 2026"), []);
  await app.reload();
  await shows(async () => (await calendar.blocksOn(day)).length, 1);
  assert.equal(await windows.shown("Database-Backup").isChecked(), false);
  await windows.openTools();
  await windows.tools.getByRole("button", { name: "Hide all" }).click();
  await shows(() => calendar.daysWithRuns(), []);
  await windows.tools.getByRole("button", { name: "Show all" }).click();
  await shows(async () => (await calendar.blocksOn(day)).length, 2);
});

appTest("a window is duplicated, disabled, painted and deleted, each to be undone", { plan: null }, async (app) => {
  const { form, header, notices, windows } = app;
  await windows.act("Web-Tier-Restart", "Duplicate");
  await shows(() => windows.selected(), "Web-Tier-Restart-copy");
  assert.equal(await app.expression.value(), "cron(30 2 ? * SUN *)");

  await windows.act("Web-Tier-Restart-copy", "Disable");
  await says(() => windows.said("Web-Tier-Restart-copy"), /Disabled$/);
  await shows(() => form.enabled.isChecked(), false);
  await windows.act("Web-Tier-Restart-copy", "Enable");
  await says(() => windows.said("Web-Tier-Restart-copy"), /in 5 d$/);

  const before = await windows.color("Web-Tier-Restart-copy");
  await windows.paint("Web-Tier-Restart-copy", "Cyan");
  await eventually(async () => assert.notEqual(await windows.color("Web-Tier-Restart-copy"), before));

  await windows.act("Web-Tier-Restart-copy", "Delete");
  await says(() => notices.words(), /Web-Tier-Restart-copy was deleted from the plan/);
  await shows(async () => (await windows.names()).length, 3);
  await notices.undo.click();
  await shows(() => windows.selected(), "Web-Tier-Restart-copy");
  await shows(() => notices.words(), "");

  for (let step = 0; step < 4; step += 1) await header.undo.click();
  await shows(() => windows.names(), ["Production-Patching", "Web-Tier-Restart", "Database-Backup"]);
});

appTest("colours stay with their windows", { plan: null }, async ({ windows }) => {
  const [web, backup] = [await windows.color("Web-Tier-Restart"), await windows.color("Database-Backup")];
  await windows.act("Production-Patching", "Delete");
  await windows.begin.click();
  assert.equal(await windows.color("Web-Tier-Restart"), web);
  assert.equal(await windows.color("Database-Backup"), backup);
  const fresh = await windows.color("New-Window");
  assert.ok(fresh !== web && fresh !== backup);
});

appTest("the list is walked by arrows, with one stop for Tab", { plan: null }, async (app) => {
  await app.page.keyboard.press("w");
  await shows(() => app.windows.selected(), "Production-Patching");
  await app.press("ArrowDown");
  await shows(() => app.windows.selected(), "Web-Tier-Restart");
  await app.press("End");
  await shows(() => app.windows.selected(), "Database-Backup");
  await app.press("ArrowDown", "Home");
  await shows(() => app.windows.selected(), "Production-Patching");
  await app.press("Delete");
  await shows(() => app.windows.names(), ["Web-Tier-Restart", "Database-Backup"]);
  await shows(() => app.windows.selected(), "Web-Tier-Restart");
});

appTest("an empty plan offers to begin", { plan: planOf() }, async (app) => {
  const { calendar, windows } = app;
  await says(() => windows.words(), /The plan has no windows yet/);
  await says(() => calendar.words(), /The plan is empty/);
  await shows(() => calendar.month(), "November 2026");
  await windows.region.getByRole("button", { name: "Begin a window" }).click();
  await shows(() => app.form.name.value(), "New-Window");
  await windows.act("New-Window", "Delete");
  await windows.region.getByRole("button", { name: "Open the examples" }).click();
  await shows(async () => (await windows.names()).length, 3);
});

appTest("the last window deleted leaves an empty plan, also after a reload", {}, async (app) => {
  await app.windows.act("Production-Patching", "Delete");
  await says(() => app.windows.words(), /The plan has no windows yet/);
  await app.reload();
  await says(() => app.windows.words(), /The plan has no windows yet/);
});

appTest("a thousand windows are listed, found and edited", { plan: planOf(...aTeamsWindows(1000)) }, async (app) => {
  const { form, windows } = app;
  await says(() => windows.words(), /Windows ?1000/);
  const drawn = await windows.list.getByRole("listitem").count();
  assert.ok(drawn > 10 && drawn < 60, `${drawn} entries drawn`);
  await windows.entry("Web-Tier-01").focus();
  await app.press("End");
  await shows(() => windows.selected(), "Bastion-Hosts-1000");
  await windows.search.fill("-500");
  await shows(() => windows.names(), ["Search-Index-500"]);
  await windows.entry("Search-Index-500").click();
  await form.name.fill("Found");
  await windows.search.fill("Found");
  await shows(() => windows.names(), ["Found"]);
});

appTest("a window that AWS has, and was changed, says so", { plan: planOf(inAws(aWindow("Nightly"))) }, async (app) => {
  const standing = app.page.getByRole("region", { name: "Nightly" });
  await says(() => standing.innerText(), /as in AWS/);
  await app.form.duration.fill("5");
  await says(() => standing.innerText(), /changed/);
});

appTest("narrow: a window is deleted and had back", { plan: null, screen: SCREENS.narrow }, async (app) => {
  await app.showPane("Windows");
  await app.windows.act("Database-Backup", "Delete");
  await app.notices.undo.click();
  await shows(async () => (await app.windows.names()).length, 3);
});
