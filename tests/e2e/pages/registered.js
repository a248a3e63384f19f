// The tab of targets and tasks.

import { Control } from "./control.js";

export class Registered {
  constructor(page) {
    this.page = page;
    this.panel = page.getByRole("tabpanel", { name: /^Targets & tasks/ });
    this.tab = page.getByRole("tab", { name: /^Targets & tasks/ });
    this.addTarget = this.panel.getByRole("button", { name: "Register target" });
    this.addTask = this.panel.getByRole("button", { name: "Register task" });
    this.question = this.panel.getByRole("alert");
  }

  /** The heads of all targets and tasks, as they are read. */
  async heads() {
    const heads = await this.panel.getByRole("heading", { level: 4 }).allInnerTexts();
    return heads.map((head) => head.replaceAll(/\s+/g, " ").trim());
  }

  /** Folds or unfolds a target or task. */
  async toggle(title) {
    await this.panel.getByRole("heading", { level: 4, name: title }).getByRole("button").click();
  }

  /** The form of a target or task that is unfolded. @param {string | RegExp} title what its head says */
  item(title) {
    const item = this.panel
      .getByRole("listitem")
      .filter({ has: this.page.getByRole("heading", { level: 4, name: title }) });
    return new Item(this.page, item);
  }

  /** What is said in the tab, in one line. */
  async words() {
    return (await this.panel.innerText()).replaceAll(/\s+/g, " ");
  }
}

/** A target or a task with its form. */
class Item {
  constructor(page, item) {
    this.page = page;
    this.item = item;
    this.head = item.getByRole("heading", { level: 4 }).getByRole("button");
    const text = (name) => new Control(page, item.getByRole("textbox", { name, exact: true }));
    this.name = text("Name");
    this.description = text("Description");
    this.ownerInformation = text("Owner information");
    this.nodes = text("Ids of nodes");
    this.addKey = item.getByRole("button", { name: /^Add (tag|filter)$/ });
    this.removeTarget = item.getByRole("button", { name: "Remove target", exact: true });

    this.kind = new Control(page, item.getByRole("combobox", { name: "Kind" }));
    this.arn = new Control(page, item.getByRole("textbox", { name: /ARN$/ }));
    this.nodesById = text("Nodes by id");
    this.concurrency = text("On how many at once");
    this.errors = text("Errors until it stops");
    this.priority = text("Priority");
    this.atCutoff = new Control(page, item.getByRole("combobox", { name: "A running task at the cutoff" }));
    this.parameters = text("Parameters");
    this.serviceRole = text("Service role");
    this.removeTask = item.getByRole("button", { name: "Remove task", exact: true });
  }

  /** @param {"By tag" | "By id" | "Resource group"} way */
  by(way) {
    return this.item.getByRole("radio", { name: way }).click();
  }

  /** @param {number} place from 1 */
  key(place) {
    return new Control(this.page, this.item.getByRole("textbox", { name: `Key ${place}` }));
  }

  values(place) {
    return new Control(this.page, this.item.getByRole("textbox", { name: `Values ${place}` }));
  }

  removeKey(place) {
    return this.item.getByRole("button", { name: `Remove key ${place}` });
  }

  /** What a task runs on: a target of its window. */
  target(title) {
    return this.item.getByRole("checkbox", { name: title });
  }

  async words() {
    return (await this.item.innerText()).replaceAll(/\s+/g, " ");
  }
}
