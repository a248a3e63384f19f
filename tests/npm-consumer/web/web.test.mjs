// The package in Chromium: on plain pages, and in an app that bundlers build and serve.

import assert from "node:assert/strict";
import { copyFile, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import * as vite from "vite";
import { launch } from "../../e2e/support/chromium.js";
import { serve } from "../../e2e/support/server.js";
import { bundle } from "../support/bundled.js";
import { EXPECTED } from "../support/first-steps.js";
import { CONSUMER } from "../support/package.js";

const APP = join(CONSUMER, "web/app");
const VITE = { root: APP, base: "./", configFile: false, logLevel: "error" };

let browser;
let folder;

before(async () => {
  [browser, folder] = await Promise.all([launch(), mkdtemp(join(tmpdir(), "window-planner-web-"))]);
});

after(async () => {
  await Promise.all([browser?.close(), folder && rm(folder, { recursive: true })]);
});

test("a plain page finds the package by an import map", async () => {
  await answersWhenServed(CONSUMER, "web/page/import-map.html");
});

test("a plain page with a strict policy imports the package by its path", async () => {
  await answersWhenServed(CONSUMER, "web/page/strict-policy.html");
});

test("an app that Vite has built runs, with one wasm file", async () => {
  const outDir = join(folder, "vite");
  await vite.build({ ...VITE, build: { outDir } });
  assert.equal((await wasmFiles(outDir)).length, 1);
  await answersWhenServed(outDir);
});

test("an app that Vite serves for development runs", async () => {
  const server = { host: "127.0.0.1", port: 0 };
  const development = await vite.createServer({ ...VITE, cacheDir: join(folder, "cache"), server });
  try {
    await development.listen();
    await answers(development.resolvedUrls.local[0]);
  } finally {
    await development.close();
  }
});

test("an app that webpack has built runs, with one wasm file", async () => {
  const outDir = join(folder, "webpack");
  await bundle("web", join(APP, "main.js"), outDir);
  assert.equal((await wasmFiles(outDir)).length, 1);
  await copyFile(join(APP, "index.html"), join(outDir, "index.html"));
  await answersWhenServed(outDir);
});

test("who imports the package and uses nothing of it gets no wasm file", async () => {
  const byVite = join(folder, "unused-vite");
  await vite.build({ ...VITE, build: { outDir: byVite, lib: { entry: "unused.js", formats: ["es"], fileName: "unused" } } });
  const byWebpack = join(folder, "unused-webpack");
  await bundle("web", join(APP, "unused.js"), byWebpack);
  assert.deepEqual([...(await wasmFiles(byVite)), ...(await wasmFiles(byWebpack))], []);
});

async function answersWhenServed(root, path = "") {
  const server = await serve(root);
  try {
    await answers(`${server.origin}/${path}`);
  } finally {
    await server.stop();
  }
}

/** The page answers as every consumer does, without a word of complaint. */
async function answers(url) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const complaints = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto(url);
    // A page that never answers is told by its complaints.
    await page.waitForFunction(() => document.title.startsWith("{"), undefined, { timeout: 10_000 }).catch(() => {});
    // Vite says when it connects.
    assert.deepEqual(complaints.filter((complaint) => !complaint.startsWith("[vite]")), []);
    assert.deepEqual(JSON.parse(await page.title()), EXPECTED);
  } finally {
    await context.close();
  }
}

async function wasmFiles(outDir) {
  return (await readdir(outDir, { recursive: true })).filter((name) => name.endsWith(".wasm"));
}
