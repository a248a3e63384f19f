// Everything by keyboard alone, with the focus always to be seen.

import assert from "node:assert/strict";
import { SCREENS, appTest } from "./support/app-test.js";
import { eventually, shows } from "./support/eventually.js";

const MOST_STOPS = 120;

/** Numbers what can be reached by Tab, so that the stops can be told apart; tells their names. */
function numberStops() {
  const focusable = "a[href], button, input, select, textarea, [tabindex]";
  const isStop = (element) =>
    element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true });
  const stops = [...document.querySelectorAll(focusable)].filter(isStop);
  stops.forEach((stop, number) => (stop.dataset.stop = number));
  // From here Shift+Tab leads to the first.
  stops[1].focus();
  return stops.map((stop) => stop.ariaLabel || stop.id || stop.textContent);
}

/** The number of the stop that has the focus, and whether a ring shows it: its own or its box's. */
function focusedStop() {
  const element = document.activeElement;
  const hasRing = (box) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(box);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  };
  const boxes = [element, element.parentElement, element.parentElement?.parentElement].filter(Boolean);
  return { stop: Number(element.dataset.stop ?? -1), isSeen: boxes.some(hasRing) };
}

/** Tabs through the page once. A date has several stops of the browser's own, which count as one. */
async function walk(page) {
  const names = await page.evaluate(numberStops);
  const reached = [];
  await page.keyboard.press("Shift+Tab");
  for (let step = 0; step < MOST_STOPS; step += 1) {
    const here = await page.evaluate(focusedStop);
    if (here.stop < 0 || (reached.length > 1 && here.stop === 0)) break;
    if (reached.at(-1)?.stop !== here.stop) reached.push(here);
    await page.keyboard.press("Tab");
  }
  return { names, reached };
}

/** Waits for the insights, which follow the last change: what they have is among the stops. */
const settle = (app, ...lines) => shows(() => app.insights.lines(), lines);

const VIEWS = [
  ["the form", {}, (app) => settle(app, "Load over the year")],
  ["the runs", {}, async (app) => {
    await settle(app, "Load over the year");
    await app.showTab("Runs");
  }],
  ["the request", {}, async (app) => {
    await settle(app, "Load over the year");
    await app.showTab("Export");
  }],
  ["the form with errors", {}, async (app) => {
    await app.expression.fill("cron(0 24 ? * SUN *)");
    await settle(app);
  }],
  ["a narrow screen", { screen: SCREENS.narrow }, (app) => app.showPane("Edit")],
];

for (const [name, visit, show] of VIEWS) {
  appTest(`Tab reaches everything on ${name}, in its order, and the focus is seen`, visit, async (app) => {
    await show(app);
    const { names, reached } = await walk(app.page);
    assert.deepEqual(reached.map(({ stop }) => names[stop]), names);
    const unseen = reached.filter(({ isSeen }) => !isSeen).map(({ stop }) => names[stop]);
    assert.deepEqual(unseen, [], "a ring shows the focus");
  });
}

appTest("the first Tab offers the way to the form", {}, async (app) => {
  await app.press("Tab");
  await shows(() => app.focused(), "To the form");
  await app.press("Enter", "Tab");
  await shows(() => app.page.evaluate(() => document.activeElement.closest("#inspector") !== null), true);
});

/** Presses Tab until what has the focus has this name. */
async function tabTo(app, name) {
  for (let step = 0; step < MOST_STOPS; step += 1) {
    await app.press("Tab");
    if ((await app.focused()) === name) return;
  }
  assert.fail(`Tab does not come to ${name}`);
}

const GRANTED = { permissions: ["clipboard-read", "clipboard-write"] };

appTest("a window is planned, mended and taken away without a mouse", GRANTED, async (app) => {
  const { page } = app;
  await app.press("n");
  await shows(() => app.focused(), "Name");
  await page.keyboard.type("By-Keyboard");

  await tabTo(app, "Kind of schedule");
  await page.keyboard.type("Monthly, on the last");
  await shows(() => app.expression.value(), "cron(0 2 L * ? *)");
  await tabTo(app, "Time of day");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("04:30");
  await tabTo(app, "Expression");
  await shows(() => app.expression.value(), "cron(30 4 L * ? *)");

  await app.press("End", "ArrowLeft", "Backspace");
  await page.keyboard.type("1969");
  await eventually(async () => assert.ok(await app.expression.isInvalid()));
  await app.press("Backspace", "Backspace", "Backspace", "Backspace");
  await page.keyboard.type("2027");
  await shows(() => app.expression.isInvalid(), false);
  await shows(() => app.expression.value(), "cron(30 4 L * ? 2027)");

  await tabTo(app, "Time zone");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("tokyo");
  await app.press("ArrowDown", "Enter");
  await shows(() => app.zone.value(), "Asia/Tokyo");

  await tabTo(app, "Allow unassociated targets");
  await app.press("Space");

  await page.getByRole("tab", { selected: true }).focus();
  await app.press("ArrowRight", "ArrowRight", "ArrowRight");
  await shows(() => app.focused(), "Export");
  await tabTo(app, "Copy");
  await app.press("Enter");
  await shows(async () => JSON.parse(await page.evaluate(() => navigator.clipboard.readText())), {
    Name: "By-Keyboard",
    Schedule: "cron(30 4 L * ? 2027)",
    ScheduleTimezone: "Asia/Tokyo",
    Duration: 3,
    Cutoff: 1,
    AllowUnassociatedTargets: true,
  });
});

appTest("zone and format are chosen by arrows", {}, async (app) => {
  await app.calendar.zones.button.focus();
  await app.press("Enter", "Tab", "ArrowDown");
  await shows(() => app.calendar.zones.shown(), "Each window's own");
  await app.press("ArrowDown", "ArrowDown");
  await shows(() => app.calendar.zones.shown(), "UTC");
  await app.press("Escape");
  await shows(() => app.focused(), "Time zone of the calendar: UTC");
  await app.showTab("Export");
  await app.request.formats.getByRole("radio", { checked: true }).focus();
  await app.press("ArrowRight");
  await shows(async () => (await app.request.text()).startsWith("import boto3"), true);
});
