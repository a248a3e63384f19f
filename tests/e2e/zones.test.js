// The time-zone box finds every IANA name by the words that people know.

import assert from "node:assert/strict";
import { appTest } from "./support/app-test.js";
import { says, shows } from "./support/eventually.js";
import { planOf } from "./support/plans.js";

appTest("a zone is found, seen with its offset and taken without a mouse", {}, async ({ zone, page, calendar }) => {
  await zone.input.focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("kathm");
  await shows(() => zone.offered(), ["Kathmandu UTC+05:45 Asia/Kathmandu: Nepal"]);
  await page.keyboard.press("ArrowDown");
  await shows(() => zone.options.first().getAttribute("aria-selected"), "true");
  const active = await zone.input.getAttribute("aria-activedescendant");
  assert.equal(active, await zone.options.first().getAttribute("id"));
  await page.keyboard.press("Enter");
  await shows(() => zone.value(), "Asia/Kathmandu");
  await zone.list.waitFor({ state: "hidden" });
  // 16:00 UTC is 21:45 there.
  await says(() => zone.said(), /Now 21:45 there, UTC\+05:45/);
  await says(() => calendar.words(), /Kathmandu time/);
});

appTest("the calendar is in the zone that all windows share, and goes with it", { plan: planOf() }, async (app) => {
  const { calendar, header, windows, zone } = app;
  await windows.begin.click();
  await shows(() => calendar.zones.shown(), "Berlin (you)");
  await zone.fill("Asia/Tokyo");
  await shows(() => calendar.zones.shown(), "Tokyo");
  await windows.begin.click();
  await shows(() => calendar.zones.shown(), "Berlin (you)");
  await zone.fill("Asia/Tokyo");
  await shows(() => calendar.zones.shown(), "Tokyo");
  await header.undo.click();
  await shows(() => calendar.zones.shown(), "Berlin (you)");
  await header.redo.click();
  await shows(() => calendar.zones.shown(), "Tokyo");
});

const FOUND = [
  ["los ang", "America/Los_Angeles"],
  ["san francisco", "America/Los_Angeles"],
  ["calgary", "America/Edmonton"],
  ["munich", "Europe/Berlin"],
  ["Asia/Tok", "Asia/Tokyo"],
];

for (const [typed, name] of FOUND) {
  appTest(`"${typed}" offers ${name} first`, {}, async ({ zone }) => {
    await zone.fill(typed);
    await says(() => zone.options.first().innerText(), new RegExp(name));
  });
}

appTest("the open box offers the viewer's own zone first", {}, async ({ zone }) => {
  await zone.input.click();
  await says(() => zone.options.first().innerText(), /Berlin\s+UTC\+01:00/);
});

appTest("Escape closes the list and keeps the text", {}, async ({ zone, page }) => {
  await zone.fill("Asia/Tokyo");
  await zone.list.waitFor();
  await page.keyboard.press("Escape");
  await zone.list.waitFor({ state: "hidden" });
  assert.equal(await zone.value(), "Asia/Tokyo");
});

appTest("a zone is taken by mouse", {}, async ({ zone }) => {
  await zone.fill("toky");
  await zone.options.first().click();
  await shows(() => zone.value(), "Asia/Tokyo");
});

appTest("words that mean no zone say so", {}, async ({ zone }) => {
  await zone.fill("atlantis");
  await shows(() => zone.offered(), ["Nothing found"]);
});

appTest("without a zone the schedule is read as UTC, and said to be", {}, async ({ zone, calendar }) => {
  await zone.fill("");
  await says(() => zone.said(), /Without a time zone AWS reads the schedule as UTC/);
  await says(() => calendar.words(), /then 2 days later, UTC/);
});

// Vancouver keeps UTC-7 all year from 2026 on, as IANA 2026 has it; chrono-tz's own data do not.
appTest("zones whose rules changed of late are up to date", {}, async ({ zone }) => {
  await zone.fill("America/Vancouver");
  await says(() => zone.said(), /Now 09:00 there, UTC−07:00/);
});
