// The insights below the list of windows: lines that open to what they sum up.

export class Insights {
  constructor(page) {
    this.page = page;
    this.region = page.getByRole("region", { name: /^Insights/ });
    this.heading = this.region.getByRole("heading", { level: 2 });
    this.said = this.region.getByRole("status");
  }

  /** How many there are. */
  async count() {
    return Number((await this.heading.textContent()).replace("Insights", ""));
  }

  /** The lines, from the top. */
  async lines() {
    const lines = await this.region.getByRole("heading", { level: 3 }).allTextContents();
    return lines.map((line) => line.trim());
  }

  /** The line that begins with these words. */
  line(words) {
    return this.region.getByRole("heading", { level: 3, name: words }).getByRole("button");
  }

  /** Opens a line. */
  async open(words) {
    await this.line(words).click();
  }

  /** What an open line sums up, each insight in one line of text. */
  async told(words) {
    const items = this.group(words).locator(":scope > ul > li");
    return (await items.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, " ").trim());
  }

  /** The executions of an open line: `Sun 29 Nov 2026, 02:30 Web-Tier-Restart`. */
  async runs(words) {
    const runs = await this.group(words).getByTitle("Show it in the calendar").allInnerTexts();
    return runs.map((run) => run.replaceAll(/\s+/g, " ").trim());
  }

  run(words, place = 0) {
    return this.group(words).getByTitle("Show it in the calendar").nth(place);
  }

  /** The choice of overlaps. @param {"All" | "On shared targets"} name */
  overlaps(name) {
    return this.region.getByRole("radiogroup", { name: "Overlaps" }).getByRole("radio", { name });
  }

  group(words) {
    return this.region.getByRole("listitem").filter({ has: this.page.getByRole("heading", { level: 3, name: words }) });
  }
}
