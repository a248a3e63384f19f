// The month with its blocks, its bar, its words, and what opens over it.

import { ExecutionCard } from "./execution-card.js";
import { ZoneMenu } from "./zone-menu.js";

export class Calendar {
  constructor(page) {
    this.page = page;
    this.region = page.getByRole("region", { name: "Calendar" });
    this.grid = this.region.getByRole("grid");
    this.zones = new ZoneMenu(page);
    this.nextRun = this.region.getByTitle("Show it");
    this.stale = this.region.getByText("Still showing the last valid schedule");
    this.card = new ExecutionCard(page);
  }

  /** The month that shows: `December 2026`. */
  month() {
    return this.region.getByRole("heading", { level: 2 }).textContent();
  }

  monthBefore() {
    return this.region.getByRole("button", { name: "Month before" }).click();
  }

  monthAfter() {
    return this.region.getByRole("button", { name: "Month after" }).click();
  }

  /** The choice of a view. @param {"Month" | "Week" | "Agenda" | "Year" | "Timeline"} name */
  view(name, { checked } = {}) {
    const views = this.region.getByRole("radiogroup", { name: "View of the calendar" });
    return views.getByRole("radio", { name, exact: true, checked });
  }

  today() {
    return this.region.getByRole("button", { name: "Today" }).click();
  }

  /** Steps forward until `month` shows. */
  async goForwardTo(month) {
    for (let step = 0; step < 24 && (await this.month()) !== month; step += 1) await this.monthAfter();
  }

  /** All that the region says, in one line. */
  async words() {
    return (await this.region.innerText()).replaceAll(/\s+/g, " ");
  }

  /** A day by its full date: `Thursday 17 December 2026`. */
  day(date) {
    return this.grid.getByRole("gridcell", { name: new RegExp(`^${date}(,|$)`) });
  }

  /** What a day is called, with its runs and the changes of its clocks. */
  dayName(date) {
    return this.day(date).getAttribute("aria-label");
  }

  /** The blocks and bands of a day, by what they are called. */
  blocksOn(date) {
    return this.day(date).getByRole("button").evaluateAll((blocks) => blocks.map((block) => block.ariaLabel ?? block.textContent));
  }

  block(date, name = /./) {
    return this.day(date).getByRole("button", { name }).first();
  }

  /** The dates of the month with a run on them: `Thursday 17 December 2026`. */
  async daysWithRuns() {
    const names = await this.grid
      .getByRole("gridcell", { name: /, (over )?\d+ runs?\b(?! (skipped|gone))/ })
      .evaluateAll((days) => days.map((day) => day.ariaLabel));
    return names.map((name) => name.split(",")[0]);
  }

  /** The date that the keyboard is at. */
  async dayReached() {
    const name = await this.grid.getByRole("gridcell", { selected: true }).getAttribute("aria-label");
    return name.split(",")[0];
  }

  /**
   * Where a block is drawn in its day, as hours from the day's begin: what is open, and the hatched
   * part after the cutoff.
   */
  async drawn(date, hoursOfDay = 24) {
    return this.block(date).evaluate((block, hoursOfDay) => {
      const bars = [...block.querySelectorAll("*")].filter((part) => getComputedStyle(part).position === "absolute");
      const day = bars[0].getBoundingClientRect();
      const hours = (bar) => {
        const { left, right } = bar.getBoundingClientRect();
        const at = (x) => Math.round((((x - day.left) * hoursOfDay) / day.width) * 2) / 2;
        return right - left > 2 ? [at(left), at(right)] : null;
      };
      const isHatched = (bar) => getComputedStyle(bar).backgroundImage.includes("gradient");
      const parts = bars.slice(1);
      const open = parts.find((bar) => !isHatched(bar));
      const hatched = parts.find(isHatched);
      return { open: open && hours(open), hatched: hatched && hours(hatched) };
    }, hoursOfDay);
  }
}
