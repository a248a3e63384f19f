// The text of the expression, its underlined errors, and its labelled parts.

import { Control } from "./control.js";

export class ExpressionField extends Control {
  constructor(page) {
    super(page, page.getByRole("textbox", { name: "Expression" }));
    this.parts = page.getByRole("group", { name: "Parts of the expression" });
  }

  /** Replaces the text key by key, as a person does. */
  async type(text) {
    await this.input.fill("");
    await this.input.pressSequentially(text);
  }

  /** Puts the caret before the character at `place`. */
  async placeCaret(place) {
    await this.input.press("Home");
    for (let step = 0; step < place; step += 1) await this.input.press("ArrowRight");
  }

  /** The labels below the text. */
  async partLabels() {
    return (await this.parts.getByRole("button").allTextContents()).map((text) => text.trim());
  }

  /** The labels that are lit: those with a background. */
  litParts() {
    return this.parts.getByRole("button").evaluateAll((buttons) => {
      const isLit = (button) => getComputedStyle(button).backgroundColor !== "rgba(0, 0, 0, 0)";
      return buttons.filter(isLit).map((button) => button.textContent.trim());
    });
  }

  /** The pieces of the text that an error's wavy line underlines. */
  underlined() {
    return this.#piecesUnderlined("wavy");
  }

  /** The pieces of the text that a warning's dotted line underlines. */
  doubted() {
    return this.#piecesUnderlined("dotted");
  }

  /** The text is drawn by a layer beside the input, in pieces that differ in their style. */
  #piecesUnderlined(line) {
    return this.input.evaluate((input, line) => {
      const pieces = [...input.parentElement.querySelectorAll("[aria-hidden] span")];
      const isUnderlined = (piece) => getComputedStyle(piece).textDecorationStyle === line;
      return pieces.filter(isUnderlined).map((piece) => piece.textContent);
    }, line);
  }
}
