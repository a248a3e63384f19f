// Programs use the package in strict TypeScript, whichever way TypeScript finds its types. What must not
// compile in them stands below `@ts-expect-error`, which is an error itself where it does compile.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { node } from "../support/package.js";

const TSC = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));

// The package's own declarations are checked too.
const STRICT = "--noEmit --strict --exactOptionalPropertyTypes --noUncheckedIndexedAccess --noUnusedLocals --skipLibCheck false";
const ES2022 = "--target es2022 --lib es2022,dom --types";
// The newest libraries and Node's types declare parts of what ours have to.
const NEWEST = "--target esnext --lib esnext,dom --types node";
const NODENEXT = "--module nodenext";
const BUNDLER = "--module esnext --moduleResolution bundler";

for (const [way, program, ...options] of [
  ["a module of Node", "program.ts", NODENEXT, ES2022],
  ["a CommonJS module of Node", "require.cts", NODENEXT, ES2022],
  ["a module for a bundler", "program.ts", BUNDLER, ES2022],
  ["a module beside the newest libraries", "program.ts", NODENEXT, NEWEST],
  ["a CommonJS module beside the newest libraries", "require.cts", NODENEXT, NEWEST],
]) {
  test(`a strict program compiles as ${way}`, async () => {
    // `--types` alone means none, which the command line says with an empty word.
    const words = [STRICT, ...options].join(" ").replace(/--types$/, "--types ").split(" ");
    assert.equal(await node([TSC, ...words, `types/${program}`]).catch(({ stdout }) => stdout), "");
  });
}
