// What is there before the app is: the page is painted without its wasm file, and nothing jumps when that comes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { SCREENS, running } from "./support/app-test.js";

/** The most that the layout may shift: a fifth of what is called good. */
const MOST_SHIFT = 0.02;

for (const [name, viewport] of Object.entries(SCREENS)) {
  test(`on a ${name} screen the first paint does not wait for the app, and nothing shifts when it comes`, async () => {
    const context = await running.browser.newContext({ viewport, serviceWorkers: "block" });
    try {
      const page = await context.newPage();
      await page.addInitScript(observe);
      let release;
      const isReleased = new Promise((resolve) => (release = resolve));
      await page.route("**/*.wasm", async (route) => {
        await isReleased;
        await route.continue();
      });
      await page.goto(running.server.origin, { waitUntil: "commit" });
      await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
      assert.ok(await page.locator("#skeleton").isVisible(), "what is painted is what stands in for the app");
      assert.ok(await page.getByText("see exactly when each will run").isVisible(), "it says what the page is for");

      release();
      await page.locator(".app:not([aria-busy])").waitFor();
      await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
      assert.ok(await page.evaluate(() => window.turns > 5), "the page is drawn in turns, between which the browser paints");
      const shift = await page.evaluate(() => window.shifts.reduce((sum, value) => sum + value, 0));
      assert.ok(shift < MOST_SHIFT, `the layout shifts by ${shift}`);
    } finally {
      await context.close();
    }
  });
}

/** In the page: keeps what the layout shifts by. */
function observe() {
  window.shifts = [];
  window.turns = 0;
  const note = (list) => window.shifts.push(...list.getEntries().map(({ value }) => value));
  new PerformanceObserver(note).observe({ type: "layout-shift", buffered: true });
  // What is changed within a task is told together.
  const isBusy = () => document.querySelector(".app:not(#skeleton)")?.ariaBusy === "true";
  new MutationObserver(() => (window.turns += isBusy() ? 1 : 0)).observe(document, { subtree: true, childList: true });
}
