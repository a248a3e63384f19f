// Every state of the app, light and dark, under axe's rules for WCAG 2.2 AA and its best practices.

import { hasContrast, isAccessible } from "./support/accessibility.js";
import { SCREENS, appTest } from "./support/app-test.js";
import { says } from "./support/eventually.js";

const { medium, narrow } = SCREENS;

/** Each state: how the page is visited, and what is done until it is in that state. */
const STATES = {
  "the example": [{}, async () => {}],
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
  "a window that never runs": [
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
  "an update that asks for its window": [{}, (app) => app.choosePurpose("Update")],
  "an update": [
    {},
    async (app) => {
      await app.choosePurpose("Update");
      await app.request.startFromForm.click();
      await app.request.shownText.waitFor();
    },
  ],
  "the form of an update": [
    {},
    async (app) => {
      await app.choosePurpose("Update");
      await app.request.startFromForm.click();
      await app.showTab("Definition");
    },
  ],
  "a stored plan put aside": [
    { stored: { "window-planner.plan": "{ garbage" } },
    ({ notices }) => notices.dismiss.waitFor(),
  ],
  "a new window": [
    {},
    async ({ form, notices, windows }) => {
      await form.name.fill("Mine");
      await windows.begin.click();
      await notices.undo.waitFor();
    },
  ],
  "the drawer of a medium screen": [{ screen: medium }, ({ windows }) => windows.drawer.click()],
  "the calendar of a narrow screen": [{ screen: narrow }, async () => {}],
  "the form of a narrow screen": [{ screen: narrow }, (app) => app.showPane("Edit")],
  "the windows of a narrow screen": [{ screen: narrow }, (app) => app.showPane("Windows")],
};

for (const [state, [visit, show]] of Object.entries(STATES)) {
  appTest(`${state}: accessible, light and dark`, visit, async (app) => {
    // What moves is not yet what it will be.
    await app.page.emulateMedia({ reducedMotion: "reduce" });
    await show(app);
    await isAccessible(app.page);
    await app.page.emulateMedia({ colorScheme: "dark" });
    await hasContrast(app.page);
  });
}

appTest("more contrast on request: still contrast, light and dark", {}, async (app) => {
  await app.page.emulateMedia({ contrast: "more", reducedMotion: "reduce" });
  await hasContrast(app.page);
  await app.page.emulateMedia({ colorScheme: "dark" });
  await hasContrast(app.page);
});
