// The npm package beside its peers in Node: executions a second, and the ratios.
//
// `cargo xtask bench` builds the package and runs this. All programs answer in one run, in turns; the
// ratio of each turn is what counts, and its median is printed.

import { CronExpressionParser } from "cron-parser";
import { Cron } from "croner";
import awsCronParser from "aws-cron-parser";
import { upcomingStarts } from "window-planner";

const AFTER = "2026-01-01T00:00:00Z";
const TURNS = 7;
const SHORTEST_TURN_MS = 120;

/** What is measured: one schedule in the forms of those that can express it. */
const ROWS = [
  {
    name: "third Tuesday 02:00, New York",
    aws: "cron(0 2 ? * TUE#3 *)",
    zone: "America/New_York",
    croner: "0 2 * * TUE#3",
    executions: 120,
    peerExecutions: 120,
  },
  {
    name: "every 5 minutes, New York",
    aws: "cron(0/5 * * * ? *)",
    zone: "America/New_York",
    croner: "*/5 * * * *",
    cronParser: "*/5 * * * *",
    executions: 1_000_000,
    peerExecutions: 2_000,
  },
  {
    name: "third Tuesday 02:00, UTC",
    aws: "cron(0 2 ? * TUE#3 *)",
    zone: "UTC",
    croner: "0 2 * * TUE#3",
    awsCronParser: "0 2 ? * 3#3 *",
    executions: 120,
    peerExecutions: 120,
  },
  {
    name: "every 5 minutes, UTC",
    aws: "cron(0/5 * * * ? *)",
    zone: "UTC",
    croner: "*/5 * * * *",
    cronParser: "*/5 * * * *",
    awsCronParser: "0/5 * * * ? *",
    executions: 1_000_000,
    peerExecutions: 20_000,
  },
];

console.log(`${"".padEnd(34)}${"ours/s".padStart(14)}${"croner".padStart(12)}${"cron-parser".padStart(14)}${"aws-cron-parser".padStart(18)}`);
for (const row of ROWS) {
  const programs = [ours(row), croner(row), cronParser(row), awsParser(row)];
  const speeds = programs.map(() => []);
  for (let turn = 0; turn <= TURNS; turn += 1) {
    programs.forEach((program, index) => {
      const speed = program && speedOf(program);
      // The first turn compiles.
      if (turn > 0 && speed) speeds[index].push(speed);
    });
  }
  const [mine, ...peers] = speeds;
  const ratios = peers.map((peer) => (peer.length ? `${median(peer.map((speed, turn) => mine[turn] / speed)).toFixed(1)}×` : "-"));
  const figure = Math.round(median(mine)).toLocaleString("en");
  console.log(`${row.name.padEnd(34)}${figure.padStart(14)}${ratios[0].padStart(12)}${ratios[1].padStart(14)}${ratios[2].padStart(18)}`);
}

/** The bulk form: one crossing into WebAssembly for all executions. */
function ours({ aws, zone, executions }) {
  const definition = { Schedule: aws, ScheduleTimezone: zone };
  return () => upcomingStarts(definition, { after: AFTER, limit: executions }).length;
}

function croner({ croner: pattern, zone, peerExecutions }) {
  if (!pattern) return undefined;
  const cron = new Cron(pattern, { timezone: zone });
  return () => cron.nextRuns(peerExecutions, new Date(AFTER)).length;
}

function cronParser({ cronParser: pattern, zone, peerExecutions }) {
  if (!pattern) return undefined;
  return () => CronExpressionParser.parse(pattern, { tz: zone, currentDate: AFTER }).take(peerExecutions).length;
}

/** It knows no time zones, so it answers in UTC only. */
function awsParser({ awsCronParser: pattern, peerExecutions }) {
  if (!pattern) return undefined;
  const cron = awsCronParser.parse(pattern);
  return () => {
    let run = new Date(AFTER);
    for (let count = 0; count < peerExecutions; count += 1) run = awsCronParser.next(cron, run);
    return peerExecutions;
  };
}

/** Executions a second in one turn. */
function speedOf(program) {
  const start = performance.now();
  let executions = 0;
  do executions += program();
  while (performance.now() - start < SHORTEST_TURN_MS);
  return (executions * 1000) / (performance.now() - start);
}

function median(values) {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)];
}
