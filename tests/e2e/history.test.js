// Everything can be undone and redone; the plan is saved, opened, begun anew.

import assert from "node:assert/strict";
import { appTest } from "./support/app-test.js";
import { says, shows } from "./support/eventually.js";
import { aWindow, planOf } from "./support/plans.js";
import { saved } from "./support/saved.js";

const undo = (app) => app.press("ControlOrMeta+z");
const redo = (app) => app.press("ControlOrMeta+Shift+z");

appTest("the keystrokes of a field are one step", {}, async (app) => {
  const { calendar, expression, form, header } = app;
  await form.name.input.press("End");
  await form.name.input.pressSequentially("-2027");
  await expression.type("cron(0 2 ? * SUN *)");
  await calendar.day("Thursday 17 December 2026").focus();
  await undo(app);
  await shows(() => expression.value(), "cron(30 23 ? * TUE#3 *)");
  await shows(() => calendar.daysWithRuns(), ["Thursday 17 December 2026", "Friday 18 December 2026"]);
  await shows(() => form.name.value(), "Production-Patching-2027");
  await undo(app);
  await shows(() => form.name.value(), "Production-Patching");
  await shows(() => header.undo.isDisabled(), true);
  await redo(app);
  await redo(app);
  await shows(() => expression.value(), "cron(0 2 ? * SUN *)");
  await shows(() => form.name.value(), "Production-Patching-2027");
  await shows(() => header.redo.isDisabled(), true);
});

appTest("the buttons say what they would undo and redo", {}, async ({ form, header }) => {
  await form.duration.fill("6");
  await shows(() => header.undo.getAttribute("aria-label"), "Undo: change of Duration");
  await header.undo.click();
  await shows(() => form.duration.value(), "4");
  await shows(() => header.redo.getAttribute("aria-label"), "Redo: change of Duration");
  await header.redo.click();
  await shows(() => form.duration.value(), "6");
});

appTest("while typing, Ctrl+Z is the field's; then it is the plan's", {}, async (app) => {
  const { form } = app;
  await form.duration.fill("6");
  await form.name.input.press("End");
  await form.name.input.pressSequentially("x");
  await undo(app);
  await shows(() => form.name.value(), "Production-Patching");
  // Nothing is typed now: the step before is undone, though the caret is in the field.
  await undo(app);
  await shows(() => form.duration.value(), "4");
  await shows(() => app.header.undo.isDisabled(), true);
});

appTest("sliders, choices and boxes are undone by Ctrl+Z right where they are", {}, async (app) => {
  const { form } = app;
  await form.panel.getByRole("slider", { name: "Duration in hours" }).focus();
  await app.press("ArrowRight", "ArrowRight");
  await shows(() => form.duration.value(), "6");
  await undo(app);
  await shows(() => form.duration.value(), "4");
  await form.offset.input.selectOption("3 days later");
  await form.offset.input.focus();
  await undo(app);
  await shows(() => form.offset.value(), "2");
  await form.allowUnassociatedTargets.check();
  await undo(app);
  await shows(() => form.allowUnassociatedTargets.isChecked(), false);
  await app.press("ControlOrMeta+y");
  await shows(() => form.allowUnassociatedTargets.isChecked(), true);
});

appTest("undo shows the window that it is about", { plan: null }, async (app) => {
  await app.form.duration.fill("6");
  await app.windows.entry("Database-Backup").click();
  await app.header.undo.click();
  await shows(() => app.windows.selected(), "Production-Patching");
  await shows(() => app.form.duration.value(), "4");
});

appTest("a plan is saved to a file and opened again", { plan: null }, async (app) => {
  const { header, notices, page, windows } = app;
  await header.rename("Team Blue: nightly");
  await shows(() => header.plan.innerText(), "Team Blue: nightly");
  const { name, text } = await saved(page, () => header.choose("Save plan file"));
  assert.equal(name, "team-blue-nightly.plan.json");
  assert.equal(JSON.parse(text).Windows.length, 3);

  await header.choose("New plan");
  await says(() => windows.words(), /The plan has no windows yet/);
  await says(() => notices.words(), /A new plan was begun/);
  await header.open({ name: "mine.plan.json", text });
  await shows(async () => (await windows.names()).length, 3);
  await shows(() => header.plan.innerText(), "Team Blue: nightly");
  await says(() => notices.words(), /mine\.plan\.json was opened/);
  await notices.undo.click();
  await says(() => windows.words(), /The plan has no windows yet/);
  await header.undo.click();
  await shows(async () => (await windows.names()).length, 3);
});

appTest("a file that is no plan is refused with its reason, and nothing changes", {}, async (app) => {
  const wrong = planOf(aWindow("Nightly")).replace('"Duration":3', '"Duration":"three"');
  for (const [name, text, reason] of [
    ["noise.json", "{ garbage", /noise\.json cannot be opened: .*not JSON/],
    ["newer.json", '{"Version":99,"Windows":[]}', /newer\.json cannot be opened: Version: the plan is of version 99/],
    ["wrong.json", wrong, /wrong\.json cannot be opened: Windows\[0\]\.Definition/],
  ]) {
    await app.header.open({ name, text });
    await says(() => app.notices.words(), reason);
  }
  await shows(() => app.windows.names(), ["Production-Patching"]);
  await shows(() => app.header.undo.isDisabled(), true);
});

appTest("the name of the plan can be undone, too", {}, async ({ header }) => {
  await shows(() => header.plan.innerText(), "My plan");
  await header.rename("Ours");
  await shows(() => header.plan.innerText(), "Ours");
  await header.undo.click();
  await shows(() => header.plan.innerText(), "My plan");
});

appTest("what an earlier version of the app stored is there", {
  plan: JSON.stringify({
    version: 1,
    windows: [
      {
        request: { Name: "Old-One", Schedule: "cron(0 2 ? * SUN *)", Duration: 3, Cutoff: 1, AllowUnassociatedTargets: false },
        purpose: "update",
        windowId: "mw-0123456789abcdef0",
        enabled: true,
        baseline: { definition: { Name: "Old-One", Schedule: "cron(0 2 ? * SUN *)", Duration: 2, Cutoff: 1 }, enabled: true },
      },
    ],
  }),
}, async (app) => {
  await shows(() => app.windows.names(), ["Old-One"]);
  await app.showTab("Export");
  const { WindowId, Duration } = await app.request.json();
  assert.deepEqual({ WindowId, Duration }, { WindowId: "mw-0123456789abcdef0", Duration: 3 });
});
