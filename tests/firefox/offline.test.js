// Firefox with a service worker, and without a network.

import assert from "node:assert/strict";
import { env } from "node:process";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { App } from "../e2e/pages/app.js";
import { launch } from "../e2e/support/chromium.js";
import { eventually, shows } from "../e2e/support/eventually.js";
import { serve } from "../e2e/support/server.js";

const DIST = env.WINDOW_PLANNER_DIST ?? fileURLToPath(new URL("../../dist/", import.meta.url));

let browser;

before(async () => {
  browser = await launch();
});

after(() => browser?.close());

test("it opens without a network, with the plan as it was left, under the documented headers", async () => {
  const server = await serve(DIST);
  const context = await browser.newContext();
  context.setDefaultTimeout(10_000);
  const console = [];
  context.on("console", (message) => console.push(message.text()));
  try {
    const app = new App(await context.newPage(), server.origin);
    await app.open();
    // Each visit may be the first that the worker answers.
    await eventually(async () => {
      server.asked.length = 0;
      await app.reload();
      // Whether there is a newer one is asked of the host.
      assert.deepEqual(server.asked.filter((path) => path !== "/worker.js"), [], "all else comes from the worker");
    });
    await app.form.name.fill("On-A-Train");
    await server.stop();
    await app.reload();
    await shows(() => app.form.name.value(), "On-A-Train");
    await app.showTab("Runs");
    await app.calendar.monthAfter();
    await app.calendar.view("Year").click();
    assert.deepEqual(console, []);
  } finally {
    await context.close();
    await server.stop();
  }
});
