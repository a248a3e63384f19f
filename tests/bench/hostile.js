// Files that are meant to harm: how long the page is stiff when each is chosen.

import { eventually } from "../e2e/support/eventually.js";
import { HOSTILE, fileOf, removeFiles } from "../e2e/support/hostile.js";
import { record } from "./trace.js";
import { visit } from "./visit.js";

/**
 * Chooses each file of `tests/cases/hostile.json` on a page of its own.
 *
 * @returns {Promise<{ id: string, is: string, longest: number }[]>} the longest task of the main thread in
 *   milliseconds, until the report stands and a second longer; the worst first
 */
export async function hostileFiles(browser, origin) {
  try {
    const all = [];
    for (const file of HOSTILE.files) {
      const longest = await visit(browser, origin, (app) => longestTask(app, file));
      all.push({ id: file.id, is: file.is, longest });
    }
    return all.sort((one, other) => other.longest - one.longest);
  } finally {
    removeFiles();
  }
}

async function longestTask({ imports, page }, file) {
  await imports.open.click();
  const trace = await record(page, async () => {
    await page.evaluate(() => performance.mark("given"));
    await imports.give(fileOf(file, 0));
    const answer = file.says || "From 1 file";
    await eventually(async () => {
      if (!(await imports.words()).includes(answer)) throw new Error(`${file.id} is not answered`);
    });
    await page.waitForTimeout(1_000);
  });
  return trace.longest(trace.marks("given")[0], Infinity);
}
