// The whole page, and the ways between its regions.

import { Builder } from "./builder.js";
import { Calendar } from "./calendar.js";
import { ChangeBar } from "./change-bar.js";
import { ExportPanel } from "./export-panel.js";
import { ExpressionField } from "./expression-field.js";
import { Form } from "./form.js";
import { Freezes } from "./freezes.js";
import { Header } from "./header.js";
import { ImportDialog } from "./import-dialog.js";
import { Insights } from "./insights.js";
import { Notices } from "./notices.js";
import { Palette } from "./palette.js";
import { Registered } from "./registered.js";
import { Request } from "./request.js";
import { Runs } from "./runs.js";
import { Share } from "./share.js";
import { WindowList } from "./window-list.js";
import { ZoneBox } from "./zone-box.js";

export class App {
  /**
   * @param {import("playwright-core").Page} page
   * @param {string} origin where the app is served
   */
  constructor(page, origin) {
    this.page = page;
    this.origin = origin;
    this.builder = new Builder(page);
    this.calendar = new Calendar(page);
    this.change = new ChangeBar(page);
    this.exportPanel = new ExportPanel(page);
    this.expression = new ExpressionField(page);
    this.form = new Form(page);
    this.freezes = new Freezes(page);
    this.header = new Header(page);
    this.imports = new ImportDialog(page);
    this.insights = new Insights(page);
    this.notices = new Notices(page);
    this.palette = new Palette(page);
    this.registered = new Registered(page);
    this.request = new Request(page);
    this.runs = new Runs(page);
    this.share = new Share(page, origin);
    this.windows = new WindowList(page);
    this.zone = new ZoneBox(page);
    this.title = page.getByRole("heading", { level: 1, name: "Window Planner" });
    this.theme = page.getByRole("button", { name: /^Theme: / });
    this.panes = page.getByRole("navigation", { name: "Panes" });
  }

  /** Opens the app and waits until it has taken the place of what was painted before it. */
  async open() {
    await this.page.goto(this.origin);
    await this.ready();
  }

  async reload() {
    await this.page.reload();
    await this.ready();
  }

  /** Waits until every part of the page is drawn. */
  async ready() {
    await this.title.waitFor();
    await this.page.locator(".app:not([aria-busy])").waitFor();
  }

  /** @param {"Definition" | "Runs" | "Targets & tasks" | "Export"} name */
  async showTab(name) {
    await this.page.getByRole("tab", { name: new RegExp(`^${name}`) }).click();
  }

  /** On a narrow screen. @param {"Windows" | "Calendar" | "Edit"} name */
  async showPane(name) {
    await this.panes.getByRole("button", { name }).click();
  }

  /** Presses keys one after the other. @param {string[]} keys such as `Shift+ArrowLeft` */
  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** The name of what has the focus. */
  focused() {
    return this.page.evaluate(() => {
      const element = document.activeElement;
      const labels = [...(element.labels ?? [])].map((label) => label.textContent);
      return (element.ariaLabel ?? (labels.join(" ") || element.textContent)).trim();
    });
  }

  /** Whether the page, or a panel in it, has to be scrolled sideways to be read. */
  async scrollsSideways() {
    return this.page.evaluate(() => {
      const panels = [document.scrollingElement, ...document.querySelectorAll("[role=tabpanel], nav, main > *")];
      return panels.some((panel) => panel.scrollWidth > Math.max(panel.clientWidth, 1) && panel.clientWidth > 0);
    });
  }
}
