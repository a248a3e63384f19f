// Firefox in Chromium's place, for the tests of `cargo xtask test --firefox`.
//
// Playwright drives the Firefox that people have by WebDriver BiDi. It is experimental, and its newer versions want
// commands that the Firefox of an extended support release (140) does not know; so it has a version of its own.

import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { env } from "node:process";
import { eventually } from "./eventually.js";

/** Whether the tests run in Firefox. */
export const IN_FIREFOX = env.WINDOW_PLANNER_BROWSER === "firefox";

/** Where Firefox leaves what is downloaded. */
const DOWNLOADS = IN_FIREFOX && (await mkdtemp(join(tmpdir(), "window-planner-downloads-")));

/** Language and zone are of the whole browser: BiDi cannot yet set them for a page of this release. */
const PREFERENCES = {
  "intl.accept_languages": "en-GB",
  "browser.download.folderList": 2,
  "browser.download.dir": DOWNLOADS,
  "browser.download.useDownloadDir": true,
  "browser.download.alwaysOpenPanel": false,
  // What was copied may be read, as with the permission of that name in Chromium.
  "dom.events.testing.asyncClipboard": true,
};

/** Starts the Firefox that `FIREFOX` names. */
export async function launchFirefox() {
  const { default: playwright } = await import("playwright-core-firefox");
  const browser = await playwright._bidiFirefox.launch({
    executablePath: env.FIREFOX ?? "firefox",
    env: { ...env, TZ: "Europe/Berlin" },
    firefoxUserPrefs: PREFERENCES,
  });
  browser.on("disconnected", () => rm(DOWNLOADS, { recursive: true, force: true }));
  return browser;
}

/** The text of a file that is being downloaded. BiDi of this release does not tell of downloads. @param {string} name */
export function downloaded(name) {
  return eventually(async () => {
    const files = await readdir(DOWNLOADS);
    if (!files.includes(name) || files.some((file) => file.endsWith(".part"))) throw new Error(`${name} among ${files}`);
    return readFile(join(DOWNLOADS, name), "utf8");
  });
}
