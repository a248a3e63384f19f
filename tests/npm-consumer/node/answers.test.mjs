// The package as it is installed: optimized, and called through its own JavaScript.
// What it answers is tested elsewhere; here, that the parts fit together.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as planner from "window-planner";

const window = { Name: "Patching", Schedule: "cron(0 2 ? * SUN *)", Duration: 3, Cutoff: 1, AllowUnassociatedTargets: false };
const query = { after: "2027-01-01T00:00:00Z", limit: 2 };

test("executions come as plain objects, starts as a Float64Array", () => {
  assert.deepEqual(planner.upcomingExecutions(window, query), [
    { start: "2027-01-03T02:00Z", cutoff: "2027-01-03T04:00Z", end: "2027-01-03T05:00Z" },
    { start: "2027-01-10T02:00Z", cutoff: "2027-01-10T04:00Z", end: "2027-01-10T05:00Z" },
  ]);
  const starts = planner.upcomingStarts(window, query);
  assert.ok(starts instanceof Float64Array);
  assert.deepEqual([...starts], [Date.UTC(2027, 0, 3, 2), Date.UTC(2027, 0, 10, 2)]);
});

test("answers are plain values that JSON keeps", () => {
  const answers = [
    planner.validateCreate({ ...window, Name: "a b", Cutoff: 3 }, { now: new Date(0) }),
    planner.validateUpdate(window, { WindowId: "mw-0ab12cd34e0000001", Duration: 1 }, { now: 0 }),
    planner.diffUpdate({ ...window, Description: "old" }, window),
    planner.describeSchedule(window.Schedule),
    planner.exportRequest(window, "json"),
    planner.timeZones(),
    planner.version(),
  ];
  for (const answer of answers) {
    assert.deepEqual(JSON.parse(JSON.stringify(answer)), answer);
  }
});

test("a wrong argument throws a TypeError with all errors, again and again", () => {
  const isRight = (error) => error instanceof TypeError && error.errors[0].code === "schedule.rate.unit-number";
  for (let call = 0; call < 100; call += 1) {
    assert.throws(() => planner.upcomingExecutions({ Schedule: "rate(1 days)" }, query), isRight);
  }
  assert.throws(() => planner.upcomingExecutions(window, {}), /^TypeError: query\.after: it is missing/);
});

test("a planner creates a window, tells its next execution, and refuses as AWS does", () => {
  const account = new planner.Planner({ now: "2026-11-24T10:00:00Z" });
  const { WindowId } = account.createMaintenanceWindow(window);
  const got = account.getMaintenanceWindow({ WindowId });
  assert.equal(got.NextExecutionTime, "2026-11-29T02:00Z");
  assert.deepEqual(got.CreatedDate, new Date("2026-11-24T10:00:00Z"));
  assert.throws(() => account.getMaintenanceWindow({ WindowId: "mw-00000000000000000" }), { name: "DoesNotExistException" });
  const again = new planner.Planner({ now: () => Date.UTC(2026, 11, 1), plan: JSON.parse(JSON.stringify(account)) });
  assert.equal(again.getMaintenanceWindow({ WindowId }).NextExecutionTime, "2026-12-06T02:00Z");
});
