// The months on paper: made by Chromium, in both sizes of paper, with few windows and with many.

import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { appTest } from "./support/app-test.js";
import { says, shows } from "./support/eventually.js";
import { aTeamsWindows, aWindow, planOf } from "./support/plans.js";

const OUT = new URL("../../target/e2e-print/", import.meta.url);

const PLAN = planOf(
  aWindow("Nightly", { Schedule: "cron(0 2 ? * * *)" }),
  aWindow("Over-Midnight", { Schedule: "cron(30 23 ? * TUE#3 *)", Duration: 4 }),
  aWindow("Every-Five-Minutes", { Schedule: "rate(5 minutes)", Duration: 1, Cutoff: 0 }),
  aWindow("Disabled", {}, { Enabled: false }),
);

/** What the printed pages say, as the browser makes them when it is about to print. */
async function printed(page) {
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  const text = await page.locator(".print-sheet").innerText();
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: null });
  return text.replaceAll(/\s+/g, " ");
}

/** Prints into a file, and counts its pages. */
async function pages(page, name, format) {
  const pdf = await page.pdf({ format, landscape: true, preferCSSPageSize: false });
  await mkdir(OUT, { recursive: true });
  await writeFile(new URL(`${name}.pdf`, OUT), pdf);
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
}

appTest("three months with their runs, the windows in words, the zone and what it was made with", { plan: PLAN }, async ({ page }) => {
  const text = await printed(page);
  for (const words of [
    /My plan January – March 2027\. Times in Los Angeles \(America\/Los_Angeles\)\. Made Mon 23 Nov 2026, 17:00 with time zones as of IANA 20\d\d[a-z]\./,
    /Not printed: 1 window hidden, disabled or without a schedule/,
    /1 Nightly At 02:00 every day, Los Angeles time cron\(0 2 \? \* \* \*\) America\/Los_Angeles 3 h in the last 1 h/,
    /January 2027 Monday Tuesday Wednesday Thursday Friday Saturday Sunday/,
    /19 02:00–05:00 Nightly 23:30–03:30 Wed Over-Midnight every 5 min, 288 runs Every-Five-Minutes 20 02:00/,
    /February 2027/,
    /March 2027/,
  ]) {
    assert.match(text, words);
  }
  assert.doesNotMatch(text, /Disabled|April 2027|Search/);
});

appTest("the pages are taken away after printing, and the page's title comes back", { plan: PLAN }, async ({ page }) => {
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.equal(await page.title(), "My plan, January – March 2027");
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.equal(await page.title(), "Window Planner");
  assert.equal(await page.locator(".print-sheet").count(), 0);
});

appTest("the windows that are hidden stay off the paper, and the days are those of the panel", { plan: PLAN }, async (app) => {
  const { exportPanel, page, windows } = app;
  await windows.shown("Nightly").uncheck();
  await exportPanel.open();
  await exportPanel.choose(/^This quarter/);
  await says(() => printed(page), /October – December 2026/);
  const text = await printed(page);
  assert.doesNotMatch(text, /Nightly/);
  assert.match(text, /2 windows hidden/);
});

appTest("the button prints", {
  plan: PLAN,
  script: () => {
    window.print = () => {
      dispatchEvent(new Event("beforeprint"));
      window.printed = document.querySelectorAll(".print-month").length;
      dispatchEvent(new Event("afterprint"));
    };
  },
}, async ({ exportPanel, page }) => {
  await exportPanel.open();
  await exportPanel.print.click();
  await shows(() => page.evaluate(() => window.printed), 3);
  assert.equal(await exportPanel.print.isVisible(), false);
});

appTest("a PDF has a page for the windows and one for each month, on both papers", { plan: PLAN }, async ({ page }) => {
  assert.equal(await pages(page, "few-a4", "A4"), 4);
  assert.equal(await pages(page, "few-letter", "Letter"), 4);
});

appTest("fifty windows are all there: days go on over pages, and nothing is left out", {
  plan: planOf(...aTeamsWindows(50)),
}, async ({ page }) => {
  const text = await printed(page);
  assert.doesNotMatch(text, /and \d+ more/);
  assert.match(text, /Web-Tier-01/);
  const count = await pages(page, "fifty-a4", "A4");
  assert.ok(count >= 6 && count <= 20, `${count} pages`);
});
