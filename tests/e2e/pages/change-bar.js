// The line below the calendar that says what an update does to the runs.

export class ChangeBar {
  constructor(page) {
    this.page = page;
    const calendar = page.getByRole("region", { name: "Calendar" });
    this.words = calendar.getByText("Not in AWS yet.");
    this.show = calendar.getByRole("button", { name: "Show the update" });
    this.back = calendar.getByRole("button", { name: "Return to what AWS has" });
  }

  said() {
    return this.words.textContent();
  }
}
