// Both ways into the package from Node, each in a process of its own.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import * as imported from "window-planner";
import { EXPECTED, firstSteps } from "../support/first-steps.js";
import { node, packaged } from "../support/package.js";

const required = createRequire(import.meta.url)("window-planner");

test("a script imports the package and uses it at once", async () => {
  assert.deepEqual(JSON.parse(await node(["node/import.mjs"])), EXPECTED);
});

test("a script requires the package and uses it at once", async () => {
  assert.deepEqual(JSON.parse(await node(["node/require.cjs"])), EXPECTED);
});

test("one process may do both", () => {
  assert.deepEqual(firstSteps(imported), EXPECTED);
  assert.deepEqual(firstSteps(required), EXPECTED);
});

test("the package tells the version that npm has installed", () => {
  assert.equal(imported.version().package, JSON.parse(packaged("package.json")).version);
});

test("what the declarations name is all there is, whichever way one comes in", () => {
  const names = (text, pattern) => [...text.matchAll(pattern)].map(([, name]) => name).sort();
  const declared = names(packaged("index.d.ts"), /^export (?:default )?(?:async )?(?:function|class|const|let) (\w+)/gm);
  assert.ok(declared.length >= 10, `${declared}`);
  assert.deepEqual(Object.keys(imported).sort(), declared);
  assert.deepEqual(Object.keys(required).sort(), declared);
  assert.deepEqual(names(packaged("browser.js").split("export const")[1], /^ {2}(\w+),$/gm), declared);
});

test("the declarations say what each function and each operation does", () => {
  const declarations = packaged("index.d.ts");
  assert.equal(packaged("index.d.cts"), declarations);
  const undocumented = [...declarations.matchAll(/(.*)\n((?:export function|    [a-z]\w+MaintenanceWindow)\w*\(.*)/g)]
    .filter(([, above]) => above.trim() !== "*/")
    .map(([, , line]) => line);
  assert.deepEqual(undocumented, []);
  assert.doesNotMatch(declarations, /\br#?" /, "a raw string of Rust has come through");
  assert.doesNotMatch(declarations, /initSync|InitOutput/, "there is nothing to initialise");
});
