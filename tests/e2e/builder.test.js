// The builder, the text of the expression and the calendar are views of one value.

import assert from "node:assert/strict";
import { appTest } from "./support/app-test.js";
import { says, shows } from "./support/eventually.js";

// Each common schedule: what is chosen, and what follows from it. The window is in Los Angeles.
const COMMON = [
  {
    law: "Weekly, on days",
    build: async (builder) => {
      await builder.choose("Weekly, on days");
      await builder.toggleDay("Wednesday");
      await builder.setTime("22:15");
    },
    expression: "cron(15 22 ? * SUN,WED *)",
    words: /At 22:15 every Sunday and Wednesday, Los Angeles time/,
    // Tuesday 24 November is the day after the page is opened.
    nextRun: "Wed 25 Nov 2026, 22:15",
    offset: "",
  },
  {
    law: "Monthly, on a weekday",
    build: async (builder) => {
      await builder.choose("Monthly, on a weekday");
      await builder.nth.selectOption("first");
      await builder.weekday.selectOption("Saturday");
      await builder.setTime("03:00");
    },
    expression: "cron(0 3 ? * SAT#1 *)",
    words: /At 03:00 on the first Saturday of every month, then 2 days later, Los Angeles time/,
    // The example is of this kind already and keeps its offset; the first Saturday is the 5th.
    nextRun: "Mon 7 Dec 2026, 03:00",
    offset: "2",
  },
  {
    law: "Patch Tuesday plus days",
    build: async (builder) => {
      await builder.choose("Patch Tuesday plus days");
      await builder.daysAfter.selectOption("+ 5");
      await builder.setTime("01:00");
    },
    expression: "cron(0 1 ? * TUE#2 *)",
    words: /At 01:00 on the second Tuesday of every month, then 5 days later, Los Angeles time/,
    // The second Tuesday of December 2026 is the 8th.
    nextRun: "Sun 13 Dec 2026, 01:00",
    offset: "5",
  },
  {
    law: "Monthly, on the last day",
    build: async (builder) => {
      await builder.choose("Monthly, on the last day");
      await builder.setTime("21:45");
    },
    expression: "cron(45 21 L * ? *)",
    words: /At 21:45 on the last day of every month, Los Angeles time/,
    nextRun: "Mon 30 Nov 2026, 21:45",
    offset: "",
  },
  {
    law: "Every few hours or days",
    build: async (builder) => {
      await builder.choose("Every few hours or days");
      await builder.setPeriod("12");
      await builder.unit.selectOption("hours");
    },
    expression: "rate(12 hours)",
    words: /Every 12 hours/,
    // A rate counts from the window's creation, which is now: 08:00 in Los Angeles, so 20:00 next.
    nextRun: "Mon 23 Nov 2026, 20:00",
    offset: "",
  },
  {
    law: "Once",
    build: async (builder) => {
      await builder.choose("Once");
      await builder.date.fill("2027-01-31");
      await builder.setTime("22:00");
    },
    expression: "at(2027-01-31T22:00:00)",
    words: /Once, on Sunday 31 January 2027 at 22:00, Los Angeles time/,
    nextRun: "Sun 31 Jan 2027, 22:00",
    offset: "",
  },
];

for (const { law, build, expression, words, nextRun, offset } of COMMON) {
  appTest(`the builder writes "${law}", and words and calendar follow`, {}, async (app) => {
    await build(app.builder);
    await shows(() => app.expression.value(), expression);
    await shows(() => app.form.offset.value(), offset);
    await says(() => app.calendar.words(), words);
    await shows(() => app.calendar.nextRun.textContent(), nextRun);
    await app.calendar.nextRun.click();
    const [date] = nextRun.split(",");
    await shows(async () => (await app.calendar.dayReached()).includes(date.split(" ")[1]), true);
    await shows(async () => (await app.calendar.daysWithRuns()).length > 0, true);
  });
}

appTest("an expression typed by hand sets the builder", {}, async ({ builder, expression, calendar }) => {
  await expression.type("cron(30 4 ? * MON-FRI *)");
  await shows(() => builder.shownKind(), "Weekly, on days");
  await shows(() => builder.pressedDays(), ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]);
  await shows(() => builder.time.inputValue(), "04:30");
  await says(() => calendar.words(), /At 04:30 from Monday to Friday, then 2 days later, Los Angeles time/);
});

appTest("an expression that no control can show says so, and stays as it is", {}, async (app) => {
  await app.expression.type("cron(0 2 15W * ? *)");
  await app.builder.cannotShow.waitFor();
  await shows(() => app.builder.shownKind(), "Custom expression");
  await shows(() => app.expression.value(), "cron(0 2 15W * ? *)");
  // The 15th of December 2026 is a Tuesday; the window runs two days later.
  await shows(() => app.calendar.nextRun.textContent(), "Thu 17 Dec 2026, 02:00");
});

appTest("a time that is none is put back", {}, async ({ builder, expression }) => {
  await builder.setTime("25:00");
  await shows(() => builder.time.inputValue(), "23:30");
  assert.equal(await expression.value(), "cron(30 23 ? * TUE#3 *)");
});
