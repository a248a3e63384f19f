// What axe finds on the page as it stands.

import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * The page as it stands breaks no rule of WCAG 2.2 AA and none of axe's best practices.
 *
 * @param {import("playwright-core").Page} page
 */
export async function isAccessible(page) {
  const { violations, passes } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n  ${html}\n  ${failureSummary}`),
  );
  assert.deepEqual(found, []);
  assert.ok(passes.length > 20, "axe has looked at the page");
}
