// What axe finds on the page as it stands.

import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * The page as it stands breaks no rule of WCAG 2.2 AA and none of axe's best practices.
 *
 * @param {import("playwright-core").Page} page
 * @param {number} least how many rules must have found something to look at; a page of few words has fewer
 */
export async function isAccessible(page, least = 20) {
  await hasNoViolation(builder(page).withTags(TAGS), least);
}

/**
 * The page in its other colours, of which only contrast is to be asked again.
 *
 * @param {import("playwright-core").Page} page
 */
export async function hasContrast(page) {
  await hasNoViolation(builder(page).withRules("color-contrast"), 1);
}

/** Legacy mode runs axe in the page itself; the other opens a second one, for frames we do not have. */
function builder(page) {
  return new AxeBuilder({ page }).setLegacyMode();
}

/** @param {number} least how many rules must have found something to look at */
async function hasNoViolation(axe, least) {
  const { violations, passes } = await axe.analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n  ${html}\n  ${failureSummary}`),
  );
  assert.deepEqual(found, []);
  assert.ok(passes.length >= least, "axe has looked at the page");
}
