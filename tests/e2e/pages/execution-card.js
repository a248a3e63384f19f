// An execution, or a day's list of them, opened over the calendar.

export class ExecutionCard {
  constructor(page) {
    this.dialog = page.getByRole("dialog");
    this.cancel = this.dialog.getByRole("button", { name: "Cancel this execution" });
    this.executionId = this.dialog.getByRole("textbox", { name: "WindowExecutionId" });
    this.request = this.dialog.getByLabel("Request", { exact: true });
    this.markAsCancelled = this.dialog.getByRole("button", { name: "Mark as cancelled in the plan" });
  }

  title() {
    return this.dialog.getByRole("heading", { level: 3 }).textContent();
  }

  /** All that it says, in one line. */
  async words() {
    return (await this.dialog.innerText()).replaceAll(/\s+/g, " ");
  }

  /** A row for each zone: its name, then start, last tasks and end. */
  async times() {
    const rows = await this.dialog.getByRole("row").filter({ has: this.dialog.page().getByRole("rowheader") }).all();
    return Promise.all(
      rows.map(async (row) => {
        const cells = await row.locator("th, td").allInnerTexts();
        return cells.map((cell) => cell.replaceAll(/\s+/g, " ").trim());
      }),
    );
  }

  /** Why it runs then: each part of the definition and what it does. */
  async reasons() {
    const [parts, texts] = await Promise.all(
      ["term", "definition"].map((role) => this.dialog.getByRole(role).allInnerTexts()),
    );
    return parts.map((part, place) => [part.trim(), texts[place].trim()]);
  }

  /** @param {"JSON" | "boto3" | "AWS CLI"} name */
  format(name) {
    return this.dialog.getByRole("radio", { name });
  }

  /** The lines of a day's list. */
  async lines() {
    const lines = await this.dialog.getByRole("listitem").allInnerTexts();
    return lines.map((line) => line.replaceAll(/\s+/g, " ").trim());
  }

  open(line) {
    return this.dialog.getByRole("listitem").nth(line).getByRole("button").click();
  }

  close() {
    return this.dialog.getByRole("button", { name: "Close" }).click();
  }
}
