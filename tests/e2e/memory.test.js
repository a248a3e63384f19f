// What is done leaves nothing behind, or a page that is open all day grows all day.

import assert from "node:assert/strict";
import { appTest } from "./support/app-test.js";
import { usedBytes } from "./support/memory.js";
import { aTeamsWindows, planOf } from "./support/plans.js";

/** How often each is done until there is all that is made once, and how often then, in rounds. */
const [FIRST, MORE, ROUNDS] = [10, 20, 3];

/** What each time may leave, in bytes: a handle of one reader takes half as much. */
const SPARE = 128;

const visit = { plan: planOf(...aTeamsWindows(8)), script: hands, onlyInChromium: "one engine's memory tells for all" };

leavesNothing("changing the schedule", async (round) => {
  await write("schedule", `cron(${round % 60} 2 ? * SUN *)`);
});

leavesNothing("going from window to window", async () => {
  for (const name of ["Database", "Search-Index", "Web-Tier-01"]) await press(".window-select", name);
});

leavesNothing("changing the time zone", async (round) => {
  await write("field-ScheduleTimezone", round % 2 ? "Asia/Tokyo" : "Europe/Berlin");
});

leavesNothing("a window that comes and goes", async () => {
  await press(".windows-head button", "New window");
  await press("header button", "Undo");
});

leavesNothing("undo and redo", async (round) => {
  if (round === 0) await press(".windows-head button", "New window");
  await press("header button", "Undo");
  await press("header button", "Redo");
});

leavesNothing("a search for windows", async () => {
  for (const text of ["Web", "Payments", ""]) await write("window-search", text);
});

leavesNothing("a look for a command", async () => {
  await press("header button", "Search or command");
  await until(() => document.querySelector("dialog[open] [role=option]"));
  await press("dialog[open]", "");
  await until(() => !document.querySelector("dialog[open]"));
});

leavesNothing("an import that is looked at and not taken", async () => {
  await press("header button", "Import");
  await until(() => document.querySelector("dialog[open] input[type=file]"));
  give("dialog[open] input[type=file]", "plan.json", '{"Version":2,"Windows":[]}');
  await until(() => document.querySelector("dialog[open] .import-summary"));
  await press("dialog[open] button", "Cancel");
});

leavesNothing("a look at each view", async () => {
  for (const view of ["Week", "Agenda", "Year", "Timeline", "Month"]) await press(".calendar [role=radio]", view);
});

leavesNothing("a look at other months", async () => {
  for (const words of ["Month after", "Month before"]) await press(".calendar button", words);
});

leavesNothing("a look at other years", async (round) => {
  if (round === 0) await press(".calendar [role=radio]", "Year");
  for (const words of ["Year after", "Year before"]) await press(".calendar button", words);
});

leavesNothing("a look at each tab", async () => {
  for (const tab of ["Runs", "Targets", "Export", "Definition"]) await press("[role=tab]", tab);
});

leavesNothing("a look at an execution", async () => {
  await press(".block", "");
  document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  await drawn();
});

/**
 * @param {string} what
 * @param {(round: number) => Promise<void>} act runs in the page, with its {@link hands}
 */
function leavesNothing(what, act) {
  appTest(`${what} leaves nothing in memory, however often`, visit, async ({ page }) => {
    page.setDefaultTimeout(120_000);
    const repeat = (from, to) => page.evaluate(`(async () => { for (let round = ${from}; round < ${to}; round += 1) await (${act})(round); })()`);
    await repeat(0, FIRST);
    const used = [await usedBytes(page)];
    for (let round = 0; round < ROUNDS; round += 1) {
      await repeat(FIRST + round * MORE, FIRST + (round + 1) * MORE);
      used.push(await usedBytes(page));
    }
    // A table that doubles does so in one of the rounds; what is kept each time is kept in all of them.
    const left = Math.min(...used.slice(1).map((after, round) => (after - used[round]) / MORE));
    assert.ok(left <= SPARE, `each time left ${left} bytes: ${used.join(", ")} in use`);
  });
}

/** In the page, since each doing from outside waits for several frames. */
function hands() {
  globalThis.drawn = () => new Promise(requestAnimationFrame);
  globalThis.until = async (holds) => {
    while (!holds()) await drawn();
  };
  globalThis.press = async (selector, words) => {
    const buttons = [...document.querySelectorAll(selector)];
    buttons.find((it) => (it.ariaLabel ?? it.textContent).trim().startsWith(words)).click();
    await drawn();
  };
  globalThis.write = async (id, text) => {
    const input = document.getElementById(id);
    input.value = text;
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await drawn();
  };
  globalThis.give = (selector, name, text) => {
    const input = document.querySelector(selector);
    const files = new DataTransfer();
    files.items.add(new File([text], name));
    input.files = files.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  };
}
