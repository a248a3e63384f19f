// The request to take away says what the form says.

import assert from "node:assert/strict";
import { appTest } from "./support/app-test.js";
import { says, shows } from "./support/eventually.js";
import { saved } from "./support/saved.js";

const EXAMPLE = {
  Name: "Production-Patching",
  Description: "Monthly patches, two days after the third Tuesday",
  Schedule: "cron(30 23 ? * TUE#3 *)",
  ScheduleTimezone: "America/Los_Angeles",
  ScheduleOffset: 2,
  Duration: 4,
  Cutoff: 1,
  AllowUnassociatedTargets: false,
};

appTest("the JSON is the form, in AWS's names and types", {}, async (app) => {
  await app.showTab("Export");
  await shows(() => app.request.operation.textContent(), "CreateMaintenanceWindow");
  assert.deepEqual(await app.request.json(), EXAMPLE);
});

appTest("every field of the form is in the JSON", {}, async (app) => {
  const { form, expression, zone } = app;
  await form.name.fill("Web-Tier");
  await form.description.fill("Rolling restarts");
  await expression.fill("cron(0 2 ? * SUN *)");
  await zone.fill("Asia/Tokyo");
  await form.offset.input.selectOption("3 days later");
  await form.duration.fill("6");
  await form.cutoff.fill("2");
  await form.picker("Not before").date.fill("2027-01-31");
  await form.picker("Not before").time.fill("22:00");
  await form.endDate.fill("2027-12-31T00:00:00Z");
  await form.allowUnassociatedTargets.check();
  await form.clientToken.fill("a-token");
  await form.addTag.click();
  await form.tag(1).key.fill("team");
  await form.tag(1).value.fill("web");
  await app.showTab("Export");
  await shows(() => app.request.json(), {
    Name: "Web-Tier",
    Description: "Rolling restarts",
    StartDate: "2027-01-31T22:00:00+09:00",
    EndDate: "2027-12-31T00:00:00Z",
    Schedule: "cron(0 2 ? * SUN *)",
    ScheduleTimezone: "Asia/Tokyo",
    ScheduleOffset: 3,
    Duration: 6,
    Cutoff: 2,
    AllowUnassociatedTargets: true,
    ClientToken: "a-token",
    Tags: [{ Key: "team", Value: "web" }],
  });
});

appTest("a field that is emptied is left out", {}, async (app) => {
  await app.form.description.fill("");
  await app.zone.fill("");
  await app.form.offset.input.selectOption("On the expression's day");
  await app.showTab("Export");
  const { Description, ScheduleTimezone, ScheduleOffset, ...rest } = EXAMPLE;
  await shows(() => app.request.json(), rest);
});

appTest("the boto3 program calls create_maintenance_window with the same values", {}, async (app) => {
  await app.showTab("Export");
  await app.request.choose("boto3");
  await says(() => app.request.text(), /^import boto3\n/);
  const text = await app.request.text();
  assert.match(text, /ssm\.create_maintenance_window\(/);
  assert.match(text, /Schedule="cron\(30 23 \? \* TUE#3 \*\)",/);
  assert.match(text, /AllowUnassociatedTargets=False,/);
});

appTest("the command quotes what a shell would read", {}, async (app) => {
  await app.showTab("Export");
  await app.request.choose("AWS CLI");
  await says(() => app.request.text(), /^aws ssm create-maintenance-window /);
  const text = await app.request.text();
  assert.match(text, /--schedule='cron\(30 23 \? \* TUE#3 \*\)'|'--schedule=cron\(30 23 \? \* TUE#3 \*\)'/);
  assert.match(text, /--no-allow-unassociated-targets/);
});

appTest("the text is copied as it stands", { permissions: ["clipboard-read", "clipboard-write"] }, async (app) => {
  await app.showTab("Export");
  const text = await app.request.text();
  await app.request.copy.click();
  await app.request.panel.getByRole("button", { name: "Copied" }).waitFor();
  assert.equal(await app.page.evaluate(() => navigator.clipboard.readText()), text);
});

// A clipboard that the browser refuses, and none at all, as on a page without TLS.
const NO_COPY = {
  "a copy that is refused": () => {
    if (navigator.clipboard) navigator.clipboard.writeText = () => Promise.reject(new DOMException("no"));
  },
  "a browser without a clipboard": () => {
    Object.defineProperty(Navigator.prototype, "clipboard", { value: undefined });
  },
};

for (const [law, script] of Object.entries(NO_COPY)) {
  appTest(`${law} is said, and the text can be selected`, { script }, async (app) => {
    await app.showTab("Export");
    await app.request.copy.click();
    await app.request.panel.getByRole("button", { name: "Not allowed: select and copy" }).waitFor();
  });
}

for (const [format, file] of [
  ["JSON", "create-maintenance-window.json"],
  ["boto3", "create-maintenance-window.py"],
  ["AWS CLI", "create-maintenance-window.sh"],
]) {
  appTest(`${format} is saved as ${file}`, {}, async (app) => {
    await app.showTab("Export");
    await app.request.choose(format);
    const text = await app.request.text();
    const { name, text: written } = await saved(app.page, () => app.request.download.click());
    assert.equal(name, file);
    assert.equal(written, text);
  });
}

appTest("a request that AWS will refuse says so, and leads to the errors", {}, async (app) => {
  await app.form.duration.fill("25");
  await app.showTab("Export");
  await says(() => app.request.words(), /AWS will refuse this request: 1 error in the definition/);
  await app.request.panel.getByRole("button", { name: "Show" }).click();
  await says(() => app.form.duration.said(), /AWS takes 1 to 24 hours/);
});
