// What those who look at packages say of this one.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { CONSUMER, node, packaged } from "../support/package.js";

const manifest = JSON.parse(packaged("package.json"));
const ROOT = new URL("../../../", import.meta.url);

test("publint finds nothing", async () => {
  const pkgDir = fileURLToPath(new URL("target/npm/window-planner/", ROOT));
  const { messages } = await publint({ pkgDir, strict: true });
  assert.deepEqual(messages.map((message) => formatMessage(message, manifest)), []);
});

test("are the types wrong? in no way that a program may resolve them", async () => {
  const attw = fileURLToPath(new URL("../../node_modules/@arethetypeswrong/cli/dist/index.js", import.meta.url));
  const archive = fileURLToPath(new URL(`target/npm/window-planner-${manifest.version}.tgz`, ROOT));
  const printed = await node([attw, "--format", "ascii", "--no-emoji", archive]).catch(({ stdout }) => stdout);
  assert.match(printed, /No problems found/, printed);
  for (const way of ["node10", "node16 (from CJS)", "node16 (from ESM)", "bundler"]) assert.ok(printed.includes(way), way);
});

test("the archive holds what is used, and no more", () => {
  assert.deepEqual(readdirSync(`${CONSUMER}node_modules/window-planner`).sort(), [
    ...["LICENSE-APACHE", "LICENSE-MIT", "README.md", "browser.js", "glue.js", "index.d.cts", "index.d.ts"],
    ...["node.cjs", "node.js", "package.json", "window-planner_bg.wasm"],
  ]);
});
