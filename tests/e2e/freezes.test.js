// Calendars of freezes: how they come in, where they show, and which runs fall into them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { hasContrast, isAccessible } from "./support/accessibility.js";
import { SCREENS, appTest } from "./support/app-test.js";
import { eventually, says, shows } from "./support/eventually.js";
import { aWindow, planOf } from "./support/plans.js";

const CASES = new URL("../cases/calendars/", import.meta.url);
const file = (name) => ({ name, text: readFileSync(new URL(name, CASES), "utf8") });

/** An iCalendar file of events, each with its title, start and end. */
function calendar(name, ...events) {
  const lines = events.flatMap(([title, start, end]) => ["BEGIN:VEVENT", `SUMMARY:${title}`, `DTSTART:${start}`, `DTEND:${end}`, "END:VEVENT"]);
  return ["BEGIN:VCALENDAR", `X-WR-CALNAME:${name}`, ...lines, "END:VCALENDAR", ""].join("\r\n");
}

/** From 18 December 19:00 in Berlin until 4 January 07:00. */
const YEAR_END = calendar("Change freezes", ["End of year", "20261218T180000Z", "20270104T060000Z"]);

/** Daily from 02:00 to 05:00 in Berlin. */
const DAILY = aWindow("Daily", { Schedule: "cron(0 2 ? * * *)", ScheduleTimezone: "Europe/Berlin" });

/** The stored plan of windows and calendars. */
function frozen(windows, ...calendars) {
  const plan = JSON.parse(planOf(...windows));
  const Calendars = calendars.map((Text, place) => ({ Name: /CALNAME:(.*)\r/.exec(Text)?.[1] ?? `${place}.ics`, Text }));
  return JSON.stringify({ ...plan, Calendars });
}

const PLAN = frozen([DAILY], YEAR_END);

const INSIDE = "Saturday 19 December 2026";

/** Each program's file with what its line in the list says, by the view's clock in Los Angeles. */
const FILES = {
  "aws-default-open.ics": /^aws-default-open\.ics Next Mon 30 Nov 2026, 21:00, for 12 h/,
  "aws-default-closed.ics": /^aws-default-closed\.ics Closed now, until /,
  "google.ics": /(Next|Closed now|Not closed)/,
  "outlook.ics": /(Next|Closed now|Not closed)/,
  "apple.ics": /(Next|Closed now|Not closed)/,
};

for (const [name, state] of Object.entries(FILES)) {
  appTest(`${name} is recognised by its content and laid over the plan`, {}, async ({ freezes, imports }) => {
    // Its name says nothing.
    await imports.choose({ name: name.replace(".ics", ".txt"), text: file(name).text });
    await says(async () => (await imports.summaryLines())[0], /^1 calendar came in: 1 new\.$/);
    await imports.confirm.click();
    const words = async () => (await freezes.said())[0].replace(".txt", ".ics");
    await says(words, state);
    await says(() => freezes.words(), /AWS does not hold windows back for a calendar/);
  });
}

appTest("what is wrong in a file is told before it comes in, and after", {}, async ({ freezes, imports }) => {
  await imports.choose(file("broken.ics"));
  await says(async () => (await imports.findings("Left out")).join("\n"), /broken\.ics, line \d+: /);
  await imports.confirm.click();
  await says(async () => (await freezes.said())[0], /\d+ findings/);
  await freezes.line("").first().click();
  await says(() => freezes.words(), /line \d+: /);
});

appTest("an .ics file pasted is a calendar too", { permissions: ["clipboard-read", "clipboard-write"] }, async ({ freezes, imports }) => {
  await imports.pasteByKeys(YEAR_END);
  await shows(() => imports.confirm.textContent(), "Import 1 calendar");
  await imports.confirm.click();
  await shows(() => freezes.said(), ["Change freezes Next Fri 18 Dec 2026, 10:00, for 16 d 12 h"]);
});

appTest("a calendar too large to be stored is refused with a word", {}, async ({ imports }) => {
  const padding = "X-PADDING:nothing\r\n".repeat(150_000);
  await imports.choose({ name: "large.ics", text: YEAR_END.replace("END:VCALENDAR", `${padding}END:VCALENDAR`) });
  await says(() => imports.words(), /It is a calendar of \d MB; a plan can have 2 MB of calendars\. Export the part that matters/);
  assert.ok(await imports.confirm.isDisabled());
});

appTest("calendars are renamed and removed, each one step, and are kept", { plan: frozen([DAILY], YEAR_END, calendar("Payroll", ["Payday", "20261201T000000Z", "20261202T000000Z"])) }, async (app) => {
  const { freezes, header, notices } = app;
  const names = async () => (await freezes.said()).map((line) => line.split(" Next")[0]);
  await shows(names, ["Change freezes", "Payroll"]);
  await freezes.rename("Change freezes", "Year end");
  await shows(names, ["Year end", "Payroll"]);
  await app.reload();
  await shows(names, ["Year end", "Payroll"]);
  await freezes.remove("Year end");
  await shows(names, ["Payroll"]);
  await says(() => notices.words(), /Year end was removed from the plan\./);
  await notices.undo.click();
  await shows(names, ["Year end", "Payroll"]);
  await freezes.rename("Year end", "  ");
  await shows(names, ["Year end", "Payroll"]);
  await header.undo.isDisabled();
});

appTest("a saved plan has its calendars, and opens with them", { plan: PLAN }, async (app) => {
  const { freezes, header } = app;
  const text = await header.saved();
  assert.deepEqual(JSON.parse(text).Calendars, [{ Name: "Change freezes", Text: YEAR_END }]);
  await header.choose("New plan");
  await shows(() => freezes.region.isVisible(), false);
  await header.open({ name: "mine.plan.json", text });
  await says(async () => (await freezes.said()).join(), /^Change freezes/);
});

appTest("month: a frozen day says so, is hatched at its hours, and its runs are marked", { plan: PLAN }, async ({ calendar }) => {
  await calendar.goForwardTo("December 2026");
  await says(() => calendar.dayName("Friday 18 December 2026"), /, freeze End of year from 19:00$/);
  await says(() => calendar.dayName(INSIDE), /, freeze End of year all day$/);
  assert.doesNotMatch(await calendar.dayName("Thursday 17 December 2026"), /freeze/);
  const band = calendar.day("Friday 18 December 2026").locator(".freeze-band");
  const [from, hatch] = await band.evaluate((band) => {
    const [own, day] = [band, band.parentElement].map((element) => element.getBoundingClientRect());
    return [(own.left - day.left) / day.width, getComputedStyle(band).backgroundImage];
  });
  assert.ok(Math.abs(from - 19 / 24) < 0.02, String(from));
  assert.match(hatch, /repeating-linear-gradient/);
  await shows(() => calendar.blocksOn("Friday 18 December 2026"), ["Daily, Fri 18 Dec 2026, 02:00 to Fri 18 Dec 2026, 05:00"]);
  await shows(() => calendar.blocksOn(INSIDE), ["Daily, Sat 19 Dec 2026, 02:00 to Sat 19 Dec 2026, 05:00, in the freeze End of year"]);
  await calendar.day("Friday 18 December 2026").getByText("End of year").waitFor();
});

appTest("an execution in a freeze names it in its card, with when it ends", { plan: PLAN }, async ({ calendar }) => {
  await calendar.goForwardTo("December 2026");
  await calendar.block(INSIDE).click();
  await says(() => calendar.card.words(), /In the freeze End of year \(Change freezes\), Fri 18 Dec 2026, 19:00 to Mon 4 Jan 2027, 07:00\./);
  await calendar.card.close();
  await calendar.block("Friday 18 December 2026").click();
  assert.doesNotMatch(await calendar.card.words(), /freeze/);
});

appTest("the runs to come say which of them are in a freeze", { plan: PLAN }, async (app) => {
  await app.showTab("Runs");
  await app.runs.count.getByRole("radio", { name: "100" }).click();
  await shows(async () => (await app.runs.rows()).length, 100);
  const starts = (await app.runs.rows()).map(([start]) => start);
  const frozen = starts.filter((start) => start.endsWith("In the freeze End of year"));
  assert.match(frozen[0], /^Sat 19 Dec 2026, 02:00 /);
  assert.match(frozen.at(-1), /^Mon 4 Jan 2027, 02:00 /);
  assert.equal(frozen.length, 17);
  await isAccessible(app.page);
});

appTest("week, agenda, year and timeline show it too", { plan: PLAN }, async ({ calendar }) => {
  await calendar.goForwardTo("December 2026");
  await calendar.day(INSIDE).focus();
  await calendar.view("Week").click();
  await says(() => calendar.dayName(INSIDE), /freeze End of year all day/);
  await says(async () => (await calendar.blocksOn(INSIDE)).join(), /^Daily, Sat 19 Dec 02:00 – 05:00, in the freeze End of year$/);
  await calendar.day(INSIDE).getByText("End of year", { exact: true }).waitFor();
  await calendar.view("Timeline").click();
  await says(() => calendar.dayName(INSIDE), /freeze End of year all day/);
  const marked = calendar.grid.getByRole("button", { name: /, in the freeze End of year$/ });
  await shows(() => marked.count(), 2);
  await calendar.view("Year").click();
  await says(() => calendar.region.getByRole("gridcell", { name: new RegExp(`^${INSIDE}`) }).getAttribute("aria-label"), /freeze End of year all day/);
  await calendar.view("Agenda").click();
  await says(() => calendar.words(), /Sat 19 Dec 2026 Freeze: End of year, all day 02:00 to 05:00 Daily no new tasks after 04:00 in the freeze End of year/);
});

appTest("the agenda lists a day on which nothing but a freeze begins", { plan: frozen([], YEAR_END) }, async ({ calendar }) => {
  await calendar.view("Agenda").click();
  await says(() => calendar.words(), /Fri 18 Dec 2026 Freeze: End of year, from 19:00/);
  assert.doesNotMatch(await calendar.words(), /Sat 19 Dec 2026/);
});

appTest("a calendar that is closed unless it has an event freezes the rest", { plan: frozen([DAILY], YEAR_END.replace("VERSION", "X").replace("X-WR", "X-CALENDAR-TYPE:DEFAULT_CLOSED\r\nX-WR")) }, async ({ calendar }) => {
  await calendar.goForwardTo("December 2026");
  await says(async () => (await calendar.blocksOn("Thursday 17 December 2026")).join(), /in the freeze Change freezes$/);
  assert.doesNotMatch((await calendar.blocksOn(INSIDE)).join(), /freeze/);
});

appTest("a dense rate in a freeze is marked as a whole", { plan: frozen([aWindow("Often", { Schedule: "rate(30 minutes)", Duration: 1, Cutoff: 0 })], YEAR_END) }, async ({ calendar }) => {
  await calendar.goForwardTo("December 2026");
  await says(async () => (await calendar.blocksOn(INSIDE)).join(), /every 30 min, 48 runs, in the freeze End of year/);
});

appTest("a hostile title stays text", { plan: frozen([DAILY], calendar("<b>", ['<img src=x onerror="alert(1)">', "20261218T180000Z", "20270104T060000Z"])) }, async ({ calendar, freezes }) => {
  await calendar.goForwardTo("December 2026");
  await says(() => calendar.dayName(INSIDE), /freeze <img src=x onerror="alert\(1\)"> all day/);
  await says(async () => (await freezes.said()).join(), /^<b> Next/);
});

appTest("a calendar in a stored plan that cannot be read says so, and the rest is there", { plan: frozen([DAILY], "no calendar", YEAR_END) }, async ({ calendar, freezes }) => {
  await says(async () => (await freezes.said())[0], /^0\.ics .*It cannot be read$/);
  await calendar.goForwardTo("December 2026");
  await says(() => calendar.dayName(INSIDE), /freeze End of year all day/);
});

appTest("by keys alone: a calendar is opened, renamed and removed", { plan: PLAN }, async (app) => {
  const { freezes, page } = app;
  await freezes.line("Change freezes").focus();
  await app.press("Enter", "Tab");
  await page.keyboard.insertText("Year end");
  await app.press("Enter", "Tab");
  await eventually(async () => assert.equal(await app.focused(), "Remove Year end"));
  await app.press("Enter");
  await shows(() => freezes.region.isVisible(), false);
  await app.press("Control+z");
  await says(async () => (await freezes.said()).join(), /^Year end/);
});

for (const view of ["Month", "Week", "Agenda", "Year", "Timeline"]) {
  appTest(`${view} with freezes: accessible, light and dark`, { plan: PLAN }, async ({ calendar, freezes, page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await calendar.goForwardTo("December 2026");
    await calendar.day(INSIDE).focus();
    await calendar.view(view).click();
    await freezes.line("Change freezes").click();
    await isAccessible(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await hasContrast(page);
  });
}

for (const [name, screen] of Object.entries(SCREENS)) {
  appTest(`${name}: nothing scrolls sideways for a freeze`, { plan: PLAN, screen }, async (app) => {
    await app.calendar.goForwardTo("December 2026");
    assert.equal(await app.scrollsSideways(), false);
  });
}
