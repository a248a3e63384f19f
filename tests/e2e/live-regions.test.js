// What is said aloud through a session: what changed, once, and no more.

import assert from "node:assert/strict";
import { appTest } from "./support/app-test.js";
import { eventually, shows } from "./support/eventually.js";
import { planOf, aWindow, inAws } from "./support/plans.js";

/** Records each text that comes into a live region which shows, as a screen reader would be told of it. */
function record() {
  window.saidAloud = [];
  const live = "[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]";
  const note = (changes) => {
    for (const { target, addedNodes, type } of changes) {
      const element = target instanceof Element ? target : target.parentElement;
      if (!element?.closest(live)?.checkVisibility()) continue;
      const added = type === "characterData" ? [target] : [...addedNodes];
      const text = added.map((node) => node.textContent).join("").replaceAll(/\s+/g, " ").trim();
      if (text) window.saidAloud.push(text);
    }
  };
  new MutationObserver(note).observe(document, { subtree: true, childList: true, characterData: true });
}

/** Runs `act` and waits until exactly this was said, and nothing follows. */
async function says(app, act, expected) {
  await app.page.evaluate(() => (window.saidAloud = []));
  await act();
  const check = async () => {
    const said = await app.page.evaluate(() => window.saidAloud);
    assert.equal(said.length, expected.length, said.join("\n"));
    for (const [place, words] of expected.entries()) {
      if (words instanceof RegExp) assert.match(said[place], words);
      else assert.equal(said[place], words);
    }
  };
  await eventually(check);
  // Longer than what is said waits for.
  await app.page.waitForTimeout(1200);
  await check();
}

const WEEKLY = planOf(inAws(aWindow("Web-Tier")), aWindow("Database", { Schedule: "cron(0 12 ? * WED *)" }));

appTest("a session says what changed, and no more", { plan: WEEKLY, script: record }, async (app) => {
  const { calendar, expression, windows, notices, page } = app;
  await shows(async () => (await app.insights.lines()).length > 0, true);
  // What the page begins with is no news.
  await says(app, async () => {}, []);

  // Eighteen keystrokes, some of them errors on the way, are one change.
  const moved =
    "At 04:00 every Sunday, Los Angeles time. Next run Sun 29 Nov 2026, 04:00. Not in AWS yet. Until Tue 23 Nov 2027: 1 run appears, 51 move.";
  await says(app, () => expression.type("cron(0 4 ? * SUN *)"), ["0 insights", moved]);
  await says(app, () => expression.fill("cron(0 24 ? * SUN *)"), ["Schedule: 24 is outside 0-23, the range of hours."]);
  await says(app, () => page.keyboard.press("ControlOrMeta+z"), [moved]);
  await says(app, () => calendar.monthAfter(), ["December 2026"]);
  await says(app, () => calendar.view("Week").click(), ["28 Dec 2026 – 3 Jan 2027"]);
  await says(app, () => windows.entry("Database").click(), [
    "23 Nov – 29 Nov 2026",
    "At 12:00 every Wednesday, Los Angeles time. Next run Wed 25 Nov 2026, 12:00.",
  ]);
  await says(app, () => windows.search.fill("web"), ["1 window found"]);
  await says(app, () => windows.listAll.click(), []);
  await says(app, () => windows.act("Database", "Delete"), ["Database was deleted from the plan.Undo", moved]);
  // A notice that stands there already is not said again with the next one.
  await says(app, () => app.header.open({ name: "other.json", text: "{" }), [/^other\.json cannot be opened: /]);
  await says(app, () => notices.undo.click(), ["At 12:00 every Wednesday, Los Angeles time. Next run Wed 25 Nov 2026, 12:00."]);
});

appTest("time that passes says nothing", { plan: WEEKLY, script: record }, async (app) => {
  await shows(async () => (await app.insights.lines()).length > 0, true);
  await says(app, async () => {
    await app.page.clock.setFixedTime(new Date("2026-11-24T17:03:00Z"));
    await app.page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
    await app.calendar.region.getByText("in 4 d").first().waitFor();
  }, []);
});
