// Every field of the request, by its label.

import { Control } from "./control.js";

export class Form {
  constructor(page) {
    this.page = page;
    this.panel = page.getByRole("tabpanel", { name: /^Definition/ });
    const text = (name) => new Control(page, this.panel.getByRole("textbox", { name, exact: true }));
    const hours = (name) => new Control(page, this.panel.getByRole("spinbutton", { name, exact: true }));
    this.name = text("Name");
    this.description = text("Description");
    this.duration = hours("Duration");
    this.cutoff = hours("No new tasks in the last");
    this.offset = new Control(page, this.panel.getByRole("combobox", { name: "Offset", exact: true }));
    this.startDate = text("Not before");
    this.endDate = text("Not after");
    this.clientToken = text("Client token");
    this.allowUnassociatedTargets = this.panel.getByRole("checkbox", { name: "Allow unassociated targets" });
    this.enabled = this.panel.getByRole("checkbox", { name: "Enabled" });
    this.addTag = this.panel.getByRole("button", { name: "Add tag" });
  }

  /** The calendar control of a bound: its date, its time of day, and the way to have none. */
  picker(label) {
    return {
      date: this.panel.getByLabel(`${label}: date`),
      time: this.panel.getByRole("textbox", { name: `${label}: time of day` }),
      clear: this.panel.getByRole("button", { name: `${label}: no bound` }),
    };
  }

  /** @param {number} place from 1 */
  tag(place) {
    const text = (name) => new Control(this.page, this.panel.getByRole("textbox", { name: `${name} of tag ${place}` }));
    return {
      key: text("Key"),
      value: text("Value"),
      remove: this.panel.getByRole("button", { name: `Remove tag ${place}` }),
    };
  }

  /** The schedule in plain English. */
  async words() {
    return (await this.panel.innerText()).replaceAll(/\s+/g, " ");
  }

  /** Everything in the fields, to compare before and after. */
  async values() {
    const { name, description, duration, cutoff, offset, startDate, endDate, clientToken } = this;
    const controls = { name, description, duration, cutoff, offset, startDate, endDate, clientToken };
    const values = {};
    for (const [field, control] of Object.entries(controls)) values[field] = await control.value();
    return values;
  }
}
