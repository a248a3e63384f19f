// An app that was opened once opens without a network, and is never older than it has to be.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { App } from "./pages/app.js";
import { isAccessibleLightAndDark } from "./support/accessibility.js";
import { launch } from "./support/chromium.js";
import { eventually, says, shows } from "./support/eventually.js";
import { watchForFaults } from "./support/faults.js";
import { DIST } from "./support/hosted.js";
import { serve } from "./support/server.js";

const DEVELOPED = fileURLToPath(new URL("../../web/worker/worker.js", import.meta.url));
const STYLES = await readFile(new URL("../../web/styles/tokens.css", import.meta.url), "utf8");

let browser;
let folder;

before(async () => {
  browser = await launch();
  folder = await mkdtemp(join(tmpdir(), "window-planner-offline-"));
});

after(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

/**
 * A test with a server and a browser context of its own, whose faults it returns to the journey.
 *
 * @param {string} law
 * @param {(visit: { app: App, server: object, faults: string[] }) => Promise<void>} journey
 */
function offlineTest(law, journey) {
  test(law, async () => {
    const server = await serve(DIST);
    const context = await browser.newContext({ locale: "en-GB", timezoneId: "Europe/Berlin" });
    context.setDefaultTimeout(10_000);
    try {
      const faults = await watchForFaults(context, server.origin);
      const app = new App(await context.newPage(), server.origin);
      await app.open();
      await journey({ app, server, faults });
      assert.deepEqual(faults, [], "the page must stay without a fault");
    } finally {
      await context.close();
      await server.stop();
    }
  });
}

/** Waits until a worker has kept the app. */
const isKept = (page) =>
  shows(() => page.evaluate(async () => (await navigator.serviceWorker.ready).active.state), "activated");

/** The caches of the page's origin, each with the paths it holds. */
const caches = (page) =>
  page.evaluate(async () => {
    const names = await window.caches.keys();
    const paths = async (name) => (await (await window.caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
    return Promise.all(names.map(async (name) => ({ name, paths: (await paths(name)).sort() })));
  });

/** What is asked of the network from now on. @param {import("playwright-core").Page} page */
function requests(page) {
  const asked = [];
  page.on("requestfinished", async (request) => {
    if (!(await request.response())?.fromServiceWorker()) asked.push(request.url());
  });
  return asked;
}

/** Another build: the page has another description, or `change` what `worker.js` says. */
async function anotherBuild(name, { description = name, change = (worker) => worker } = {}) {
  const other = join(folder, name);
  await cp(DIST, other, { recursive: true });
  const page = await readFile(join(other, "index.html"), "utf8");
  const changed = page.replace(/(name="description"\s+content=")[^"]*/, `$1${description}`);
  assert.notEqual(changed, page);
  await writeFile(join(other, "index.html"), changed);
  const worker = await readFile(join(other, "worker.js"), "utf8");
  const digest = createHash("sha256").update(changed).digest("base64");
  const following = worker
    .replace(/"\.\/": "[^"]*"/, `"./": "sha256-${digest}"`)
    .replace(/const BUILD = "[^"]*"/, `const BUILD = "${name}"`);
  assert.notEqual(following, worker);
  await writeFile(join(other, "worker.js"), change(following));
  return other;
}

const description = (page) => page.locator("meta[name=description]").getAttribute("content");

offlineTest("it opens without a network, with the plan as it was left", async ({ app, server }) => {
  const { page, form } = app;
  await isKept(page);
  const asked = requests(page);
  await app.reload();
  await form.name.fill("On-A-Train");
  await server.stop();
  await app.reload();
  assert.equal(await form.name.value(), "On-A-Train");
  await isAccessibleLightAndDark(page);
  for (const tab of ["Runs", "Export", "Definition"]) await app.showTab(tab);
  await app.calendar.monthAfter();
  await page.goto(`${app.origin}/index.html?from=home#inspector`);
  await app.ready();
  assert.deepEqual(asked, [], "all of it comes from the worker");
});

offlineTest("every file of the build is kept, once", async ({ app }) => {
  await isKept(app.page);
  const files = (await readdir(DIST, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const kept = await caches(app.page);
  assert.equal(kept.length, 1);
  const apart = ["_headers", "index.html", "sbom.cdx.json", "worker.js"];
  const expected = files.map(({ name }) => name).filter((name) => !apart.includes(name));
  assert.deepEqual(kept[0].paths.map((path) => path.split("/").at(-1)).filter(Boolean).sort(), expected.sort());
  assert.ok(kept[0].paths.includes("/"));
});

offlineTest("a newer build is said, and is there after the reload; what the older kept is removed", async ({ app, server }) => {
  const { page, notices } = app;
  await isKept(page);
  await app.reload();
  await shows(() => notices.words(), "", "the first build is no news");
  server.turnTo(await anotherBuild("second"));
  await app.reload();
  await says(() => notices.words(), /A newer version is here\./);
  assert.notEqual(await description(page), "second", "no page mixes two builds");
  await isAccessibleLightAndDark(page);
  await notices.reload.focus();
  await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
  await app.ready();
  await shows(() => description(page), "second");
  await shows(() => notices.words(), "");
  await eventually(async () => assert.deepEqual((await caches(page)).map(({ name }) => name.split(" ").at(-1)), ["second"]));
  await server.stop();
  await app.reload();
  assert.equal(await description(page), "second");
});

offlineTest("who does not press has the newer build at the next visit", async ({ app, server }) => {
  const { page, notices } = app;
  await isKept(page);
  await app.reload();
  server.turnTo(await anotherBuild("next"));
  await app.reload();
  await says(() => notices.words(), /A newer version is here\./);
  // The last page of the older build closes. One that is left by a link stays open a while, for the way back.
  const context = page.context();
  await page.close();
  await eventually(async () => {
    const next = new App(await context.newPage(), app.origin);
    await next.open();
    const found = await description(next.page);
    await next.page.close();
    assert.equal(found, "next");
  });
});

offlineTest("a page that stays open is told of a newer build when it is looked at", async ({ app, server }) => {
  await isKept(app.page);
  await app.reload();
  server.turnTo(await anotherBuild("later"));
  await app.page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await says(() => app.notices.words(), /A newer version is here\./);
});

offlineTest("a build that arrives in part is not kept: the older one stays", async ({ app, server, faults }) => {
  const { page, notices } = app;
  await isKept(page);
  await app.reload();
  const wrong = (worker) => worker.replace(/(\.css": "sha256-)...../, "$1AAAAA");
  server.turnTo(await anotherBuild("partial", { change: wrong }));
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update().catch(() => {});
    await new Promise((resolve) => {
      const worker = registration.installing;
      if (!worker || worker.state === "redundant") return resolve();
      worker.addEventListener("statechange", () => worker.state === "redundant" && resolve());
    });
  });
  await shows(() => notices.words(), "");
  assert.equal((await caches(page)).length, 1);
  await server.stop();
  await app.reload();
  // The browser says itself that a digest differs, and what the worker was still loading.
  faults.splice(0, faults.length, ...faults.filter((fault) => !/digest|integrity|request failed/i.test(fault)));
});

offlineTest("where it is developed, nothing of an older build is left", async ({ app, server }) => {
  const { page } = app;
  await isKept(page);
  await app.reload();
  const developed = await anotherBuild("developed");
  await cp(DEVELOPED, join(developed, "worker.js"));
  server.turnTo(developed);
  await page.evaluate(() => navigator.serviceWorker.ready.then((registration) => registration.update()));
  await eventually(async () => assert.equal(await description(page), "developed"));
  await app.ready();
  assert.deepEqual(await caches(page), []);
});

offlineTest("it can be installed: the manifest and its icons are what they say", async ({ app }) => {
  const { page } = app;
  await isKept(page);
  const session = await page.context().newCDPSession(page);
  const { errors, data } = await session.send("Page.getAppManifest");
  assert.deepEqual(errors, []);
  const manifest = JSON.parse(data);
  const problems = (await session.send("Page.getInstallabilityErrors")).installabilityErrors.map(({ errorId }) => errorId);
  // A context of a test is a private window.
  assert.deepEqual(problems.filter((problem) => problem !== "in-incognito"), []);
  for (const { src, sizes, type } of manifest.icons) {
    const drawn = await page.evaluate(async (src) => {
      const image = new Image();
      image.src = src;
      await image.decode();
      return `${image.naturalWidth}x${image.naturalHeight}`;
    }, src);
    if (type === "image/png") assert.equal(drawn, sizes, src);
  }
  assert.ok(manifest.icons.some(({ purpose }) => purpose === "maskable"));
  // What the browser paints around the page has the page's colours.
  const [, light, dark] = STYLES.match(/--surface: light-dark\((#\w+), (#\w+)\)/);
  const themes = await page.locator("meta[name=theme-color]").evaluateAll((tags) => tags.map((tag) => tag.content));
  assert.deepEqual(themes, [light, dark]);
  assert.equal(manifest.theme_color, light);
  assert.equal(manifest.background_color, STYLES.match(/--page: light-dark\((#\w+)/)[1]);
});
