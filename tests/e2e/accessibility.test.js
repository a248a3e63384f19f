// Every state of the app, light and dark, under axe's rules for WCAG 2.2 AA and its best practices.

import { hasContrast, isAccessibleLightAndDark } from "./support/accessibility.js";
import { SCREENS, appTest } from "./support/app-test.js";
import { says } from "./support/eventually.js";
import { linkOf } from "./support/links.js";
import { PRODUCTION, aTarget, aTask, aTeamsWindows, aWindow, inAws, planOf } from "./support/plans.js";
import { withFullLocalStorage, withoutDatabase, withoutStorage } from "./support/stored.js";

const { medium, narrow } = SCREENS;

/** What AWS might print, with one window that is fine and two that are not. */
const PROBLEMS = JSON.stringify({
  WindowIdentities: [
    { WindowId: "mw-0ab12cd34e0000001", Name: "Fine", Enabled: true, Duration: 2, Cutoff: 1, Schedule: "cron(0 3 ? * * *)" },
    { WindowId: "mw-0ab12cd34e0000002", Name: "Wrong", Enabled: true, Duration: 2, Cutoff: 1, Schedule: "cron(0 24 ? * * *)" },
    { WindowId: "no id", Name: "Left-Out" },
  ],
});

const REGISTERED = planOf(
  aWindow("Patching", {}, { Targets: [aTarget(1, [{ Key: "tag:Role", Values: ["web"] }], { Name: "Web" })], Tasks: [aTask(1)] }),
);

/** Each state: how the page is visited, and what is done until it is in that state. */
const STATES = {
  "a first visit": [{ plan: null }, async () => {}],
  "one window": [{}, async () => {}],
  "an empty plan": [{ plan: planOf() }, async () => {}],
  "fifty windows": [{ plan: planOf(...aTeamsWindows(50)) }, async () => {}],
  "the list of a full day": [
    { plan: planOf(...aTeamsWindows(50)) },
    async ({ calendar }) => {
      await calendar.grid.getByRole("button", { name: /^\+\d+ more$/ }).first().click();
      await calendar.card.dialog.waitFor();
    },
  ],
  "a list that finds nothing": [{ plan: null }, ({ windows }) => windows.search.fill("nothing")],
  "what the list shows": [{ plan: null }, ({ windows }) => windows.openTools()],
  "what can be done with a window": [{ plan: null }, ({ windows }) => windows.openActions("Web-Tier-Restart")],
  "a window that is open now, one that is disabled, one that has ended": [
    {
      plan: planOf(
        aWindow("Open", { Schedule: "cron(0 7 ? * MON *)" }),
        aWindow("Disabled", {}, { Enabled: false }),
        aWindow("Ended", { Schedule: "at(2026-11-01T00:00:00)" }),
      ),
    },
    ({ windows }) => windows.shown("Disabled").uncheck(),
  ],
  "the plan's menu": [{}, ({ header }) => header.plan.click()],
  "the zones of the calendar": [{}, ({ calendar }) => calendar.zones.button.click()],
  "the keys": [{}, ({ header }) => header.keys.click()],
  "the palette": [{ plan: null }, ({ palette }) => palette.open()],
  "the palette finds nothing": [
    {},
    async ({ palette }) => {
      await palette.open();
      await palette.box.fill("zzz");
    },
  ],
  "a window deleted, with the way back": [
    { plan: null },
    async ({ notices, windows }) => {
      await windows.act("Web-Tier-Restart", "Delete");
      await notices.undo.waitFor();
    },
  ],
  "an invalid expression": [
    {},
    async ({ calendar, expression }) => {
      await expression.fill("cron(0 24 ? * SUN *)");
      await expression.placeCaret(8);
      await calendar.stale.waitFor();
    },
  ],
  "errors in every field": [
    {},
    async ({ form, zone, expression }) => {
      await form.name.fill("a b");
      await form.description.fill("x".repeat(130));
      await expression.fill("cron(0 2 1 * MON *)");
      await zone.fill("Mars/Olympus_Mons");
      await form.duration.fill("25");
      await form.startDate.fill("tomorrow");
      await form.addTag.click();
      await form.tag(1).key.fill("aws:x");
    },
  ],
  "an expression that never runs": [
    {},
    async ({ calendar, expression }) => {
      await expression.fill("cron(0 2 31 2 ? *)");
      await says(() => calendar.words(), /never runs/);
    },
  ],
  "a rate of five minutes": [
    {},
    async ({ calendar, builder, expression }) => {
      await builder.choose("Every few hours or days");
      await expression.fill("rate(5 minutes)");
      await calendar.block("Thursday 17 December 2026").waitFor();
    },
  ],
  "a night on which the clocks change": [
    {},
    async ({ calendar, expression, form }) => {
      await form.offset.input.selectOption("On the expression's day");
      await expression.fill("cron(30 2 ? * SUN *)");
      await calendar.goForwardTo("March 2027");
    },
  ],
  "an opened run": [
    {},
    async ({ calendar }) => {
      await calendar.block("Thursday 17 December 2026").click();
      await calendar.card.dialog.waitFor();
    },
  ],
  "a day's list": [
    {},
    async ({ calendar, expression, page }) => {
      await expression.fill("cron(0 2,8,14 15 12 ? 2026)");
      await calendar.nextRun.click();
      await calendar.day("Thursday 17 December 2026").focus();
      await page.keyboard.press("Enter");
      await calendar.card.dialog.waitFor();
    },
  ],
  "the open list of time zones": [
    {},
    async ({ zone }) => {
      await zone.fill("america");
      await zone.input.press("ArrowDown");
    },
  ],
  "the runs": [{}, (app) => app.showTab("Runs")],
  "the request": [{}, (app) => app.showTab("Export")],
  "a request that AWS will refuse": [
    {},
    async (app) => {
      await app.form.duration.fill("25");
      await app.showTab("Export");
    },
  ],
  "a window that AWS has as it is": [{ plan: planOf(inAws(PRODUCTION)) }, (app) => app.showTab("Export")],
  "an update": [
    { plan: planOf(inAws(PRODUCTION)) },
    async (app) => {
      await app.form.duration.fill("5");
      await app.showTab("Export");
      await app.request.readAgain.click();
      await app.request.shownText.waitFor();
    },
  ],
  "an id that is none": [
    {},
    async (app) => {
      await app.showTab("Export");
      await app.request.createdId.fill("mw-1");
      await app.request.markAsCreated.click();
    },
  ],
  "a stored plan put aside": [
    { stored: { "window-planner.plan": "{ garbage" } },
    ({ notices }) => notices.dismiss.waitFor(),
  ],
  "three hundred windows": [{ plan: planOf(...aTeamsWindows(300)) }, async () => {}],
  "a window that never runs": [{ plan: planOf(aWindow("Never", { Schedule: "cron(0 2 31 2 ? *)" })) }, async () => {}],
  "a window that is disabled": [{ plan: planOf(aWindow("Off", {}, { Enabled: false })) }, async () => {}],
  "windows that have all ended": [{ plan: planOf(aWindow("Ended", { Schedule: "at(2026-11-01T00:00:00)" })) }, async () => {}],
  "a storage that is full": [{ script: withFullLocalStorage }, ({ notices }) => notices.dismiss.first().waitFor()],
  "a browser without a database": [{ script: withoutDatabase }, async () => {}],
  "a browser that stores nothing": [{ plan: null, script: withoutStorage }, ({ notices }) => notices.savePlan.waitFor()],
  "files over the page": [
    {},
    async ({ imports }) => {
      await imports.drag([{ name: "windows.json", text: PROBLEMS }]);
      await imports.dropHere.waitFor();
    },
  ],
  "an import that asks": [{}, ({ imports }) => imports.open.click()],
  "an import with problems": [
    {},
    async ({ imports }) => {
      await imports.choose({ name: "windows.json", text: PROBLEMS }, { name: "notes.txt", text: "no JSON" });
      await imports.confirm.waitFor();
    },
  ],
  "a link that was copied": [
    { permissions: ["clipboard-read", "clipboard-write"] },
    async ({ notices, share }) => {
      await share.button.click();
      await notices.dismiss.waitFor();
    },
  ],
  "a link that is opened beside a plan": [
    {},
    async ({ share }) => {
      await share.follow(linkOf(planOf(aWindow("Shared"))));
      await share.dialog.waitFor();
    },
  ],
  "the export of all": [{ plan: null }, ({ exportPanel }) => exportPanel.open()],
  "targets and tasks, unfolded": [
    { plan: REGISTERED },
    async (app) => {
      await app.showTab("Targets & tasks");
      await app.registered.addTarget.click();
      await app.registered.addTask.click();
    },
  ],
  "insights, unfolded": [
    { plan: planOf(aWindow("One"), aWindow("Other")) },
    async ({ insights }) => {
      await insights.open("Load over the year");
      await insights.open(/overlap/);
    },
  ],
  ...Object.fromEntries(
    ["Week", "Agenda", "Year", "Timeline"].map((view) => [
      `the ${view.toLowerCase()} of fifty windows`,
      [{ plan: planOf(...aTeamsWindows(50)) }, ({ calendar }) => calendar.view(view).click()],
    ]),
  ),
  "a second zone beside the week": [
    {},
    async ({ calendar, page }) => {
      await calendar.view("Week").click();
      await page.getByRole("combobox", { name: "Second time zone" }).selectOption("UTC");
    },
  ],
  "a change that AWS does not have yet": [
    { plan: planOf(inAws(PRODUCTION)) },
    async ({ change, expression }) => {
      await expression.fill("cron(30 23 ? * TUE#2 *)");
      await change.words.waitFor();
    },
  ],
  "a new window": [
    {},
    async ({ form, windows }) => {
      await windows.begin.click();
      await form.name.fill("Mine");
    },
  ],
  "the drawer of a medium screen": [{ screen: medium }, ({ windows }) => windows.drawer.click()],
  "the calendar of a narrow screen": [{ screen: narrow }, async () => {}],
  "the calendar of a narrow screen by twelve hours": [{ screen: narrow, locale: "en-US", plan: planOf(...aTeamsWindows(50)) }, async () => {}],
  "the week of a narrow screen by twelve hours": [
    { screen: narrow, locale: "en-US", plan: planOf(...aTeamsWindows(50)) },
    async (app) => {
      await app.showPane("Calendar");
      await app.calendar.view("Week").click();
    },
  ],
  "the form of a narrow screen": [{ screen: narrow }, (app) => app.showPane("Edit")],
  "the windows of a narrow screen": [{ screen: narrow }, (app) => app.showPane("Windows")],
};

for (const [state, [visit, show]] of Object.entries(STATES)) {
  appTest(`${state}: accessible, light and dark`, visit, async (app) => {
    // What moves is not yet what it will be.
    await app.page.emulateMedia({ reducedMotion: "reduce" });
    await show(app);
    await isAccessibleLightAndDark(app.page);
  });
}

appTest("more contrast on request: still contrast, light and dark", {}, async (app) => {
  await app.page.emulateMedia({ contrast: "more", reducedMotion: "reduce" });
  await hasContrast(app.page);
  await app.page.emulateMedia({ colorScheme: "dark" });
  await hasContrast(app.page);
});
