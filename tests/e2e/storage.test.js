// What is made survives a reload; what cannot be read or kept is said, and never blanks the page.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { appTest } from "./support/app-test.js";
import { says, shows } from "./support/eventually.js";
import { PLAN } from "./support/plans.js";

const PREFERENCES = "window-planner.preferences";

appTest("everything typed is there after a reload", {}, async (app) => {
  const { form, zone, expression, calendar } = app;
  await form.name.fill("Mine");
  await form.description.fill("My own");
  await expression.fill("cron(15 4 ? * SAT *)");
  await zone.fill("Asia/Kathmandu");
  await form.startDate.fill("2027-01-01T00:00:00+05:45");
  await form.endDate.fill("not a date");
  await form.addTag.click();
  await form.tag(1).key.fill("team");
  await calendar.zones.choose("UTC");
  const before = await form.values();
  await app.reload();
  assert.deepEqual(await form.values(), before);
  assert.equal(await expression.value(), "cron(15 4 ? * SAT *)");
  assert.equal(await zone.value(), "Asia/Kathmandu");
  assert.equal(await form.tag(1).key.value(), "team");
  await shows(() => calendar.zones.shown(), "UTC");
});

const DEEP = `${"[".repeat(5_000)}${"]".repeat(5_000)}`;

const BROKEN = [
  ["text that is no JSON", "{ garbage", /this is not JSON/],
  ["a plan of another version", '{"Version":99,"Windows":[]}', /the plan is of version 99/],
  ["JSON of another kind", '["a plan"]', /a plan is an object/],
  ["a window of the wrong shape", '{"version":1,"windows":[{"request":7}]}', /could not be read/],
  ["a megabyte of noise", "x".repeat(1_000_000), /this is not JSON/],
  ["JSON nested without end", DEEP, /could not be read/],
];

for (const [law, text, reason] of BROKEN) {
  appTest(`stored: ${law} is put aside and said, and the page opens`, { stored: { [PLAN]: text } }, async (app) => {
    const { calendar, notices, page } = app;
    await says(() => notices.words(), /The plan stored here could not be read/);
    await says(() => notices.words(), reason);
    assert.equal(await calendar.month(), "December 2026");
    // Nothing is lost: it is kept in the storage, and can be saved.
    const kept = await page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.includes("broken")));
    assert.deepEqual(kept.map(([, value]) => value), [text]);
    const [download] = await Promise.all([page.waitForEvent("download"), notices.download.click()]);
    assert.equal(await readFile(await download.path(), "utf8"), text);
    await notices.dismiss.click();
    await shows(() => notices.words(), "");
    await app.reload();
    await shows(() => notices.words(), "");
  });
}

appTest("preferences that cannot be read are the usual ones", { stored: { [PREFERENCES]: "{{{" } }, async (app) => {
  assert.equal(await app.calendar.month(), "December 2026");
  await shows(() => app.notices.words(), "");
});

function blockStorage() {
  Object.defineProperty(window, "localStorage", {
    get() {
      throw new DOMException("The operation is insecure.", "SecurityError");
    },
  });
}

function fillStorage() {
  Storage.prototype.setItem = () => {
    throw new DOMException("exceeded", "QuotaExceededError");
  };
}

for (const [law, script] of [
  ["storage that is blocked", blockStorage],
  ["storage that is full", fillStorage],
]) {
  appTest(`${law} is said once, and the app works without it`, { script }, async (app) => {
    await says(() => app.notices.words(), /The browser's storage is full or blocked/);
    await app.expression.fill("cron(0 2 ? * SUN *)");
    await app.form.name.fill("Mine");
    // The first Sunday after 23 November, and the two days of the example's offset.
    await shows(() => app.calendar.nextRun.textContent(), "Tue 1 Dec 2026, 02:00");
    assert.equal(await app.notices.dismiss.count(), 1);
    await app.theme.click();
  });
}
