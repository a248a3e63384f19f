// The README's examples run, and print what it says.

import assert from "node:assert/strict";
import { test } from "node:test";
import { node, packaged } from "../support/package.js";

const EXAMPLE = /^(?<about>.+)\n\n```js\n(?<code>[^]*?)^```\n\n```text\n(?<output>[^]*?)^```$/gm;
const examples = [...packaged("README.md").matchAll(EXAMPLE)].map(({ groups }) => groups);

test("every example of the README says what it prints", () => {
  assert.equal(examples.length, 5);
  assert.equal(packaged("README.md").match(/^```js$/gm).length, examples.length);
});

for (const { about, code, output } of examples) {
  test(`README: ${about}`, async () => {
    const printed = await node(["--input-type=module"], code);
    const lines = (text) => text.trim().split("\n").map((line) => line.trimEnd());
    assert.deepEqual(lines(printed), lines(output));
  });
}
