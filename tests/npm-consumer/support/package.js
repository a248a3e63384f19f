// The package as npm has installed it, and processes that use it.

import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { execPath } from "node:process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** The folder from which everything here is run. */
export const CONSUMER = fileURLToPath(new URL("../", import.meta.url));

/** The text of a file of the installed package. */
export function packaged(name) {
  return readFileSync(new URL(`../node_modules/window-planner/${name}`, import.meta.url), "utf8");
}

/**
 * What a fresh Node prints.
 *
 * @param {string[]} args
 * @param {string} [input] what comes on its standard input
 * @returns {Promise<string>}
 */
export async function node(args, input) {
  const running = promisify(execFile)(execPath, args, { cwd: CONSUMER });
  running.child.stdin.end(input);
  const { stdout } = await running;
  return stdout;
}
