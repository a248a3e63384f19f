// 10,000 windows: read, taken over, and shown as a year.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { record } from "./trace.js";
import { visit } from "./visit.js";

const COUNT = 10_000;

const ZONES = ["America/Los_Angeles", "Europe/Berlin", "Asia/Tokyo", "America/Sao_Paulo", "Australia/Sydney"];
const DAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

/** What `aws ssm describe-maintenance-windows` prints: weekly, monthly, on weekdays, by rates. */
function listOfWindows() {
  const schedule = (place) => {
    const [minute, hour, day] = [place % 60, place % 24, DAYS[place % 7]];
    const kinds = [
      `cron(${minute} ${hour} ? * ${day} *)`,
      `cron(${minute} ${hour} ? * ${day}#${1 + (place % 4)} *)`,
      `cron(${minute} ${hour} ${1 + (place % 28)} * ? *)`,
      `cron(${minute} ${hour} ? * MON-FRI *)`,
      `rate(${1 + (place % 14)} days)`,
    ];
    return kinds[Math.floor(place / 7) % kinds.length];
  };
  const WindowIdentities = Array.from({ length: COUNT }, (_, place) => ({
    WindowId: `mw-${(place + 1).toString(16).padStart(17, "0")}`,
    Name: `Window-${String(place + 1).padStart(5, "0")}`,
    Enabled: place % 10 !== 9,
    Duration: 1 + (place % 6),
    Cutoff: 1,
    Schedule: schedule(place),
    ScheduleTimezone: ZONES[place % ZONES.length],
  }));
  return JSON.stringify({ WindowIdentities }, null, 4);
}

/**
 * Imports them and goes to the year.
 *
 * @returns {Promise<null | { look: number, confirm: number, year: number, longest: Record<string, number> }>}
 *   milliseconds by the clock: until the report stands, until the plan does, until the year shows its runs; and
 *   the longest task of each; none where so many are refused
 */
export async function manyWindows(browser, origin) {
  // From the disk, as a viewer's: what is given as bytes, Playwright decodes in the page, and keeps it waiting for that.
  const folder = await mkdtemp(join(tmpdir(), "window-planner-"));
  const file = join(folder, "windows.json");
  await writeFile(file, listOfWindows());
  try {
    return await measured(browser, origin, file);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function measured(browser, origin, file) {
  return visit(browser, origin, async (app) => {
    const { imports, calendar, page } = app;
    await imports.open.click();
    await page.evaluate(watch);
    let isRefused = false;
    const trace = await record(page, async () => {
      await imports.give({ path: file });
      await imports.dialog.getByRole("button", { name: /^Import [\d,]+ windows/ }).waitFor();
      isRefused = await imports.confirm.isDisabled();
      if (isRefused) return;
      await imports.confirm.click();
      await page.waitForFunction(() => performance.getEntriesByName("confirmed").length > 0);
      await page.waitForTimeout(1_000);
      await calendar.view("Year").click();
      await page.waitForFunction(() => performance.getEntriesByName("year shown").length > 0);
      await page.waitForTimeout(1_000);
    });
    if (isRefused) return null;
    const [given, report, confirm, confirmed, year, shown] = ["given", "report", "confirm", "confirmed", "year", "year shown"].map(
      (name) => trace.marks(name)[0],
    );
    return {
      look: trace.frameAfter(report) - given,
      confirm: trace.frameAfter(confirmed) - confirm,
      year: trace.frameAfter(shown) - year,
      longest: {
        look: trace.longest(given, confirm),
        confirm: trace.longest(confirm, year),
        year: trace.longest(year, Infinity),
      },
    };
  });
}

/** In the page: leaves a mark at each step of the viewer, and when the page shows what follows from it. */
function watch() {
  const mark = (name) => performance.getEntriesByName(name).length === 0 && performance.mark(name);
  addEventListener("change", (event) => event.target.type === "file" && mark("given"), { capture: true });
  addEventListener(
    "click",
    (event) => {
      const button = event.target.closest("button");
      if (button?.matches(".sheet-foot .primary")) mark("confirm");
      if (event.target.closest("[role=radio], label, button")?.textContent.trim() === "Year") mark("year");
    },
    { capture: true },
  );
  const look = () => {
    if (document.querySelector("dialog[open] .import-summary li")) mark("report");
    const isConfirmed = performance.getEntriesByName("confirm").length > 0 && !document.querySelector("dialog[open]");
    if (isConfirmed && document.querySelector(".month .block")) mark("confirmed");
    if (/\d/.test(document.querySelector(".year .year-count:not(:empty)")?.textContent ?? "")) mark("year shown");
  };
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
}
