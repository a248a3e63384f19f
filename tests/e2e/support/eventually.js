// Waiting for what a person would wait for, without a fixed pause.

import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";

const PATIENCE = 5_000;
const PAUSE = 25;

/**
 * Repeats `check` until it passes; after five seconds its last failure is the test's.
 *
 * @param {() => Promise<void> | void} check
 */
export async function eventually(check) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await pause(PAUSE);
  }
}

/** Waits until what `read` tells is `expected`. */
export function shows(read, expected) {
  return eventually(async () => assert.deepEqual(await read(), expected));
}

/** Waits until the text that `read` tells matches `pattern`. */
export function says(read, pattern) {
  return eventually(async () => assert.match(await read(), pattern));
}
