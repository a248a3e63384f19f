// Two tabs with one plan: neither overwrites what the other has stored, and nothing is lost without a word.

import assert from "node:assert/strict";
import { test } from "node:test";
import { App } from "./pages/app.js";
import { hasContrast, isAccessible } from "./support/accessibility.js";
import { NOW, SCREENS, running } from "./support/app-test.js";
import { says, shows } from "./support/eventually.js";
import { watchForFaults } from "./support/faults.js";
import { PLAN, aWindow, planOf } from "./support/plans.js";
import { saved } from "./support/saved.js";
import { storedPlan, withoutDatabase } from "./support/stored.js";

const TWO = planOf(aWindow("First"), aWindow("Second"));

/**
 * A test with two tabs of one browser, in which a plan of two windows is stored.
 *
 * @param {string} law
 * @param {(tabs: { one: App, other: App }) => Promise<void>} journey
 * @param {{ script?: () => void }} visit `script` runs before the page's own
 */
function tabsTest(law, journey, { script } = {}) {
  test(law, async () => {
    const context = await running.browser.newContext({ viewport: SCREENS.wide, locale: "en-GB", serviceWorkers: "block" });
    context.setDefaultTimeout(10_000);
    try {
      const faults = await watchForFaults(context, running.server.origin);
      if (script) await context.addInitScript(script);
      const open = async () => {
        const page = await context.newPage();
        await page.clock.setFixedTime(NOW);
        const app = new App(page, running.server.origin);
        await app.open();
        return app;
      };
      const one = await open();
      await one.header.open({ name: "two.plan.json", text: TWO });
      await shows(() => one.windows.names(), ["First", "Second"]);
      await one.notices.dismiss.first().click();
      const other = await open();
      await shows(() => other.windows.names(), ["First", "Second"]);
      await journey({ one, other });
      assert.deepEqual(faults.filter((fault) => !fault.startsWith("a second page")), []);
    } finally {
      await context.close();
    }
  });
}

const storedNames = async ({ page }) =>
  (await storedPlan(page)).Windows.map((window) => window.Definition.Name);

/** Renames a window behind the tab's back: as another tab does whose word has not arrived yet. */
async function withoutHearing(tab, act) {
  await tab.page.evaluate(() => Object.defineProperty(document, "hidden", { value: true, configurable: true }));
  await act();
  await tab.page.evaluate(() => delete document.hidden);
}

const CONFLICT = /^Another tab has changed the plan while this one did\. Nothing was overwritten/;

/** Both tabs change a window; the other one is told of it. */
async function part({ one, other }) {
  await withoutHearing(other, async () => {
    await one.form.name.fill("First-Of-One");
    await shows(() => storedNames(one), ["First-Of-One", "Second"]);
    await other.windows.entry("Second").click();
    await other.form.name.fill("Second-Of-Other");
    await says(() => other.notices.words(), CONFLICT);
  });
}

tabsTest("a tab that has nothing unsaved follows the other at once, both ways", async ({ one, other }) => {
  await one.form.name.fill("Renamed");
  await shows(() => other.windows.names(), ["Renamed", "Second"]);
  await shows(() => other.form.name.value(), "Renamed");
  await other.windows.act("Second", "Delete");
  await shows(() => one.windows.names(), ["Renamed"]);
  await one.header.rename("Shared");
  await shows(() => other.header.plan.textContent(), "Shared");
  // What was done elsewhere is not undone here.
  assert.equal(await other.header.undo.isEnabled(), false);
  for (const tab of [one, other]) assert.equal(await tab.notices.takeTheirs.count(), 0);
});

tabsTest("a tab that was hidden follows when it is seen", async ({ one, other }) => {
  await withoutHearing(other, async () => {
    await one.form.name.fill("Renamed");
    await shows(() => storedNames(one), ["Renamed", "Second"]);
  });
  assert.deepEqual(await other.windows.names(), ["First", "Second"]);
  await other.page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
  await shows(() => other.windows.names(), ["Renamed", "Second"]);
});

tabsTest("both have changed the plan: it is said, nothing is overwritten, and what is typed on stays here", async ({ one, other }) => {
  await part({ one, other });
  assert.deepEqual(await storedNames(one), ["First-Of-One", "Second"]);
  assert.deepEqual(await one.windows.names(), ["First-Of-One", "Second"]);
  await other.form.description.fill("Typed on");
  assert.deepEqual(await other.windows.names(), ["First", "Second-Of-Other"]);
  assert.equal(await other.notices.takeTheirs.count(), 1);
  assert.deepEqual(await storedNames(one), ["First-Of-One", "Second"]);
  // The one that was first goes on undisturbed.
  await one.form.name.fill("First-Again");
  await shows(() => storedNames(one), ["First-Again", "Second"]);
  assert.deepEqual(await other.windows.names(), ["First", "Second-Of-Other"]);
});

tabsTest("taking the other's is a step: undo brings this one back", async ({ one, other }) => {
  await part({ one, other });
  await other.notices.takeTheirs.click();
  await shows(() => other.windows.names(), ["First-Of-One", "Second"]);
  await says(() => other.notices.words(), /^The plan is as the other tab has it\./);
  assert.deepEqual(await storedNames(other), ["First-Of-One", "Second"]);
  await other.notices.undo.click();
  await shows(() => other.windows.names(), ["First", "Second-Of-Other"]);
  await shows(() => one.windows.names(), ["First", "Second-Of-Other"]);
  // And both go on together.
  await one.windows.act("First", "Delete");
  await shows(() => other.windows.names(), ["Second-Of-Other"]);
});

tabsTest("keeping this one stores it, and the other tab follows", async ({ one, other }) => {
  await part({ one, other });
  await other.notices.keepMine.click();
  await shows(() => other.notices.words(), "");
  await shows(() => storedNames(other), ["First", "Second-Of-Other"]);
  await shows(() => one.windows.names(), ["First", "Second-Of-Other"]);
  await other.form.name.fill("And-On");
  await shows(() => one.windows.names(), ["First", "And-On"]);
});

tabsTest("this one is saved as a file, by keyboard alone, and the choice is still there", async ({ one, other }) => {
  await part({ one, other });
  const { page, notices } = other;
  await isAccessible(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await hasContrast(page);
  await notices.takeTheirs.focus();
  await other.press("Tab");
  await shows(() => other.focused(), "Keep this one");
  await other.press("Tab");
  await shows(() => other.focused(), "Save this one as a file");
  const { text } = await saved(page, () => other.press("Enter"));
  const names = JSON.parse(text).Windows.map((window) => window.Definition.Name);
  assert.deepEqual(names, ["First", "Second-Of-Other"]);
  await other.press("Shift+Tab", "Shift+Tab", "Enter");
  await shows(() => other.windows.names(), ["First-Of-One", "Second"]);
});

tabsTest("on a narrow screen the choice is all there", async ({ one, other }) => {
  await part({ one, other });
  await other.page.setViewportSize(SCREENS.narrow);
  await isAccessible(other.page);
  assert.equal(await other.scrollsSideways(), false);
  await other.notices.keepMine.click();
  await shows(() => one.windows.names(), ["First", "Second-Of-Other"]);
});

tabsTest(
  "without a database it is the same",
  async ({ one, other }) => {
    await one.form.name.fill("Renamed");
    await shows(() => other.windows.names(), ["Renamed", "Second"]);
    await withoutHearing(other, async () => {
      await one.form.name.fill("First-Of-One");
      await other.windows.entry("Second").click();
      await other.form.name.fill("Second-Of-Other");
      await says(() => other.notices.words(), /Nothing was overwritten/);
    });
    const stored = await one.page.evaluate((key) => localStorage.getItem(key), PLAN);
    assert.match(stored, /First-Of-One/);
    await other.notices.keepMine.click();
    await shows(() => one.windows.names(), ["Renamed", "Second-Of-Other"]);
  },
  { script: withoutDatabase },
);
