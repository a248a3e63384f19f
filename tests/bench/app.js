// How fast and how large the app is: builds nothing, measures `dist/`. `cargo xtask bench --app` runs it.
//
// A bench and no test: what is over its limit is said, and is no error.

import { argv } from "node:process";
import { launch } from "../e2e/support/chromium.js";
import { host, read } from "./host.js";
import { hostileFiles } from "./hostile.js";
import { keystrokes } from "./keystroke.js";
import { judged } from "./lighthouse.js";
import { manyWindows } from "./many.js";
import { anHour } from "./memory.js";
import { lateApp } from "./paint.js";
import { visitFiles } from "./size.js";
import * as table from "./table.js";
import { sum } from "./trace.js";

const MS = { unit: "ms" };

/** What can be measured, by the name that chooses it. */
const PARTS = { size, paint, keystroke, many, hostile, memory, lighthouse };

async function size({ files, browser, origin }) {
  table.heading("Sent, after brotli");
  const visited = await visitFiles(browser, origin);
  const bytes = (paths) => sum(paths.map((path) => files.get(path)?.sent.length ?? 0)) / 1000;
  // The page itself is there by two names.
  const all = [...files.keys()].filter((path) => path !== "/");
  table.row("all files", bytes(all), { most: 250, unit: "kB" });
  table.row("what a first visit loads", bytes(visited), { unit: "kB" });
  for (const kind of [".wasm", ".js", ".css", ".html"]) {
    table.row(`  ${kind.slice(1)}`, bytes(visited.filter((path) => files.get(path)?.kind === kind)), { unit: "kB" });
  }
}

async function paint({ files, browser }) {
  table.heading("The first paint, with the wasm file held back for three seconds");
  const { painted, begun, shift } = await lateApp(browser, files);
  table.row("first paint with content", painted, { most: 1000, unit: "ms", digits: 0, aside: `the app itself after ${Math.round(begun)} ms` });
  table.row("cumulative layout shift", shift, { most: 0.02, digits: 3 });
}

async function keystroke({ browser, origin }) {
  table.heading("From a key in the expression to the painted calendar: the main thread's work");
  for (const [count, most] of [[50, 16], [1000, 50]]) {
    const { usual, worst, after } = await keystrokes(browser, origin, count);
    table.row(`${count} windows`, usual, { ...MS, most, aside: `the worst ${worst.toFixed(1)} ms` });
    table.row(`  the longest task after it`, after, MS);
  }
}

async function many({ browser, origin }) {
  table.heading("10,000 windows: imported, and shown as a year");
  const times = await manyWindows(browser, origin);
  if (!times) return table.fact("import of 10,000 windows", "1000 ms", "refused", false);
  const { look, confirm, year, longest } = times;
  table.row("in all", look + confirm + year, { most: 1000, unit: "ms", digits: 0 });
  for (const [name, words] of [["look", "file to report"], ["confirm", "report to plan"], ["year", "month to year"]]) {
    table.row(`  ${words}`, times[name], { unit: "ms", digits: 0, aside: `the longest task ${longest[name].toFixed(0)} ms` });
  }
  table.row("longest task of the main thread", Math.max(...Object.values(longest)), { most: 50, ...MS });
}

async function hostile({ browser, origin }) {
  const all = await hostileFiles(browser, origin);
  table.heading(`${all.length} hostile files: the longest task of each, the worst five`);
  for (const { is, longest } of all.slice(0, 5)) table.row(is, longest, { most: 1000, unit: "ms", digits: 0 });
}

async function memory({ browser, origin }) {
  table.heading("Memory after an hour of use, against that after its first third");
  const { settled, last } = await anHour(browser, origin);
  const percent = (name) => (last[name] / settled[name] - 1) * 100;
  const row = (what, name, most, aside) => table.row(what, percent(name), { most, unit: "%", aside });
  const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
  row("heap of JavaScript", "heap", 2, megabytes(last.heap));
  row("memory of WebAssembly", "wasm", 0, megabytes(last.wasm));
  row("nodes", "nodes", 2, String(last.nodes));
  row("listeners", "listeners", 2, String(last.listeners));
}

async function lighthouse({ origin }) {
  table.heading("Lighthouse, the best of three visits");
  for (const [name, { score, lost }] of await judged(origin)) {
    table.row(name.replace("-", " "), score, { least: 95, digits: 0, aside: lost.join(", ") });
  }
}

const [folder, ...chosen] = argv.slice(2);
const parts = chosen.length > 0 ? chosen : Object.keys(PARTS);
const unknown = parts.filter((part) => !(part in PARTS));
if (unknown.length > 0) throw new Error(`There is no ${unknown.join(", ")}; there are ${Object.keys(PARTS).join(", ")}.`);

const files = await read(folder);
const [browser, server] = await Promise.all([launch(), host(files)]);
try {
  table.begin();
  for (const part of parts) await PARTS[part]({ files, browser, origin: server.origin });
  table.end();
} finally {
  await Promise.all([browser.close(), server.stop()]);
}
