// What the page saves as a file.

import { readFile } from "node:fs/promises";
import { IN_FIREFOX, savedInFirefox } from "./firefox.js";

/**
 * The file that the page saves when `act` is done.
 *
 * @param {import("playwright-core").Page} page
 * @param {() => Promise<void>} act
 * @returns {Promise<{ name: string, text: string, bytes: Buffer }>}
 */
export async function saved(page, act) {
  if (IN_FIREFOX) return savedInFirefox(act);
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  const bytes = await readFile(await download.path());
  return { name: download.suggestedFilename(), text: `${bytes}`, bytes };
}
