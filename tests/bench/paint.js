// Whether the first paint waits for the app, and whether anything jumps when it comes.

import { host } from "./host.js";

/** How long the wasm file is held back, in milliseconds. */
const HELD = 3_000;

/**
 * A first visit whose wasm file comes late.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {Map} files
 * @returns {Promise<{ painted: number, begun: number, shift: number }>} milliseconds from the navigation to the
 *   first paint with content and to the app's own; `shift` is the cumulative layout shift by then
 */
export async function lateApp(browser, files) {
  const hold = (path) => (path.endsWith(".wasm") ? new Promise((resolve) => setTimeout(resolve, HELD)) : undefined);
  const server = await host(files, hold);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: "block" });
  try {
    const page = await context.newPage();
    await page.addInitScript(() => {
      window.shifts = [];
      new PerformanceObserver((list) => window.shifts.push(...list.getEntries())).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto(server.origin, { waitUntil: "commit" });
    await page.locator(".month .block").first().waitFor();
    const begun = await page.evaluate(() => performance.now());
    // Whatever still moves has its time.
    await page.waitForTimeout(1_500);
    return await page.evaluate((begun) => {
      const shift = window.shifts.filter((entry) => !entry.hadRecentInput).reduce((sum, entry) => sum + entry.value, 0);
      return { painted: performance.getEntriesByName("first-contentful-paint")[0].startTime, begun, shift };
    }, begun);
  } finally {
    await context.close();
    await server.stop();
  }
}
