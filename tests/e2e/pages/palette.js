// The palette of commands.

export class Palette {
  constructor(page) {
    this.page = page;
    this.button = page.getByRole("banner").getByRole("button", { name: "Search or command" });
    this.dialog = page.getByRole("dialog", { name: "Search or command" });
    this.box = this.dialog.getByRole("combobox", { name: "Window, command or day" });
    this.options = this.dialog.getByRole("option");
  }

  async open() {
    await this.page.keyboard.press("ControlOrMeta+k");
    await this.dialog.waitFor();
  }

  /** The names of the lines, in their order. */
  names() {
    return this.dialog.locator(".palette-name").allTextContents();
  }

  /** The name of the line that Enter takes. */
  chosen() {
    return this.dialog.getByRole("option", { selected: true }).locator(".palette-name").textContent();
  }

  /** Opens it, types and takes the first line, by keys alone. */
  async run(text) {
    await this.open();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press("Enter");
    await this.dialog.waitFor({ state: "hidden" });
  }
}
