// The one table that the measurements make: what, wanted, got, and whether that is ok.

const WIDTHS = [58, 13, 13];

/** The rows that are over, so that the last line can count them. */
let over = 0;
let rows = 0;

/** Begins the table. */
export function begin() {
  print(["", "wanted", "got", ""]);
}

/**
 * A row. With a limit it says whether it is kept.
 *
 * @param {string} what
 * @param {number} got
 * @param {{ most?: number, least?: number, unit?: string, digits?: number, aside?: string }} options
 */
export function row(what, got, { most, least, unit = "", digits = 1, aside = "" } = {}) {
  const said = (value) => `${value.toFixed(digits)}${unit && ` ${unit}`}`;
  const isOk = (most === undefined || got <= most) && (least === undefined || got >= least);
  const wanted = most !== undefined ? `≤ ${said(most)}` : least !== undefined ? `≥ ${said(least)}` : "";
  const verdict = wanted === "" ? "" : isOk ? "ok" : "OVER";
  if (wanted !== "") rows += 1;
  if (!isOk) over += 1;
  print([what, wanted, said(got), [verdict, aside].filter(Boolean).join("   ")]);
}

/** A row that is not a number. */
export function fact(what, wanted, got, isOk) {
  rows += 1;
  if (!isOk) over += 1;
  print([what, wanted, got, isOk ? "ok" : "OVER"]);
}

/** A heading. */
export function heading(words) {
  console.log(`\n${words}`);
}

/** Ends the table. */
export function end() {
  console.log(`\n${rows - over} of ${rows} limits are kept.`);
}

function print([what, ...cells]) {
  const [wanted, got, verdict] = cells;
  console.log(`${what.padEnd(WIDTHS[0])}${wanted.padStart(WIDTHS[1])}${got.padStart(WIDTHS[2])}   ${verdict}`.trimEnd());
}
