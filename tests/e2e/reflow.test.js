// Magnified pages: everything can be reached by scrolling in one direction (WCAG 1.4.10).

import assert from "node:assert/strict";
import { appTest } from "./support/app-test.js";
import { eventually, shows } from "./support/eventually.js";
import { aWindow, planOf } from "./support/plans.js";

/** A page of 1280 by 1024 at 200 % and at 400 %, and the narrowest that is asked for. */
const SIZES = {
  "200 %": { width: 640, height: 512 },
  "400 %": { width: 320, height: 256 },
  "320 px": { width: 320, height: 640 },
};

const VIEWS = ["Month", "Week", "Agenda", "Year", "Timeline"];
const TABS = ["Definition", "Runs", "Targets & tasks", "Export"];

const PLAN = planOf(
  aWindow("Production-Patching-Of-Everything", { Schedule: "cron(30 23 ? * TUE#3 *)", ScheduleOffset: 2, Duration: 4 }),
  aWindow("Nightly", { Schedule: "cron(0 1 ? * * *)" }),
);

/** What is cut off at the right, or must be scrolled sideways; code and what is typed may be. */
const sideways = (page) =>
  page.evaluate(() => {
    const found = [];
    for (const element of document.querySelectorAll(".app *")) {
      if (element.matches("input, textarea, pre, pre *, svg, svg *, .unseen")) continue;
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      const { overflowX } = getComputedStyle(element);
      const scrolls = overflowX === "auto" || overflowX === "scroll";
      if (scrolls && element.scrollWidth > element.clientWidth + 1) found.push(`scrolls: ${element.className}`);
    }
    if (document.scrollingElement.scrollWidth > innerWidth) found.push("the page scrolls");
    return found;
  });

/** Scrolls each control of a region into view, and tells those that cannot be seen whole in width, or at all. */
const outOfReach = (region) =>
  region.evaluate((region) => {
    const controls = [...region.querySelectorAll("button, input, select, textarea, [tabindex='0']")];
    const seen = controls.filter((it) => it.checkVisibility({ visibilityProperty: true }) && !it.closest("[popover]"));
    return seen
      .filter((control) => {
        control.scrollIntoView({ block: "center" });
        const { left, right, top, bottom } = control.getBoundingClientRect();
        return left < -1 || right > innerWidth + 1 || bottom <= 0 || top >= innerHeight;
      })
      .map((control) => control.ariaLabel ?? control.textContent ?? control.id);
  });

for (const [size, screen] of Object.entries(SIZES)) {
  for (const view of VIEWS) {
    appTest(`${size}: ${view} scrolls in one direction, and all of it can be reached`, { screen, plan: PLAN }, async (app) => {
      await app.calendar.view(view).click();
      await eventually(async () => assert.deepEqual(await sideways(app.page), []));
      assert.deepEqual(await outOfReach(app.calendar.region), []);
    });
  }

  appTest(`${size}: the windows and every tab scroll in one direction`, { screen, plan: PLAN }, async (app) => {
    await app.showPane("Windows");
    await shows(async () => (await app.insights.lines()).length > 0, true);
    assert.deepEqual(await sideways(app.page), []);
    assert.deepEqual(await outOfReach(app.windows.region), []);
    await app.showPane("Edit");
    for (const tab of TABS) {
      await app.showTab(tab);
      assert.deepEqual(await sideways(app.page), [], tab);
      assert.deepEqual(await outOfReach(app.page.locator("#inspector")), [], tab);
    }
  });

  appTest(`${size}: what opens over the page is within it`, { screen, plan: PLAN }, async (app) => {
    for (const open of [
      () => app.calendar.nextRun.click(),
      () => app.palette.open(),
      () => app.imports.open.click(),
    ]) {
      await open();
      await eventually(async () => assert.deepEqual(await sideways(app.page), []));
      await app.press("Escape");
    }
  });
}
