// The one browser of a test file.

import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { env } from "node:process";
import { chromium } from "playwright-core";
import { IN_FIREFOX, launchFirefox } from "./firefox.js";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const APPLICATIONS = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

// Nothing that the browser does for itself may reach the network or the tests.
export const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts the browser that `CHROME` names, else the first one found; or Firefox, where that is tested. */
export async function launch() {
  if (IN_FIREFOX) return launchFirefox();
  return chromium.launch({ executablePath: await find(), args: FLAGS });
}

/** The browser that `CHROME` names, else the first one found. */
export async function find() {
  if (env.CHROME) return env.CHROME;
  const folders = (env.PATH ?? "").split(delimiter);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  for (const candidate of [...candidates, ...APPLICATIONS]) {
    if (await isProgram(candidate)) return candidate;
  }
  throw new Error("There is no Chromium or Chrome in PATH; CHROME can name one.");
}

async function isProgram(path) {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
