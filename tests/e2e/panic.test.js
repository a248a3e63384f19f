// What is left when the program fails: the plan, and a page that says so. Needs a build that panics on
// purpose: `trunk build --features panic-on-purpose --dist target/dist-panics`.

import assert from "node:assert/strict";
import { env } from "node:process";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { App } from "./pages/app.js";
import { PanicPage } from "./pages/panic-page.js";
import { isAccessibleLightAndDark } from "./support/accessibility.js";
import { shows } from "./support/eventually.js";
import { watchForFaults } from "./support/faults.js";
import { hosted } from "./support/hosted.js";
import { saved } from "./support/saved.js";
import { storedPlan, withFullLocalStorage } from "./support/stored.js";

const PANICS = env.WINDOW_PLANNER_PANICS ?? fileURLToPath(new URL("../../target/dist-panics/", import.meta.url));

/** A page of few words gives few rules something to look at. */
const FEW_RULES = 10;

const running = hosted(PANICS);

/** The app with a plan of one's own, up to the panic. `script` runs before the page's own. */
function panicTest(law, journey, script) {
  test(law, async () => {
    const context = await running.browser.newContext({ serviceWorkers: "block" });
    context.setDefaultTimeout(10_000);
    try {
      const faults = await watchForFaults(context, running.server.origin);
      if (script) await context.addInitScript(script);
      const app = new App(await context.newPage(), running.server.origin);
      await app.open();
      await app.form.name.fill("Irreplaceable");
      await app.header.rename("panic on purpose");
      const panic = new PanicPage(app.page);
      await panic.heading.waitFor();
      await journey({ app, page: app.page, panic });
      // The panic itself, in the console and as the error that ends the program; nothing else.
      assert.match(faults.join("\n"), /panicked at/);
      assert.deepEqual(faults.filter((fault) => !/panicked at|unreachable|Aborted/.test(fault)), []);
    } finally {
      await context.close();
    }
  });
}

panicTest("a panic shows a page that says what happened, and a reload opens the plan", async ({ app, page, panic }) => {
  const { form } = app;
  assert.match(await panic.words(), /Window Planner has stopped It met a mistake of its own\. Your plan is still stored/);
  assert.match(await panic.message.textContent(), /this build panics on purpose/);
  await shows(() => app.focused(), "Window Planner has stopped");
  await isAccessibleLightAndDark(page, FEW_RULES);
  await page.keyboard.press("Tab");
  await shows(() => app.focused(), "Reload");
  await page.keyboard.press("Enter");
  await app.ready();
  assert.equal(await form.name.value(), "Irreplaceable");
});

panicTest("the page hands the plan out as a file", async ({ page, panic }) => {
  const { text } = await saved(page, () => panic.download.click());
  assert.deepEqual(JSON.parse(text), await storedPlan(page));
  assert.equal(JSON.parse(text).Windows[0].Definition.Name, "Irreplaceable");
});

panicTest("what is left of the program changes nothing that is stored", async ({ app, page, panic }) => {
  const before = await storedPlan(page);
  await page.evaluate(() => document.activeElement.blur());
  await app.press("n", "Control+z", "Control+z", "n");
  await page.evaluate(() => new Promise(requestAnimationFrame));
  assert.deepEqual(await storedPlan(page), before);
  assert.match(await panic.message.textContent(), /this build panics on purpose/, "the first failure is what is told");
});

panicTest(
  "in the middle of storing, the file has what was typed last, and the page promises no more",
  async ({ page, panic }) => {
    assert.match(await panic.words(), /The browser has not stored your plan\. Download it before you reload/);
    const { text } = await saved(page, () => panic.download.click());
    assert.match(text, /"Name":"Irreplaceable"/);
  },
  // A transaction that never tells its end.
  () => Object.defineProperty(IDBTransaction.prototype, "oncomplete", { set: () => {} }),
);

panicTest(
  "where nothing could be stored, the file has what was typed last",
  async ({ page, panic }) => {
    assert.match(await panic.words(), /The browser has not stored your plan\. Download it before you reload/);
    await isAccessibleLightAndDark(page, FEW_RULES);
    const { text } = await saved(page, () => panic.download.click());
    assert.match(text, /"Name":"Irreplaceable"/);
  },
  withFullLocalStorage,
);
