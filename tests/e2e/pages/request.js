// The tab with the request to take away.

export class Request {
  constructor(page) {
    this.panel = page.getByRole("tabpanel", { name: "Export" });
    this.formats = this.panel.getByRole("radiogroup", { name: "Format" });
    this.operation = this.panel.getByRole("heading", { name: /MaintenanceWindow$/ });
    this.shownText = this.panel.getByLabel("Request", { exact: true });
    this.copy = this.panel.getByRole("button", { name: "Copy" });
    this.download = this.panel.getByRole("button", { name: "Download" });
    this.createdId = this.panel.getByRole("textbox", { name: /WindowId that AWS answered/ });
    this.markAsCreated = this.panel.getByRole("button", { name: "Mark as created" });
    this.markAsApplied = this.panel.getByRole("button", { name: "Mark as applied" });
    this.revert = this.panel.getByRole("button", { name: "Return to what AWS has" });
    this.forget = this.panel.getByRole("button", { name: "Not in AWS" });
    this.readAgain = this.panel.getByRole("button", { name: "Read it again" });
    this.currentWindow = this.panel.getByRole("textbox", { name: "Output of aws ssm get-maintenance-window" });
    this.takeOver = this.panel.getByRole("button", { name: "Take it over" });
    this.compare = this.panel.getByRole("button", { name: "Compare with what is planned" });
  }

  /** @param {"JSON" | "boto3" | "AWS CLI"} format */
  choose(format) {
    return this.formats.getByRole("radio", { name: format }).click();
  }

  text() {
    return this.shownText.textContent();
  }

  async json() {
    return JSON.parse(await this.text());
  }

  async words() {
    return (await this.panel.innerText()).replaceAll(/\s+/g, " ");
  }
}
