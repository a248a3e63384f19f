// What is meant to harm is text: typed, pasted, dropped or opened as a link. Nothing of it runs, nothing takes the page
// away from its viewer, nothing is lost. The cases are those of `tests/cases/hostile.json`.

import assert from "node:assert/strict";
import { after } from "node:test";
import { inflateSync } from "node:zlib";
import ICAL from "ical.js";
import { appTest } from "./support/app-test.js";
import { eventually, says, shows } from "./support/eventually.js";
import {
  HOSTILE, countWork, fileOf, fragmentOf, isText, portions, removeFiles, textOf, wholeTextOf, windowOf, workOf,
} from "./support/hostile.js";
import { linkOf } from "./support/links.js";
import { planOf } from "./support/plans.js";
import { storedPlan } from "./support/stored.js";

/** A machine of many tenants may be slow; a page that does not answer for so long would not answer at all. */
const HANG = 30_000;

const TEXTS_OF_A_PAGE = 17;
const FILES_OF_A_PAGE = 10;

const CLIPBOARD = ["clipboard-read", "clipboard-write"];

/** What all journeys have come to. */
const total = { cases: 0, readBack: 0, longestTask: 0, longestLaw: "" };

after(() => {
  removeFiles();
  const { cases, readBack, longestTask, longestLaw } = total;
  console.log(`${cases} hostile cases, ${readBack} exports read back; longest task ${Math.round(longestTask)} ms, in "${longestLaw}"`);
});

/** A journey on a page whose work is counted. */
function hostileTest(law, visit, journey) {
  appTest(law, { script: countWork, ...visit }, async (app) => {
    await journey(app);
    const { longestTask } = await workOf(app.page);
    if (longestTask > total.longestTask) Object.assign(total, { longestTask, longestLaw: law });
    assert.ok(longestTask < HANG, `a task took ${longestTask} ms`);
  });
}

const ids = (cases) => `${cases[0].id} to ${cases.at(-1).id}`;

/** What a box of one line makes of a text that comes into it: blanks of line ends, and nothing of the last. */
const inOneLine = (text) => text.replace(/[\r\n]+$/, "").replaceAll(/\r\n|\r|\n/g, " ");

for (const cases of portions(HOSTILE.texts, TEXTS_OF_A_PAGE)) {
  hostileTest(`typed: ${ids(cases)}`, {}, async (app) => {
    const { form, zone, expression } = app;
    await form.addTag.click();
    const fields = {
      Name: form.name,
      Description: form.description,
      Schedule: expression,
      ScheduleTimezone: zone,
      ClientToken: form.clientToken,
      "Tags[0].Key": form.tag(1).key,
      "Tags[0].Value": form.tag(1).value,
    };
    for (const { id, text: written, refused } of cases) {
      const text = inOneLine(wholeTextOf(written));
      for (const field of Object.values(fields)) await field.fill(textOf(written));
      for (const [name, field] of Object.entries(fields)) {
        await eventually(async () => assert.equal((await field.value()).toWellFormed(), text, `${id} in ${name}`));
        // What a line end was refused for is fine without.
        if (text !== wholeTextOf(written) || text === "") continue;
        await eventually(async () => assert.equal(await field.isInvalid(), name in refused, `${id} in ${name}`));
        if (name in refused) assert.match(await field.said(), /Error: /, `${id} in ${name}`);
      }
      await eventually(async () => {
        const { Name, Description, Schedule, ScheduleTimezone, ClientToken, Tags } = (await storedPlan(app.page)).Windows[0].Definition;
        const [{ Key, Value }] = Tags;
        const stored = [Name, Description, Schedule, ScheduleTimezone, ClientToken, Key, Value];
        assert.ok(stored.every((value) => value === text), `${id} is stored as it is`);
      });
      total.cases += 1;
    }
    await app.showTab("Export");
    for (const format of ["JSON", "boto3", "AWS CLI", "CloudFormation", "Terraform"]) {
      await app.request.choose(format);
      await says(() => app.request.text(), /maintenance.?window|"Name"/i);
    }
    await app.showTab("Runs");
    await app.reload();
    await shows(() => form.name.value(), inOneLine(wholeTextOf(cases.at(-1).text)));
  });

  hostileTest(`typed into a target, and searched for: ${ids(cases)}`, {}, async (app) => {
    const { palette, registered, windows } = app;
    await registered.tab.click();
    await registered.addTarget.click();
    const target = registered.item(/./);
    for (const { id, text: written } of cases) {
      const text = wholeTextOf(written);
      for (const field of [target.values(1), target.description, target.ownerInformation]) await field.fill(textOf(written));
      const values = text.split(/\r\n|\r|\n/).map((line) => line.trim()).filter((line) => line !== "");
      await eventually(async () => {
        const [{ Targets, Description, OwnerInformation }] = (await storedPlan(app.page)).Windows[0].Targets;
        assert.deepEqual([Description, OwnerInformation], [inOneLine(text), inOneLine(text)], id);
        assert.equal(Targets[0].Values.length, values.length, id);
      });

      await palette.open();
      await palette.box.fill(textOf(written));
      await eventually(async () => assert.match(await palette.dialog.getByRole("status").textContent(), /found|line/, id));
      await app.press("Escape");
      await palette.dialog.waitFor({ state: "hidden" });
      await windows.search.fill(textOf(written));
      await says(() => windows.words(), /found|touch/);
      await windows.search.fill("");
      await shows(() => windows.names(), ["Production-Patching"]);
    }
  });

  hostileTest(`dropped, exported and shared: ${ids(cases)}`, { plan: planOf(), permissions: CLIPBOARD }, async (app) => {
    const { exportPanel, imports, notices, page, share, windows } = app;
    const given = planOf(...cases.map(({ text }, number) => windowOf(wholeTextOf(text), number)));
    const texts = cases.map(({ text }) => wholeTextOf(text));
    await imports.drag([{ name: "hostile.plan.json", text: given }]);
    await imports.drop();
    await imports.confirm.click();
    await shows(async () => (await windows.names()).map(undirected), texts.map(undirected));
    await eventually(async () => assertSame(await storedPlan(page), JSON.parse(given)));

    await exportPanel.open();
    await exportPanel.choose(/^Plan file/);
    assertSame(JSON.parse((await exportPanel.download()).text), JSON.parse(given));
    await exportPanel.choose(/^iCalendar/);
    const calendar = new ICAL.Component(ICAL.parse((await exportPanel.download()).text));
    const summaries = new Set(calendar.getAllSubcomponents("vevent").map((event) => event.getFirstPropertyValue("summary")));
    assert.deepEqual(summaries, new Set(texts.map(asInCalendar)));
    total.readBack += 2 * cases.length;
    await page.keyboard.press("Escape");

    await share.button.click();
    await says(() => notices.words(), /The link is copied|There is no link: the plan is too large/);
    if ((await notices.words()).includes("The link is copied")) {
      const payload = (await share.copied()).split(".").at(-1);
      assertSame(JSON.parse(inflateSync(Buffer.from(payload, "base64url"))), JSON.parse(given));
      total.readBack += cases.length;
    }

    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    const printed = undirected(await page.locator(".print-sheet").textContent());
    for (const [place, text] of texts.entries()) assert.ok(printed.includes(undirected(text).slice(0, 20)), cases[place].id);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  });

  hostileTest(`opened as a link: ${ids(cases)}`, {}, async (app) => {
    const given = planOf(...cases.map(({ text }, number) => windowOf(wholeTextOf(text), number)));
    await app.share.follow(linkOf(given));
    await app.share.open.or(app.notices.dismiss).first().waitFor();
    if (await app.notices.dismiss.isVisible()) {
      await says(() => app.notices.words(), /larger than any link that holds a plan/);
      return;
    }
    await app.share.open.click();
    await eventually(async () => assertSame(await storedPlan(app.page), JSON.parse(given)));
  });
}

/** A label keeps the direction of a name from what follows it, which the name as it is stored does not show. */
function undirected(text) {
  return text.replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, "");
}

/** Both plans have the same definitions and targets, to the letter. */
function assertSame({ Windows }, expected) {
  const held = (windows) => windows.map(({ Definition, Targets }) => [Definition, Targets]);
  assert.deepEqual(held(Windows), held(expected.Windows));
}

/** iCalendar has line ends of one kind, and no control characters. */
function asInCalendar(text) {
  // eslint-disable-next-line no-control-regex
  return text.replaceAll(/\r\n?/g, "\n").replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "");
}

for (const cases of portions(HOSTILE.files, FILES_OF_A_PAGE)) {
  hostileTest(`chosen and pasted: ${ids(cases)}`, {}, async (app) => {
    const { imports, page, windows } = app;
    const before = await storedPlan(page);
    for (const file of cases) {
      const { read } = await workOf(page);
      await imports.choose(fileOf(file));
      await isAnswered(app, file);
      if (file.unread) assert.equal((await workOf(page)).read, read, `${file.id} is refused by its size`);
      await close(imports);
      if (isText(file) && !file.unread && textOf(file.content).trim() !== "") {
        await imports.paste(textOf(file.content));
        await isAnswered(app, file);
        await close(imports);
      }
      total.cases += 1;
    }
    assert.deepEqual(await windows.names(), ["Production-Patching"]);
    assert.deepEqual(await storedPlan(page), before);
  });
}

/** Closes the dialog, and waits until the page has the focus again. */
async function close({ cancel, dialog }) {
  await cancel.click();
  await dialog.waitFor({ state: "hidden" });
}

/** The dialog says what the table says, and takes over what the table says comes in. */
async function isAnswered({ imports }, { id, says: words = "", comes = 0 }) {
  await eventually(async () => assert.ok((await imports.words()).includes(words || "From 1 file"), `${id}: ${await imports.words()}`));
  await imports.cancel.waitFor();
  assert.equal(await imports.confirm.isEnabled(), comes > 0, `${id}: ${await imports.words()}`);
}

hostileTest("a link that is broken says why, and the plan stays", {}, async ({ page, share, windows, notices }) => {
  const before = await storedPlan(page);
  for (const link of HOSTILE.links) {
    const { inflated } = await workOf(page);
    await share.follow(fragmentOf(link));
    await eventually(async () => assert.ok((await notices.words()).includes(link.says), `${link.id}: ${await notices.words()}`));
    assert.match(await notices.words(), /^The link cannot be opened: .+ The plan here stays as it is\./, link.id);
    const more = (await workOf(page)).inflated - inflated;
    assert.ok(more < 2.5 * 2 ** 20, `${link.id} made ${more} bytes`);
    await notices.dismiss.click();
    await shows(() => notices.words(), "");
    total.cases += 1;
  }
  assert.deepEqual(await windows.names(), ["Production-Patching"]);
  assert.deepEqual(await storedPlan(page), before);
  assert.equal(new URL(page.url()).hash, "");
});

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
  const name = '<img src=x onerror="alert(1)"><script>alert(2)</script>';
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
  hostileTest(`${text} leaves the page alive`, {}, async (app) => {
    await app.form.offset.input.selectOption("On the expression's day");
    await app.expression.fill(text);
    await app.calendar.monthAfter();
    await shows(() => app.calendar.month(), "January 2027");
    await app.showTab("Runs");
    await app.showTab("Export");
    await shows(async () => (await app.request.json()).Schedule, text);
  });
}
