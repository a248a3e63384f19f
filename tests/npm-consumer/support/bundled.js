// What webpack makes of a program that imports the package.

import { promisify } from "node:util";
import webpack from "webpack";

/**
 * Builds a program for one target.
 *
 * @param {"web" | "node"} target
 * @param {string} entry the program's path
 * @param {string} folder where the bundle goes, as `main.cjs` or `main.js`
 */
export async function bundle(target, entry, folder) {
  const filename = target === "node" ? "main.cjs" : "main.js";
  const compiler = webpack({ mode: "production", target, entry, output: { path: folder, filename } });
  const stats = await promisify(compiler.run.bind(compiler))();
  await promisify(compiler.close.bind(compiler))();
  if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
}
