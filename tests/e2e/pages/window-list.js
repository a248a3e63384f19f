// The list of windows: its entries, what can be done with each, and the ways to begin one.

export class WindowList {
  constructor(page) {
    this.page = page;
    this.region = page.getByRole("navigation", { name: "Windows" });
    this.list = this.region.getByRole("list");
    this.begin = this.region.getByRole("button", { name: "New window" });
    this.search = this.region.getByRole("searchbox", { name: "Search windows" });
    this.listAll = this.region.getByRole("button", { name: "List all" });
    this.drawer = page.getByRole("banner").getByRole("button", { name: "Windows" });
  }

  async words() {
    return (await this.region.innerText()).replaceAll(/\s+/g, " ");
  }

  /** The entry of a window, by its name or the beginning of it. */
  item(name) {
    return this.list.getByRole("listitem").filter({ has: this.page.getByRole("button", { name: starting(name) }) });
  }

  /** What selects a window. */
  entry(name) {
    return this.list.getByRole("button", { name: starting(name) });
  }

  /** What an entry says, in one line. */
  async said(name) {
    return (await this.item(name).innerText()).replaceAll(/\s+/g, " ").trim();
  }

  /** The names, from the top. */
  async names() {
    const names = await this.list.getByRole("listitem").getByRole("checkbox").evaluateAll((boxes) => boxes.map((box) => box.ariaLabel));
    return names.map((name) => name.replace(/^Show (.*) in the calendar$/s, "$1"));
  }

  /** The name of the selected window. */
  selected() {
    return this.list.locator("[aria-current=true]").evaluate((entry) => entry.firstElementChild.textContent);
  }

  /** What shows a window in the calendar, or hides it. */
  shown(name) {
    return this.list.getByRole("checkbox", { name: `Show ${name} in the calendar`, exact: true });
  }

  /** Opens what can be done with a window, and does one of it. @param {string} action such as `Delete` */
  async act(name, action) {
    await this.openActions(name);
    await this.actions(name).getByRole("button", { name: action, exact: true }).click();
  }

  openActions(name) {
    return this.list.getByRole("button", { name: `More for ${name}`, exact: true }).click();
  }

  actions(name) {
    return this.region.getByRole("group", { name, exact: true });
  }

  /** Chooses the colour of a window. @param {string} color such as `Pink` */
  async paint(name, color) {
    await this.openActions(name);
    await this.actions(name).getByRole("radio", { name: color }).check();
    await this.page.keyboard.press("Escape");
  }

  /** The colour that a window has in the list. */
  color(name) {
    return this.shown(name).evaluate((box) => getComputedStyle(box).getPropertyValue("--c"));
  }

  /** Chooses what is listed and in which order. @param {string} choice such as `Active now` */
  async choose(choice) {
    await this.openTools();
    await this.tools.getByRole("radio", { name: choice, exact: true }).check();
    await this.page.keyboard.press("Escape");
  }

  openTools() {
    return this.region.getByRole("button", { name: /^Filter and order/ }).click();
  }

  get tools() {
    return this.region.getByRole("group", { name: /^Filter and order/ });
  }
}

function starting(name) {
  return new RegExp(`^${name.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);
}
