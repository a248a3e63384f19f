// The bar at the top: the plan as a whole, undo and redo, the keys.

import { saved } from "../support/saved.js";

export class Header {
  constructor(page) {
    this.page = page;
    this.bar = page.getByRole("banner");
    this.plan = this.bar.getByRole("button", { name: /^Plan: / });
    this.menu = this.bar.getByRole("group", { name: /^Plan: / });
    this.name = this.menu.getByRole("textbox", { name: "Name of the plan" });
    this.undo = this.bar.getByRole("button", { name: /^Undo/ });
    this.redo = this.bar.getByRole("button", { name: /^Redo/ });
    this.keys = this.bar.getByRole("button", { name: "Keyboard" });
    this.keysPanel = this.bar.getByRole("group", { name: "Keyboard" });
  }

  /** @param {"Save plan file" | "Share as a link" | "New plan" | "Open the examples"} action */
  async choose(action) {
    await this.plan.click();
    await this.menu.getByRole("button", { name: action }).click();
  }

  /** The text of the plan's file. */
  async saved() {
    return (await saved(this.page, () => this.choose("Save plan file"))).text;
  }

  /** Opens a plan file. @param {{ name: string, text: string }} file */
  async open({ name, text }) {
    await this.plan.click();
    const file = { name, mimeType: "application/json", buffer: Buffer.from(text) };
    await this.menu.getByLabel("Open plan file…").setInputFiles(file);
    await this.page.keyboard.press("Escape");
  }

  async rename(name) {
    await this.plan.click();
    await this.name.fill(name);
    await this.page.keyboard.press("Enter");
    await this.page.keyboard.press("Escape");
  }
}
