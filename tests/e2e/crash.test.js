// A crash in the middle of writing: at most the last keystroke is lost, and never the plan.

import assert from "node:assert/strict";
import { mkdtemp, readlink, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { kill } from "node:process";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { App } from "./pages/app.js";
import { FLAGS, find, launch } from "./support/chromium.js";
import { eventually } from "./support/eventually.js";
import { DIST } from "./support/hosted.js";
import { serve } from "./support/server.js";

const TYPED = "abcdefghijklmnopqrstuvwxyz";

let server;

before(async () => {
  server = await serve(DIST);
});

after(() => server?.stop());

/** A page of the app, with the caret at the end of the name of its first window. */
async function openAt(context) {
  const app = new App(await context.newPage(), server.origin);
  await app.open();
  return app;
}

/** Types letters one after the other, as fast as the page takes them. */
async function type(app, letters) {
  await app.form.name.fill("");
  for (const letter of letters) await app.page.keyboard.press(letter);
}

/** What was typed is there, up to the last letter; and so are the other windows. */
async function holds(app, letters) {
  const name = await app.form.name.value();
  assert.ok(letters.startsWith(name) && name.length >= letters.length - 1, `of "${letters}" there is "${name}"`);
  assert.equal((await app.windows.names()).length, 3);
}

test("the page crashes while one types", { timeout: 120_000 }, async () => {
  const browser = await launch();
  try {
    const context = await browser.newContext({ serviceWorkers: "block" });
    for (let count = 5; count <= TYPED.length; count += 7) {
      const app = await openAt(context);
      const letters = TYPED.slice(0, count);
      await type(app, letters);
      const crashed = app.page.waitForEvent("crash");
      const session = await context.newCDPSession(app.page);
      session.send("Page.crash").catch(() => {});
      await crashed;
      const again = await openAt(context);
      await holds(again, letters);
      await again.page.close();
      await app.page.close();
    }
  } finally {
    await browser.close();
  }
});

test("the browser is killed while one types", { timeout: 120_000 }, async () => {
  const profile = await mkdtemp(join(tmpdir(), "window-planner-crash-"));
  const executablePath = await find();
  const start = () => chromium.launchPersistentContext(profile, { executablePath, args: FLAGS, serviceWorkers: "block" });
  try {
    for (const letters of [TYPED.slice(0, 9), TYPED]) {
      const app = await openAt(await start());
      await type(app, letters);
      const closed = app.page.context().waitForEvent("close");
      kill(await processOf(profile), "SIGKILL");
      await closed;
      const context = await eventually(start);
      await holds(await openAt(context), letters);
      await context.close();
    }
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** The browser's process, as the lock of its profile names it: `host-pid`. */
async function processOf(profile) {
  return Number((await readlink(join(profile, "SingletonLock"))).split("-").at(-1));
}
