// A whole plan, made, checked and taken away by the keyboard alone: nothing here presses a mouse or sets the focus.

import assert from "node:assert/strict";
import { appTest } from "./support/app-test.js";
import { eventually, says, shows } from "./support/eventually.js";
import { planOf } from "./support/plans.js";

const MOST_STOPS = 120;

/** Presses Tab until what has the focus has a name like this. */
async function tabTo(app, name, key = "Tab") {
  for (let step = 0; step < MOST_STOPS; step += 1) {
    await app.press(key);
    if (name.test(await app.focused())) return;
  }
  assert.fail(`${key} does not come to ${name}`);
}

/** Types into what has the focus, in the place of what was there. */
async function type(app, text) {
  await app.press("ControlOrMeta+a");
  await app.page.keyboard.type(text);
}

/** Writes a window: its name, its expression and its zone. */
async function write(app, name, expression, zone) {
  await shows(() => app.focused(), "Name");
  await type(app, name);
  await tabTo(app, /^Expression$/);
  await type(app, expression);
  await tabTo(app, /^Time zone$/);
  await type(app, zone);
  await app.press("ArrowDown", "Enter");
}

/** Goes to a tab of the selected window. */
async function goToTab(app, name, command = name) {
  await app.palette.run(command);
  await eventually(async () => assert.match(await app.focused(), new RegExp(`^${name}`)));
}

/** Registers a target and a task of the window that is selected. */
async function register(app, tag, value) {
  await goToTab(app, "Targets & tasks");
  await tabTo(app, /^Register target$/);
  await app.press("Enter");
  await shows(() => app.focused(), "Key 1");
  await app.page.keyboard.type(tag);
  await tabTo(app, /^Values 1$/);
  await app.page.keyboard.type(value);
  await tabTo(app, /^Register task$/);
  await app.press("Enter");
  await tabTo(app, new RegExp(`^tag:${tag}`));
  await app.press("Space");
}

const GRANTED = { plan: planOf(), permissions: ["clipboard-read", "clipboard-write"] };

appTest("a whole plan is made, checked and exported by keyboard alone", GRANTED, async (app) => {
  const { page } = app;
  const copied = () => page.evaluate(() => navigator.clipboard.readText());

  // It is made: a name for the plan, two windows with what they patch.
  await app.palette.run("Rename the plan");
  await shows(() => app.focused(), "Name of the plan");
  await page.keyboard.type("Winter");
  await app.press("Enter", "Escape");
  await shows(() => app.focused(), "Plan: Winter");
  await app.press("n");
  await write(app, "Web-Tier", "cron(30 24 ? * SUN *)", "los_ang");
  await says(() => app.expression.said(), /24/);
  await tabTo(app, /^Expression$/, "Shift+Tab");
  await type(app, "cron(30 1 ? * SUN *)");
  await shows(() => app.expression.isInvalid(), false);
  await register(app, "Role", "web");

  await app.palette.run("New window");
  await write(app, "Database", "cron(0 2 ? * SUN *)", "los_ang");
  await register(app, "Role", "web");
  await shows(() => app.windows.names(), ["Web-Tier", "Database"]);

  // It is checked: the overlap is found, and each of its runs seen in the calendar.
  await shows(async () => (await app.insights.lines())[0], "1 overlap on shared targets");
  await app.palette.run("Insights");
  await tabTo(app, /^1 overlap on shared targets$/);
  await app.press("Enter");
  await tabTo(app, /^Sun 29 Nov 2026, 01:30 Web-Tier/);
  await app.press("Enter");
  await shows(() => app.calendar.card.title(), "Sun 29 Nov 2026, 01:30");
  await app.press("Escape");
  await eventually(async () => assert.match(await app.focused(), /^Sunday 29 November 2026, 2 runs/));
  await app.press("Enter");
  await shows(async () => (await app.calendar.card.lines()).length, 2);
  await tabTo(app, /Database/);
  await app.press("Enter");
  await shows(() => app.calendar.card.title(), "Sun 29 Nov 2026, 02:00");
  await app.press("Escape");

  // It is mended: the database runs on Saturdays, and nothing overlaps.
  await app.palette.run("Database");
  await goToTab(app, "Definition");
  await tabTo(app, /^Expression$/);
  await type(app, "cron(0 2 ? * SAT *)");
  await eventually(async () => assert.ok(!(await app.insights.lines()).some((line) => /overlap/.test(line))));

  // It is taken away: one window's request, then all of it.
  await goToTab(app, "Export", "Request for AWS");
  await tabTo(app, /^Copy$/);
  await app.press("Enter");
  await eventually(async () => assert.equal(JSON.parse(await copied()).Schedule, "cron(0 2 ? * SAT *)"));
  await app.palette.run("Export and print");
  await tabTo(app, /^boto3: /);
  await app.press("ArrowDown");
  await eventually(async () => assert.match(await app.focused(), /^AWS CLI: /));
  await tabTo(app, /^Copy$/);
  await app.press("Enter");
  await says(copied, /--name=Web-Tier[^]*register-target-with-maintenance-window[^]*--name=Database/);
});
