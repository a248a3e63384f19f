// What looking around leaves behind: nothing, or a page that is open all day grows all day.

import assert from "node:assert/strict";
import { appTest } from "./support/app-test.js";
import { wasmBytes } from "./support/memory.js";
import { aTeamsWindows, planOf } from "./support/plans.js";

/** Rounds until the program has as much memory as the largest of what it does wants, and then those that count. */
const [FIRST, MORE] = [5, 12];

/** One allocation more may want another page of memory; readers that are kept take several in each round. */
const SPARE = 4 * 64 * 1024;

const plan = planOf(...aTeamsWindows(50));

appTest("looking around leaves nothing in memory, however often", { plan, onlyInChromium: "one engine's memory tells for all" }, async ({ page }) => {
  page.setDefaultTimeout(120_000);
  await page.evaluate(lookAround, FIRST);
  const before = await wasmBytes(page);
  await page.evaluate(lookAround, MORE);
  const more = (await wasmBytes(page)) - before;
  assert.ok(more <= SPARE, `${MORE} rounds left ${more / 1024} KB`);
});

/** In the page, since each doing from outside waits for several frames. Every view, months, tabs, a card. */
async function lookAround(rounds) {
  const frame = () => new Promise(requestAnimationFrame);
  const press = async (selector, words) => {
    const buttons = [...document.querySelectorAll(selector)];
    buttons.find((it) => (it.ariaLabel ?? it.textContent).trim().startsWith(words)).click();
    await frame();
  };
  for (let round = 0; round < rounds; round += 1) {
    for (const view of ["Week", "Agenda", "Year", "Timeline", "Month"]) await press(".calendar [role=radio]", view);
    for (const step of ["Month after", "Month after", "Month before", "Month before"]) await press(".calendar button", step);
    for (const tab of ["Runs", "Targets", "Export", "Definition"]) await press("[role=tab]", tab);
    await press(".block", "");
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    await frame();
  }
}
