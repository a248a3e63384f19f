// A test of the app: a fresh browser context each, on a fixed day, that fails on any fault of the page.

import { mkdir } from "node:fs/promises";
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { App } from "../pages/app.js";
import { watchForFaults } from "./faults.js";
import { IN_FIREFOX } from "./firefox.js";
import { DIST, hosted } from "./hosted.js";
import { PLAN, PRODUCTION, planOf } from "./plans.js";

/** The instant at which every test begins: a Monday, 17:00 in Berlin and 08:00 in Los Angeles. */
export const NOW = new Date("2026-11-23T16:00:00Z");

/** The three layouts. */
export const SCREENS = {
  wide: { width: 1440, height: 900 },
  medium: { width: 900, height: 800 },
  narrow: { width: 390, height: 844 },
};

const ROOT = new URL("../../../", import.meta.url);
const SCREENSHOTS = fileURLToPath(new URL("target/e2e-failures/", ROOT));

/** The browser of a file's tests, and the server of the app. */
export const running = hosted(DIST);

/**
 * How the page is visited.
 *
 * @typedef {{
 *   screen?: { width: number, height: number },
 *   plan?: string | null,
 *   stored?: Record<string, string>,
 *   locale?: string,
 *   script?: () => void,
 *   permissions?: string[],
 *   onlyInChromium?: string,
 * }} Visit `plan` is the stored plan, one window unless it is said; null for a first visit. `stored` is
 *   what else the storage holds; `locale` is British unless it is said; `script` runs before the page's own;
 *   `onlyInChromium` says why the test cannot run in Firefox
 */

/**
 * A test of the app, as a viewer in Berlin has it. It fails on any fault of the page, too.
 *
 * @param {string} law what it shows, in a sentence
 * @param {Visit} visit
 * @param {(app: App) => Promise<void>} journey
 */
export function appTest(law, visit, journey) {
  test(law, { skip: IN_FIREFOX && visit.onlyInChromium }, async () => {
    const faults = await visitApp(visit, (app) => withScreenshot(app.page, law, () => journey(app)));
    assert.deepEqual(faults, [], "the page must stay without a fault");
  });
}

/**
 * Opens the app in a browser of its own, goes on a journey and tells the faults of the page.
 *
 * @param {Visit} visit
 * @param {(app: App) => Promise<void>} journey
 * @returns {Promise<string[]>}
 */
export async function visitApp(visit, journey) {
  const context = await running.browser.newContext({
    viewport: visit.screen ?? SCREENS.wide,
    locale: visit.locale ?? "en-GB",
    timezoneId: "Europe/Berlin",
    permissions: visit.permissions ?? [],
    // It would load every file once more, in each test; offline.test.js has it.
    serviceWorkers: "block",
    // Filling the storage opens a page for it, which takes as long as the app itself.
    storageState: visit.stored && storageWith(visit.stored),
  });
  context.setDefaultTimeout(5_000);
  try {
    const faults = await watchForFaults(context, running.server.origin);
    const plan = visit.plan === undefined ? planOf(PRODUCTION) : visit.plan;
    if (plan !== null) await context.addInitScript(store, { key: PLAN, plan });
    if (visit.script) await context.addInitScript(visit.script);
    const page = await context.newPage();
    await page.clock.setFixedTime(NOW);
    const app = new App(page, running.server.origin);
    await app.open();
    await journey(app);
    // What fails at the very end has its time to be seen.
    await page.evaluate(() => new Promise(requestAnimationFrame));
    return faults;
  } finally {
    await context.close();
  }
}

/** Stores a plan before the app is there, once, as the app's first versions did: it takes it from there. */
function store({ key, plan }) {
  try {
    if (localStorage.getItem(key) === null && localStorage.getItem("test.stored") === null) localStorage.setItem(key, plan);
    localStorage.setItem("test.stored", "once");
  } catch {
    // A storage that is blocked holds none.
  }
}

/** The storage that a browser has kept for the app. */
function storageWith(items) {
  const localStorage = Object.entries(items).map(([name, value]) => ({ name, value }));
  return { cookies: [], origins: [{ origin: running.server.origin, localStorage }] };
}

/** Leaves a picture of the page where `act` fails. */
async function withScreenshot(page, law, act) {
  try {
    await act();
  } catch (error) {
    await mkdir(SCREENSHOTS, { recursive: true });
    const path = `${SCREENSHOTS}${law.replaceAll(/\W+/g, "-").slice(0, 80)}.png`;
    await page.screenshot({ path }).catch(() => {});
    throw error;
  }
}
