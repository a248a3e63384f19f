// What is said once, above everything.

export class Notices {
  constructor(page) {
    this.region = page.getByRole("status", { name: "Notices" });
    this.dismiss = this.region.getByRole("button", { name: "Dismiss" });
    this.download = this.region.getByRole("button", { name: "Download it" });
    this.reload = this.region.getByRole("button", { name: "Reload" });
    this.takeTheirs = this.region.getByRole("button", { name: "Take the other tab's" });
    this.keepMine = this.region.getByRole("button", { name: "Keep this one" });
    this.saveMine = this.region.getByRole("button", { name: "Save this one as a file" });
    this.savePlan = this.region.getByRole("button", { name: "Save plan file" });
    this.undo = this.region.getByRole("button", { name: "Undo" });
  }

  async words() {
    return (await this.region.innerText()).replaceAll(/\s+/g, " ").trim();
  }
}
