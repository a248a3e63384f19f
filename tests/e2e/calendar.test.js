// The calendar by mouse and by keyboard.

import assert from "node:assert/strict";
import { appTest } from "./support/app-test.js";
import { eventually, says, shows } from "./support/eventually.js";

appTest("months go back and forward, and Today comes back", {}, async ({ calendar }) => {
  await calendar.monthAfter();
  await shows(() => calendar.month(), "January 2027");
  await calendar.monthBefore();
  await calendar.monthBefore();
  await shows(() => calendar.month(), "November 2026");
  await calendar.monthBefore();
  await shows(() => calendar.month(), "October 2026");
  await calendar.today();
  await shows(() => calendar.month(), "November 2026");
  await shows(() => calendar.dayReached(), "Monday 23 November 2026");
});

appTest("keys move by day, week, month and year", {}, async ({ calendar, page }) => {
  await calendar.today();
  await calendar.day("Monday 23 November 2026").focus();
  const steps = [
    ["ArrowRight", "Tuesday 24 November 2026"],
    ["ArrowDown", "Tuesday 1 December 2026"],
    ["ArrowUp", "Tuesday 24 November 2026"],
    ["ArrowLeft", "Monday 23 November 2026"],
    ["Shift+ArrowRight", "Monday 30 November 2026"],
    ["Shift+ArrowLeft", "Monday 23 November 2026"],
    ["End", "Sunday 29 November 2026"],
    ["Home", "Monday 23 November 2026"],
    ["PageDown", "Wednesday 23 December 2026"],
    ["PageUp", "Monday 23 November 2026"],
    ["Shift+PageDown", "Tuesday 23 November 2027"],
    ["Shift+PageUp", "Monday 23 November 2026"],
  ];
  for (const [key, date] of steps) {
    await page.keyboard.press(key);
    await shows(() => calendar.dayReached(), date);
    await eventually(async () => assert.ok(await calendar.day(date).evaluate((day) => day === document.activeElement)));
  }
});

appTest("T is today, from wherever no text is typed", {}, async ({ calendar, form, page }) => {
  await calendar.monthAfter();
  await page.keyboard.press("t");
  await shows(() => calendar.month(), "November 2026");
  await form.name.fill("");
  await form.name.input.pressSequentially("Tent");
  await shows(() => form.name.value(), "Tent");
});

appTest("Enter opens the run of a day, and Escape gives the focus back", {}, async ({ calendar, page }) => {
  await calendar.day("Thursday 17 December 2026").focus();
  await page.keyboard.press("Enter");
  await shows(() => calendar.card.title(), "Thu 17 Dec 2026, 23:30");
  await page.keyboard.press("Escape");
  await calendar.card.dialog.waitFor({ state: "detached" });
  const day = calendar.day("Thursday 17 December 2026");
  await eventually(async () => assert.ok(await day.evaluate((cell) => cell === document.activeElement)));
});

appTest("a day with several runs opens their list, and one of them opens", {}, async (app) => {
  const { calendar, expression, page } = app;
  await expression.fill("cron(0 2,8,14 15 12 ? 2026)");
  await calendar.nextRun.click();
  await says(() => calendar.dayName("Thursday 17 December 2026"), /3 runs/);
  await calendar.day("Thursday 17 December 2026").focus();
  await page.keyboard.press("Enter");
  await shows(async () => (await calendar.card.lines()).length, 3);
  await says(async () => (await calendar.card.lines())[1], /^08:00 to 12:00 Production-Patching in 24 d$/);
  await calendar.card.open(1);
  await shows(() => calendar.card.title(), "Thu 17 Dec 2026, 08:00");
  await calendar.card.close();
  await calendar.card.dialog.waitFor({ state: "detached" });
});

appTest("a press outside closes what is open", {}, async ({ calendar, title }) => {
  await calendar.block("Thursday 17 December 2026").click();
  await calendar.card.dialog.waitFor();
  await title.click();
  await calendar.card.dialog.waitFor({ state: "detached" });
});

appTest("a rate of five minutes is a band, not 288 blocks", {}, async ({ calendar, expression, form }) => {
  await form.offset.input.selectOption("On the expression's day");
  await expression.fill("rate(5 minutes)");
  await calendar.goForwardTo("December 2026");
  await shows(() => calendar.blocksOn("Thursday 17 December 2026"), ["Production-Patching, every 5 min, 288 runs"]);
  await says(() => calendar.dayName("Thursday 17 December 2026"), /288 runs/);
});

appTest("the zone of the view moves blocks to the days they fall on there", {}, async ({ calendar }) => {
  // Thursday 23:30 in Los Angeles is Friday 07:30 in UTC and 08:30 in Berlin.
  await shows(() => calendar.daysWithRuns(), ["Thursday 17 December 2026", "Friday 18 December 2026"]);
  await calendar.zones.choose("UTC");
  await shows(() => calendar.daysWithRuns(), ["Friday 18 December 2026"]);
  await shows(() => calendar.blocksOn("Friday 18 December 2026"), [
    "Production-Patching, Fri 18 Dec 2026, 07:30 to Fri 18 Dec 2026, 11:30 (Thu in Los Angeles)",
  ]);
  await shows(() => calendar.drawn("Friday 18 December 2026"), { open: [7.5, 10.5], hatched: [10.5, 11.5] });
  await calendar.zones.choose("Berlin (you)");
  await shows(() => calendar.blocksOn("Friday 18 December 2026"), [
    "Production-Patching, Fri 18 Dec 2026, 08:30 to Fri 18 Dec 2026, 12:30 (Thu in Los Angeles)",
  ]);
  await calendar.zones.choose("Automatic: the windows', Los Angeles");
  await shows(() => calendar.daysWithRuns(), ["Thursday 17 December 2026", "Friday 18 December 2026"]);
});

appTest("an opened run tells start, last tasks and end in three zones", {}, async ({ calendar }) => {
  await calendar.block("Thursday 17 December 2026").click();
  await says(() => calendar.card.words(), /Starts in 24 d 15 h/);
  await says(() => calendar.card.words(), /4 h, no new tasks in the last 1 h/);
  // 23:30 PST (UTC-8) on the 17th is 07:30 UTC and 08:30 CET (UTC+1) on the 18th. The window is open
  // for four hours, and takes no new tasks in the last one.
  await shows(() => calendar.card.times(), [
    ["Los Angeles window UTC−08:00", "23:30 Thu 17 Dec", "02:30 Fri 18 Dec", "03:30 Fri 18 Dec"],
    ["UTC", "07:30 Fri 18 Dec", "10:30", "11:30"],
    ["Berlin you UTC+01:00", "08:30 Fri 18 Dec", "11:30", "12:30"],
  ]);
});

appTest("a run in the past is shown for the pattern, and says so", {}, async ({ calendar }) => {
  // The third Tuesday of November 2026 is the 17th: the Thursday after it has passed.
  await calendar.today();
  await calendar.block("Thursday 19 November 2026").click();
  await says(() => calendar.card.words(), /Ended 3 d/);
  await says(() => calendar.card.words(), /In the past, shown for the pattern/);
});

appTest("a run that is open now says when it ends", {}, async ({ calendar, expression, form }) => {
  // It is 08:00 in Los Angeles.
  await form.offset.input.selectOption("On the expression's day");
  await expression.fill("cron(0 7 ? * MON *)");
  await calendar.today();
  await calendar.block("Monday 23 November 2026").click();
  await says(() => calendar.card.words(), /Open now, ends in 3 h/);
});

appTest("the zone is the windows' own where they share one, else the viewer's", {}, async ({ calendar, windows }) => {
  await shows(() => calendar.zones.shown(), "Los Angeles");
  await windows.begin.click();
  await shows(() => calendar.zones.shown(), "Berlin (you)");
  assert.deepEqual(await calendar.zones.offered(), ["Automatic: yours", "Each window's own", "Berlin (you)", "UTC"]);
});

appTest("any zone can be chosen, and stays over a reload", {}, async (app) => {
  const { calendar } = app;
  await calendar.zones.find("kathm");
  await shows(() => calendar.zones.shown(), "Kathmandu");
  // Thursday 23:30 in Los Angeles is Friday 13:15 in Kathmandu.
  await shows(() => calendar.daysWithRuns(), ["Friday 18 December 2026"]);
  await app.reload();
  await shows(() => calendar.zones.shown(), "Kathmandu");
});
