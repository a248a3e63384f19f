// The box that finds a time zone.

import { Control } from "./control.js";

export class ZoneBox extends Control {
  constructor(page) {
    super(page, page.getByRole("combobox", { name: "Time zone", exact: true }));
    this.list = page.getByRole("listbox", { name: "Time zones" });
    this.options = this.list.getByRole("option");
  }

  /** The lines that are offered, each in one line of text. */
  async offered() {
    const lines = await this.options.allInnerTexts();
    return lines.map((line) => line.replaceAll(/\s+/g, " ").trim());
  }
}
