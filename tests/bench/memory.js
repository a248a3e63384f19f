// What is left of an hour of use, compressed in time: the same round of a viewer's doings, over and over.

import { wasmBytes } from "../e2e/support/memory.js";
import { aTeamsWindows, planOf } from "../e2e/support/plans.js";
import { take, visit } from "./visit.js";

const ROUNDS = 40;

/** Undo keeps 200 steps; by this round they are full. */
const SETTLED = 15;

/**
 * The page's memory after each round.
 *
 * @returns {Promise<{ settled: Memory, last: Memory }>}
 * @typedef {{ heap: number, wasm: number, nodes: number, listeners: number }} Memory bytes of JavaScript and of
 *   WebAssembly, nodes of the document and those that are kept without it, listeners
 */
export function anHour(browser, origin) {
  return visit(browser, origin, async (app) => {
    const { page } = app;
    await take(app, planOf(...aTeamsWindows(50)));
    const devtools = await page.context().newCDPSession(page);
    // Compiled once: the engine keeps what it makes of a function for as long as the page is there.
    const doings = await page.evaluateHandle(`({ aRound: ${aRound} })`);
    const more = planOf(...aTeamsWindows(3));
    let settled;
    for (let round = 1; round <= ROUNDS; round += 1) {
      await doings.evaluate((doings, [round, more]) => doings.aRound(round, more), [round, more]);
      if (round === SETTLED) settled = await memory(page, devtools);
    }
    return { settled, last: await memory(page, devtools) };
  });
}

/**
 * Some eighty doings; what comes in a round goes again in it.
 *
 * In the page: each doing from outside waits for several frames, who drives the browser keeps an element that it gave
 * files to with all around it, and what looks for elements by their roles is compiled into the page's own heap.
 *
 * @param {number} round
 * @param {string} more a plan that is looked at and not taken
 */
async function aRound(round, more) {
  const frame = () => new Promise(requestAnimationFrame);
  const write = async (id, text) => {
    const input = document.getElementById(id);
    input.value = text;
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await frame();
  };
  const press = async (selector, words = "") => {
    const buttons = [...document.querySelectorAll(selector)];
    const button = buttons.find((it) => (it.ariaLabel ?? it.textContent).trim().startsWith(words));
    if (!button) throw new Error(`there is no ${selector} of ${words}`);
    button.click();
    await frame();
  };
  const give = async (selector, text) => {
    while (!document.querySelector(selector)) await frame();
    const input = document.querySelector(selector);
    const files = new DataTransfer();
    files.items.add(new File([text], "more.json"));
    input.files = files.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    while (!document.querySelector("dialog[open] .import-summary")) await frame();
  };
  await press(".window-select", "Web-Tier-01");
  // Two fields by turns: each edit is a step of its own.
  for (let edit = 0; edit < 25; edit += 1) {
    await write("schedule", `cron(${(round + edit) % 60} 2 ? * SUN *)`);
    await write("field-Description", `${round}, ${edit}`);
  }
  for (const view of ["Week", "Agenda", "Year", "Timeline", "Month"]) await press(".calendar [role=radio]", view);
  for (const tab of ["Runs", "Targets", "Export", "Definition"]) await press("[role=tab]", tab);
  for (const words of ["Month after", "Month before"]) {
    for (let month = 0; month < 4; month += 1) await press(".calendar button", words);
  }
  await press(".block");
  document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  await frame();
  await press(".windows-head button", "New window");
  await write("field-Name", "Passing");
  await press(".window-entry button", "More for Passing");
  await press("#window-actions button", "Delete");
  await press("header button", "Undo");
  await press("header button", "Redo");
  await press("header button", "Import");
  await give("dialog[open] input[type=file]", more);
  await press("dialog[open] button", "Cancel");
}

/** @returns {Promise<Memory>} */
async function memory(page, devtools) {
  // What the insights and the storage wait for is over.
  await page.waitForTimeout(1_000);
  await devtools.send("HeapProfiler.collectGarbage");
  await devtools.send("HeapProfiler.collectGarbage");
  const [{ usedSize }, { nodes, jsEventListeners }, wasm] = await Promise.all([
    devtools.send("Runtime.getHeapUsage"),
    devtools.send("Memory.getDOMCounters"),
    wasmBytes(page),
  ]);
  return { heap: usedSize, wasm, nodes, listeners: jsEventListeners };
}
