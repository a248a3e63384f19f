// The package within a bundle for Node: the wasm file goes along.

import assert from "node:assert/strict";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { bundle } from "../support/bundled.js";
import { EXPECTED } from "../support/first-steps.js";
import { CONSUMER, node } from "../support/package.js";

test("a program that webpack has bundled for Node runs, far from the package", async () => {
  const folder = await mkdtemp(join(tmpdir(), "window-planner-bundle-"));
  try {
    await bundle("node", join(CONSUMER, "node/import.mjs"), folder);
    assert.deepEqual(JSON.parse(await node([join(folder, "main.cjs")])), EXPECTED);
    const files = await readdir(folder);
    assert.equal(files.filter((name) => name.endsWith(".wasm")).length, 1, `${files}`);
  } finally {
    await rm(folder, { recursive: true });
  }
});
