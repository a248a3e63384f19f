// One window or all, as every kind of file, over the days that are chosen.

import assert from "node:assert/strict";
import { hasContrast, isAccessible } from "./support/accessibility.js";
import { SCREENS, appTest } from "./support/app-test.js";
import { says, shows } from "./support/eventually.js";
import { aTarget, aWindow, planOf } from "./support/plans.js";

const PLAN = planOf(
  aWindow("Nightly", { Schedule: "cron(0 2 ? * * *)" }, { Targets: [aTarget(1, [{ Key: "tag:Env", Values: ["prod"] }])] }),
  aWindow("Weekly"),
  aWindow("Disabled", {}, { Enabled: false }),
);

appTest("all windows are written as every kind of file, under a name that says what it is", { plan: PLAN }, async ({ exportPanel }) => {
  await exportPanel.open();
  for (const [kind, name, ...words] of [
    [/^boto3/, "my-plan.py", /create_maintenance_window/, /register_target_with/, /Nightly/, /Weekly/, /Disabled/],
    [/^AWS CLI/, "my-plan.sh", /create-maintenance-window/, /Weekly/],
    [/^CloudFormation/, "my-plan.template.yaml", /AWS::SSM::MaintenanceWindowTarget/, /Weekly/],
    [/^Terraform/, "my-plan.tf", /aws_ssm_maintenance_window_target/, /Weekly/],
    [/^Plan file/, "my-plan.plan.json", /"Version": 2/, /Weekly/],
  ]) {
    await exportPanel.choose(kind);
    const file = await exportPanel.download();
    assert.equal(file.name, name);
    for (const word of words) assert.match(file.text, word);
  }
});

appTest("runs are those of the next quarter, of windows that run", { plan: PLAN }, async ({ exportPanel }) => {
  await exportPanel.open();
  await exportPanel.choose(/^CSV/);
  await says(() => exportPanel.words(), /Runs of January – March 2027/);
  const table = await exportPanel.download();
  assert.equal(table.name, "my-plan-2027-01-01-to-2027-03-31.csv");
  const rows = table.text.trim().split("\n").slice(1);
  const of = (name) => rows.filter((row) => row.startsWith(`${name},`));
  // One Sunday's two o'clock is skipped on 14 March, and so is that night's.
  assert.deepEqual([of("Nightly").length, of("Weekly").length, of("Disabled").length], [89, 12, 0]);
  assert.match(of("Nightly")[0], /^Nightly,2027-01-01T02:00-08:00,/);

  await exportPanel.choose(/^iCalendar/);
  const calendar = await exportPanel.download();
  assert.equal(calendar.name, "my-plan-2027-01-01-to-2027-03-31.ics");
  assert.equal(calendar.text.match(/BEGIN:VEVENT/g).length, 101);
});

appTest("one window alone, over any days", { plan: PLAN }, async (app) => {
  const { exportPanel, windows } = app;
  await windows.entry("Weekly").click();
  await exportPanel.open();
  await exportPanel.choose(/^Weekly$/);
  await exportPanel.choose(/^iCalendar/);
  await exportPanel.choose(/^Other days/);
  await exportPanel.firstDay.fill("2026-12-06");
  await exportPanel.lastDay.fill("2026-12-13");
  const { name, text } = await exportPanel.download();
  assert.equal(name, "weekly-2026-12-06-to-2026-12-13.ics");
  assert.deepEqual(text.match(/DTSTART:\S+/g), ["DTSTART:20261206T100000Z", "DTSTART:20261213T100000Z"]);
});

appTest("the text can be copied", { plan: PLAN, permissions: ["clipboard-read", "clipboard-write"] }, async ({ exportPanel, page }) => {
  await exportPanel.open();
  await exportPanel.choose(/^Terraform/);
  await exportPanel.copy.click();
  await says(() => exportPanel.words(), /Copied/);
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /aws_ssm_maintenance_window/);
});

for (const [name, screen] of Object.entries(SCREENS)) {
  appTest(`the panel on a ${name} screen: by the keyboard, accessible, light and dark`, { plan: PLAN, screen }, async (app) => {
    const { exportPanel, page } = app;
    await page.emulateMedia({ reducedMotion: "reduce" });
    await exportPanel.button.focus();
    await page.keyboard.press("Enter");
    await exportPanel.print.waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    for (let press = 0; press < 5; press++) await page.keyboard.press("ArrowDown");
    await says(() => exportPanel.words(), /Runs of January – March 2027/);
    await isAccessible(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await hasContrast(page);
    const box = await exportPanel.panel.boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= screen.width, "it is on the screen");
    await page.keyboard.press("Escape");
    await shows(() => exportPanel.print.isVisible(), false);
  });
}
