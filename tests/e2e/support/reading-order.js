// What a screen reader is given: the accessibility tree, a line for each node with its role, name and state.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import assert from "node:assert/strict";
import { env } from "node:process";

const SNAPSHOTS = new URL("../snapshots/", import.meta.url);

/** Roles that say nothing themselves. */
const SILENT = new Set(["generic", "none", "InlineTextBox", "LineBreak", "ListMarker", "RootWebArea", "SvgRoot", "SVGRoot"]);

/** The states that are read out, where they are not what they mostly are. */
const STATES = {
  checked: (value) => (value === "true" ? "checked" : value === "mixed" ? "mixed" : "not checked"),
  pressed: (value) => (value === "true" ? "pressed" : "not pressed"),
  expanded: (value) => (value ? "expanded" : "collapsed"),
  selected: (value) => value && "selected",
  disabled: (value) => value && "disabled",
  invalid: (value) => value !== "false" && "invalid",
  required: (value) => value && "required",
  modal: (value) => value && "modal",
  level: (value, role) => role === "heading" && `level ${value}`,
  hasPopup: (value) => value && value !== "false" && `has ${value}`,
  live: (value) => value !== "off" && value,
};

/**
 * The accessibility tree below the first node of a role and name; of the whole page without them.
 *
 * @param {import("playwright-core").Page} page
 * @param {{ role?: string, name?: RegExp }} root
 */
export async function readingOrder(page, { role, name } = {}) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const root = role ? nodes.find((node) => isOf(node, role, name)) : nodes[0];
  assert.ok(root, `there is a ${role} called ${name}`);
  const lines = [];
  visit(root, 0, "");
  return `${lines.join("\n")}\n`;

  function visit(node, depth, said) {
    const line = node.ignored ? null : lineOf(node, said);
    if (line) lines.push(`${"  ".repeat(depth)}${line}`);
    const around = node.ignored ? said : said + (node.name?.value ?? "");
    for (const id of node.childIds ?? []) {
      if (byId.has(id)) visit(byId.get(id), line ? depth + 1 : depth, around);
    }
  }
}

function isOf(node, role, name) {
  return !node.ignored && node.role?.value === role && (!name || name.test(node.name?.value ?? ""));
}

/** A node's line; none for what says nothing, or only what was said around it. */
function lineOf(node, said) {
  const role = node.role?.value;
  const name = steady(node.name?.value ?? "");
  if (SILENT.has(role)) return null;
  if (role === "StaticText") return said.includes(node.name?.value) ? null : `"${name}"`;
  const properties = Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value]));
  const states = Object.entries(STATES).map(([state, words]) => state in properties && words(properties[state], role));
  const description = node.description?.value && `described: ${steady(node.description.value)}`;
  const value = node.value?.value !== undefined && node.value.value !== "" && `value: ${steady(String(node.value.value))}`;
  const parts = [role, name && `"${name}"`, ...states, value, description];
  return parts.filter(Boolean).join(", ").replace(", ", " ");
}

/** The text without what changes with the time-zone data. */
function steady(text) {
  return text.replaceAll(/\s+/g, " ").trim().replaceAll(/\b20\d\d[a-z]\b/g, "20xx");
}

/**
 * Compares a text with the file of a name. `UPDATE_SNAPSHOTS=1` writes the file instead.
 *
 * @param {string} name
 * @param {string} text
 */
export async function isAsKept(name, text) {
  const file = new URL(`${name}.txt`, SNAPSHOTS);
  if (env.UPDATE_SNAPSHOTS) {
    await mkdir(SNAPSHOTS, { recursive: true });
    await writeFile(file, text);
    return;
  }
  assert.equal(text, await readFile(file, "utf8"), `${name}: UPDATE_SNAPSHOTS=1 writes the new one, to be read`);
}
