// Firefox in Chromium's place, for the tests of `cargo xtask test --firefox`.
//
// Playwright drives the Firefox that people have by WebDriver BiDi. Its newest versions want commands that the Firefox
// of an extended support release does not know; so it has a version of its own.

import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { env } from "node:process";
import { eventually } from "./eventually.js";

/** Whether the tests run in Firefox. */
export const IN_FIREFOX = env.WINDOW_PLANNER_BROWSER === "firefox";

/** Where Firefox leaves what is downloaded. */
const DOWNLOADS = IN_FIREFOX && (await mkdtemp(join(tmpdir(), "window-planner-downloads-")));

const PREFERENCES = {
  // What was copied may be read, as with the permission of that name in Chromium.
  "dom.events.testing.asyncClipboard": true,
};

/** Starts the Firefox that `FIREFOX` names. */
export async function launchFirefox() {
  const { default: playwright } = await import("playwright-core-firefox");
  const browser = await playwright.firefox.launch({
    channel: "moz-firefox",
    executablePath: env.FIREFOX ?? "firefox",
    firefoxUserPrefs: PREFERENCES,
    downloadsPath: DOWNLOADS,
  });
  browser.on("disconnected", () => rm(DOWNLOADS, { recursive: true, force: true }));
  return browser;
}

/** The file that `act` saves. BiDi does not tell of a file that the page has made itself. @param {() => Promise<void>} act */
export async function savedInFirefox(act) {
  await act();
  return eventually(async () => {
    const names = await readdir(DOWNLOADS);
    if (names.length !== 1 || names[0].endsWith(".part")) throw new Error(`one file is to be saved, there are ${names}`);
    const path = join(DOWNLOADS, names[0]);
    const bytes = await readFile(path);
    await rm(path);
    return { name: names[0], text: `${bytes}`, bytes };
  });
}
