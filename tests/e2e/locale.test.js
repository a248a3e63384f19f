// Names of days and months, the clock and the week are the viewer's; all else is English.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { appTest } from "./support/app-test.js";
import { says, shows } from "./support/eventually.js";
import { PRODUCTION, aWindow, planOf } from "./support/plans.js";

/** What a viewer of a locale reads of the run of 17 December. */
const LOCALES = {
  "en-US": {
    week: "Sun Mon Tue Wed Thu Fri Sat",
    month: "December 2026",
    day: "Thursday December 17, 2026",
    next: "Thu Dec 17, 2026, 11:30 PM",
    end: "3:30 AM",
    description: "At 11:30 PM on the third Tuesday of every month, then 2 days later, Los Angeles time",
    days: "Dec 13 – Dec 19, 2026",
    hour: "2 PM",
  },
  "en-GB": {
    week: "Mon Tue Wed Thu Fri Sat Sun",
    month: "December 2026",
    day: "Thursday 17 December 2026",
    next: "Thu 17 Dec 2026, 23:30",
    end: "03:30",
    description: "At 23:30 on the third Tuesday of every month, then 2 days later, Los Angeles time",
    days: "14 Dec – 20 Dec 2026",
    hour: "14:00",
  },
  "de-DE": {
    week: "Mo Di Mi Do Fr Sa So",
    month: "Dezember 2026",
    day: "Donnerstag 17. Dezember 2026",
    next: "Do. 17. Dez. 2026, 23:30",
    end: "03:30",
    description: "At 23:30 on the third Tuesday of every month, then 2 days later, Los Angeles time",
    days: "14. Dez. – 20. Dez. 2026",
    hour: "14:00",
  },
  "ar-EG": {
    week: "السبت الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة",
    month: "ديسمبر 2026",
    day: "الخميس 17 ديسمبر 2026",
    next: "الخميس 17 ديسمبر 2026, 11:30 م",
    end: "3:30 ص",
    description: "At 11:30 PM on the third Tuesday of every month, then 2 days later, Los Angeles time",
    days: "12 ديسمبر – 18 ديسمبر 2026",
    hour: "2 م",
  },
  "ja-JP": {
    week: "日 月 火 水 木 金 土",
    month: "2026年12月",
    day: "2026年12月17日木曜日",
    next: "2026年12月17日(木), 23:30",
    end: "3:30",
    description: "At 23:30 on the third Tuesday of every month, then 2 days later, Los Angeles time",
    days: "2026年12月13日 – 12月19日",
    hour: "14:00",
  },
};

/** A text without the marks that keep right-to-left texts apart. */
const plain = (text) => text.replaceAll(/[\u2066-\u2069]/g, "").replaceAll(/\s+/g, " ").trim();

const plainText = async (locator) => plain(await locator.innerText());

for (const [locale, expected] of Object.entries(LOCALES)) {
  appTest(`${locale}: names, clock and week are those of the browser`, { locale }, async (app) => {
    const { calendar, page } = app;
    const heads = calendar.grid.getByRole("columnheader");
    await shows(async () => plain((await heads.allInnerTexts()).join(" ")), expected.week);
    await shows(async () => plain(await calendar.month()), expected.month);
    await shows(() => heads.first().getAttribute("lang"), locale);
    await shows(() => plainText(calendar.nextRun), expected.next);
    await says(() => calendar.words(), new RegExp(expected.description));
    const day = calendar.grid.getByRole("gridcell", { selected: true });
    await shows(async () => plain(await day.getAttribute("aria-label")), `${expected.day}, 1 run`);

    await day.getByRole("button").click();
    await shows(async () => plain(await calendar.card.title()), expected.next);
    await says(async () => plain(await calendar.card.words()), new RegExp(expected.end));
    await page.keyboard.press("Escape");

    await calendar.view("Week").click();
    await shows(async () => plain(await calendar.month()), expected.days);
    await shows(async () => plain((await page.locator(".gutter .hour").allInnerTexts())[13]), expected.hour);
  });

  appTest(`${locale}: what AWS gets does not change with it`, { locale }, async (app) => {
    await app.showTab("Export");
    await shows(() => app.request.json(), {
      Name: "Production-Patching",
      Description: PRODUCTION.Definition.Description,
      Schedule: "cron(30 23 ? * TUE#3 *)",
      ScheduleTimezone: "America/Los_Angeles",
      ScheduleOffset: 2,
      Duration: 4,
      Cutoff: 1,
      AllowUnassociatedTargets: false,
    });
  });
}

appTest("a time is typed by either clock, and shown by the viewer's", { locale: "en-US" }, async ({ builder, expression }) => {
  await builder.choose("Monthly, on the last day");
  for (const [typed, shown, written] of [
    ["4:30 pm", "4:30 PM", "cron(30 16 L * ? *)"],
    ["0415", "4:15 AM", "cron(15 4 L * ? *)"],
    ["noon", "4:15 AM", "cron(15 4 L * ? *)"],
  ]) {
    await builder.time.fill(typed);
    await builder.time.blur();
    await shows(() => expression.value(), written);
    await shows(async () => plain(await builder.time.inputValue()), shown);
  }
});

appTest("Home and End go to the ends of the viewer's week", { locale: "en-US" }, async ({ calendar, page }) => {
  const day = calendar.grid.getByRole("gridcell", { selected: true });
  await day.focus();
  await page.keyboard.press("Home");
  await says(() => day.getAttribute("aria-label"), /^Sunday December 13, 2026/);
  await page.keyboard.press("End");
  await says(() => day.getAttribute("aria-label"), /^Saturday December 19, 2026/);
});

for (const [locale, first] of Object.entries({ "en-US": "Sun", "ar-EG": "السبت", "de-DE": "Mo" })) {
  const withoutWeeks = () => {
    delete Intl.Locale.prototype.getWeekInfo;
    delete Intl.Locale.prototype.weekInfo;
  };
  appTest(`${locale}: a browser that tells of no weeks has them by its region`, { locale, script: withoutWeeks }, async ({ calendar }) => {
    await shows(async () => plain(await calendar.grid.getByRole("columnheader").first().innerText()), first);
  });
}

appTest("the regions' weeks are those that this browser knows", {}, async ({ page }) => {
  const told = await page.evaluate(() => {
    const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
    const locales = letters.flatMap((one) => letters.map((two) => new Intl.Locale(`und-${one}${two}`)));
    const codes = letters.flatMap((one) => letters.map((two) => one + two));
    // Codes that were given up stand for others.
    const current = locales.filter((locale, place) => locale.region === codes[place]);
    const on = (day) => current.filter((locale) => locale.getWeekInfo().firstDay === day).map(({ region }) => region).join(" ");
    return { Friday: on(5), Saturday: on(6), Sunday: on(7) };
  });
  const table = await readFile(new URL("../cases/week-starts.json", import.meta.url), "utf8");
  assert.deepEqual(told, JSON.parse(table));
});

const HEBREW = aWindow("שרתי-דפדפן (1)", { Description: "תיקונים \u202eחודשיים" });

appTest("a name that reads from right to left leaves what is beside it in its place", { plan: planOf(HEBREW) }, async ({ calendar, page }) => {
  await calendar.today();
  const block = calendar.grid.getByRole("button", { name: /שרתי/ }).first();
  await says(() => block.getAttribute("aria-label"), /^\u2068שרתי-דפדפן \(1\)\u2069, Sun /);
  // The name as it is drawn ends before the words after it begin, and its own order is from right to left.
  const [name, next] = await page.locator(".words-first").evaluate((line) => {
    const boxes = [line.querySelector(".words-name"), line.querySelector(".link")].map((it) => it.getBoundingClientRect());
    return boxes.map(({ left, right }) => ({ left, right }));
  });
  assert.ok(name.right < next.left, "the next run stands after the name");
  const value = page.getByLabel("Description", { exact: true });
  assert.equal(await value.evaluate((input) => getComputedStyle(input).direction), "rtl");
});
