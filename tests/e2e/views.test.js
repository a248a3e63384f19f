// The other views of the calendar: week, agenda, year and timeline.

import assert from "node:assert/strict";
import { isAccessible } from "./support/accessibility.js";
import { SCREENS, appTest } from "./support/app-test.js";
import { eventually, says, shows } from "./support/eventually.js";

const VIEWS = ["Month", "Week", "Agenda", "Year", "Timeline"];

const KEPT = "window-planner.plan";

/** A plan with these windows, as the app keeps it. */
function stored(...windows) {
  const of = ({ Name, ...definition }, index) => ({
    WindowId: `mw-${String(index).padStart(17, "0")}`,
    Definition: { Name, Duration: 2, Cutoff: 1, AllowUnassociatedTargets: false, ...definition },
    CreatedDate: "2026-01-01T00:00:00Z",
  });
  return { stored: { [KEPT]: JSON.stringify({ Version: 2, Windows: windows.map(of) }) } };
}

const LOS_ANGELES = { ScheduleTimezone: "America/Los_Angeles" };

appTest("the keys 1 to 5 choose the view, and a reload keeps it", {}, async (app) => {
  const { page, calendar } = app;
  for (const [index, view] of VIEWS.entries()) {
    await page.keyboard.press(String(index + 1));
    await calendar.view(view, { checked: true }).waitFor();
  }
  await app.reload();
  await calendar.view("Timeline", { checked: true }).waitFor();
});

for (const view of VIEWS.slice(1)) {
  for (const [screen, size] of Object.entries(SCREENS)) {
    appTest(`${view} on a ${screen} screen has no finding of axe`, { screen: size }, async (app) => {
      if (screen === "narrow") await app.showPane("Calendar");
      await app.calendar.view(view).click();
      await isAccessible(app.page);
    });
  }
}

appTest(
  "the week draws a run at its hours, hatched after the cutoff",
  stored({ Name: "Nightly", Schedule: "cron(0 6 16 12 ? 2026)", ScheduleTimezone: "Etc/UTC", Duration: 6 }),
  async ({ calendar, page }) => {
    await calendar.view("Week").click();
    await shows(() => calendar.month(), "14 Dec – 20 Dec 2026");
    const block = page.getByRole("button", { name: "Nightly, Wed 16 Dec 06:00 – 12:00" });
    const [day, run, hatched] = await Promise.all(
      [calendar.day("Wednesday 16 December 2026"), block, block.locator(".after-cutoff")].map((it) => it.boundingBox()),
    );
    assert.ok(Math.abs((run.y - day.y) / day.height - 6 / 24) < 0.01, "it begins a quarter down the day");
    assert.ok(Math.abs(run.height / day.height - 6 / 24) < 0.01, "and is a quarter of it high");
    assert.ok(Math.abs(hatched.height / run.height - 1 / 6) < 0.05, "with the last of six hours hatched");
    await block.click();
    await says(() => calendar.card.words(), /11:00/);
  },
);

appTest(
  "the week draws the hour that a night lacks, and the hour that it has twice",
  stored({ Name: "Sundays", Schedule: "cron(30 1 ? * SUN *)", ...LOS_ANGELES }),
  async ({ calendar, page }) => {
    await calendar.view("Week").click();
    await calendar.today();
    await calendar.region.getByRole("button", { name: "Week before" }).click();
    for (let weeks = 0; weeks < 2; weeks += 1) {
      await calendar.region.getByRole("button", { name: "Week before" }).click();
    }
    await shows(() => calendar.month(), "2 Nov – 8 Nov 2026");
    await calendar.region.getByRole("button", { name: "Week before" }).click();
    await page.getByTitle("The clocks go back: this time comes twice").waitFor();
    await eventually(async () => assert.equal(await page.getByText("01:00", { exact: true }).count(), 2));
  },
);

appTest("what overlaps stands side by side", stored(
  { Name: "First", Schedule: "cron(0 6 16 12 ? 2026)" },
  { Name: "Second", Schedule: "cron(0 7 16 12 ? 2026)" },
), async ({ calendar, page }) => {
  await calendar.view("Week").click();
  const [first, second] = await Promise.all(
    ["First", "Second"].map((name) => page.getByRole("button", { name: new RegExp(`^${name}, Wed`) }).boundingBox()),
  );
  assert.ok(first.x + first.width <= second.x + 1);
});

appTest("a second zone shows its hours beside the first", stored(
  { Name: "Nightly", Schedule: "cron(0 6 16 12 ? 2026)", ...LOS_ANGELES },
), async ({ calendar, page }) => {
  await calendar.view("Week").click();
  await page.getByRole("combobox", { name: "Second time zone" }).selectOption("UTC");
  await eventually(async () => {
    const hour = page.locator(".gutter .hour").filter({ hasText: "06:00" }).first();
    assert.match((await hour.innerText()).replaceAll(/\s+/g, " "), /^14:00 06:00$/);
  });
});

appTest("the agenda lists what begins, day by day", stored(
  { Name: "Nightly", Schedule: "cron(30 23 16 12 ? 2026)", ScheduleTimezone: "Etc/UTC", Duration: 4 },
), async ({ calendar, page }) => {
  await calendar.view("Agenda").click();
  await page.getByRole("heading", { name: "Wed 16 Dec 2026", exact: true }).waitFor();
  const run = page.getByRole("button", { name: /Nightly/ }).filter({ hasText: "23:30 to 03:30 Thu" });
  await says(() => run.innerText(), /no new tasks after 02:30/);
  await run.click();
  await shows(() => calendar.card.title(), "Wed 16 Dec 2026, 23:30");
});

appTest("the year counts each day's runs, and a day opens its list", stored(
  { Name: "First", Schedule: "cron(0 6 16 12 ? 2026)" },
  { Name: "Second", Schedule: "cron(0 7 16 12 ? 2026)" },
), async ({ calendar, page }) => {
  await calendar.view("Year").click();
  await shows(() => calendar.month(), "2026");
  const day = page.getByRole("gridcell", { name: "Wednesday 16 December 2026, 2 runs, open 4 h in all" });
  await day.click();
  await shows(async () => (await calendar.card.lines()).length, 2);
});

appTest("the timeline shows how many windows are open at once", stored(
  { Name: "First", Schedule: "cron(0 6 16 12 ? 2026)" },
  { Name: "Second", Schedule: "cron(0 7 16 12 ? 2026)" },
), async ({ calendar, page }) => {
  await calendar.view("Timeline").click();
  await page.getByRole("rowheader", { name: "First" }).waitFor();
  await page.getByText("Up to 2 at once").waitFor();
  await page.getByTitle("2 windows open at once, Wed 16 Dec 2026, 07:00 to 08:00").waitFor();
});

appTest("keys move by day in the week, and Enter opens the run", stored(
  { Name: "Nightly", Schedule: "cron(0 6 16 12 ? 2026)" },
), async ({ calendar, page }) => {
  await calendar.view("Week").click();
  await calendar.day("Wednesday 16 December 2026").focus();
  await page.keyboard.press("ArrowLeft");
  await shows(() => calendar.dayReached(), "Tuesday 15 December 2026");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await shows(() => calendar.card.title(), "Wed 16 Dec 2026, 06:00");
});
