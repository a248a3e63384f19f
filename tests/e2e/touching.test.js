// Which windows touch this node, tag or group? The search answers in the list and in the calendar.

import { hasContrast, isAccessible } from "./support/accessibility.js";
import { SCREENS, appTest } from "./support/app-test.js";
import { says, shows } from "./support/eventually.js";
import { aTarget, aTask, aWindow, planOf } from "./support/plans.js";

const PLAN = planOf(
  aWindow("By-Id", { Schedule: "cron(0 2 ? * MON *)" }, {
    Targets: [aTarget(1, [{ Key: "InstanceIds", Values: ["i-0123456789abcdef0"] }])],
  }),
  aWindow("By-Tag", { Schedule: "cron(0 2 ? * TUE *)" }, {
    Targets: [aTarget(2, [{ Key: "tag:Env", Values: ["prod"] }])],
  }),
  aWindow("By-Task", { Schedule: "cron(0 2 ? * WED *)", AllowUnassociatedTargets: true }, {
    Tasks: [
      aTask(1, { Targets: [{ Key: "InstanceIds", Values: ["i-0123456789abcdef0"] }], MaxConcurrency: "1", MaxErrors: "1" }),
    ],
  }),
  aWindow("By-Group", { Schedule: "cron(0 2 ? * THU *)" }, {
    Targets: [aTarget(3, [{ Key: "resource-groups:Name", Values: ["web"] }], { ResourceType: "RESOURCE_GROUP" })],
  }),
  aWindow("Of-None", { Schedule: "cron(0 2 ? * FRI *)" }),
);

appTest("each question is answered by those that touch, and those that may are said to", { plan: PLAN }, async ({ windows }) => {
  for (const [question, names, words] of [
    ["i-0123456789abcdef0", ["By-Id", "By-Tag", "By-Task", "By-Group"], /2 windows touch it, 2 more may: only AWS can tell/],
    ["i-0123", ["By-Id", "By-Tag", "By-Task", "By-Group"], /2 windows touch it, 2 more may/],
    ["i-99", ["By-Tag", "By-Group"], /2 windows may touch it: only AWS can tell/],
    ["tag:Env=prod", ["By-Tag"], /1 window touches it/],
    ["tag:Env", ["By-Tag"], /1 window touches it/],
    ["tag:Env=test", [], /No window touches it/],
    ["group:web", ["By-Group"], /1 window touches it/],
    ["by-t", ["By-Tag", "By-Task"], /2 windows found/],
  ]) {
    await windows.search.fill(question);
    await shows(() => windows.names(), names);
    await says(() => windows.words(), words);
  }
  await windows.search.fill("i-0123456789abcdef0");
  await says(() => windows.said("By-Tag"), /May touch it\./);
});

appTest("the calendar shows them alone, says so, and leads back to all", { plan: PLAN }, async (app) => {
  const { calendar, page, windows } = app;
  await calendar.goForwardTo("December 2026");
  const all = (await calendar.daysWithRuns()).length;
  await windows.search.fill("tag:Env=prod");
  const tuesdays = ["1", "8", "15", "22", "29"].map((day) => `Tuesday ${day} December 2026`);
  await shows(async () => (await calendar.daysWithRuns()).filter((day) => day.endsWith("December 2026")), tuesdays);
  await says(() => page.getByText("Only windows").innerText(), /tag:Env=prod/);
  await windows.shown("By-Tag").uncheck();
  await shows(() => calendar.daysWithRuns(), []);
  await windows.shown("By-Tag").check();
  await page.getByRole("button", { name: "Show all windows" }).click();
  await shows(async () => (await calendar.daysWithRuns()).length, all);
  await shows(() => windows.search.inputValue(), "");
  await shows(async () => (await windows.names()).length, 5);
});

appTest("a target that is registered now is found at once", {}, async ({ registered, windows }) => {
  await windows.search.fill("tag:Env=prod");
  await says(() => windows.words(), /No window touches it/);
  await registered.tab.click();
  await registered.addTarget.click();
  await registered.item(/./).key(1).fill("tag:Env");
  await registered.item(/./).values(1).fill("prod");
  await shows(() => windows.names(), ["Production-Patching"]);
});

appTest("a question by the keyboard alone, on a narrow screen, light and dark", { plan: PLAN, screen: SCREENS.narrow }, async (app) => {
  const { page, windows } = app;
  await app.showPane("Windows");
  await windows.search.focus();
  await page.keyboard.type("i-0123");
  await says(() => windows.words(), /2 windows touch it, 2 more may/);
  await isAccessible(page);
  await app.showPane("Calendar");
  await page.getByRole("button", { name: "Show all windows" }).waitFor();
  await isAccessible(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await hasContrast(page);
  await page.getByRole("button", { name: "Show all windows" }).focus();
  await page.keyboard.press("Enter");
  await shows(() => page.getByRole("button", { name: "Show all windows" }).count(), 0);
});
