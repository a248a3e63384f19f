// The tab with the request to take away.

export class Request {
  constructor(page) {
    this.panel = page.getByRole("tabpanel", { name: "Export" });
    this.formats = this.panel.getByRole("radiogroup", { name: "Format" });
    this.operation = this.panel.getByRole("heading", { name: /MaintenanceWindow$/ });
    this.shownText = this.panel.getByLabel("Request", { exact: true });
    this.copy = this.panel.getByRole("button", { name: "Copy" });
    this.download = this.panel.getByRole("button", { name: "Download" });
    this.currentWindow = this.panel.getByRole("textbox", { name: "Output of aws ssm get-maintenance-window" });
    this.startFromText = this.panel.getByRole("button", { name: "Start from this" });
    this.startFromForm = this.panel.getByRole("button", { name: "Start from the form as it is" });
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
