// The nights on which the clocks of Los Angeles change: 14 March 2027 (02:00→03:00) and 1 November
// 2026 and 7 November 2027 (02:00→01:00).

import assert from "node:assert/strict";
import { appTest } from "./support/app-test.js";
import { says, shows } from "./support/eventually.js";

async function plan({ expression, form }, text) {
  await form.offset.input.selectOption("On the expression's day");
  await expression.fill(text);
}

appTest("a run at a time that the clocks skip is a ghost with its reason", {}, async (app) => {
  const { calendar } = app;
  await plan(app, "cron(30 2 ? * SUN *)");
  await calendar.goForwardTo("March 2027");
  const sunday = "Sunday 14 March 2027";
  await shows(
    () => calendar.dayName(sunday),
    `${sunday}, the clocks change 02:00 to 03:00, 1 run skipped`,
  );
  assert.deepEqual(await calendar.blocksOn(sunday), []);
  await says(() => calendar.day(sunday).innerText(), /02:00→03:00\s+02:30\s+skipped\s+Production-Patching/);
  const ghost = calendar.day(sunday).getByTitle("Production-Patching: 02:30 does not exist on this day, the clocks go 02:00→03:00");
  await ghost.waitFor();
  // The Sundays around it run as ever.
  assert.deepEqual(await calendar.blocksOn("Sunday 7 March 2027"), [
    "Production-Patching, Sun 7 Mar 2027, 02:30 to Sun 7 Mar 2027, 06:30",
  ]);
});

appTest("a run at a time that comes twice runs once, and says that AWS is silent on it", {}, async (app) => {
  const { calendar } = app;
  await plan(app, "cron(30 1 ? * SUN *)");
  await calendar.today();
  const sunday = "Sunday 1 November 2026";
  await shows(() => calendar.dayName(sunday), `${sunday}, 1 run, the clocks change 02:00 to 01:00`);
  await calendar.block(sunday).click();
  await says(() => calendar.card.words(), /The clocks in Los Angeles go 02:00→01:00/);
  await says(() => calendar.card.words(), /comes twice; it runs the second time\. ?AWS behaviour unverified\./);
  // The second 01:30 is in PST (UTC-8): 09:30 UTC, 10:30 in Berlin, whose clocks changed a week before.
  await shows(() => calendar.card.times(), [
    ["Los Angeles window UTC−08:00", "01:30 Sun 1 Nov", "04:30", "05:30"],
    ["UTC", "09:30 Sun 1 Nov", "12:30", "13:30"],
    ["Berlin you UTC+01:00", "10:30 Sun 1 Nov", "13:30", "14:30"],
  ]);
});

appTest("AWS is called silent nowhere but where the clocks change", {}, async (app) => {
  const { calendar } = app;
  await plan(app, "cron(30 1 ? * SUN *)");
  await calendar.today();
  await calendar.block("Sunday 22 November 2026").click();
  await says(() => calendar.card.words(), /Start Last tasks End/);
  assert.doesNotMatch(await calendar.card.words(), /unverified|clocks/);
});

appTest("a window over the change stays open for its full length", {}, async (app) => {
  const { calendar } = app;
  await plan(app, "cron(0 0 14 3 ? 2027)");
  await calendar.nextRun.click();
  const sunday = "Sunday 14 March 2027";
  // Four hours from 00:00 PST end at 05:00 PDT on the wall; the day has 23 hours.
  await shows(() => calendar.blocksOn(sunday), ["Production-Patching, Sun 14 Mar 2027, 00:00 to Sun 14 Mar 2027, 05:00"]);
  await shows(() => calendar.drawn(sunday, 23), { open: [0, 3], hatched: [3, 4] });
  await calendar.block(sunday).click();
  await says(() => calendar.card.words(), /stays open for its full duration/);
});

appTest("in another zone, the changes of the schedule's clocks are marked with their city", {}, async (app) => {
  const { calendar } = app;
  await plan(app, "cron(30 2 ? * SUN *)");
  await calendar.goForwardTo("March 2027");
  await calendar.zones.choose("Berlin (you)");
  await says(() => calendar.dayName("Sunday 14 March 2027"), /the clocks change 02:00 to 03:00 Los Angeles/);
  await says(() => calendar.dayName("Sunday 28 March 2027"), /the clocks change 02:00 to 03:00$/);
});
