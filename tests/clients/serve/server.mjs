// `window-planner serve` as a process.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../../../", import.meta.url));
const program = join(resolve(repository, process.env.CARGO_TARGET_DIR ?? "target"), "debug", "window-planner");

/**
 * Serves a plan's file at a free port, by a clock that stands still at `now`.
 *
 * @param {string} plan
 * @param {string} now
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function serve(plan, now) {
  const options = { stdio: ["ignore", "pipe", "inherit"] };
  const child = spawn(program, ["serve", "--port", "0", "--plan", plan, "--now", now], options);
  const [firstLine] = await once(createInterface({ input: child.stdout }), "line");
  // It does not keep this process from ending, and ends with it, also when a test's own set-up has failed.
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  child.unref();
  child.stdout.unref();
  return {
    url: firstLine.match(/http:\/\/[0-9.:]+/)[0],
    stop: async () => {
      process.off("exit", kill);
      child.ref();
      child.kill("SIGTERM");
      const [code] = await once(child, "exit");
      if (code !== 0) throw new Error(`the server ended with ${code}`);
    },
  };
}
