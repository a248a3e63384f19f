// What comes into the plan: dropped, pasted, chosen or tried, looked at first, taken back in one step.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after } from "node:test";
import { hasContrast, isAccessible } from "./support/accessibility.js";
import { SCREENS, appTest } from "./support/app-test.js";
import { eventually, says, shows } from "./support/eventually.js";
import { PRODUCTION, aWindow, inAws, planOf } from "./support/plans.js";

const CASES = new URL("../cases/", import.meta.url);

/** A file of `tests/cases`. */
function file(folder, name) {
  return { name, text: readFileSync(new URL(`${folder}/${name}`, CASES), "utf8") };
}

const sample = (name) => file("aws-samples", name);

/** As `describe-maintenance-windows` answers: windows that run daily at 03:00 in Berlin. */
function account(count, more = {}) {
  const WindowIdentities = Array.from({ length: count }, (_, place) => ({
    WindowId: `mw-${String(place + 1).padStart(17, "a")}`,
    Name: `Window-${String(place + 1).padStart(3, "0")}`,
    Enabled: true,
    Duration: 2,
    Cutoff: 1,
    Schedule: "cron(0 3 ? * * *)",
    ScheduleTimezone: "Europe/Berlin",
    NextExecutionTime: "2026-11-24T03:00+01:00",
    ...more,
  }));
  return { name: "windows.json", text: JSON.stringify({ WindowIdentities }) };
}

const ONE_BY_ONE = {
  "create-maintenance-window-request.json": ["Production-Patching", "to be created", "not told"],
  "describe-maintenance-windows.json": ["MyMaintenanceWindow-1 mw-0ecb1226dd7b2e9a6", "new", /^tells from when the rate counts: /],
  "get-maintenance-window-cli-v1.json": ["My-Maintenance-Window mw-03eb9db42890fb82d", "new", /^tells from when the rate counts: /],
  "get-maintenance-window-cli-v2.json": ["My-Maintenance-Window mw-03eb9db42890fb82d", "new", /^tells from when the rate counts: /],
};

for (const [name, [window, fate, compared]] of Object.entries(ONE_BY_ONE)) {
  appTest(`${name}: what AWS prints comes in`, { plan: planOf() }, async ({ imports, windows }) => {
    await imports.choose(sample(name));
    const rows = await eventually(async () => {
      const rows = await imports.rows();
      assert.ok(rows.length > 0);
      return rows;
    });
    assert.ok(rows[0][0].startsWith(window), rows[0][0]);
    assert.equal(rows[0][1], fate);
    assert.match(rows[0][2], new RegExp(compared));
    await imports.confirm.click();
    await shows(async () => (await windows.names()).length, rows.length);
  });
}

for (const name of ["describe-maintenance-window-executions.json", "describe-maintenance-window-schedule.json"]) {
  appTest(`${name}: without its window it is left out, and that is said with its place`, {}, async ({ imports }) => {
    await imports.choose(sample(name));
    await shows(() => imports.summaryLines(), ["Nothing came in."]);
    const [found] = await imports.findings("Left out");
    assert.match(found, /json, line 3, (Scheduled)?WindowExecutions\[0\]\.WindowId: .* belongs to mw-0ab12cd34e0000001, which is neither/);
    assert.match(found, /It was left out\./);
    await says(() => imports.words(), /Nothing would change\./);
    assert.ok(await imports.confirm.isDisabled());
  });
}

appTest("all samples at once make one plan", { plan: planOf() }, async ({ imports, windows }) => {
  const samples = readdirSync(new URL("aws-samples/", CASES)).map(sample);
  assert.equal(samples.length, 6);
  await imports.choose(...samples);
  await shows(() => imports.summaryLines(), [
    "3 windows came in: 2 new, 1 to be created.",
    "AWS's next executions: 1 agrees with ours, 1 tells from when a rate counts.",
  ]);
  await says(() => imports.words(), /From 6 files: /);
  await imports.confirm.click();
  await shows(() => windows.names(), ["MyMaintenanceWindow-1", "My-Maintenance-Window", "Production-Patching"]);
});

appTest("dropping files anywhere shows what would come in, and changes nothing", {}, async ({ imports, windows, page }) => {
  await imports.drag([account(2), { name: "freeze.ics", text: file("calendars", "aws-default-open.ics").text }]);
  await imports.dropHere.waitFor();
  await imports.drop("header");
  await imports.dropHere.waitFor({ state: "hidden" });
  await shows(() => imports.summaryLines(), [
    "2 windows came in: 2 new.",
    "1 calendar came in: 1 new.",
    "AWS's next executions: 2 agree with ours.",
  ]);
  await shows(() => windows.names(), ["Production-Patching"]);
  await shows(() => imports.confirm.textContent(), "Import 2 windows and 1 calendar");
  await page.keyboard.press("Escape");
  await imports.dialog.waitFor({ state: "hidden" });
  await shows(() => windows.names(), ["Production-Patching"]);
});

appTest("what is dropped on the preview joins what is looked at", { plan: planOf() }, async ({ imports }) => {
  await imports.choose({ name: "t.json", text: JSON.stringify({ Targets: [target("mw-aaaaaaaaaaaaaaaa1")] }) });
  await says(() => imports.words(), /belongs to mw-aaaaaaaaaaaaaaaa1, which is neither/);
  await imports.drag([account(1)]);
  await imports.drop("dialog");
  await shows(async () => (await imports.summaryLines()).slice(0, 2), [
    "1 window came in: 1 new.",
    "1 target came in: 1 new.",
  ]);
});

function target(WindowId) {
  const Targets = [{ Key: "tag:Patch", Values: ["yes"] }];
  return { WindowId, WindowTargetId: "350d44e6-28cc-44e2-951f-4b2c90000001", ResourceType: "INSTANCE", Targets };
}

appTest("Ctrl+V outside of fields looks at what was copied", { permissions: ["clipboard-read", "clipboard-write"] }, async ({ imports }) => {
  await imports.pasteByKeys(account(1).text);
  await shows(() => imports.summaryLines(), [
    "1 window came in: 1 new.",
    "AWS's next executions: 1 agrees with ours.",
  ]);
  await says(() => imports.words(), /From 1 file: the pasted text/);
});

appTest("what is pasted into a field stays there", { permissions: ["clipboard-read", "clipboard-write"] }, async ({ form, imports }) => {
  await form.description.input.focus();
  await imports.pasteByKeys(" pasted");
  await says(() => form.description.value(), /pasted/);
  assert.equal(await imports.dialog.isVisible(), false);
});

appTest("by keys alone: asked, pasted, looked at, imported, taken back", {}, async (app) => {
  const { imports, windows, page } = app;
  await app.press("o");
  await imports.text.waitFor();
  await imports.text.focus();
  await page.keyboard.insertText(account(2).text);
  // The keys of the page are text here.
  await shows(() => imports.title.textContent(), "Import");
  await page.keyboard.press("Tab");
  await shows(() => app.focused(), "Look at the text");
  await page.keyboard.press("Enter");
  await shows(() => app.focused(), "What came in");
  for (let step = 0; step < 12 && !(await app.focused()).startsWith("Import 2"); step += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await shows(async () => (await windows.names()).length, 3);
  await shows(() => imports.dialog.isVisible(), false);
  await page.keyboard.press("Control+z");
  await shows(() => windows.names(), ["Production-Patching"]);
});

appTest("the dialog gives the focus back to what opened it", {}, async (app) => {
  await app.imports.open.focus();
  await app.press("Enter");
  await shows(() => app.focused(), "Import");
  await app.press("n", "t");
  await app.press("Escape");
  await app.imports.dialog.waitFor({ state: "hidden" });
  await shows(() => app.focused(), "Import");
  await shows(() => app.windows.names(), ["Production-Patching"]);
});

appTest("one step of undo takes an import back, and redo brings it again", {}, async ({ header, imports, notices, windows }) => {
  await imports.choose(account(3));
  await imports.confirm.click();
  await shows(async () => (await windows.names()).length, 4);
  await says(() => notices.words(), /3 windows came in: 3 new\./);
  await notices.undo.click();
  await shows(() => windows.names(), ["Production-Patching"]);
  await header.redo.click();
  await shows(async () => (await windows.names()).length, 4);
});

appTest("what came in follows its edits, whatever was opened and closed since", {}, async ({ calendar, expression, header, imports, page, windows }) => {
  const edit = async (hour) => {
    await windows.entry("Window-002").click();
    await expression.type(`cron(0 ${hour} ? * WED *)`);
    await says(() => calendar.words(), new RegExp(`At 0${hour}:00 every Wednesday`));
    await says(() => windows.entry("Window-002").innerText(), new RegExp(`Wed 25 Nov, 0${hour}:00`));
    await says(async () => (await calendar.blocksOn("Wednesday 25 November 2026")).join("; "), new RegExp(`Window-002, Wed 25 Nov 2026, 0${hour}:00`));
  };
  await imports.choose(account(3));
  await imports.confirm.click();
  await shows(async () => (await windows.names()).length, 4);
  await edit(4);
  for (const view of ["Week", "Agenda", "Year", "Timeline", "Month"]) await calendar.view(view).click();
  await edit(5);
  await header.undo.click();
  await header.redo.click();
  await page.reload();
  await edit(6);
});

appTest("the examples of a first visit make room, unless they are wanted", { plan: null }, async ({ imports, windows }) => {
  await imports.choose(account(2));
  await shows(() => imports.way(/^Replace the plan \(3 windows\)/).getAttribute("aria-checked"), "true");
  await imports.way(/^Add to the plan/).click();
  await imports.confirm.click();
  await shows(async () => (await windows.names()).length, 5);
});

appTest("a plan of one's own is added to, unless it is to be replaced", {}, async ({ header, imports, windows }) => {
  await imports.choose(account(2));
  await shows(() => imports.way(/^Add to the plan/).getAttribute("aria-checked"), "true");
  await imports.way(/^Replace the plan \(1 window\)$/).click();
  await imports.confirm.click();
  await shows(() => windows.names(), ["Window-001", "Window-002"]);
  await header.undo.click();
  await shows(() => windows.names(), ["Production-Patching"]);
});

appTest("it says by how much AWS's next execution differs from ours", { plan: planOf() }, async ({ imports }) => {
  await imports.choose(account(1, { NextExecutionTime: "2026-11-24T04:30+01:00" }));
  await shows(async () => (await imports.rows())[0][2], "differs: AWS's is 1 h 30 min later, Tue 24 Nov 2026, 04:30; ours is Tue 24 Nov 2026, 03:00");
});

appTest("it says what the files do not tell of the windows", { plan: planOf() }, async ({ imports }) => {
  await imports.choose(account(2));
  await shows(() => imports.findings("What the files do not tell"), [
    "Note: windows.json, line 1, WindowIdentities[0]: What came in does not tell the window's AllowUnassociatedTargets, CreatedDate, targets, tasks and tags. Import what get-maintenance-window, describe-maintenance-window-targets and describe-maintenance-window-tasks told, too. No answer about windows has tags. The same at another place.",
  ]);
});

const ACCOUNT_WINDOW = aWindow("Window-001", { Schedule: "cron(0 3 ? * * *)", ScheduleTimezone: "Europe/Berlin", Duration: 2 }, { WindowId: "mw-aaaaaaaaaaaaaaaa1" });

appTest("a window that the plan has is brought up to what AWS tells, and what was changed here stays", {
  plan: planOf({ ...inAws(ACCOUNT_WINDOW), Definition: { ...ACCOUNT_WINDOW.Definition, Duration: 9 } }),
}, async ({ imports, form }) => {
  await imports.choose(account(1, { Schedule: "cron(0 4 ? * * *)", NextExecutionTime: "2026-11-24T04:00+01:00" }));
  await shows(async () => (await imports.rows())[0][1], "changed: Schedule");
  await says(() => imports.words(), /The plan's own change of Duration stays\./);
  await imports.confirm.click();
  await shows(() => form.duration.value(), "9");
});

appTest("three hundred windows come in, and come in again unchanged", { plan: null }, async ({ imports, windows }) => {
  const monthly = account(300, { Schedule: "cron(0 3 ? * TUE#2 *)", NextExecutionTime: "2026-12-08T03:00+01:00" });
  await imports.choose(monthly);
  await shows(async () => (await imports.rows()).length, 300);
  await imports.confirm.click();
  await says(() => windows.words(), /^Windows ?300 /);
  await imports.choose(monthly);
  await shows(() => imports.summaryLines(), [
    "300 windows came in: 300 unchanged.",
    "AWS's next executions: 300 agree with ours.",
  ]);
  await says(() => imports.words(), /Nothing would change\./);
});

appTest("the example shows what agrees, what differs and a freeze", { plan: null }, async ({ freezes, imports, windows }) => {
  await imports.open.click();
  await imports.example.click();
  await says(async () => (await imports.summaryLines()).join(" "), /2 agree with ours, 1 tells from when a rate counts, 1 differs from ours\./);
  await imports.confirm.click();
  await shows(() => windows.names(), ["Domain-Controllers", "Web-Tier", "Batch-Workers", "Month-End-Reports"]);
  await shows(() => freezes.said(), ["Change freezes Next Fri 18 Dec 2026, 19:00, for 16 d 12 h"]);
});

// A file that takes no room on the disk: nothing but its size.
const LARGE = join(mkdtempSync(join(tmpdir(), "window-planner-")), "large.json");
writeFileSync(LARGE, "");
truncateSync(LARGE, 50 << 20);
after(() => rmSync(dirname(LARGE), { recursive: true }));

const DEEP = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;

const REFUSED = [
  ["a file of 50 MB", { path: LARGE }, /large\.json is not read\. It has 50 MB; at most 10 MB are read\. Is this the right file\?/],
  ["a picture", { name: "icon.png", bytes: Buffer.from("89504e470d0a1a0a0000", "hex") }, /icon\.png is not read\. It is no text\. Give JSON as AWS's clients print it, or an iCalendar file/],
  ["an archive", { name: "a.zip", bytes: Buffer.from("504b030414000000", "hex") }, /a\.zip is not read\. It is an archive\. Unpack it first\./],
  ["JSON nested without end", { name: "deep.json", text: DEEP }, /deep\.json, line 1, \[0\]\[0\]\[0\]: This is a list within too many\./],
  ["objects nested without end", { name: "deep.json", text: '{"a":'.repeat(200_000) }, /deep\.json, line 1: This is not JSON: EOF while parsing a value/],
  ["an empty file", { name: "empty.json", text: "" }, /empty\.json, line 1: There is nothing in it\./],
  ["a table of the AWS CLI", { name: "t.txt", text: "-----\n|Describe|\n" }, /This is a table\. Ask the AWS CLI for JSON: --output json\./],
  ["a dictionary that Python printed", { name: "p.txt", text: "{'WindowIdentities': []}" }, /This is how Python prints a dictionary/],
  ["a plan of a later version", { name: "p.json", text: '{"Version": 9, "Windows": []}' }, /p\.json, line 1, Version: The plan cannot be read: the plan is of version 9/],
  ["something else", { name: "ec2.json", text: '{"Reservations": []}' }, /This is neither a request nor an answer about windows\./],
  ["ids that are none", { name: "ids.json", text: '{"WindowIdentities": [{"WindowId": 7, "Name": "a", "Schedule": "rate(1 day)"}]}' }, /ids\.json, line 1, WindowIdentities\[0\]\.WindowId: /],
  ["more windows than a page can show", account(10_001), /The plan would have 1000[12] windows; it can have 10000\. Import one account and Region at a time\./],
];

for (const [law, given, words] of REFUSED) {
  appTest(`${law} is refused with a word, and the plan stays`, {}, async ({ imports, windows }) => {
    await imports.choose(given);
    await says(() => imports.words(), words);
    assert.ok(await imports.confirm.isDisabled());
    await imports.cancel.click();
    await shows(() => windows.names(), ["Production-Patching"]);
  });
}

appTest("members of a wrong type are told one by one, and the rest comes in", { plan: planOf() }, async ({ imports }) => {
  const given = account(2, { Duration: "2" });
  await imports.choose(given);
  await shows(() => imports.findings("Left out"), [
    "Error: windows.json, line 1, WindowIdentities[0].Duration: Duration is a string, not a whole number. Write 2 without quotes. The same at another place.",
  ]);
  await shows(async () => (await imports.rows()).length, 2);
});

appTest("what PowerShell writes is read", { plan: planOf() }, async ({ imports }) => {
  const bytes = Buffer.from(`\uFEFF${account(1).text}`, "utf16le");
  await imports.choose({ name: "windows.json", bytes });
  await shows(async () => (await imports.rows()).length, 1);
});

appTest("hostile names and texts stay text", { plan: planOf() }, async ({ imports, windows }) => {
  const name = '<img src=x onerror="alert(1)">';
  await imports.choose({ ...account(1, { Name: name }), name: `${name}.json` });
  await says(async () => (await imports.rows())[0][0], /^<img src=x onerror/);
  await imports.confirm.click();
  await shows(() => windows.names(), [name]);
});

const STATES = {
  asked: async ({ imports }) => imports.open.click(),
  "looked at": async ({ imports }) => {
    await imports.choose(account(3, { NextExecutionTime: "2026-11-24T04:30+01:00", Duration: "2" }), { name: "a.zip", bytes: Buffer.from("504b0304", "hex") });
    await imports.windows.waitFor();
  },
};

for (const [state, show] of Object.entries(STATES)) {
  for (const [name, screen] of Object.entries(SCREENS)) {
    appTest(`${state}, ${name}: accessible, light and dark, nothing out of view`, { screen }, async (app) => {
      await app.page.emulateMedia({ reducedMotion: "reduce" });
      await show(app);
      await isAccessible(app.page);
      const { x, width } = await app.imports.dialog.boundingBox();
      assert.ok(x >= 0 && x + width <= screen.width);
      const body = app.imports.dialog.locator(".sheet-body");
      assert.ok(await body.evaluate((body) => body.scrollWidth <= body.clientWidth), "nothing scrolls sideways");
      await app.page.emulateMedia({ colorScheme: "dark" });
      await hasContrast(app.page);
    });
  }
}

appTest("a plan file comes in as a plan", {}, async ({ imports, windows }) => {
  const longer = { ...PRODUCTION, Definition: { ...PRODUCTION.Definition, Duration: 5 } };
  await imports.choose({ name: "other.plan.json", text: planOf(longer, aWindow("Second")) });
  await shows(async () => (await imports.rows()).map(([, fate]) => fate), ["changed: Duration", "to be created"]);
  await says(() => imports.words(), /mw-00000000000000001 took the place of the window that was there\./);
  await imports.confirm.click();
  await shows(() => windows.names(), ["Production-Patching", "Second"]);
});
