// What is made survives a reload; what cannot be read or kept is said, and never blanks the page.

import assert from "node:assert/strict";
import { App } from "./pages/app.js";
import { appTest } from "./support/app-test.js";
import { eventually, says, shows } from "./support/eventually.js";
import { PLAN, PRODUCTION, aTeamsWindows, aWindow, planOf } from "./support/plans.js";
import { saved } from "./support/saved.js";
import {
  overwrite,
  storedPlan,
  storedRows,
  withFullLocalStorage,
  withoutDatabase,
  withoutStorage,
} from "./support/stored.js";

const PREFERENCES = "window-planner.preferences";

/** The plan's text where the app's first versions stored it. */
const left = (page) => page.evaluate((key) => localStorage.getItem(key), PLAN);

const names = (plan) => plan.Windows.map((window) => window.Definition.Name);

/** The text of a file that is offered. */
const offered = async (page, button) => (await saved(page, () => button.click())).text;

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

appTest("the plan comes back whole: order, name, calendars, undone steps", { plan: null }, async (app) => {
  const { form, header, windows, page } = app;
  await header.rename("Mine");
  await app.press("n");
  await form.name.fill("Fourth");
  await header.undo.click();
  await header.redo.click();
  await shows(() => windows.names(), ["Production-Patching", "Web-Tier-Restart", "Database-Backup", "Fourth"]);
  const expected = JSON.parse(await header.saved());
  await shows(() => storedPlan(page), expected);
  await app.reload();
  await shows(() => windows.names(), names(expected));
  assert.deepEqual(JSON.parse(await header.saved()), expected);
});

const VERSION_1 = JSON.stringify({
  version: 1,
  windows: [
    { request: { Name: "Old-Update", Schedule: "rate(1 day)" }, windowId: "mw-0123456789abcdef0", enabled: false },
    { request: { Name: "Old-Create" }, windowId: "", enabled: true },
  ],
});

/** What earlier versions have left, and the windows in it. */
const EARLIER = [
  ["a plan of version 1", VERSION_1, ["Old-Update", "Old-Create"]],
  ["a plan of version 2", planOf(PRODUCTION, aWindow("Second")), ["Production-Patching", "Second"]],
  ["an empty plan", planOf(), []],
];

for (const [law, text, expected] of EARLIER) {
  appTest(`left in the local storage: ${law} moves to the database, and is not left twice`, { plan: text }, async (app) => {
    const { page, windows, notices } = app;
    await shows(() => windows.names(), expected);
    await shows(async () => names(await storedPlan(page)), expected);
    assert.equal((await storedPlan(page)).Version, 2);
    await shows(() => left(page), null);
    await app.reload();
    await shows(() => windows.names(), expected);
    await shows(() => notices.words(), "");
  });
}

appTest("a plan that an older version leaves later is put aside and said, and this one stays", {}, async (app) => {
  const { page, windows, notices } = app;
  await shows(async () => names(await storedPlan(page)), ["Production-Patching"]);
  const other = planOf(aWindow("Typed-In-The-Old-Tab"));
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), [PLAN, other]);
  await app.reload();
  await says(() => notices.words(), /An earlier version of the app, open in another tab, has stored another plan since/);
  await shows(() => windows.names(), ["Production-Patching"]);
  assert.equal(await offered(page, notices.download), other);
  assert.equal(await left(page), null);
  assert.deepEqual(Object.values((await storedRows(page)).aside), [other]);
  await app.reload();
  await shows(() => notices.words(), "");
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
  appTest(`left: ${law} is put aside and said, and the page opens`, { stored: { [PLAN]: text } }, async (app) => {
    const { calendar, notices, page } = app;
    await says(() => notices.words(), /The plan stored here could not be read/);
    await says(() => notices.words(), reason);
    assert.equal(await calendar.month(), "December 2026");
    // Nothing is lost: it is kept in the storage, and can be saved.
    assert.deepEqual(Object.values((await storedRows(page)).aside), [text]);
    assert.equal(await offered(page, notices.download), text);
    await notices.dismiss.click();
    await shows(() => notices.words(), "");
    await app.reload();
    await shows(() => notices.words(), "");
  });
}

for (const [law, row, reason] of [
  ["a window that is no JSON", { store: "windows", key: "mw-00000000000000001", text: "{ garbage" }, /this is not JSON/],
  ["a plan of another version", { store: "members", key: "Version", text: "99" }, /the plan is of version 99/],
  ["a member that no version has", { store: "members", key: "Extra", text: "1" }, /Extra: .*no such member/],
]) {
  appTest(`stored: ${law} is put aside and said, and the page opens`, {}, async (app) => {
    const { calendar, form, notices, page, windows } = app;
    await eventually(async () => assert.ok(await storedPlan(page)));
    await overwrite(page, row);
    await app.reload();
    await says(() => notices.words(), /The plan stored here could not be read/);
    await says(() => notices.words(), reason);
    assert.equal(await calendar.month(), "December 2026");
    const [aside] = Object.values((await storedRows(page)).aside);
    assert.match(aside, /Production-Patching|garbage/);
    assert.equal(await offered(page, notices.download), aside);
    await app.reload();
    await shows(() => notices.words(), "");
    await form.name.fill("Begun-Anew");
    await app.reload();
    await shows(() => windows.names(), ["Begun-Anew", "Web-Tier-Restart", "Database-Backup"]);
  });
}

appTest("preferences that cannot be read are the usual ones", { stored: { [PREFERENCES]: "{{{" } }, async (app) => {
  assert.equal(await app.calendar.month(), "December 2026");
  await shows(() => app.notices.words(), "");
});

/** What works, whatever the storage does. */
async function works(app) {
  await app.expression.fill("cron(0 2 ? * SUN *)");
  await app.form.name.fill("Mine");
  // The first Sunday after 23 November, and the two days of the example's offset.
  await shows(() => app.calendar.nextRun.textContent(), "Tue 1 Dec 2026, 02:00");
  await app.theme.click();
}

/** Whether the page has the browser ask, before it is left. */
const asksBeforeLeaving = (page) =>
  page.evaluate(() => !dispatchEvent(new Event("beforeunload", { cancelable: true })));

appTest("without a database the plan is kept in the local storage, which is said", { script: withoutDatabase }, async (app) => {
  await says(() => app.notices.words(), /database cannot be used: SecurityError: .* The plan is kept in the local storage/);
  await works(app);
  await app.reload();
  assert.equal(await app.form.name.value(), "Mine");
  assert.deepEqual(names(JSON.parse(await left(app.page))), ["Mine"]);
});

/** In the page, before its own script: a database that never answers, and a short patience. */
function neverAnswers() {
  IDBFactory.prototype.open = () => ({
    get error() {
      throw new DOMException("The request has not finished.", "InvalidStateError");
    },
  });
  const [wait, cancel] = [window.setTimeout.bind(window), window.clearTimeout.bind(window)];
  // The tests' clock is not to take their place again.
  const stays = (name, act) => Object.defineProperty(window, name, { get: () => act, set: () => {} });
  stays("setTimeout", (act, millis) => wait(act, Math.min(millis, 50)));
  stays("clearTimeout", cancel);
}

appTest("a database that never answers is done without", { script: neverAnswers }, async (app) => {
  await says(() => app.notices.words(), /database cannot be used: it does not answer\. The plan is kept in the local storage/);
  assert.equal(await app.form.name.value(), "Production-Patching");
});

appTest("storage that is blocked is said once, and the app works without it", { plan: null, script: withoutStorage }, async (app) => {
  await says(() => app.notices.words(), /The browser lets this page store nothing\. What you make stays in this page only/);
  await works(app);
  assert.equal(await app.notices.savePlan.count(), 1);
  assert.equal(names(JSON.parse(await offered(app.page, app.notices.savePlan)))[0], "Mine");
});

appTest("a local storage that is full is said once, and the app works without it", { script: withFullLocalStorage }, async (app) => {
  await works(app);
  await says(() => app.notices.words(), /The browser's storage is full\. What you make stays in this page only/);
});

const FULL = { plan: null, onlyInChromium: "no other browser can be told how much room there is" };

appTest("a database that is full is said, the plan stays in the page, and is stored once there is room", FULL, async (first) => {
  // A tab of its own, so that the browser has not yet reckoned how much room there is.
  const context = await first.page.context().browser().newContext({ serviceWorkers: "block", locale: "en-GB" });
  try {
    const app = new App(await context.newPage(), first.origin);
    const { page, notices, form, header, windows } = app;
    const session = await context.newCDPSession(page);
    const quota = (quotaSize) => session.send("Storage.overrideQuotaForOrigin", { origin: app.origin, quotaSize });
    await quota(400_000);
    await app.open();
    await form.name.fill("Small");
    await shows(async () => names(await storedPlan(page))[0], "Small");
    await header.open({ name: "large.plan.json", text: planOf(...aTeamsWindows(1_000)) });
    await says(() => notices.words(), /The browser's storage is full\. What you make stays in this page only/);
    await form.name.fill("Unsaved");
    assert.equal(await notices.savePlan.count(), 1, "said once");
    const kept = names(JSON.parse(await offered(page, notices.savePlan)));
    assert.deepEqual([kept.length, kept[0]], [1_000, "Unsaved"]);
    assert.equal(names(await storedPlan(page))[0], "Small", "what was stored stays");
    assert.equal(await asksBeforeLeaving(page), true);

    await quota(undefined);
    await form.name.fill("Saved");
    await eventually(async () => assert.doesNotMatch(await notices.words(), /storage is full/));
    assert.equal(await asksBeforeLeaving(page), false);
    await app.reload();
    await shows(() => form.name.value(), "Saved");
    assert.equal(names(await storedPlan(page)).length, 1_000);
    await shows(async () => (await windows.names())[0], "Saved");
  } finally {
    await context.close();
  }
});

appTest("a database that is deleted while the page is open is made anew, with all of the plan", { plan: null }, async (app) => {
  const { page, form, windows, notices } = app;
  await form.name.fill("Before");
  await shows(async () => names(await storedPlan(page))[0], "Before");
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase("window-planner");
        request.onsuccess = resolve;
        request.onerror = reject;
        request.onblocked = () => reject(new Error("the page holds on to its database"));
      }),
  );
  assert.equal(await storedPlan(page), null);
  await form.name.fill("After");
  const expected = ["After", "Web-Tier-Restart", "Database-Backup"];
  await shows(async () => names(await storedPlan(page)), expected);
  await shows(() => notices.words(), "");
  await app.reload();
  await shows(() => windows.names(), expected);
});

/** In the page, before its own script: counts what is put into the database. */
function countPuts() {
  window.puts = [];
  for (const name of ["put", "add"]) {
    const real = IDBObjectStore.prototype[name];
    IDBObjectStore.prototype[name] = function (...row) {
      window.puts.push(`${name} ${this.name}`);
      return real.apply(this, row);
    };
  }
}

const puts = (page) => page.evaluate(() => window.puts.splice(0));

appTest("of 10,000 windows a keystroke stores one, and all are there again", { script: countPuts }, async (app) => {
  const { page, header, form } = app;
  page.setDefaultTimeout(120_000);
  await header.open({ name: "many.plan.json", text: planOf(...aTeamsWindows(10_000)) });
  await eventually(async () => assert.equal(Object.keys((await storedRows(page))?.windows ?? {}).length, 10_000));
  await puts(page);
  await form.name.input.focus();
  await page.keyboard.press("End");
  await page.keyboard.type("x");
  await shows(() => form.name.value(), "Web-Tier-01x");
  assert.deepEqual(await puts(page), ["add head", "put windows"]);
  await page.reload();
  await form.name.input.waitFor();
  assert.equal(await form.name.value(), "Web-Tier-01x");
  assert.deepEqual(await puts(page), [], "what is stored is not stored again");
  assert.equal(names(await storedPlan(page)).length, 10_000);
});

appTest("a first visit stores nothing before something is changed", { plan: null, script: countPuts }, async (app) => {
  await app.calendar.monthAfter();
  assert.deepEqual(await puts(app.page), []);
  assert.equal(await storedPlan(app.page), null);
  await app.form.name.fill("Mine");
  await shows(async () => names(await storedPlan(app.page)), ["Mine", "Web-Tier-Restart", "Database-Backup"]);
});
