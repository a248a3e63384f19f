// What whoever uses the package sends to people: 170 kB, the same bytes from every folder. Another release of the
// compiler may make some hundred more.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";

const LARGEST = 170_500;

test("the wasm has 170 kB of brotli at most, with all zones", (context) => {
  const wasm = readFileSync(new URL("../node_modules/window-planner/window-planner_bg.wasm", import.meta.url));
  const { length } = brotliCompressSync(wasm);
  context.diagnostic(`${length} bytes of brotli`);
  assert.ok(length <= LARGEST, `${length} bytes of brotli: CONTRIBUTING tells what saves some`);
});
