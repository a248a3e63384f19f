// The calendars of freezes in the left of the page.

export class Freezes {
  constructor(page) {
    this.page = page;
    this.region = page.getByRole("region", { name: /^Freezes/ });
  }

  /** The calendar's line, which opens what can be done with it. @param {string} name */
  line(name) {
    return this.region.getByRole("listitem").filter({ hasText: name }).locator("summary");
  }

  /** What each calendar says, in one line. */
  async said() {
    const lines = await this.region.getByRole("listitem").locator("summary").allInnerTexts();
    return lines.map((line) => line.replaceAll(/\s+/g, " ").trim());
  }

  /** All that the region says, in one line. */
  async words() {
    return (await this.region.innerText()).replaceAll(/\s+/g, " ");
  }

  async rename(name, to) {
    await this.line(name).click();
    const box = this.region.getByRole("textbox", { name: "Name" });
    await box.fill(to);
    await box.press("Enter");
  }

  async remove(name) {
    await this.line(name).click();
    await this.region.getByRole("button", { name: `Remove ${name}` }).click();
  }
}
