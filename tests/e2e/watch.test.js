// The watch that all other tests rely on: it sees each kind of fault.

import assert from "node:assert/strict";
import { test } from "node:test";
import { visitApp } from "./support/app-test.js";

// Time for a request to fail, in milliseconds; all other faults are quicker.
const SLOW = 200;

// What a broken page would do, and how the fault is told.
const FAULTS = {
  "a word in the console": [() => console.log("a word"), /^console log: a word/],
  "an uncaught error": [() => queueMicrotask(() => undefined.x), /^uncaught: /],
  "a promise that fails": [() => void Promise.reject(new Error("no")), /^uncaught: no/],
  "an inline style": [() => document.body.setAttribute("style", "color: red"), /policy violated: style-src/i],
  "an inline script": [
    () => {
      document.head.append(Object.assign(document.createElement("script"), { text: "1" }));
    },
    /policy violated: script-src/i,
  ],
  "another host": [() => void fetch("http://127.0.0.2/").catch(() => {}), /policy violated: connect-src/i],
  "a file that is not there": [() => void fetch("missing.txt"), /^status 404: .*missing\.txt/],
  "a dialog": [() => setTimeout(() => alert("hello")), /^dialog: hello/],
  "a second page": [() => void open("about:blank"), /^a second page/],
};

for (const [fault, [provoke, told]] of Object.entries(FAULTS)) {
  test(`${fault} is a fault`, async () => {
    const faults = await visitApp({}, async ({ page }) => {
      await page.evaluate(provoke);
      await page.waitForTimeout(SLOW);
    });
    assert.ok(faults.some((words) => told.test(words)), JSON.stringify(faults));
  });
}

test("a page without a fault has none", async () => {
  assert.deepEqual(await visitApp({}, async () => {}), []);
});
