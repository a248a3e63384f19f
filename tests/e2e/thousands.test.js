// A plan of thousands of windows, which the page goes through in slices: what interrupts it changes nothing of what
// it comes to.

import assert from "node:assert/strict";
import { appTest } from "./support/app-test.js";
import { eventually, shows } from "./support/eventually.js";
import { PRODUCTION, planOf } from "./support/plans.js";
import { storedPlan } from "./support/stored.js";

const COUNT = 1_400;
const WEEKDAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

/** The plan has one window besides these, which runs on Thursday the 17th of December. */
const plan = planOf(PRODUCTION);

/** What AWS tells of windows that run weekly, as many on each day of the week; one in ten is disabled. */
const file = {
  name: "windows.json",
  text: JSON.stringify({
    WindowIdentities: Array.from({ length: COUNT }, (_, place) => ({
      WindowId: `mw-${(place + 0x1000).toString(16).padStart(17, "0")}`,
      Name: `Window-${String(place + 1).padStart(4, "0")}`,
      Description: "x".repeat(120),
      Enabled: place % 70 >= 7,
      Duration: 1,
      Cutoff: 0,
      Schedule: `cron(0 12 ? * ${WEEKDAYS[place % 7]} *)`,
      ScheduleTimezone: "Europe/Berlin",
    })),
  }),
};

/** Those of one day of the week that are enabled. */
const ON_A_DAY = (COUNT / 7) * 0.9;

const WEDNESDAY = "Wednesday 25 November 2026";

/** Takes the windows over into the plan. */
async function take({ imports }) {
  await imports.choose(file);
  await imports.dialog.getByRole("button", { name: `Import ${COUNT} windows` }).click();
  await imports.dialog.waitFor({ state: "hidden" });
}

/** What a day of the calendar or the year is called; nothing while it does not show. */
async function told({ page }, date) {
  const day = page.getByRole("gridcell", { name: new RegExp(`^${date}`) });
  return (await day.count()) > 0 ? day.first().getAttribute("aria-label") : "";
}

const countOf = (stored) => stored.Windows.length;

appTest("an import of thousands that is interrupted by other views shows and stores all of them", { plan }, async (app) => {
  const { calendar, page, windows } = app;
  page.setDefaultTimeout(60_000);
  await take(app);
  for (const view of ["Year", "Week", "Year"]) await calendar.view(view).click();
  await shows(() => told(app, WEDNESDAY), `${WEDNESDAY}, ${ON_A_DAY} runs, open 7 d 12 h in all`);
  await calendar.view("Month").click();
  await shows(() => told(app, WEDNESDAY), `${WEDNESDAY}, ${ON_A_DAY} runs`);
  await windows.region.getByRole("heading", { name: `Windows ${COUNT + 1}` }).waitFor();
  await eventually(async () => assert.equal(countOf(await storedPlan(page)), COUNT + 1));
  await windows.choose("Not running");
  await shows(() => windows.region.getByRole("status").first().innerText(), `${COUNT / 10} windows found`);
  await page.reload();
  await shows(() => told(app, WEDNESDAY), `${WEDNESDAY}, ${ON_A_DAY} runs`);
});

appTest("the report of thousands has as many rows as one reads, in the order of the file", { plan }, async ({ imports, page }) => {
  page.setDefaultTimeout(60_000);
  await imports.choose(file);
  await shows(async () => (await imports.rows()).length, 500);
  const names = (await imports.rows()).map(([name]) => name.split(" ")[0]);
  assert.deepEqual(names, Array.from({ length: 500 }, (_, place) => `Window-${String(place + 1).padStart(4, "0")}`));
  await imports.dialog.getByText(`${COUNT - 500} further windows`).waitFor();
  // Whoever changes their mind sees the report anew.
  await imports.way(/^Replace the plan/).click();
  await imports.dialog.getByRole("button", { name: `Import ${COUNT} windows` }).waitFor();
  await shows(async () => (await imports.rows()).length, 500);
});

appTest("a report that is left while it is drawn leaves nothing behind, and can be looked at again", { plan }, async (app) => {
  const { imports, page, windows } = app;
  page.setDefaultTimeout(60_000);
  await imports.choose(file);
  await imports.dialog.getByRole("button", { name: `Import ${COUNT} windows` }).waitFor();
  await page.keyboard.press("Escape");
  await imports.dialog.waitFor({ state: "hidden" });
  await eventually(async () => assert.equal(await page.locator("dialog.sheet tr").count(), 0));
  await take(app);
  await windows.region.getByRole("heading", { name: `Windows ${COUNT + 1}` }).waitFor();
  await eventually(async () => assert.equal(await page.locator("dialog.sheet tr").count(), 0));
});

appTest("who clicks twice imports once, and has one step to undo", { plan }, async ({ header, imports, page, windows }) => {
  page.setDefaultTimeout(60_000);
  await imports.choose(file);
  const button = imports.dialog.getByRole("button", { name: `Import ${COUNT} windows` });
  await button.waitFor();
  await button.evaluate((button) => {
    button.click();
    button.click();
  });
  await imports.dialog.waitFor({ state: "hidden" });
  await windows.region.getByRole("heading", { name: `Windows ${COUNT + 1}` }).waitFor();
  await header.undo.click();
  await windows.region.getByRole("heading", { name: "Windows 1", exact: true }).waitFor();
  assert.equal(await header.undo.isDisabled(), true);
});

appTest("the year has all its days, and the one that the keyboard goes to has the focus", { plan }, async (app) => {
  const { calendar, page } = app;
  page.setDefaultTimeout(60_000);
  await take(app);
  await calendar.view("Year").click();
  const days = page.locator(".year-months").getByRole("gridcell", { name: /\d{4}/ });
  await shows(() => days.count(), 365);
  const titles = () => page.locator(".year-month h3").allInnerTexts();
  assert.deepEqual([(await titles()).length, (await titles())[0], (await titles())[11]], [12, "January 2026", "December 2026"]);
  const focused = () => page.evaluate(() => document.activeElement.getAttribute("aria-label")?.split(",")[0]);
  await days.and(page.locator("[tabindex='0']")).focus();
  await page.keyboard.press("Shift+PageDown");
  await shows(focused, "Tuesday 23 November 2027");
  await shows(() => days.count(), 365);
  await page.keyboard.press("Control+Home");
  await shows(focused, "Friday 1 January 2027");
  await page.keyboard.press("ArrowLeft");
  await shows(focused, "Thursday 31 December 2026");
  await shows(() => titles().then((titles) => [titles[0], titles[11]]), ["January 2026", "December 2026"]);
});

appTest("what is undone in the midst of it leaves nothing of it behind, and comes back whole", { plan }, async (app) => {
  const { calendar, header, page } = app;
  page.setDefaultTimeout(60_000);
  await take(app);
  await calendar.view("Year").click();
  await header.undo.click();
  await shows(() => told(app, WEDNESDAY), WEDNESDAY);
  // Its only window runs until half past three of the next day, by its own clock.
  const thursday = "Thursday 17 December 2026";
  await shows(() => told(app, thursday), `${thursday}, 1 run, open 30 min in all`);
  await eventually(async () => assert.equal(countOf(await storedPlan(page)), 1));
  await header.redo.click();
  await shows(() => told(app, WEDNESDAY), `${WEDNESDAY}, ${ON_A_DAY} runs, open 7 d 12 h in all`);
  await eventually(async () => assert.equal(countOf(await storedPlan(page)), COUNT + 1));
});

appTest("what is typed in the midst of it is stored with all the rest", { plan }, async (app) => {
  const { form, page, windows } = app;
  page.setDefaultTimeout(60_000);
  await take(app);
  await form.name.fill("Typed-at-once");
  await windows.entry("Typed-at-once").waitFor();
  await eventually(async () => {
    const stored = await storedPlan(page);
    assert.equal(countOf(stored), COUNT + 1);
    assert.equal(stored.Windows[1].Definition.Name, "Typed-at-once");
  });
});

appTest("what is typed while thousands are taken out of the storage is stored with all that", { plan }, async (app) => {
  const { form, header, page, windows } = app;
  page.setDefaultTimeout(60_000);
  await take(app);
  await eventually(async () => assert.equal(countOf(await storedPlan(page)), COUNT + 1));
  await header.undo.click();
  await form.name.fill("Typed-at-once");
  await windows.entry("Typed-at-once").waitFor();
  await eventually(async () => {
    const stored = await storedPlan(page);
    assert.deepEqual(stored.Windows.map((window) => window.Definition.Name), ["Typed-at-once"]);
  });
});
