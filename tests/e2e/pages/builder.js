// The common schedules as controls.

export class Builder {
  constructor(page) {
    this.kind = page.getByRole("combobox", { name: "Kind of schedule" });
    this.days = page.getByRole("group", { name: "Days of the week" });
    this.time = page.getByRole("textbox", { name: "Time of day", exact: true });
    this.nth = page.getByRole("combobox", { name: "Which one of the month" });
    this.weekday = page.getByRole("combobox", { name: "Weekday" });
    this.daysAfter = page.getByRole("combobox", { name: "Days after Patch Tuesday" });
    this.period = page.getByRole("spinbutton", { name: "Period" });
    this.unit = page.getByRole("combobox", { name: "Unit of the period" });
    this.date = page.getByLabel("on", { exact: true });
    this.cannotShow = page.getByText("This expression has no controls here");
  }

  choose(kind) {
    return this.kind.selectOption(kind);
  }

  /** The kind that shows: the text of the option taken. */
  shownKind() {
    return this.kind.evaluate((select) => select.selectedOptions[0].textContent.trim());
  }

  async setTime(time) {
    await this.time.fill(time);
    await this.time.press("Tab");
  }

  async setPeriod(value) {
    await this.period.fill(value);
    await this.period.press("Tab");
  }

  toggleDay(name) {
    return this.days.getByRole("button", { name }).click();
  }

  pressedDays() {
    return this.days.getByRole("button", { pressed: true }).evaluateAll((days) => days.map((day) => day.ariaLabel));
  }
}
