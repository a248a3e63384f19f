// From a key in the expression to the frame that shows its runs in the month.

import { aTeamsWindows, aWindow, planOf } from "../e2e/support/plans.js";
import { median, record } from "./trace.js";
import { take, visit } from "./visit.js";

/** Each is followed by Backspace; all of them leave a valid expression. */
const DIGITS = ["0", "1", "2", "3", "4", "5"];

/** Longer than the insights wait: what they cost is their own row. */
const PAUSE = 1_500;

/**
 * The main thread's work for a keystroke, with `count` windows in the plan.
 *
 * It is the processor time of all tasks from the key to the frame that shows the block of the next run
 * with its new time, layout and paint included.
 *
 * @returns {Promise<{ usual: number, worst: number, after: number }>} in milliseconds; `after` is the longest
 *   task from that frame to the next key: storing the plan, looking at it as a whole
 */
export function keystrokes(browser, origin, count) {
  return visit(browser, origin, async (app) => {
    const typed = aWindow("Typed", { Schedule: "cron(1 2 ? * SUN *)", ScheduleTimezone: "Europe/Berlin" });
    await take(app, planOf(typed, ...aTeamsWindows(count - 1)));
    await app.windows.entry("Typed").click();
    await app.expression.placeCaret("cron(1".length);
    await app.page.evaluate(watch);
    await app.page.waitForTimeout(PAUSE);

    const trace = await record(app.page, async () => {
      for (const digit of DIGITS) {
        for (const key of [digit, "Backspace"]) {
          await app.page.evaluate((time) => (window.awaited = time), key === digit ? `02:1${digit}` : "02:01");
          await app.page.keyboard.press(key);
          await app.page.waitForFunction(() => window.awaited === null);
          await app.page.waitForTimeout(PAUSE);
        }
      }
    });
    const keys = trace.marks("key");
    const frames = trace.marks("shown").map((shown) => trace.frameAfter(shown));
    const works = keys.map((key, place) => trace.work(key, frames[place]));
    const after = frames.map((frame, place) => trace.longest(frame + 0.1, keys[place + 1] ?? frame + PAUSE));
    return { usual: median(works), worst: Math.max(...works), after: Math.max(...after) };
  });
}

/** In the page: leaves a mark at each key, and one when the awaited time stands in a block of the calendar. */
function watch() {
  window.awaited = null;
  addEventListener("keydown", () => performance.mark("key"), { capture: true });
  const isShown = () => [...document.querySelectorAll(".block.selected .block-time")].some((time) => time.textContent === window.awaited);
  const look = () => {
    if (window.awaited === null || !isShown()) return;
    window.awaited = null;
    performance.mark("shown");
  };
  new MutationObserver(look).observe(document.querySelector(".calendar"), { subtree: true, childList: true, characterData: true });
}
