// A labelled control of the form with what is said about it.

export class Control {
  /**
   * @param {import("playwright-core").Page} page
   * @param {import("playwright-core").Locator} input
   */
  constructor(page, input) {
    this.page = page;
    this.input = input;
  }

  fill(text) {
    return this.input.fill(text);
  }

  value() {
    return this.input.inputValue();
  }

  /** All that describes the control: its hint and what was found about it. */
  said() {
    return this.input.evaluate((input) => {
      const ids = input.getAttribute("aria-describedby").split(" ");
      const texts = ids.map((id) => document.getElementById(id)).map((element) => element?.innerText ?? "");
      return texts.join("\n").replaceAll(/\s+/g, " ").trim();
    });
  }

  async isInvalid() {
    return (await this.input.getAttribute("aria-invalid")) === "true";
  }

  /** Takes a remedy that is offered below this control. */
  async fix(label) {
    const ids = (await this.input.getAttribute("aria-describedby")).split(" ");
    const described = this.page.locator(ids.map((id) => `[id="${id}"]`).join(","));
    await described.getByRole("button", { name: label, exact: true }).click();
  }
}
