// What each view says to a screen reader, kept as files that people read.

import { appTest } from "./support/app-test.js";
import { shows } from "./support/eventually.js";
import { aTarget, aTask, aWindow, inAws, planOf } from "./support/plans.js";
import { isAsKept, readingOrder } from "./support/reading-order.js";

const TARGET = aTarget(1, [{ Key: "tag:Env", Values: ["prod"] }], { Name: "Production" });

/** Two windows that overlap, one of which differs from what AWS has, one that is disabled, one that is wrong. */
const PLAN = planOf(
  {
    ...inAws(aWindow("Web-Tier", { Schedule: "cron(30 1 ? * SUN *)" }, { Targets: [TARGET], Tasks: [aTask(1)] })),
    Definition: aWindow("Web-Tier", { Schedule: "cron(30 2 ? * SUN *)" }).Definition,
  },
  aWindow("Database"),
  aWindow("Old-Batch", {}, { Enabled: false }),
  aWindow("Wrong", { Schedule: "cron(0 24 ? * SUN *)", Cutoff: 3 }),
);

const CALENDAR = { role: "region", name: /^Calendar$/ };
const INSPECTOR = { role: "tabpanel" };

/** Each view: what of the page it is, and how one comes to it. */
const VIEWS = {
  page: [{}, async () => {}],
  month: [CALENDAR, async () => {}],
  week: [CALENDAR, ({ calendar }) => calendar.view("Week").click()],
  agenda: [CALENDAR, ({ calendar }) => calendar.view("Agenda").click()],
  year: [CALENDAR, ({ calendar }) => calendar.view("Year").click()],
  timeline: [CALENDAR, ({ calendar }) => calendar.view("Timeline").click()],
  run: [
    { role: "dialog" },
    async ({ calendar }) => {
      await calendar.nextRun.click();
      await calendar.block("Sunday 29 November 2026", /^Web-Tier/).click();
      await calendar.card.dialog.waitFor();
    },
  ],
  definition: [INSPECTOR, async () => {}],
  runs: [INSPECTOR, (app) => app.showTab("Runs")],
  registered: [INSPECTOR, (app) => app.showTab("Targets & tasks")],
  request: [INSPECTOR, (app) => app.showTab("Export")],
  wrong: [INSPECTOR, ({ windows }) => windows.entry("Wrong").click()],
  palette: [{ role: "dialog" }, ({ palette }) => palette.open()],
  actions: [{ role: "group", name: /^Web-Tier$/ }, ({ windows }) => windows.openActions("Web-Tier")],
};

for (const [name, [root, show]] of Object.entries(VIEWS)) {
  appTest(`${name}: a screen reader is given what it was`, { plan: PLAN }, async (app) => {
    await shows(async () => (await app.insights.lines()).length > 0, true);
    await show(app);
    await isAsKept(name, await readingOrder(app.page, root));
  });
}
