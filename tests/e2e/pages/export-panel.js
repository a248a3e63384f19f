// The panel that leads to every file and to the printed months.

import { readFile } from "node:fs/promises";

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

  /** Saves the file. @returns {Promise<{ name: string, text: string }>} */
  async download() {
    const [download] = await Promise.all([
      this.page.waitForEvent("download"),
      this.panel.getByRole("button", { name: "Download" }).click(),
    ]);
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
  }

  async words() {
    return (await this.panel.innerText()).replaceAll(/\s+/g, " ");
  }
}
