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
  await hasNoViolation(page, (axe) => axe.withTags(TAGS), least);
}

/**
 * The page in its other colours, of which only contrast is to be asked again.
 *
 * @param {import("playwright-core").Page} page
 */
export async function hasContrast(page) {
  await hasNoViolation(page, (axe) => axe.withRules("color-contrast"), 1);
}

/**
 * The page breaks no rule, in light colours and in dark ones, which it is left in.
 *
 * @param {import("playwright-core").Page} page
 * @param {number} [least] as above
 */
export async function isAccessibleLightAndDark(page, least) {
  await isAccessible(page, least);
  await page.emulateMedia({ colorScheme: "dark" });
  await hasContrast(page);
}

/**
 * @param {(axe: AxeBuilder) => AxeBuilder} asked which rules
 * @param {number} least how many rules must have found something to look at
 */
async function hasNoViolation(page, asked, least) {
  await hasSettled(page);
  // Legacy mode runs axe in the page itself; the other opens a second one, for frames we do not have.
  const { violations, passes } = await asked(new AxeBuilder({ page }).setLegacyMode()).analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n  ${html}\n  ${failureSummary}`),
  );
  assert.deepEqual(found, []);
  assert.ok(passes.length >= least, "axe has looked at the page");
}

/** In the middle of a transition a text may have its new colour on its old ground. */
async function hasSettled(page) {
  await page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    await frame();
    await frame();
    const transitions = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(transitions.map((transition) => transition.finished));
  });
}
