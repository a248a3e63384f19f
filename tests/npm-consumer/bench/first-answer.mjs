// From a fresh Node to the first answer: import, then the next execution of one schedule, in CPU time.
//
// `cargo xtask bench` runs this. Ours and croner's processes take turns; the ratio of each turn is what
// counts, and its median is printed. Node's own start is left out.

import { execFileSync } from "node:child_process";
import { execPath } from "node:process";
import { fileURLToPath } from "node:url";

const TURNS = 15;

const OURS = `
  const { upcomingExecutions } = await import("window-planner");
  const definition = { Schedule: "cron(0 2 ? * TUE#3 *)", ScheduleTimezone: "America/New_York", Duration: 3, Cutoff: 1 };
  const answer = upcomingExecutions(definition, { after: "2026-01-01T00:00:00Z", limit: 1 })[0].start;`;

const CRONER = `
  const { Cron } = await import("croner");
  const answer = new Cron("0 2 * * TUE#3", { timezone: "America/New_York" }).nextRun(new Date("2026-01-01T00:00:00Z")).toISOString();`;

const turns = Array.from({ length: TURNS }, () => [measure(OURS), measure(CRONER)]);
for (const [name, of] of [["window-planner", 0], ["croner", 1]]) {
  const { answer } = turns[0][of];
  console.log(`${name.padEnd(16)}${median(turns.map((turn) => turn[of].cpu)).toFixed(1).padStart(8)} ms CPU   ${answer}`);
}
console.log(`ratio${median(turns.map(([ours, croner]) => ours.cpu / croner.cpu)).toFixed(2).padStart(19)}`);

/** The CPU time of a program in a Node of its own, all threads together. */
function measure(program) {
  const script = `
    const before = process.cpuUsage();
    ${program}
    const { user, system } = process.cpuUsage(before);
    console.log(JSON.stringify({ answer, cpu: (user + system) / 1000 }));`;
  const options = { cwd: fileURLToPath(new URL("../", import.meta.url)), encoding: "utf8" };
  return JSON.parse(execFileSync(execPath, ["--input-type=module", "--eval", script], options));
}

function median(values) {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)];
}
