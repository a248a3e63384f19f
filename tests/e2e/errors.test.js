// What is wrong stands at its field, with its exact place and a remedy, at each keystroke.

import assert from "node:assert/strict";
import { appTest } from "./support/app-test.js";
import { says, shows } from "./support/eventually.js";

// Errors in an expression: what is underlined, what is said, and the remedy of one click.
const EXPRESSIONS = [
  {
    law: "an hour that no day has",
    text: "cron(0 24 ? * SUN *)",
    underlined: "24",
    message: /24 is outside 0-23, the range of hours\. Midnight is hour 0 of the day that begins/,
    fix: "Write 0",
    fixed: "cron(0 0 ? * SUN *)",
  },
  {
    law: "both day fields",
    text: "cron(0 2 1 * MON *)",
    underlined: "1 * MON",
    message: /Both day fields are set\. AWS wants \? in one of them/,
    fix: "Keep 1, write ? for day of week",
    fixed: "cron(0 2 1 * ? *)",
  },
  {
    law: "cron as Unix writes it",
    text: "cron(0 3 * * 1-5)",
    underlined: "0 3 * * 1-5",
    message: /Five fields: AWS has six, the last is the year/,
    fix: "Write cron(0 3 ? * MON-FRI *)",
    fixed: "cron(0 3 ? * MON-FRI *)",
  },
  {
    law: "a plural after one",
    text: "rate(1 hours)",
    underlined: "hours",
    message: /After 1, AWS wants hour\./,
    fix: "Write hour",
    fixed: "rate(1 hour)",
  },
];

for (const { law, text, underlined, message, fix, fixed } of EXPRESSIONS) {
  appTest(`${law}: underlined, explained, put right by one click`, {}, async ({ expression }) => {
    await expression.fill(text);
    await shows(async () => (await expression.underlined()).join(""), underlined);
    await says(() => expression.said(), message);
    assert.ok(await expression.isInvalid());
    await expression.fix(fix);
    await shows(() => expression.value(), fixed);
    await shows(() => expression.underlined(), []);
    await shows(() => expression.isInvalid(), false);
  });
}

appTest("a missing parenthesis is marked where it is missing", {}, async ({ expression }) => {
  await expression.fill("cron(0 2 ? * SUN *");
  await says(() => expression.said(), /parenthesis|\)/);
  await shows(() => expression.isInvalid(), true);
});

// Errors in the other fields: what is typed where, what is said there, and the remedy.
const FIELDS = [
  {
    law: "an unknown time zone",
    control: (app) => app.zone,
    text: "America/Los Angles",
    message: /No IANA time zone is called America\/Los Angles\. Nearest: America\/Los_Angeles/,
    fix: "Write America/Los_Angeles",
    fixed: "America/Los_Angeles",
  },
  {
    law: "an abbreviation for a time zone",
    control: (app) => app.zone,
    text: "PST",
    message: /PST is an abbreviation, not an IANA time zone/,
    fix: "Write America/Los_Angeles",
    fixed: "America/Los_Angeles",
  },
  {
    law: "a cutoff as long as the window",
    control: (app) => app.form.cutoff,
    text: "4",
    message: /Cutoff 4 is not below Duration 4.*AWS answers: Cuttoff was 4 but must be smaller than 3/,
    fix: "Write 3",
    fixed: "3",
  },
  {
    law: "a duration longer than a day",
    control: (app) => app.form.duration,
    text: "25",
    message: /Duration is 25; AWS takes 1 to 24 hours/,
    fix: "Write 24",
    fixed: "24",
  },
  {
    law: "a name with a blank",
    control: (app) => app.form.name,
    text: "Prod Patching",
    message: /Name has ' '\. AWS takes letters/,
    fix: "Write Prod-Patching",
    fixed: "Prod-Patching",
  },
  {
    law: "a date without a time",
    control: (app) => app.form.startDate,
    text: "2027-01-01",
    message: /StartDate is not a date with time as AWS writes it/,
    fix: "Write 2027-01-01T00:00:00Z",
    fixed: "2027-01-01T00:00:00Z",
  },
];

for (const { law, control, text, message, fix, fixed } of FIELDS) {
  appTest(`${law}: said at its field, put right by one click`, {}, async (app) => {
    const field = control(app);
    assert.equal(await field.isInvalid(), false);
    await field.fill(text);
    await says(() => field.said(), message);
    assert.ok(await field.isInvalid());
    await says(() => app.windows.words(), /1 error/);
    await field.fix(fix);
    await shows(() => field.value(), fixed);
    await shows(() => field.isInvalid(), false);
  });
}

appTest("a date that the calendar does not have is said to be none", {}, async ({ form }) => {
  await form.endDate.fill("2027-02-30T00:00:00Z");
  await says(() => form.endDate.said(), /2027-02-30T00:00:00Z does not exist/);
});

appTest("all errors are counted, not the first alone", {}, async ({ form, zone, expression, windows }) => {
  await form.name.fill("a b");
  await expression.fill("cron(0 99 ? * SUN *)");
  await zone.fill("Mars/Olympus_Mons");
  await form.cutoff.fill("23");
  await says(() => windows.words(), /4 errors/);
});

appTest("the calendar keeps the last valid schedule, marked, while the text is broken", {}, async (app) => {
  const { calendar, expression, form } = app;
  const before = await calendar.daysWithRuns();
  await expression.fill("cron(30 23 ? * TUE#3");
  await calendar.stale.waitFor();
  assert.deepEqual(await calendar.daysWithRuns(), before);
  await says(() => calendar.words(), /At 23:30 on the third Tuesday of every month/);
  await expression.fill("cron(30 23 ? * TUE#4 *)");
  await calendar.stale.waitFor({ state: "hidden" });
  // The fourth Tuesday of December 2026 is the 22nd; the run is over midnight, two days later.
  await shows(() => calendar.daysWithRuns(), ["Thursday 24 December 2026", "Friday 25 December 2026"]);
  await says(() => form.words(), /At 23:30 on the fourth Tuesday of every month/);
});

// What AWS takes, and is still not what most people mean.
const WARNINGS = [
  {
    law: "a weekday by its number",
    text: "cron(0 2 ? * 5#3 *)",
    doubted: ["5#3"],
    message: /5 means Thursday here: AWS counts 1 = Sunday to 7 = Saturday/,
  },
  {
    law: "a schedule that never runs",
    text: "cron(0 2 31 2 ? *)",
    doubted: [],
    message: /The window never runs\. No year has a day that the expression names/,
  },
];

for (const { law, text, doubted, message } of WARNINGS) {
  appTest(`${law} is a warning, not an error`, {}, async ({ expression, windows }) => {
    await expression.fill(text);
    await says(() => expression.said(), message);
    assert.deepEqual(await expression.doubted(), doubted);
    assert.equal(await expression.isInvalid(), false);
    await says(() => windows.words(), /1 warning/);
  });
}

appTest("a schedule that never runs shows no run anywhere", {}, async (app) => {
  await app.expression.fill("cron(0 2 31 2 ? *)");
  await says(() => app.calendar.words(), /The window never runs\. No year has a day that the expression names/);
  await shows(() => app.calendar.daysWithRuns(), []);
  await says(() => app.windows.words(), /Never runs/);
  await app.showTab("Runs");
  await says(() => app.runs.words(), /The window never runs/);
});
