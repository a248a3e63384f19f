// The list of windows, and the ways to begin one.

export class WindowList {
  constructor(page) {
    this.region = page.getByRole("navigation", { name: "Windows" });
    this.entry = this.region.getByRole("listitem").getByRole("button");
    this.begin = this.region.getByRole("button", { name: "New window" });
    this.showExample = this.region.getByRole("button", { name: "Show the example" });
    this.drawer = page.getByRole("banner").getByRole("button", { name: "Windows" });
  }

  async words() {
    return (await this.region.innerText()).replaceAll(/\s+/g, " ");
  }
}
