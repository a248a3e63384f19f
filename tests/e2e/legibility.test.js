// On screens of every width, in locales of both clocks, no time is cut off and no text lies over another.

import assert from "node:assert/strict";
import { appTest } from "./support/app-test.js";
import { eventually, shows } from "./support/eventually.js";
import { illegible } from "./support/legibility.js";
import { aWindow, inAws, planOf } from "./support/plans.js";

/** The longest times are those of en-US: they are looked at at every width. */
const SCREENS = [
  ...[320, 360, 390, 768, 1440].map((width) => ({ width, locale: "en-US" })),
  ...["en-GB", "de-DE", "ja-JP", "ar-EG", "ko-KR"].flatMap((locale) => [320, 768].map((width) => ({ width, locale }))),
];

const BERLIN = { ScheduleTimezone: "Europe/Berlin" };

/** The longest times, over midnight, in a freeze of the clocks, as a band, beside one another, and changed by an update. */
const edited = inAws(aWindow("Edited", { ...BERLIN, Schedule: "cron(45 23 ? * THU *)" }));
const PLAN = planOf(
  aWindow("Production-Patching-Of-Everything", { Schedule: "cron(30 23 ? * TUE#3 *)", ScheduleOffset: 2, Duration: 4 }),
  aWindow("Over-Midnight", { ...BERLIN, Schedule: "cron(45 22 ? * SAT *)" }),
  aWindow("Skipped", { ...BERLIN, Schedule: "cron(30 2 ? * SUN *)" }),
  aWindow("Every-Half-Hour", { ...BERLIN, Schedule: "cron(0/30 * ? * FRI *)", Duration: 1, Cutoff: 0 }),
  aWindow("Noon", { ...BERLIN, Schedule: "cron(45 11 ? * WED *)" }),
  aWindow("Beside-Noon", { ...BERLIN, Schedule: "cron(0 12 ? * WED *)", Duration: 1, Cutoff: 0 }),
  { ...edited, Definition: { ...edited.Definition, Schedule: "cron(45 22 ? * THU,MON *)" } },
);

const isLegible = (region, what) => eventually(async () => assert.deepEqual(await illegible(region), [], what));

for (const { width, locale } of SCREENS) {
  appTest(`${width} px, ${locale}: the calendar's texts are whole and apart`, { screen: { width, height: 800 }, locale, plan: PLAN }, async (app) => {
    const { calendar, panes } = app;
    if (await panes.isVisible()) await app.showPane("Calendar");
    await isLegible(calendar.region, "November");
    for (let months = 0; months < 4; months += 1) await calendar.monthAfter();
    await isLegible(calendar.region, "March, in which the clocks change");
    for (const view of ["Week", "Agenda", "Year", "Timeline"]) {
      await calendar.view(view).click();
      await isLegible(calendar.region, view);
    }
  });
}

appTest("a time that is too wide for its day is found", { screen: { width: 320, height: 800 }, plan: PLAN }, async (app) => {
  await app.showPane("Calendar");
  await isLegible(app.calendar.region);
  await app.calendar.grid.locator(".block-time").first().evaluate((time) => (time.textContent = "11:30:15 PM"));
  await shows(() => illegible(app.calendar.region), ["cut: 11:30:15 PM (block-time)"]);
});

appTest("the count of thousands of insights leaves room for what stands beside it", { screen: { width: 1280, height: 800 }, plan: PLAN }, async (app) => {
  const head = app.windows.region.locator(".insights-head");
  await head.locator(".count").evaluate((count) => (count.textContent = "128675"));
  const ends = await head.evaluate((head) => [head, head.lastElementChild].map((it) => it.getBoundingClientRect().right));
  assert.ok(ends[1] <= ends[0], `the choice ends at ${ends[1]}, the pane at ${ends[0]}`);
});

for (const locale of ["en-US", "ar-EG"]) {
  for (const width of [320, 390, 768]) {
    appTest(`${width} px, ${locale}: what is beside the calendar is whole, too`, { screen: { width, height: 800 }, locale, plan: PLAN }, async (app) => {
      const { calendar, panes, page } = app;
      const isNarrow = await panes.isVisible();
      if (isNarrow) await app.showPane("Edit");
      for (const tab of ["Definition", "Runs", "Targets & tasks", "Export"]) {
        await app.showTab(tab);
        await isLegible(page.locator("#inspector"), tab);
      }
      if (isNarrow) await app.showPane("Windows");
      else await app.windows.drawer.click();
      await isLegible(app.windows.region, "the windows");
      if (isNarrow) await app.showPane("Calendar");
      else await page.keyboard.press("Escape");
      await calendar.grid.getByRole("button").first().click();
      await calendar.card.dialog.waitFor();
      await isLegible(calendar.card.dialog, "an execution");
    });
  }
}
