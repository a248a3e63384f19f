// A visit of the app, for a measurement.

import { App } from "../e2e/pages/app.js";

/** A Monday, 17:00 in Berlin. */
const NOW = Date.parse("2026-11-23T16:00:00Z");

/**
 * Opens the app as a first visitor does, and leaves again after `measure`.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {string} origin
 * @param {(app: App) => Promise<void>} measure
 */
export async function visit(browser, origin, measure) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    // It loads every file once more, in the midst of what is measured.
    serviceWorkers: "block",
  });
  context.setDefaultTimeout(30_000);
  try {
    const page = await context.newPage();
    // Playwright's own clock would take the place of the page's timers and marks as well.
    await page.addInitScript((now) => (Date.now = () => now), NOW);
    const app = new App(page, origin);
    await app.open();
    return await measure(app);
  } finally {
    await context.close();
  }
}

/** Puts windows in the place of the examples, as a viewer would: by an import. @param {App} app */
export async function take(app, plan) {
  await app.imports.choose({ name: "plan.json", text: plan });
  await app.imports.confirm.click();
  await app.imports.dialog.waitFor({ state: "hidden" });
}
