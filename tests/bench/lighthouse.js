// What Lighthouse says of a first visit.

import lighthouse from "lighthouse";
import { chromium } from "playwright-core";
import { find, FLAGS } from "../e2e/support/chromium.js";

const CATEGORIES = ["performance", "accessibility", "best-practices"];

/** A load of the machine only makes a page look slower than it is. */
const VISITS = 3;

/**
 * The best of three visits, as on a telephone with a slow network: from 0 to 100 by category, and what costs
 * points.
 *
 * @param {string} origin
 * @returns {Promise<Map<string, { score: number, lost: string[] }>>}
 */
export async function judged(origin) {
  const best = new Map();
  for (let visit = 0; visit < VISITS; visit += 1) {
    const { lhr } = await inBrowser((port) => lighthouse(origin, { port, onlyCategories: CATEGORIES, logLevel: "error" }));
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    for (const name of CATEGORIES) {
      const score = Math.round((lhr.categories[name].score ?? 0) * 100);
      if (score > (best.get(name)?.score ?? -1)) best.set(name, { score, lost: lost(lhr, name) });
    }
  }
  return best;
}

/** The audits that count in a category and are not passed, with what they show. */
function lost(lhr, name) {
  return lhr.categories[name].auditRefs
    .filter(({ weight, id }) => weight > 0 && (lhr.audits[id].score ?? 1) < 0.9)
    .map(({ id }) => [id, lhr.audits[id].displayValue].filter(Boolean).join(" "));
}

/** Each visit has a browser of its own: nothing is kept from the one before. */
async function inBrowser(act) {
  const port = 9300 + (process.pid % 500);
  const browser = await chromium.launch({ executablePath: await find(), args: [...FLAGS, `--remote-debugging-port=${port}`] });
  try {
    return await act(port);
  } finally {
    await browser.close();
  }
}
