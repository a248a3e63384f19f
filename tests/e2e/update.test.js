// An update sends what differs from the window that AWS has.

import assert from "node:assert/strict";
import { appTest } from "./support/app-test.js";
import { says, shows } from "./support/eventually.js";

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

async function startFrom(app, text) {
  await app.choosePurpose("Update");
  await app.request.currentWindow.fill(text);
  await app.request.startFromText.click();
}

appTest("a window that AWS has fills the form and the calendar", {}, async (app) => {
  await startFrom(app, CURRENT);
  await shows(() => app.form.name.value(), "Nightly");
  await shows(() => app.form.windowId.value(), WINDOW_ID);
  await shows(() => app.zone.value(), "Europe/Berlin");
  await shows(() => app.calendar.nextRun.textContent(), "Sun 29 Nov 2026, 02:00");
});

appTest("an update holds the window's id and the changed fields alone", {}, async (app) => {
  await startFrom(app, CURRENT);
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

appTest("what AWS has is also taken from the form", {}, async (app) => {
  await app.choosePurpose("Update");
  await app.request.startFromForm.click();
  await app.showTab("Definition");
  await app.form.windowId.fill(WINDOW_ID);
  await app.form.name.fill("Renamed");
  await app.showTab("Export");
  await shows(() => app.request.json(), { WindowId: WINDOW_ID, Name: "Renamed" });
});

appTest("a field that is cleared needs Replace, and it is said", {}, async (app) => {
  await startFrom(app, CURRENT);
  await app.form.description.fill("");
  await app.showTab("Export");
  await says(() => app.request.words(), /Only Replace can clear Description, so the whole definition is sent/);
  await shows(() => app.request.json(), {
    WindowId: WINDOW_ID,
    Name: "Nightly",
    Schedule: "cron(0 2 ? * SUN *)",
    ScheduleTimezone: "Europe/Berlin",
    Duration: 3,
    Cutoff: 1,
    AllowUnassociatedTargets: false,
    Replace: true,
  });
});

appTest("a disabled window does not run, and says so", {}, async (app) => {
  await startFrom(app, CURRENT);
  await app.form.enabled.uncheck();
  await says(() => app.windows.words(), /disabled/);
  await shows(() => app.calendar.daysWithRuns(), []);
  await says(() => app.calendar.words(), /The window is disabled: it does not run/);
});

appTest("a text that is no window is refused with its reason", {}, async (app) => {
  await app.choosePurpose("Update");
  for (const text of ["", "not JSON", "[]", '{"Shedule": "rate(1 day)"}']) {
    await app.request.currentWindow.fill(text);
    await app.request.startFromText.click();
    await says(() => app.request.words(), /Error: .+/);
  }
  await says(() => app.request.words(), /Shedule/);
  assert.equal(await app.request.shownText.count(), 0);
});

appTest("an update survives a reload, and Create leaves it", {}, async (app) => {
  await startFrom(app, CURRENT);
  await app.form.duration.fill("5");
  await app.reload();
  await app.showTab("Export");
  await shows(() => app.request.json(), { WindowId: WINDOW_ID, Duration: 5 });
  await app.choosePurpose("Create");
  await shows(async () => (await app.request.json()).Name, "Nightly");
});
