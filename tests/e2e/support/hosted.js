// What a file of tests runs on: a browser, and a server of the app.

import { env } from "node:process";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { launch } from "./chromium.js";
import { serve } from "./server.js";

/** The folder of the app's release build, or of another one that is to be tested. */
export const DIST = env.WINDOW_PLANNER_DIST ?? fileURLToPath(new URL("../../../dist/", import.meta.url));

/**
 * Starts a browser and a server before the tests of a file, and stops both after them.
 *
 * @param {string} folder what is served
 * @returns {{ browser: import("playwright-core").Browser, server: Awaited<ReturnType<typeof serve>> }} filled once the
 *   tests run
 */
export function hosted(folder = DIST) {
  const running = {};
  before(async () => {
    [running.browser, running.server] = await Promise.all([launch(), serve(folder)]);
  });
  after(async () => {
    await Promise.all([running.browser?.close(), running.server?.stop()]);
  });
  return running;
}
