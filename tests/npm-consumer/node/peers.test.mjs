// Another implementation as a witness: aws-cron-parser, which reads EventBridge's cron in UTC. The two
// dialects are the same where both fields of days are plain; where they part, a test says who is right.

import assert from "node:assert/strict";
import { test } from "node:test";
import awsCronParser from "aws-cron-parser";
import { upcomingStarts } from "window-planner";

const MINUTES = ["0", "30", "0,15", "5-9", "0/20", "*/30"];
const HOURS = ["2", "0", "23", "1,13", "8-10", "*/6", "3/7"];
const MONTHS = ["*", "1", "2", "JAN,JUL", "3-5", "*/4"];
const DAYS = [
  ...["1", "15", "28", "1,20", "10-12", "L", "*"].map((day) => [day, "?"]),
  ...["SUN", "MON-FRI", "TUE,SAT", "3#3", "6L", "2", "*"].map((day) => ["?", day]),
];
const YEARS = ["*", "2027-2030"];

function ours(expression, after, limit) {
  return [...upcomingStarts({ Schedule: `cron(${expression})` }, { after, limit })];
}

function theirs(expression, after, limit) {
  const cron = awsCronParser.parse(expression);
  const runs = [];
  let run = after;
  while (runs.length < limit) {
    run = awsCronParser.next(cron, run);
    if (!run) break;
    runs.push(run.getTime());
  }
  return runs;
}

test("aws-cron-parser agrees on every combination of usual fields", () => {
  let compared = 0;
  let index = 0;
  for (const minutes of MINUTES)
    for (const hours of HOURS)
      for (const months of MONTHS)
        for (const [ofMonth, ofWeek] of DAYS)
          for (const years of YEARS) {
            // Another beginning for each, a day and some minutes further on.
            const after = new Date(Date.UTC(2026, 0, 1) + (index++ % 1000) * 87_061_000);
            const expression = `${minutes} ${hours} ${ofMonth} ${months} ${ofWeek} ${years}`;
            const expected = theirs(expression, after, 3);
            assert.deepEqual(ours(expression, after, expected.length), expected, `${expression} after ${after.toISOString()}`);
            compared += expected.length;
          }
  assert.ok(compared > 20_000, `${compared} executions compared`);
});

test("a day that a month does not have: none with us, the month after with aws-cron-parser", () => {
  // AWS documents no such run, and Quartz has none: ours is right.
  const after = new Date("2026-02-01T00:00:00Z");
  const iso = (runs) => runs.map((run) => new Date(run).toISOString().slice(0, 10));
  assert.deepEqual(iso(ours("0 2 31 * ? *", after, 2)), ["2026-03-31", "2026-05-31"]);
  assert.deepEqual(iso(theirs("0 2 31 * ? *", after, 2)), ["2026-03-03", "2026-03-31"]);
});
