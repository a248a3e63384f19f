// An execution opened: its times, why it is then, and its cancellation while it is in progress.

import assert from "node:assert/strict";
import { hasContrast, isAccessible } from "./support/accessibility.js";
import { SCREENS, appTest } from "./support/app-test.js";
import { says, shows } from "./support/eventually.js";
import { PRODUCTION, aWindow, inAws, planOf } from "./support/plans.js";

const LONG_AGO = "2026-11-01T00:00:00Z";

/** Open from 07:00 to 11:00 in Los Angeles, where it is 08:00; no tasks after 10:00. */
const OPEN = inAws(aWindow("Web", { Schedule: "cron(0 7 ? * MON *)", Duration: 4 }, { CreatedDate: LONG_AGO }));
const MONDAY = "Monday 23 November 2026";
const EXECUTION = "6027b513-64fe-4cf0-be7d-1191a0000001";

appTest("it says when it is in the window's zone, in UTC and in the viewer's", {}, async ({ calendar }) => {
  await calendar.block("Thursday 17 December 2026").click();
  await shows(() => calendar.card.times(), [
    ["Los Angeles window UTC−08:00", "23:30 Thu 17 Dec", "02:30 Fri 18 Dec", "03:30 Fri 18 Dec"],
    ["UTC", "07:30 Fri 18 Dec", "10:30", "11:30"],
    ["Berlin you UTC+01:00", "08:30 Fri 18 Dec", "11:30", "12:30"],
  ]);
});

appTest("it says why it is then: the parts of the expression and the offset", {}, async ({ calendar }) => {
  await calendar.block("Thursday 17 December 2026").click();
  await shows(() => calendar.card.reasons(), [
    ["TUE#3", "on the third Tuesday: Tue 2026-12-15."],
    ["30 23", "at 23:30, Los Angeles time."],
    ["ScheduleOffset", "2 days later: Thu 2026-12-17."],
  ]);
});

appTest("a bound and a rate are reasons, too", {
  plan: planOf(
    aWindow("Bounded", { Schedule: "cron(0 5 ? * * *)", StartDate: "2026-12-01T00:00:00Z", EndDate: "2026-12-02T00:00:00Z" }),
    aWindow("Rated", { Schedule: "rate(5 days)" }),
  ),
}, async ({ calendar }) => {
  await calendar.block("Tuesday 1 December 2026", /^Bounded/).click();
  await shows(async () => (await calendar.card.reasons()).slice(2), [
    ["StartDate", "the first run that it allows."],
    ["EndDate", "the last run that it allows."],
  ]);
  await calendar.card.close();
  await calendar.block("Thursday 3 December 2026", /^Rated/).click();
  await shows(() => calendar.card.reasons(), [
    ["creation", "the rate counts from Mon 2026-11-23 08:00, Los Angeles time."],
    ["rate(5 days)", "2 times that long after."],
  ]);
});

appTest("what the clocks do to it is said", { plan: planOf(aWindow("Web", { Schedule: "cron(30 1 ? * SUN *)" })) }, async (app) => {
  await app.calendar.goForwardTo("November 2027");
  await app.calendar.block("Sunday 7 November 2027").click();
  await says(() => app.calendar.card.words(), /The clocks in Los Angeles go 02:00→01:00\. .*AWS behaviour unverified\./);
});

appTest("one that is to come or over cannot be cancelled", { plan: planOf(OPEN) }, async ({ calendar }) => {
  for (const day of ["Monday 16 November 2026", "Monday 30 November 2026"]) {
    await calendar.block(day).click();
    await calendar.card.dialog.waitFor();
    assert.equal(await calendar.card.cancel.count(), 0, day);
    await calendar.card.close();
  }
});

appTest("one in progress is cancelled: the request, and in the plan, with the way back", { plan: planOf(OPEN) }, async (app) => {
  const { calendar, notices, windows } = app;
  const { card } = calendar;
  await says(() => windows.said("Web"), /active/i);
  await calendar.block(MONDAY).click();
  await says(() => card.words(), /Open now, ends in 3 h/);
  await card.cancel.click();
  await says(() => card.words(), /describe-maintenance-window-executions .*--window-id=mw-00000000000000001/);
  await card.executionId.fill("none");
  await says(() => card.words(), /An id is 36 characters/);
  await card.executionId.fill(EXECUTION);
  await shows(() => card.request.textContent(), `aws ssm cancel-maintenance-window-execution \\\n  --window-execution-id=${EXECUTION}\n`);
  await card.format("JSON").click();
  await shows(async () => JSON.parse(await card.request.textContent()), { WindowExecutionId: EXECUTION });
  await card.format("boto3").click();
  await says(() => card.request.textContent(), /ssm\.cancel_maintenance_window_execution\(/);
  await card.markAsCancelled.click();
  await says(() => card.words(), /Cancelled now .*Cancelled in the plan/);
  await card.close();
  await says(async () => (await calendar.blocksOn(MONDAY)).join(), /, cancelled$/);
  const struck = () => calendar.block(MONDAY).locator(".block-time").evaluate((time) => getComputedStyle(time).textDecorationLine);
  await shows(struck, "line-through");
  await says(() => windows.said("Web"), /Mon 30 Nov/);
  await notices.undo.click();
  await shows(async () => (await calendar.blocksOn(MONDAY)).join().includes("cancelled"), false);
});

appTest("what was cancelled stays so over a reload, in every view", { plan: planOf(OPEN) }, async (app) => {
  const { calendar } = app;
  await calendar.block(MONDAY).click();
  await calendar.card.cancel.click();
  await calendar.card.markAsCancelled.click();
  await app.reload();
  await says(async () => (await calendar.blocksOn(MONDAY)).join(), /, cancelled$/);
  await calendar.today();
  await calendar.view("Week").click();
  await says(async () => (await calendar.blocksOn(MONDAY)).join(), /, cancelled$/);
  await calendar.view("Timeline").click();
  await calendar.region.getByRole("button", { name: /^Web, Mon 23 Nov 2026, .*, cancelled$/ }).waitFor();
  await calendar.view("Agenda").click();
  await says(() => calendar.words(), /07:00 to 11:00 Web .*cancelled/);
});

appTest("by keyboard alone: opened, cancelled, closed, and the focus is back on its day", { plan: planOf(OPEN) }, async (app) => {
  await app.calendar.day(MONDAY).focus();
  await app.press("Enter");
  await shows(() => app.calendar.card.title(), "Mon 23 Nov 2026, 07:00");
  await app.press("Tab", "Tab");
  await shows(() => app.focused(), "Cancel this execution");
  await app.press("Enter");
  await app.calendar.card.executionId.waitFor();
  await shows(() => app.focused(), "WindowExecutionId");
  await app.press("Escape");
  await says(() => app.focused(), /^Monday 23 November 2026/);
});

appTest("the request that is asked for stays within the calendar", { plan: planOf(OPEN), screen: { width: 1280, height: 700 } }, async (app) => {
  await app.calendar.block(MONDAY).click();
  await app.calendar.card.cancel.click();
  await app.calendar.card.executionId.fill(EXECUTION);
  await app.calendar.card.request.waitFor();
  const isWithin = async () => {
    const [card, region] = await Promise.all([app.calendar.card.dialog.boundingBox(), app.calendar.region.boundingBox()]);
    return card.y >= region.y && card.y + card.height <= region.y + region.height;
  };
  await shows(isWithin, true);
});

for (const [name, screen] of Object.entries(SCREENS)) {
  appTest(`the card and its request are accessible on a ${name} screen, light and dark`, { plan: planOf(OPEN), screen }, async (app) => {
    await app.page.emulateMedia({ reducedMotion: "reduce" });
    await app.calendar.block(MONDAY).click();
    await isAccessible(app.page);
    await app.calendar.card.cancel.click();
    await app.calendar.card.executionId.fill(EXECUTION);
    await isAccessible(app.page);
    await app.page.emulateMedia({ colorScheme: "dark" });
    await hasContrast(app.page);
  });
}

appTest("a window that was edited explains no execution that it no longer has", { plan: planOf(inAws(PRODUCTION)) }, async (app) => {
  await app.expression.fill("cron(30 22 ? * TUE#3 *)");
  await says(async () => (await app.calendar.blocksOn("Thursday 17 December 2026")).join(), /from 23:30/);
  await app.calendar.block("Thursday 17 December 2026").click();
  await says(() => app.calendar.card.words(), /⇄ moved from 23:30, with the update that is to be sent\./);
});
