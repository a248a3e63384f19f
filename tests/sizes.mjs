// What is sent to browsers, by kind: the npm package's wasm and the app. `cargo xtask size` runs it.

import { readFile, readdir } from "node:fs/promises";
import { basename, extname, join, relative, sep } from "node:path";
import { argv } from "node:process";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** The most bytes after brotli. */
const LIMITS = { package: 170_000, app: 250_000 };

const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } };

/** Where Trunk puts together what it builds, before it takes the place of the last build. */
const STAGE = ".stage";

/** Files below a folder. A part that is not built has none. */
async function filesOf(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  return files.filter((file) => !relative(folder, file).split(sep).includes(STAGE));
}

/** The sizes of files, each compressed by itself, as servers do. */
async function sizesOf(files) {
  const sum = [0, 0, 0];
  for (const file of files) {
    const content = await readFile(file);
    const sizes = [content, gzipSync(content, { level: 9 }), brotliCompressSync(content, BROTLI)];
    sizes.forEach(({ length }, index) => (sum[index] += length));
  }
  return sum;
}

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(12);

async function tell(name, files, limit) {
  if (files.length === 0) {
    console.log(`${name.padEnd(20)}   is not built`);
    return;
  }
  const sizes = await sizesOf(files);
  const above = sizes[2] - limit;
  const verdict = limit ? `${kilobytes(limit)}${above > 0 ? `   ${kilobytes(above).trim()} above it` : ""}` : "";
  console.log(`${name.padEnd(20)}${sizes.map(kilobytes).join("")}${verdict}`);
}

const [npm, dist] = argv.slice(2);
const isA = (...extensions) => (file) => extensions.includes(extname(file));
const ofPackage = await filesOf(npm);
// The bill of materials and the list of headers are in it for people and hosts; no browser asks for them.
const APART = ["sbom.cdx.json", "_headers"];
const ofApp = (await filesOf(dist)).filter((file) => !APART.includes(basename(file)));

console.log(`${" ".repeat(20)}${["raw", "gzip", "brotli", "limit"].map((word) => word.padStart(12)).join("")}`);
await tell("npm package, wasm", ofPackage.filter(isA(".wasm")), LIMITS.package);
await tell("app, wasm", ofApp.filter(isA(".wasm")));
await tell("app, JavaScript", ofApp.filter(isA(".js")));
await tell("app, CSS", ofApp.filter(isA(".css")));
await tell("app, the rest", ofApp.filter((file) => !isA(".wasm", ".js", ".css")(file)));
await tell("app, all", ofApp, LIMITS.app);
