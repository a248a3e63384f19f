// The focus is never lost: whatever takes away what had it, something near has it then.

import assert from "node:assert/strict";
import { SCREENS, appTest } from "./support/app-test.js";
import { eventually, shows } from "./support/eventually.js";
import { planOf, aWindow } from "./support/plans.js";

const THREE = planOf(aWindow("First"), aWindow("Second"), aWindow("Third"));

/** What has the focus can be seen and can have it. */
const isKept = (app) =>
  eventually(async () => {
    const kept = await app.page.evaluate(() => {
      const { activeElement: active, body } = document;
      return active !== body && !active.matches(":disabled") && active.checkVisibility({ visibilityProperty: true });
    });
    assert.ok(kept, "something that is seen has the focus");
  });

/** Deletes the first window, and waits for the focus to be at the next. */
const deleteFirst = async (app) => {
  await app.windows.entry("First").focus();
  await app.press("Delete");
  await eventually(async () => assert.match(await app.focused(), /^Second/));
};

/** What takes away what has the focus, and the name of what has it after that. */
const SITUATIONS = {
  "deleting a window by the key": [
    deleteFirst,
    /^Second/,
  ],
  "deleting a window from its menu": [
    async (app) => {
      await app.windows.openActions("Second");
      await app.windows.actions("Second").getByRole("button", { name: "Delete" }).focus();
      await app.press("Enter");
    },
    /^First/,
  ],
  "deleting the last window": [
    async (app) => {
      await app.windows.entry("First").focus();
      for (const left of [["Second", "Third"], ["Third"], []]) {
        await app.press("Delete");
        await shows(() => app.windows.names(), left);
        await isKept(app);
      }
    },
    /./,
  ],
  "undoing until there is nothing to undo": [
    async (app) => {
      await app.windows.shown("First").uncheck();
      await app.form.description.fill("Changed");
      await app.header.undo.focus();
      await app.press("Enter");
    },
    /^Redo/,
  ],
  "dismissing the notice": [
    async (app) => {
      await deleteFirst(app);
      await app.notices.dismiss.focus();
      await app.press("Enter");
      await app.notices.dismiss.waitFor({ state: "detached" });
    },
    /^Second/,
  ],
  "taking back by the notice": [
    async (app) => {
      await deleteFirst(app);
      await app.notices.undo.focus();
      await app.press("Enter");
      await app.notices.undo.waitFor({ state: "detached" });
    },
    /./,
  ],
  "taking a remedy": [
    async (app) => {
      await app.expression.fill("cron(0 2 * * SUN *)");
      const fix = app.form.panel.locator(".finding").getByRole("button").first();
      await fix.focus();
      await app.press("Enter");
      await fix.waitFor({ state: "detached" });
    },
    /./,
  ],
  "removing a tag": [
    async (app) => {
      await app.form.addTag.click();
      await app.form.panel.getByRole("button", { name: /^Remove tag/ }).focus();
      await app.press("Enter");
    },
    /./,
  ],
  "closing a run": [
    async (app) => {
      await app.calendar.nextRun.click();
      await app.calendar.grid.getByRole("gridcell", { selected: true }).focus();
      await app.press("Enter");
      await app.calendar.card.dialog.waitFor();
      await app.press("Escape");
    },
    /^Sunday 29 November 2026/,
  ],
  "closing the palette": [
    async (app) => {
      await app.windows.entry("Second").focus();
      await app.palette.open();
      await app.press("Escape");
    },
    /^Second/,
  ],
  "deleting by the palette": [
    async (app) => {
      await app.windows.entry("First").focus();
      await app.palette.run("Delete");
    },
    /^Second/,
  ],
  "closing a panel": [
    async (app) => {
      await app.header.keys.focus();
      await app.press("Enter", "Escape");
    },
    /^Keyboard/,
  ],
  "closing the import": [
    async (app) => {
      await app.imports.open.focus();
      await app.press("Enter");
      await app.imports.dialog.waitFor();
      await app.press("Escape");
    },
    /^Import/,
  ],
  "leaving the view": [
    async (app) => {
      await app.calendar.grid.getByRole("gridcell", { selected: true }).focus();
      await app.press("3");
    },
    /./,
  ],
  "beginning a new plan": [
    async (app) => {
      await app.windows.entry("First").focus();
      await app.palette.run("New plan");
      await shows(() => app.windows.names(), []);
    },
    /./,
  ],
};

for (const [situation, [act, name]] of Object.entries(SITUATIONS)) {
  appTest(`${situation}: the focus is kept`, { plan: THREE }, async (app) => {
    await act(app);
    await isKept(app);
    await eventually(async () => assert.match(await app.focused(), name));
  });
}

appTest("the drawer takes the focus, and Escape gives it back", { plan: THREE, screen: SCREENS.medium }, async (app) => {
  await app.windows.drawer.focus();
  await app.press("Enter");
  await eventually(async () => assert.match(await app.focused(), /^First/));
  await app.press("Escape");
  await app.windows.entry("First").waitFor({ state: "hidden" });
  await shows(() => app.focused(), "Windows");
  await isKept(app);
});

appTest("what is chosen in the drawer takes it away with the focus kept", { plan: THREE, screen: SCREENS.medium }, async (app) => {
  await app.windows.drawer.focus();
  await app.press("Enter");
  await eventually(async () => assert.match(await app.focused(), /^First/));
  await app.press("ArrowDown", "Enter");
  await app.windows.entry("First").waitFor({ state: "hidden" });
  await isKept(app);
});

appTest("a press beside everything takes the focus away as it should", { plan: THREE }, async (app) => {
  await app.header.keys.focus();
  await app.calendar.region.locator(".month-legend").click();
  await app.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  assert.notEqual(await app.focused(), "Keyboard");
});
