// What a plan of one window shows: the window, explained by its calendar.

import assert from "node:assert/strict";
import { appTest } from "./support/app-test.js";
import { says, shows } from "./support/eventually.js";

// cron(30 23 ? * TUE#3 *) in Los Angeles, two days later. The Tuesdays of December 2026 are the 1st,
// 8th, 15th, 22nd and 29th; two days after the third is Thursday the 17th, until 03:30 on Friday.
const THURSDAY = "Thursday 17 December 2026";
const FRIDAY = "Friday 18 December 2026";
const RUN = "Production-Patching, Thu 17 Dec 2026, 23:30 to Fri 18 Dec 2026, 03:30";

appTest("it opens on the month of the next run", {}, async ({ calendar, windows }) => {
  assert.equal(await calendar.month(), "December 2026");
  assert.equal(await calendar.nextRun.textContent(), "Thu 17 Dec 2026, 23:30");
  // 16:00Z on 23 November to 07:30Z on 18 December.
  await says(() => calendar.words(), /Thu 17 Dec 2026, 23:30 ?, in 24 d 15 h/);
  await says(() => windows.words(), /Production-Patching Thu 17 Dec, 23:30, in 24 d/);
});

appTest("the schedule is described in words", {}, async ({ calendar, form }) => {
  const words = /At 23:30 on the third Tuesday of every month, then 2 days later, Los Angeles time/;
  await says(() => calendar.words(), words);
  await says(() => form.words(), words);
});

appTest("a run over midnight stands on both days", {}, async ({ calendar }) => {
  assert.deepEqual(await calendar.daysWithRuns(), [THURSDAY, FRIDAY]);
  assert.deepEqual(await calendar.blocksOn(THURSDAY), [RUN]);
  assert.deepEqual(await calendar.blocksOn(FRIDAY), [RUN]);
});

appTest("the hour after the cutoff is drawn apart, on the day it falls on", {}, async ({ calendar }) => {
  assert.deepEqual(await calendar.drawn(THURSDAY), { open: [23.5, 24], hatched: null });
  assert.deepEqual(await calendar.drawn(FRIDAY), { open: [0, 2.5], hatched: [2.5, 3.5] });
});

appTest("it says what the marks mean, and which time-zone data it uses", {}, async ({ calendar, windows }) => {
  await says(() => calendar.words(), /after cutoff: no new tasks/);
  await says(() => windows.words(), /Time zones as of IANA 20\d\d[a-z]/);
});

appTest("the title of the page and its language are set", {}, async ({ page }) => {
  await shows(() => page.title(), "Window Planner");
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
});
