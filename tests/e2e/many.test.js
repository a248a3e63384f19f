// The month of many windows.

import assert from "node:assert/strict";
import { appTest } from "./support/app-test.js";
import { eventually, says, shows } from "./support/eventually.js";
import { aTeamsWindows, aWindow, planOf } from "./support/plans.js";

// The second Tuesday of December 2026 is the 8th; two days later is Thursday the 10th.
const THURSDAY = "Thursday 10 December 2026";

appTest("a first visit shows Patch Tuesday plus 2, an overlap and a clock change", { plan: null }, async (app) => {
  const { calendar, windows } = app;
  await shows(() => windows.names(), ["Production-Patching", "Web-Tier-Restart", "Database-Backup"]);
  await shows(() => calendar.month(), "December 2026");
  await shows(() => calendar.blocksOn(THURSDAY), [
    "Database-Backup, Thu 10 Dec 2026, 02:00 to Thu 10 Dec 2026, 04:00",
    "Production-Patching, Thu 10 Dec 2026, 23:30 to Fri 11 Dec 2026, 03:30",
  ]);
  // The backup of Friday runs while patches go on, the restarts of Sunday while the backup does.
  await shows(() => calendar.blocksOn("Friday 11 December 2026"), [
    "Database-Backup, Fri 11 Dec 2026, 02:00 to Fri 11 Dec 2026, 04:00",
    "Production-Patching, Thu 10 Dec 2026, 23:30 to Fri 11 Dec 2026, 03:30",
  ]);
  await calendar.goForwardTo("March 2027");
  await says(() => calendar.dayName("Sunday 14 March 2027"), /the clocks change 02:00 to 03:00, \d runs? skipped/);
});

appTest("a block selects its window, and its card names it", { plan: null }, async (app) => {
  await app.calendar.block(THURSDAY, /^Database-Backup/).click();
  await says(() => app.calendar.card.words(), /Database-Backup/);
  await shows(() => app.windows.selected(), "Database-Backup");
  await shows(() => app.form.name.value(), "Database-Backup");
});

appTest("a renamed window is renamed in the calendar, and its colour follows", { plan: null }, async (app) => {
  await app.form.name.fill("Patching");
  await shows(async () => (await app.calendar.blocksOn(THURSDAY))[1].split(",")[0], "Patching");
  const color = () =>
    app.calendar.block(THURSDAY, /^Patching/).evaluate((block) => getComputedStyle(block).getPropertyValue("--c"));
  const before = await color();
  await app.windows.paint("Patching", "Pink");
  await eventually(async () => assert.notEqual(await color(), before));
});

appTest("a keystroke in one window leaves the others' blocks as they are", { plan: null }, async (app) => {
  const { calendar, expression } = app;
  const monday = calendar.block("Monday 14 December 2026", /^Database-Backup/);
  await monday.evaluate((block) => (block.dataset.seen = "yes"));
  await expression.fill("cron(30 22 ? * TUE#2 *)");
  await says(async () => (await calendar.blocksOn(THURSDAY)).join(), /22:30/);
  assert.equal(await monday.evaluate((block) => block.dataset.seen), "yes");
});

appTest("a window that cannot be read is marked, and the others are not", { plan: null }, async (app) => {
  const { calendar, expression } = app;
  const opacity = (name) =>
    calendar.block(THURSDAY, name).evaluate((block) => getComputedStyle(block).color);
  const before = await opacity(/^Database-Backup/);
  await expression.fill("cron(30 99 ? * TUE#2 *)");
  await calendar.stale.waitFor();
  assert.notEqual(await opacity(/^Production-Patching/), before);
  assert.equal(await opacity(/^Database-Backup/), before);
});

const BUSY = planOf(
  ...Array.from({ length: 9 }, (_, place) => aWindow(`Nightly-${place + 1}`, { Schedule: `cron(0 ${place} ? * * *)`, Duration: 2 })),
);

appTest("what a day has no room for opens as its list, with names", { plan: BUSY }, async ({ calendar }) => {
  const day = calendar.day("Tuesday 24 November 2026");
  await day.getByRole("button", { name: /^\+\d more$/ }).click();
  await shows(async () => (await calendar.card.lines()).length, 9);
  const lines = await calendar.card.lines();
  assert.match(lines[0], /^00:00 to 02:00 Nightly-1 in 16 h$/);
  assert.match(lines[8], /^08:00 to 10:00 Nightly-9 in 1 d$/);
  await calendar.card.open(8);
  await says(() => calendar.card.words(), /Nightly-9/);
});

appTest("the selected window shows on every day, however full", { plan: BUSY }, async ({ calendar, windows }) => {
  await windows.entry("Nightly-9").click();
  await says(async () => (await calendar.blocksOn("Tuesday 24 November 2026")).join(), /Nightly-9/);
});

appTest("a window that runs all the time is a band beside the others", {
  plan: planOf(aWindow("Nightly", { Schedule: "cron(0 2 ? * * *)" }), aWindow("Probe", { Schedule: "rate(5 minutes)", Duration: 1, Cutoff: 0 })),
}, async ({ calendar }) => {
  await calendar.goForwardTo("December 2026");
  await shows(() => calendar.blocksOn(THURSDAY), [
    "Nightly, Thu 10 Dec 2026, 02:00 to Thu 10 Dec 2026, 05:00",
    "Probe, every 5 min, 288 runs",
  ]);
  await calendar.block(THURSDAY, /^Probe/).click();
  await shows(async () => (await calendar.card.lines()).length, 288);
  await says(() => calendar.card.words(), /288 runs/);
});

const TWO_ZONES = planOf(
  aWindow("West", { Schedule: "cron(0 2 ? * * *)", Duration: 1, Cutoff: 0 }),
  aWindow("East", { Schedule: "cron(0 1 ? * * *)", ScheduleTimezone: "Asia/Tokyo", Duration: 1, Cutoff: 0 }),
);

appTest("windows of two zones stand by one clock, or each by its own", { plan: TWO_ZONES }, async ({ calendar }) => {
  // In Berlin, 01:00 of Friday in Tokyo is 17:00 of Thursday; 02:00 in Los Angeles is 11:00.
  await shows(() => calendar.zones.shown(), "Berlin (you)");
  await calendar.goForwardTo("December 2026");
  await shows(() => calendar.blocksOn(THURSDAY), [
    "West, Thu 10 Dec 2026, 11:00 to Thu 10 Dec 2026, 12:00",
    "East, Thu 10 Dec 2026, 17:00 to Thu 10 Dec 2026, 18:00 (Fri in Tokyo)",
  ]);
  await calendar.zones.choose("Each window's own");
  await shows(() => calendar.blocksOn(THURSDAY), [
    "East, Thu 10 Dec 2026, 01:00 to Thu 10 Dec 2026, 02:00",
    "West, Thu 10 Dec 2026, 02:00 to Thu 10 Dec 2026, 03:00",
  ]);
});

appTest("fifty windows: a keystroke is shown within two frames", { plan: planOf(...aTeamsWindows(50)) }, async (app) => {
  const { expression, page } = app;
  await app.windows.entry("Web-Tier-01").click();
  await expression.input.focus();
  // Frames are counted, not timed: how long one takes is the machine's affair.
  const late = await page.evaluate(async () => {
    const input = document.activeElement;
    const inspector = input.closest("#inspector");
    const frame = () => new Promise(requestAnimationFrame);
    const late = [];
    for (let step = 10; step < 30; step += 1) {
      await frame();
      input.value = `cron(${step} 2 ? * SUN *)`;
      input.dispatchEvent(new Event("input", { bubbles: true }));
      await frame();
      await frame();
      if (!inspector.innerText.includes(`At 02:${step} every Sunday`)) late.push(step);
    }
    return late;
  });
  assert.deepEqual(late, []);
});
