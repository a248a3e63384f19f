// What is there before the app is: the page is painted without its wasm file, and nothing jumps when that comes.

import assert from "node:assert/strict";
import { env } from "node:process";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { SCREENS } from "./support/app-test.js";
import { launch } from "./support/chromium.js";
import { serve } from "./support/server.js";

const DIST = env.WINDOW_PLANNER_DIST ?? fileURLToPath(new URL("../../dist/", import.meta.url));

/** The most that the layout may shift: a fifth of what is called good. */
const MOST_SHIFT = 0.02;

let browser;
let server;

before(async () => {
  [browser, server] = await Promise.all([launch(), serve(DIST)]);
});

after(async () => {
  await Promise.all([browser?.close(), server?.stop()]);
});

for (const [name, viewport] of Object.entries(SCREENS)) {
  test(`on a ${name} screen the first paint does not wait for the app, and nothing shifts when it comes`, async () => {
    const context = await browser.newContext({ viewport, serviceWorkers: "block" });
    try {
      const page = await context.newPage();
      await page.addInitScript(observe);
      let release;
      const isReleased = new Promise((resolve) => (release = resolve));
      await page.route("**/*.wasm", async (route) => {
        await isReleased;
        await route.continue();
      });
      await page.goto(server.origin, { waitUntil: "commit" });
      await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
      assert.ok(await page.locator("#skeleton").isVisible(), "what is painted is what stands in for the app");

      release();
      await page.locator(".month").waitFor();
      await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
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
  const note = (list) => window.shifts.push(...list.getEntries().map(({ value }) => value));
  new PerformanceObserver(note).observe({ type: "layout-shift", buffered: true });
}
