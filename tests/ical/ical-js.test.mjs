// The calendar file as ical.js reads it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import ICAL from "ical.js";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const program = join(resolve(repository, process.env.CARGO_TARGET_DIR ?? "target"), "debug", "window-planner");
const requests = JSON.parse(readFileSync(new URL("requests.json", import.meta.url), "utf8"));

/** What `upcoming` writes. */
function upcoming(requestArguments, format) {
  const options = { encoding: "utf8", maxBuffer: 1 << 26, stdio: ["ignore", "pipe", "ignore"] };
  return execFileSync(program, ["upcoming", ...requestArguments, "--format", format], options);
}

for (const { about, arguments: requestArguments } of requests) {
  test(`instants are read back: ${about}`, () => {
    const calendar = new ICAL.Component(ICAL.parse(upcoming(requestArguments, "ics")));
    const events = calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
    const read = events.map((event) => [event.startDate.toJSDate().getTime(), event.endDate.toJSDate().getTime()]);
    const { executions } = JSON.parse(upcoming(requestArguments, "json"));
    assert.deepEqual(read, executions.map(({ start, end }) => [Date.parse(start), Date.parse(end)]));
    assert.ok(events.every((event) => event.startDate.zone === ICAL.Timezone.utcTimezone));
    assert.equal(new Set(events.map((event) => event.uid)).size, events.length);
  });
}

test("texts are unescaped to what was meant", () => {
  const requestArguments = ["cron(0 2 ? * MON,WED *)", "--duration", "4", "--cutoff", "1", "--after", "2027-01-01T00:00:00Z"];
  const calendar = new ICAL.Component(ICAL.parse(upcoming(requestArguments, "ics")));
  const event = new ICAL.Event(calendar.getFirstSubcomponent("vevent"));
  assert.equal(event.description, "At 02:00 every Monday and Wednesday, UTC.\nNo new tasks from Mon 2027-01-04 05:00.");
});
