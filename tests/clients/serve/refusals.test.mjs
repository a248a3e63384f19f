// Wrong requests through the AWS SDK for JavaScript, which checks none: AWS's codes, as the names of its errors.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { named } from "./scenario.mjs";
import { connect } from "./sdk.mjs";
import { serve } from "./server.mjs";

const { cases } = JSON.parse(readFileSync(new URL("../../cases/endpoint-refusals.json", import.meta.url), "utf8"));
const WINDOW = { Name: "abc", Schedule: "rate(7 days)", Duration: 2, Cutoff: 1, AllowUnassociatedTargets: true };

const folder = mkdtempSync(join(tmpdir(), "window-planner-refusals-"));
const server = await serve(join(folder, "plan.json"), "2026-11-24T10:00:00Z");
after(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});
const client = connect(server.url);
const call = async (operation, request) => (await client.call(operation, request)).returned;

const { WindowId } = await call("CreateMaintenanceWindow", { ...WINDOW, ClientToken: "used" });
const { WindowTargetId } = await call("RegisterTargetWithMaintenanceWindow", {
  WindowId,
  ResourceType: "INSTANCE",
  Targets: [{ Key: "tag:Role", Values: ["web"] }],
});
await call("RegisterTaskWithMaintenanceWindow", {
  WindowId,
  Targets: [{ Key: "WindowTargetIds", Values: [WindowTargetId] }],
  TaskArn: "AWS-RunShellScript",
  TaskType: "RUN_COMMAND",
  MaxConcurrency: "1",
  MaxErrors: "1",
});

for (const { id, operation, request, change, code, message } of cases) {
  test(id, async () => {
    const sent = named(request ?? { ...WINDOW, ...change }, { window: WindowId, target: WindowTargetId });
    await assert.rejects(call(operation, sent), (error) => {
      assert.equal(error.name, code);
      if (message) assert.equal(error.message, message);
      assert.equal(error.$metadata.httpStatusCode, 400);
      return true;
    });
  });
}
