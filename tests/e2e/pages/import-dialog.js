// The dialog of an import: what is given, and what would become of the plan.

export class ImportDialog {
  constructor(page) {
    this.page = page;
    this.open = page.getByRole("banner").getByRole("button", { name: "Import", exact: true });
    this.dialog = page.getByRole("dialog", { name: /^(Import|What came in)$/ });
    this.title = this.dialog.getByRole("heading", { level: 2 });
    this.text = this.dialog.getByRole("textbox", { name: "Or paste here" });
    this.lookAtText = this.dialog.getByRole("button", { name: "Look at the text" });
    this.example = this.dialog.getByRole("button", { name: "Try an example" });
    this.files = this.dialog.getByLabel("Choose files…");
    this.confirm = this.dialog.getByRole("button", { name: /^Import/ });
    this.cancel = this.dialog.getByRole("button", { name: "Cancel" });
    this.back = this.dialog.getByRole("button", { name: "Back" });
    this.close = this.dialog.getByRole("button", { name: "Close" });
    this.summary = this.dialog.getByRole("list", { name: "Summary" });
    this.windows = this.dialog.getByRole("table", { name: "Windows" });
    this.dropHere = page.getByText("Drop to look at it");
  }

  /** What becomes of the plan. @param {RegExp} name */
  way(name) {
    return this.dialog.getByRole("radio", { name });
  }

  /** All that it says, in one line. */
  async words() {
    return (await this.dialog.innerText()).replaceAll(/\s+/g, " ");
  }

  /** The sentences of the summary. */
  summaryLines() {
    return this.summary.getByRole("listitem").allInnerTexts();
  }

  /** A row for each window: its name, what became of it, AWS's next execution beside ours. */
  async rows() {
    const rows = this.windows.getByRole("row").filter({ has: this.page.getByRole("rowheader") });
    const texts = await rows.evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.innerText)));
    return texts.map((cells) => cells.map((cell) => cell.replaceAll(/\s+/g, " ").trim()));
  }

  /** What is said of the files under a heading that begins so. @param {string} title */
  async findings(title) {
    const section = this.dialog.locator("section").filter({ has: this.page.getByRole("heading", { level: 3, name: title }) });
    const found = await section.getByRole("listitem").allInnerTexts();
    return found.map((words) => words.replaceAll(/\s+/g, " ").trim());
  }

  /** Chooses files. @param {...({ name: string, text?: string, bytes?: Buffer } | { path: string })} files */
  async choose(...files) {
    await this.open.click();
    await this.give(...files);
  }

  /** Gives files to the dialog that is open. */
  async give(...files) {
    const given = ({ name, text, bytes, path }) => path ?? { name, mimeType: "", buffer: bytes ?? Buffer.from(text) };
    await this.files.setInputFiles(files.map(given));
  }

  /** Drags files over the page. @param {{ name: string, text: string }[]} files */
  async drag(files) {
    this.dragged = await this.page.evaluateHandle((files) => {
      const transfer = new DataTransfer();
      for (const { name, text } of files) transfer.items.add(new File([text], name));
      return transfer;
    }, files);
    await this.page.dispatchEvent("main", "dragover", { dataTransfer: this.dragged });
  }

  /** Lets go of what is dragged, over a region. */
  async drop(selector = "main") {
    await this.page.dispatchEvent(selector, "drop", { dataTransfer: this.dragged });
  }

  /** Pastes a text into what has the focus, as Ctrl+V does. */
  async paste(text) {
    await this.page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
      (document.activeElement ?? document.body).dispatchEvent(event);
    }, text);
  }

  /** Pastes a text through the clipboard and the keys. Needs the permission. */
  async pasteByKeys(text) {
    await this.page.evaluate((text) => navigator.clipboard.writeText(text), text);
    await this.page.keyboard.press("Control+V");
  }
}
