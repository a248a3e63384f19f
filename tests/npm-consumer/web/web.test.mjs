// The package in Chromium: on plain pages, and in an app that Vite serves and builds.

import assert from "node:assert/strict";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { build, createServer } from "vite";
import { launch } from "../../e2e/support/chromium.js";
import { serve } from "../../e2e/support/server.js";
import { EXPECTED } from "../support/first-steps.js";
import { CONSUMER } from "../support/package.js";

const APP = join(CONSUMER, "web/vite");
const VITE = { root: APP, base: "./", configFile: false, logLevel: "error" };

let browser;
let folder;

before(async () => {
  [browser, folder] = await Promise.all([launch(), mkdtemp(join(tmpdir(), "window-planner-vite-"))]);
});

after(async () => {
  await Promise.all([browser?.close(), folder && rm(folder, { recursive: true })]);
});

test("a plain page finds the package by an import map", async () => {
  const server = await serve(CONSUMER);
  try {
    await answers(`${server.origin}/web/page/import-map.html`);
  } finally {
    await server.stop();
  }
});

test("a plain page with a strict policy imports the package by its path", async () => {
  const server = await serve(CONSUMER);
  try {
    await answers(`${server.origin}/web/page/strict-policy.html`);
  } finally {
    await server.stop();
  }
});

test("an app that Vite has built has one wasm file, and runs", async () => {
  await build({ ...VITE, build: { outDir: folder, emptyOutDir: true } });
  assert.equal((await wasmFiles(folder)).length, 1);
  const server = await serve(folder);
  try {
    await answers(`${server.origin}/`);
  } finally {
    await server.stop();
  }
});

test("an app that Vite serves for development runs", async () => {
  const server = await createServer({ ...VITE, cacheDir: join(folder, "cache"), server: { host: "127.0.0.1", port: 0 } });
  try {
    await server.listen();
    await answers(server.resolvedUrls.local[0]);
  } finally {
    await server.close();
  }
});

test("who imports the package and uses nothing of it gets no wasm file", async () => {
  const outDir = join(folder, "unused");
  await build({ ...VITE, build: { outDir, lib: { entry: "unused.js", formats: ["es"], fileName: "unused" } } });
  assert.deepEqual(await wasmFiles(outDir), []);
});

/** The page answers as every consumer does, without a word of complaint. */
async function answers(url) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const complaints = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto(url);
    await page.waitForFunction(() => document.title.startsWith("{"), undefined, { timeout: 20_000 }).catch(() => {});
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
