// What the app tells of the plan as a whole, and the ways to the executions it speaks of.

import assert from "node:assert/strict";
import { hasContrast, isAccessible } from "./support/accessibility.js";
import { SCREENS, appTest } from "./support/app-test.js";
import { eventually, says, shows } from "./support/eventually.js";
import { aTeamsWindows, aWindow, planOf } from "./support/plans.js";

/** Two that meet every Sunday, one that the clocks skip once, one that never runs. */
const TROUBLED = planOf(
  aWindow("Web", { Schedule: "cron(30 2 ? * SUN *)", Duration: 3 }),
  aWindow("Database", { Schedule: "cron(0 4 ? * SUN *)", Duration: 2 }),
  aWindow("Never", { Schedule: "cron(0 2 31 2 ? *)" }),
);

/** A target that is registered with a window. */
const target = (number, key, value) => ({
  WindowTargetId: `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`,
  ResourceType: "INSTANCE",
  Targets: [{ Key: key, Values: [value] }],
});

appTest("the plan is summed up in lines, each with its count", { plan: TROUBLED }, async ({ insights }) => {
  await shows(() => insights.lines(), [
    "1 window never runs",
    "1 run skipped by the clocks",
    "1 overlap",
    "Load over the year",
  ]);
  assert.equal(await insights.count(), 3);
  await insights.open("1 overlap");
  await says(async () => (await insights.told("1 overlap"))[0], /^Web and Database are open together 5\d times, first on /);
  await insights.open("1 window never runs");
  await says(async () => (await insights.told("1 window never runs"))[0], /^Never never runs\. .* runs by hand only\./);
});

appTest("an execution is a way to it: the calendar goes there and it opens", { plan: TROUBLED }, async (app) => {
  const { calendar, insights, windows } = app;
  await insights.open("1 overlap");
  await shows(async () => (await insights.runs("1 overlap")).slice(0, 2), [
    "Sun 29 Nov 2026, 02:30 Web",
    "Sun 29 Nov 2026, 04:00 Database",
  ]);
  await calendar.goForwardTo("March 2027");
  await insights.run("1 overlap", 1).click();
  await shows(() => calendar.card.title(), "Sun 29 Nov 2026, 04:00");
  await shows(() => calendar.month(), "November 2026");
  await shows(() => windows.selected(), "Database");
  await shows(() => calendar.dayReached(), "Sunday 29 November 2026");
});

appTest("the way leads to a window that was left out, in every view", { plan: TROUBLED }, async (app) => {
  const { calendar, insights, windows } = app;
  await insights.open("1 overlap");
  for (const view of ["Week", "Agenda", "Year", "Timeline", "Month"]) {
    await calendar.view(view).click();
    await windows.shown("Web").uncheck();
    await insights.run("1 overlap").click();
    await shows(() => calendar.card.title(), "Sun 29 Nov 2026, 02:30");
    await shows(() => windows.shown("Web").isChecked(), true);
    await calendar.card.close();
  }
});

appTest("more executions are there when they are asked for", { plan: TROUBLED }, async ({ insights }) => {
  await insights.open("1 overlap");
  await shows(async () => (await insights.runs("1 overlap")).length, 4);
  await insights.region.getByRole("button", { name: "6 more runs" }).click();
  await shows(async () => (await insights.runs("1 overlap")).length, 10);
});

appTest(
  "overlaps are all of them, or those on shared targets",
  {
    plan: planOf(
      aWindow("Web", {}, { Targets: [target(1, "tag:Role", "web")] }),
      aWindow("Database", {}, { Targets: [target(2, "tag:Role", "database")] }),
      aWindow("Front", {}, { Targets: [target(3, "tag:Role", "web")] }),
    ),
  },
  async (app) => {
    const { insights } = app;
    const lines = async () => (await insights.lines()).filter((line) => line.includes("overlap"));
    await shows(lines, ["1 overlap on shared targets", "2 overlaps"]);
    await insights.overlaps("On shared targets").click();
    await shows(lines, ["1 overlap on shared targets"]);
    await insights.open("1 overlap on shared targets");
    await says(async () => (await insights.told("1 overlap on shared targets"))[0], /^Web and Front .* They share targets/);
    await app.reload();
    await shows(lines, ["1 overlap on shared targets"]);
  },
);

appTest("an edit is told a moment later, and what was open stays open", { plan: TROUBLED }, async (app) => {
  const { expression, form, insights } = app;
  await insights.open("1 overlap");
  await shows(() => insights.said.textContent(), "3 insights");
  await expression.fill("cron(30 9 ? * SUN *)");
  await shows(() => insights.lines(), ["1 window never runs", "Load over the year"]);
  await shows(() => insights.said.textContent(), "1 insight");
  await expression.fill("cron(30 2 ? * SUN *)");
  await form.name.fill("Front");
  await says(async () => (await insights.told("1 overlap"))[0], /^Front and Database/);
});

appTest("a plan without a finding says so", {}, async ({ insights }) => {
  await says(() => insights.region.innerText(), /No overlap, and nothing that the clocks do to a run/);
  assert.equal(await insights.count(), 0);
  await shows(() => insights.lines(), ["Load over the year"]);
});

appTest("an empty plan says what will stand here", { plan: planOf() }, async ({ insights }) => {
  await says(() => insights.region.innerText(), /Overlaps, clock changes and the like will stand here/);
});

appTest("by keyboard alone: I leads there, Enter opens, and the execution has the focus", { plan: TROUBLED }, async (app) => {
  const { calendar, insights } = app;
  await insights.line("1 overlap").waitFor();
  await app.press("i");
  await says(() => app.focused(), /^Insights/);
  // Past the choice of overlaps and two lines.
  await app.press("Tab", "Tab", "Tab", "Tab");
  await shows(() => app.focused(), "1 overlap");
  await app.press("Enter", "Tab", "Enter");
  await shows(() => calendar.card.title(), "Sun 29 Nov 2026, 02:30");
  await app.press("Escape");
  await says(() => app.focused(), /^Sunday 29 November 2026/);
});

appTest("on a narrow screen they are with the windows, and lead to the calendar", { plan: TROUBLED, screen: SCREENS.narrow }, async (app) => {
  await app.showPane("Windows");
  await app.insights.open("1 overlap");
  await app.insights.run("1 overlap").click();
  await shows(() => app.calendar.card.title(), "Sun 29 Nov 2026, 02:30");
  assert.equal(await app.scrollsSideways(), false);
});

appTest("in the drawer of a medium screen they are, too", { plan: TROUBLED, screen: SCREENS.medium }, async (app) => {
  await app.windows.drawer.click();
  await app.insights.open("1 overlap");
  await app.insights.run("1 overlap").click();
  await shows(() => app.calendar.card.title(), "Sun 29 Nov 2026, 02:30");
});

appTest("300 windows: what is too much to list is counted", { plan: planOf(...aTeamsWindows(300)) }, async (app) => {
  const { insights } = app;
  await says(async () => (await insights.lines()).join(), /\d{3,} overlaps/);
  const overlaps = (await insights.lines()).find((line) => /^\d+ overlaps/.test(line));
  await insights.open(overlaps);
  await eventually(async () => assert.equal((await insights.told(overlaps)).length, 101));
  await says(async () => (await insights.told(overlaps)).at(-1), /^And \d+ more of this kind\.$/);
});

for (const [name, screen] of Object.entries(SCREENS)) {
  appTest(`open, they are accessible on a ${name} screen, light and dark`, { plan: TROUBLED, screen }, async (app) => {
    await app.page.emulateMedia({ reducedMotion: "reduce" });
    if (name === "narrow") await app.showPane("Windows");
    if (name === "medium") await app.windows.drawer.click();
    await app.insights.open("1 overlap");
    await app.insights.open("1 run skipped by the clocks");
    await isAccessible(app.page);
    await app.page.emulateMedia({ colorScheme: "dark" });
    await hasContrast(app.page);
  });
}
