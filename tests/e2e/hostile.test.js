// Text that is meant to harm is text: in every field, in the calendar, in what is exported and stored.

import assert from "node:assert/strict";
import { appTest } from "./support/app-test.js";
import { eventually, says, shows } from "./support/eventually.js";

const TEXTS = {
  "an element with a script": '<img src=x onerror="alert(1)"><script>alert(2)</script>',
  "quotes of every kind": `"'\`$(touch x)\\ \${x} '''"""`,
  "a text that turns the line around": "abc\u202Edef\u2066ghi",
  "a NUL and other controls": "a\u0000b\u001B[31mc\u007F",
  "half of a character": "a\uD83Db",
  "letters beyond the first plane": "🕐🕑".repeat(40),
  "ten thousand characters": "x".repeat(10_000),
};

/** A text as JSON and Rust have it: no half characters. */
const whole = (text) => text.toWellFormed();

for (const [law, text] of Object.entries(TEXTS)) {
  appTest(`${law} stays text in every field`, {}, async (app) => {
    const { form, zone, expression, calendar } = app;
    await form.addTag.click();
    const fields = {
      Name: form.name,
      Description: form.description,
      Schedule: expression,
      ScheduleTimezone: zone,
      StartDate: form.startDate,
      EndDate: form.endDate,
      ClientToken: form.clientToken,
      Key: form.tag(1).key,
      Value: form.tag(1).value,
    };
    for (const field of Object.values(fields)) await field.fill(text);
    for (const field of Object.values(fields)) await shows(async () => whole(await field.value()), whole(text));
    await says(() => expression.said(), /Error: /);
    await calendar.stale.waitFor();
    await says(() => app.windows.words(), /\d+ errors/);

    await app.showTab("Export");
    const { Tags, ...request } = await app.request.json();
    const sent = { ...request, ...Tags[0] };
    for (const name of Object.keys(fields)) assert.equal(sent[name], whole(text), name);
    for (const format of ["boto3", "AWS CLI"]) {
      await app.request.choose(format);
      await says(() => app.request.text(), /create.maintenance.window/);
    }

    await app.showTab("Runs");
    await app.reload();
    await shows(() => app.form.name.value(), whole(text));
    // The page is alive: what is put right is right.
    await app.header.choose("Open the examples");
    await shows(() => calendar.month(), "December 2026");
  });
}

appTest("an expression of hostile text is drawn as it is", {}, async ({ expression }) => {
  const text = 'cron(<b onclick="alert(1)"> 2 ? * "SUN" *)';
  await expression.fill(text);
  await eventually(async () => {
    const drawn = await expression.input.evaluate((input) => input.parentElement.textContent);
    assert.equal(drawn, text);
  });
});

appTest("a window pasted from elsewhere cannot bring a script", {}, async (app) => {
  await app.showTab("Export");
  const name = TEXTS["an element with a script"];
  await app.request.currentWindow.fill(JSON.stringify({ WindowId: name, Name: name, Schedule: name }));
  await app.request.takeOver.click();
  await says(async () => (await app.page.locator("body").innerText()), /<img src=x/);
});

appTest("a huge paste is refused without harm", {}, async (app) => {
  await app.showTab("Export");
  await app.request.currentWindow.fill("[".repeat(200_000));
  await app.request.takeOver.click();
  await says(() => app.request.words(), /Error: /);
});

appTest("controls that take numbers and times hold against text", {}, async (app) => {
  await app.builder.setTime("<b>");
  await shows(() => app.builder.time.inputValue(), "23:30");
  for (const number of ["-1", "1e99", "99999999999999999999", "0.5"]) {
    await app.form.duration.fill(number);
    await says(() => app.form.duration.said(), /Error: /);
  }
  await app.builder.choose("Every few hours or days");
  for (const number of ["0", "-5", "1e99", "99999999999999999999"]) await app.builder.setPeriod(number);
  await says(() => app.calendar.words(), /Every/);
});

// Times of the year at which schedules that fire without end meet the calendar.
for (const text of ["cron(* * * * * ? *)", "cron(* * * ? * * *)", "rate(1 minute)", "rate(9223372036854775807 days)"]) {
  appTest(`${text} leaves the page quick`, {}, async (app) => {
    await app.form.offset.input.selectOption("On the expression's day");
    await app.expression.fill(text);
    const begun = Date.now();
    await app.calendar.monthAfter();
    await shows(() => app.calendar.month(), "January 2027");
    await app.showTab("Runs");
    await app.showTab("Export");
    await shows(async () => (await app.request.json()).Schedule, text);
    assert.ok(Date.now() - begun < 10_000);
  });
}
