// The panel that leads to every file and to the printed months.

import { saved } from "../support/saved.js";

export class ExportPanel {
  constructor(page) {
    this.page = page;
    this.button = page.getByRole("banner").getByRole("button", { name: "Export", exact: true });
    this.panel = page.getByRole("group", { name: "Export", exact: true });
    this.firstDay = this.panel.getByLabel("First day");
    this.lastDay = this.panel.getByLabel("Last day");
    this.copy = this.panel.getByRole("button", { name: /^Cop/ });
    this.print = this.panel.getByRole("button", { name: "Print the months" });
  }

  open() {
    return this.button.click();
  }

  /** @param {RegExp} name of a kind of file, of the windows or of the days */
  choose(name) {
    return this.panel.getByRole("radio", { name }).click();
  }

  /** Saves the file. */
  download() {
    return saved(this.page, () => this.panel.getByRole("button", { name: "Download" }).click());
  }

  async words() {
    return (await this.panel.innerText()).replaceAll(/\s+/g, " ");
  }
}
