// The cases of `tests/cases/hostile.json` as the app is given them, and what they cost it.

import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { constants, deflateRawSync } from "node:zlib";
import { linkOf, linkOfBytes } from "./links.js";
import { aTarget, aWindow } from "./plans.js";

/**
 * @typedef {string | { of: string, times: number } | { unit: string } | Written[]} Written a text as it stands there, or
 *   what it is made of: repetitions, and halves of characters
 * @typedef {{ id: string, is: string, text: Written, refused: Record<string, string> }} TextCase `refused` has the code of
 *   each field that AWS would refuse it in
 * @typedef {{ id: string, is: string, name: string, content: Written | { size: number } | { hex: string } | { utf16: string },
 *   codes?: string[], says?: string, comes?: number, unread?: boolean }} FileCase `comes` is how many windows or calendars
 *   come in, `unread` that it is refused before a byte of it is read
 * @typedef {{ id: string, is: string, says: string, fragment?: string, text?: Written, deflated?: { hex: string },
 *   cut?: number, change?: number, replace?: [pattern: string, by: string] }} LinkCase
 * @type {{ texts: TextCase[], files: FileCase[], links: LinkCase[] }}
 */
export const HOSTILE = JSON.parse(readFileSync(new URL("../../cases/hostile.json", import.meta.url), "utf8"));

/** A text that is written out or made of parts. @param {Written} written @returns {string} */
export function textOf(written) {
  if (typeof written === "string") return written;
  if (Array.isArray(written)) return written.map(textOf).join("");
  if (written.unit) return String.fromCharCode(Number.parseInt(written.unit, 16));
  return written.of.repeat(written.times);
}

/** A text as JSON and Rust have it: without halves of characters. @param {Written} written */
export function wholeTextOf(written) {
  return textOf(written).toWellFormed();
}

/** A window that has a text in all that can have one but its schedule. */
export function windowOf(text, number) {
  const definition = { Description: text, ClientToken: text, Tags: [{ Key: text, Value: text }] };
  const target = aTarget(number, [{ Key: `tag:${text}`, Values: [text] }], { Name: text, Description: text, OwnerInformation: text });
  return aWindow(text, definition, { Targets: [target] });
}

/** Whether a file is text, which can be pasted too. @param {FileCase} file */
export function isText({ content }) {
  return typeof content === "string" || Array.isArray(content) || "of" in content;
}

let folder;

/**
 * The file as it is chosen: by its bytes, or by its path where it is too large to be sent.
 *
 * @param {FileCase} file
 * @param {number} most how many characters are sent; to take them takes the page's own time
 */
export function fileOf({ name, content }, most = 20_000_000) {
  if (content.hex) return { name, bytes: Buffer.from(content.hex, "hex") };
  if (content.utf16) return { name, bytes: Buffer.from(`\uFEFF${content.utf16}`, "utf16le") };
  const text = content.size ? "" : textOf(content);
  if (!content.size && text.length < most) return { name, text };
  folder ??= mkdtempSync(join(tmpdir(), "window-planner-"));
  const path = join(folder, name);
  writeFileSync(path, text);
  // It takes no room on the disk: nothing but its size.
  if (content.size) truncateSync(path, content.size);
  return { path };
}

/** Removes the files that were written. */
export function removeFiles() {
  if (folder) rmSync(folder, { recursive: true });
}

/** The fragment of a link. @param {LinkCase} link */
export function fragmentOf({ fragment, text, deflated, gigabytes, cut, change, replace }) {
  if (fragment) return fragment;
  if (gigabytes) return linkOfBytes(bomb(gigabytes));
  const whole = deflated ? linkOfBytes(Buffer.from(deflated.hex, "hex")) : linkOf(textOf(text));
  if (cut) return whole.slice(0, -cut);
  if (change) return whole.slice(0, change) + (whole.at(change) === "A" ? "B" : "A") + whole.slice(whole.length + change + 1);
  return replace ? whole.replace(new RegExp(replace[0]), replace[1]) : whole;
}

/** What zlib would inflate to gigabytes of NULs: a megabyte of them, again and again. */
function bomb(gigabytes) {
  const megabyte = deflateRawSync(Buffer.alloc(1 << 20), { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([Buffer.from("789c", "hex"), ...Array.from({ length: gigabytes << 10 }, () => megabyte)]);
}

/** The cases in portions that one page takes. @template T @param {T[]} cases @param {number} size @returns {T[][]} */
export function portions(cases, size) {
  return Array.from({ length: Math.ceil(cases.length / size) }, (_, place) => cases.slice(place * size, (place + 1) * size));
}

/** Runs in the page, before its own scripts: counts what is read of files and inflated of links, and the longest task. */
export function countWork() {
  const work = { longestTask: 0, read: 0, inflated: 0 };
  window.work = work;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) work.longestTask = Math.max(work.longestTask, duration);
  }).observe({ type: "longtask", buffered: true });
  const { arrayBuffer } = Blob.prototype;
  Blob.prototype.arrayBuffer = function () {
    work.read += this.size;
    return arrayBuffer.call(this);
  };
  const { read } = ReadableStreamDefaultReader.prototype;
  ReadableStreamDefaultReader.prototype.read = async function () {
    const part = await read.call(this);
    work.inflated += part.value?.length ?? 0;
    return part;
  };
}

/** What the page has done so far. @returns {Promise<{ longestTask: number, read: number, inflated: number }>} */
export function workOf(page) {
  return page.evaluate(() => window.work);
}
