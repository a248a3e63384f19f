// What is downloaded is byte for byte what the core writes, which each format's own reader has read back elsewhere
// (tests/clients/export, tests/ical).

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { env } from "node:process";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { NOW, appTest } from "./support/app-test.js";
import { HOSTILE, wholeTextOf, windowOf } from "./support/hostile.js";
import { aWindow, planOf } from "./support/plans.js";
import { storedPlan } from "./support/stored.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const PROGRAM = join(ROOT, env.CARGO_TARGET_DIR ?? "target", "debug", "window-planner");

const folder = mkdtempSync(join(tmpdir(), "window-planner-"));
after(() => rmSync(folder, { recursive: true }));

const hostile = HOSTILE.texts.map(({ text }, number) => windowOf(wholeTextOf(text), number));
const PLAN = planOf(aWindow("Weekly"), ...hostile);

/** What the command line writes of a plan. */
function written(plan, ...words) {
  const path = join(folder, "plan.json");
  writeFileSync(path, JSON.stringify(plan));
  const [command, ...options] = words;
  const named = command === "export" ? [path, "--force", "--now", NOW.toISOString()] : ["--request", path];
  return execFileSync(PROGRAM, [command, ...named, ...options], { stdio: ["ignore", "pipe", "ignore"], maxBuffer: 1 << 28 });
}

/** A calendar without the instant at which each event was written: the app's clock tells it, or the command line's. */
const stamped = (text) => text.replaceAll(/^DTSTAMP:.*$/gm, "DTSTAMP:");

const QUARTER = ["--after", "2026-12-31T23:59:59Z", "--before", "2027-04-01T00:00:00Z", "--limit", "100000"];

const KINDS = {
  boto3: [/^boto3/, /\.py$/, "export", "--format", "boto3"],
  "the AWS CLI": [/^AWS CLI/, /\.sh$/, "export", "--format", "aws-cli"],
  CloudFormation: [/^CloudFormation/, /\.template\.yaml$/, "export", "--format", "cloudformation"],
  Terraform: [/^Terraform/, /\.tf$/, "export", "--format", "terraform"],
  CSV: [/^CSV/, /\.csv$/, "upcoming", "--format", "csv", ...QUARTER],
  iCalendar: [/^iCalendar/, /\.ics$/, "upcoming", "--format", "ics", ...QUARTER],
};

for (const [kind, [radio, ending, ...words]] of Object.entries(KINDS)) {
  appTest(`a plan of hostile texts for ${kind}: the file has the bytes that the core writes`, { plan: PLAN }, async (app) => {
    await app.exportPanel.open();
    await app.exportPanel.choose(radio);
    const { name, bytes, text } = await app.exportPanel.download();
    assert.match(name, ending);
    assert.equal(stamped(text), stamped(`${written(await storedPlan(app.page), ...words)}`));
    assert.deepEqual(bytes, Buffer.from(text), "it is UTF-8, without a mark");
  });
}

appTest("a plan of hostile texts: its file has what is stored, and the command line takes it for the same plan", { plan: PLAN }, async (app) => {
  await app.exportPanel.open();
  await app.exportPanel.choose(/^Plan file/);
  const { name, text } = await app.exportPanel.download();
  assert.match(name, /\.plan\.json$/);
  const stored = await storedPlan(app.page);
  assert.deepEqual(JSON.parse(text), stored);
  const program = (plan) => `${written(plan, "export", "--format", "boto3")}`;
  assert.equal(program(JSON.parse(text)), program(stored));
});
