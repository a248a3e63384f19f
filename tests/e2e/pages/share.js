// A link to the plan: made here, opened there.

export class Share {
  /**
   * @param {import("playwright-core").Page} page
   * @param {string} origin where the app is served
   */
  constructor(page, origin) {
    this.page = page;
    this.origin = origin;
    this.button = page.getByRole("banner").getByRole("button", { name: "Share" });
    this.savePlan = page.getByRole("status", { name: "Notices" }).getByRole("button", { name: "Save plan file" });
    this.field = page.getByRole("status", { name: "Notices" }).getByRole("textbox", { name: "Link to the plan" });
    this.dialog = page.getByRole("dialog", { name: "A plan by link" });
    this.keep = this.dialog.getByRole("button", { name: "Keep mine" });
    this.open = this.dialog.getByRole("button", { name: "Open the plan" });
    this.windows = this.dialog.getByRole("table", { name: "Windows" });
  }

  /** What becomes of the plan at hand. @param {RegExp} name */
  way(name) {
    return this.dialog.getByRole("radio", { name });
  }

  /** What is on the clipboard. Needs the permission. */
  copied() {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** Opens a link in this very page, as one that is put into the address bar. @param {string} link */
  async follow(link) {
    await this.page.goto(link.startsWith("#") ? `${this.origin}/${link}` : link);
  }
}
