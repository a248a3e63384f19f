// The tab of the runs to come.

import assert from "node:assert/strict";
import { appTest } from "./support/app-test.js";
import { says, shows } from "./support/eventually.js";

appTest("each row tells start, last tasks and end, in the window's zone and in UTC", {}, async (app) => {
  await app.showTab("Runs");
  await shows(async () => (await app.runs.rows()).length, 10);
  const [december, january, , , april] = await app.runs.rows();
  // The third Tuesday of December 2026 is the 15th, of January 2027 the 19th, of April the 20th. From
  // 14 March on Los Angeles is at UTC-7.
  assert.match(december[0], /^Thu 17 Dec 2026, 23:30 Fri 18 Dec 2026, 07:30 UTC in 24 d 15 h$/);
  assert.deepEqual(december.slice(1), ["Fri 02:30 10:30 UTC", "Fri 03:30 11:30 UTC"]);
  assert.match(january[0], /^Thu 21 Jan 2027, 23:30 Fri 22 Jan 2027, 07:30 UTC/);
  assert.match(april[0], /^Thu 22 Apr 2027, 23:30 Fri 23 Apr 2027, 06:30 UTC/);
  assert.deepEqual(april.slice(1), ["Fri 02:30 09:30 UTC", "Fri 03:30 10:30 UTC"]);
});

appTest("the start tells the text that AWS answers with", {}, async (app) => {
  await app.showTab("Runs");
  await app.runs.table.getByTitle("2026-12-17T23:30-08:00").waitFor();
});

appTest("more runs are shown on request", {}, async (app) => {
  await app.showTab("Runs");
  await app.runs.count.getByRole("radio", { name: "25" }).click();
  await shows(async () => (await app.runs.rows()).length, 25);
});

appTest("a run opens in its month", {}, async (app) => {
  await app.showTab("Runs");
  await app.runs.open("Thu 18 Feb 2027, 23:30");
  await shows(() => app.calendar.month(), "February 2027");
  await shows(() => app.calendar.card.title(), "Thu 18 Feb 2027, 23:30");
});

appTest("a rate says from when it counts", {}, async (app) => {
  await app.builder.choose("Every few hours or days");
  await app.showTab("Runs");
  await says(() => app.runs.words(), /A rate counts from the moment the window is created/);
  // 16:00Z on 23 November, which is 08:00 in Los Angeles, and seven days.
  await says(async () => (await app.runs.rows())[0][0], /^Mon 30 Nov 2026, 08:00 Mon 30 Nov 2026, 16:00 UTC in 7 d/);
});

appTest("an end date ends the list", {}, async (app) => {
  await app.form.endDate.fill("2027-03-01T00:00:00Z");
  await app.showTab("Runs");
  await shows(async () => (await app.runs.rows()).map(([start]) => start.slice(0, 15)), [
    "Thu 17 Dec 2026",
    "Thu 21 Jan 2027",
    "Thu 18 Feb 2027",
  ]);
});
