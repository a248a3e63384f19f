// Wide, medium and narrow: nothing is lost, and nothing scrolls sideways.

import assert from "node:assert/strict";
import { SCREENS, appTest } from "./support/app-test.js";
import { eventually, says, shows } from "./support/eventually.js";

const SMALLEST = { width: 320, height: 640 };

const isInView = (locator) =>
  locator.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight && right > left;
  });

const fits = (locator) => eventually(async () => assert.ok(await isInView(locator)));

appTest("wide: windows, calendar and form stand side by side", {}, async (app) => {
  await fits(app.windows.region);
  await fits(app.calendar.region);
  await fits(app.form.panel);
  assert.equal(await app.panes.isVisible(), false);
  assert.equal(await app.scrollsSideways(), false);
  for (const tab of ["Runs", "Export", "Definition"]) {
    await app.showTab(tab);
    assert.equal(await app.scrollsSideways(), false, tab);
  }
});

appTest("wide: every day of the month is in view", {}, async ({ calendar }) => {
  for (const day of await calendar.grid.getByRole("gridcell").all()) await fits(day);
});

appTest("at no width does the page scroll sideways", {}, async (app) => {
  for (const width of [320, 390, 600, 767, 768, 899, 900, 1199, 1200, 1440, 2560]) {
    await app.page.setViewportSize({ width, height: 800 });
    assert.equal(await app.scrollsSideways(), false, `${width} px`);
  }
});

appTest("the longest name leaves everything in its place", {}, async (app) => {
  await app.form.name.fill("Production-Patching".repeat(7).slice(0, 128));
  for (const width of [320, 768, 1200, 1440]) {
    await app.page.setViewportSize({ width, height: 800 });
    if (width < 768) await app.showPane("Edit");
    assert.equal(await app.scrollsSideways(), false, `${width} px`);
  }
});

appTest("medium: the windows are in a drawer", { screen: SCREENS.medium }, async (app) => {
  assert.equal(await app.windows.entry("Production").isVisible(), false);
  await fits(app.calendar.region);
  await fits(app.form.panel);
  await app.windows.drawer.click();
  await fits(app.windows.entry("Production"));
  await shows(() => app.windows.drawer.getAttribute("aria-expanded"), "true");
  await app.page.keyboard.press("Escape");
  await app.windows.entry("Production").waitFor({ state: "hidden" });
  await app.windows.drawer.click();
  await app.windows.begin.click();
  await app.windows.entry("Production").waitFor({ state: "hidden" });
  await shows(() => app.form.name.value(), "New-Window");
  assert.equal(await app.scrollsSideways(), false);
});

for (const [name, screen] of Object.entries({ narrow: SCREENS.narrow, "the smallest screen": SMALLEST })) {
  appTest(`${name}: the bar at the bottom leads to every pane`, { screen }, async (app) => {
    await fits(app.panes);
    await fits(app.calendar.region);
    assert.equal(await app.windows.region.isVisible(), false);
    assert.equal(await app.form.panel.isVisible(), false);
    assert.equal(await app.scrollsSideways(), false, "calendar");

    await app.showPane("Edit");
    await fits(app.form.panel);
    assert.equal(await app.calendar.region.isVisible(), false);
    for (const tab of ["Runs", "Export", "Definition"]) {
      await app.showTab(tab);
      assert.equal(await app.scrollsSideways(), false, tab);
    }

    await app.showPane("Windows");
    await fits(app.windows.entry("Production"));
    assert.equal(await app.scrollsSideways(), false, "windows");
    await app.windows.entry("Production").click();
    await fits(app.calendar.region);
  });

  appTest(`${name}: a run opens within the screen`, { screen }, async (app) => {
    await app.calendar.block("Thursday 17 December 2026").click();
    await fits(app.calendar.card.dialog);
    await says(() => app.calendar.card.words(), /Start Last tasks End/);
    await app.calendar.card.close();
  });

  appTest(`${name}: a window is planned from its expression to its request`, { screen }, async (app) => {
    await app.showPane("Edit");
    await app.builder.choose("Weekly, on days");
    await app.showPane("Calendar");
    await shows(async () => (await app.calendar.daysWithRuns()).length > 3, true);
    await app.showPane("Edit");
    await app.showTab("Runs");
    await app.runs.open("Sun 29 Nov 2026, 23:30");
    await fits(app.calendar.card.dialog);
    await app.page.keyboard.press("Escape");
    await app.showPane("Edit");
    await app.showTab("Export");
    await shows(async () => (await app.request.json()).Schedule, "cron(30 23 ? * SUN *)");
  });
}
