// The table of the runs to come.

export class Runs {
  constructor(page) {
    this.panel = page.getByRole("tabpanel", { name: "Runs" });
    this.count = this.panel.getByRole("radiogroup", { name: "How many runs" });
    this.table = this.panel.getByRole("table");
  }

  /** Each row as the texts of its cells. */
  async rows() {
    const rows = await this.table.getByRole("row").all();
    const cells = await Promise.all(rows.slice(1).map((row) => row.getByRole("cell").allInnerTexts()));
    return cells.map((row) => row.map((cell) => cell.replaceAll(/\s+/g, " ").trim()));
  }

  async words() {
    return (await this.panel.innerText()).replaceAll(/\s+/g, " ");
  }

  open(start) {
    return this.table.getByRole("button", { name: start }).click();
  }
}
