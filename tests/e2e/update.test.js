// An update sends what differs from the window that AWS has.

import assert from "node:assert/strict";
import { appTest } from "./support/app-test.js";
import { says, shows } from "./support/eventually.js";
import { PRODUCTION, aWindow, inAws, planOf } from "./support/plans.js";

const WINDOW_ID = "mw-0c50858d01e2f3a4b";

// What `aws ssm get-maintenance-window` prints.
const CURRENT = JSON.stringify({
  WindowId: WINDOW_ID,
  Name: "Nightly",
  Description: "Nightly patches",
  Schedule: "cron(0 2 ? * SUN *)",
  ScheduleTimezone: "Europe/Berlin",
  Duration: 3,
  Cutoff: 1,
  NextExecutionTime: "2026-11-29T02:00+01:00",
  AllowUnassociatedTargets: false,
  Enabled: true,
  CreatedDate: "2026-01-01T00:00:00+00:00",
  ModifiedDate: "2026-01-01T00:00:00+00:00",
});

async function takeOver(app, text) {
  await app.showTab("Export");
  await app.request.currentWindow.fill(text);
  await app.request.takeOver.click();
}

appTest("a window that AWS has is taken over into form, list and calendar", {}, async (app) => {
  await takeOver(app, CURRENT);
  await shows(() => app.form.name.value(), "Nightly");
  await shows(() => app.zone.value(), "Europe/Berlin");
  await shows(() => app.windows.names(), ["Nightly"]);
  await shows(() => app.calendar.nextRun.textContent(), "Sun 29 Nov 2026, 02:00");
  await app.showTab("Export");
  await says(() => app.request.words(), new RegExp(`${WINDOW_ID} AWS has it as it is here: nothing to send`));
  assert.equal(await app.request.shownText.count(), 0);
});

appTest("an update holds the window's id and the changed fields alone", {}, async (app) => {
  await takeOver(app, CURRENT);
  await app.form.duration.fill("5");
  await app.form.enabled.uncheck();
  await app.showTab("Export");
  await shows(() => app.request.operation.textContent(), "UpdateMaintenanceWindow");
  await shows(() => app.request.json(), { WindowId: WINDOW_ID, Duration: 5, Enabled: false });
  await app.request.choose("boto3");
  await says(() => app.request.text(), /ssm\.update_maintenance_window\(/);
  await app.request.choose("AWS CLI");
  await says(() => app.request.text(), /^aws ssm update-maintenance-window /);
});

appTest("what is planned is compared with what AWS has", {}, async (app) => {
  await app.showTab("Export");
  const { Name: _, ...rest } = JSON.parse(CURRENT);
  const current = { ...rest, ...PRODUCTION.Definition, Name: "Old-Name", Duration: 8 };
  await app.request.currentWindow.fill(JSON.stringify(current));
  await app.request.compare.click();
  await shows(() => app.form.name.value(), "Production-Patching");
  await app.showTab("Export");
  await shows(() => app.request.json(), { WindowId: WINDOW_ID, Name: "Production-Patching", Duration: 4 });
});

appTest("a window that was created is known by its id from then on", {}, async (app) => {
  await app.showTab("Export");
  await shows(() => app.request.operation.textContent(), "CreateMaintenanceWindow");
  await app.request.createdId.fill("mw-1");
  await app.request.markAsCreated.click();
  await says(() => app.request.words(), /An id is mw- and 17 of 0-9 and a-f/);
  await app.request.createdId.fill(WINDOW_ID);
  await app.request.markAsCreated.click();
  await says(() => app.request.words(), new RegExp(WINDOW_ID));
  await app.showTab("Definition");
  await app.form.name.fill("Renamed");
  await app.showTab("Export");
  await shows(() => app.request.json(), { WindowId: WINDOW_ID, Name: "Renamed" });
  await app.request.markAsApplied.click();
  await says(() => app.request.words(), /nothing to send/);
});

appTest("an id that another window of the plan has is refused", { plan: null }, async (app) => {
  await app.showTab("Export");
  await app.request.createdId.fill(WINDOW_ID);
  await app.request.markAsCreated.click();
  await app.windows.entry("Web-Tier-Restart").click();
  await app.request.createdId.fill(WINDOW_ID);
  await app.request.markAsCreated.click();
  await says(() => app.request.words(), /The plan has mw-0c50858d01e2f3a4b already: Production-Patching/);
});

appTest("a field that is cleared needs Replace, and it is said", {}, async (app) => {
  await takeOver(app, CURRENT);
  await app.form.description.fill("");
  await app.showTab("Export");
  await says(() => app.request.words(), /Only Replace can clear Description, so the whole definition is sent/);
  const { Replace, Name, WindowId, Description } = await app.request.json();
  assert.deepEqual({ Replace, Name, WindowId, Description }, {
    Replace: true,
    Name: "Nightly",
    WindowId: WINDOW_ID,
    Description: undefined,
  });
});

appTest("what was changed goes back to what AWS has", { plan: planOf(inAws(PRODUCTION)) }, async (app) => {
  await app.form.duration.fill("9");
  await app.showTab("Export");
  await app.request.revert.click();
  await says(() => app.request.words(), /nothing to send/);
  await app.showTab("Definition");
  await shows(() => app.form.duration.value(), "4");
});

appTest("a disabled window does not run, and says so", { plan: planOf(inAws(PRODUCTION)) }, async (app) => {
  await app.form.enabled.uncheck();
  await says(() => app.windows.words(), /Disabled/);
  await shows(() => app.calendar.daysWithRuns(), []);
  await says(() => app.calendar.words(), /The window is disabled: it does not run/);
});

appTest("a new window that is disabled says that AWS creates it enabled", {}, async (app) => {
  await app.form.enabled.uncheck();
  await app.showTab("Export");
  await says(() => app.request.words(), /AWS creates every window enabled/);
  await app.request.createdId.fill(WINDOW_ID);
  await app.request.markAsCreated.click();
  await shows(() => app.request.json(), { WindowId: WINDOW_ID, Enabled: false });
});

appTest("a text that is no window is refused with its reason", {}, async (app) => {
  await app.showTab("Export");
  for (const text of ["", "not JSON", "[]", '{"Shedule": "rate(1 day)"}']) {
    await app.request.currentWindow.fill(text);
    await app.request.takeOver.click();
    await says(() => app.request.words(), /Error: .+/);
  }
  await says(() => app.request.words(), /Shedule/);
  await shows(async () => (await app.request.json()).Name, "Production-Patching");
});

appTest("an update survives a reload", { plan: planOf(inAws(aWindow("Nightly"))) }, async (app) => {
  await app.form.duration.fill("5");
  await app.reload();
  await app.showTab("Export");
  await shows(() => app.request.json(), { WindowId: "mw-00000000000000001", Duration: 5 });
});
