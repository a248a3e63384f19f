// What is said once, above everything.

export class Notices {
  constructor(page) {
    // Other panes have something to say as well.
    this.region = page.locator(".notices[role=status]");
    this.dismiss = this.region.getByRole("button", { name: "Dismiss" });
    this.download = this.region.getByRole("button", { name: "Download it" });
    this.undo = this.region.getByRole("button", { name: "Undo" });
  }

  async words() {
    return (await this.region.innerText()).replaceAll(/\s+/g, " ").trim();
  }
}
