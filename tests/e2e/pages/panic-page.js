// The page that a failed program leaves behind.

export class PanicPage {
  constructor(page) {
    this.main = page.getByRole("main");
    this.heading = page.getByRole("heading", { level: 1, name: "Window Planner has stopped" });
    this.message = this.main.locator("pre");
    this.reload = this.main.getByRole("button", { name: "Reload" });
    this.download = this.main.getByRole("button", { name: "Download the plan" });
  }

  async words() {
    return (await this.main.innerText()).replaceAll(/\s+/g, " ").trim();
  }
}
