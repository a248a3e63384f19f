// The zone of the calendar, and the panel to choose another.

export class ZoneMenu {
  constructor(page) {
    this.page = page;
    this.button = page.getByRole("button", { name: /^Time zone of the calendar/ });
    this.panel = page.getByRole("group", { name: /^Time zone of the calendar: / });
    this.any = this.panel.getByRole("combobox", { name: "Any other" });
  }

  /** The zone that shows: `Berlin (you)`. */
  async shown() {
    return (await this.button.innerText()).trim();
  }

  /** Chooses one of those that are offered. */
  async choose(name) {
    await this.button.click();
    await this.panel.getByRole("radio", { name, exact: true }).check();
    await this.page.keyboard.press("Escape");
  }

  /** Chooses any zone by what it is found with. */
  async find(words) {
    await this.button.click();
    await this.any.fill(words);
    await this.panel.getByRole("option").first().click();
    await this.page.keyboard.press("Escape");
  }

  /** What is offered, from the top. */
  async offered() {
    await this.button.click();
    const choices = await this.panel.getByRole("radio").evaluateAll((boxes) => boxes.map((box) => box.labels[0].textContent.trim()));
    await this.page.keyboard.press("Escape");
    return choices;
  }
}
