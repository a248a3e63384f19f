// Every operation through the AWS SDK for JavaScript: what it returns is what was sent, and nothing is left out.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { named } from "./scenario.mjs";
import { connect } from "./sdk.mjs";
import { serve } from "./server.mjs";

const { steps } = JSON.parse(readFileSync(new URL("../../cases/endpoint-operations.json", import.meta.url), "utf8"));

/** Of a value, what an expected part of it has too. */
function like(part, value) {
  if (Array.isArray(part)) return value?.map((item, index) => like(part[index], item));
  if (part === null || typeof part !== "object") return value;
  return Object.fromEntries(Object.entries(part).map(([name, member]) => [name, like(member, value?.[name])]));
}

describe("each operation", () => {
  const folder = mkdtempSync(join(tmpdir(), "window-planner-sdk-"));
  const kept = {};
  let server;
  let client;
  after(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true });
  });

  steps.forEach(({ clock, operation, request, keep = {}, expect = {} }, index) => {
    if (clock) {
      test(`the clock shows ${clock}`, async () => {
        await server?.stop();
        server = await serve(join(folder, "plan.json"), clock);
        client = connect(server.url);
      });
      return;
    }
    test(`${index} ${operation}`, async () => {
      const { returned, body } = await client.call(operation, named(request, kept));
      assert.deepEqual(returned, body);
      for (const [name, path] of Object.entries(keep)) {
        kept[name] = path.split(".").reduce((value, part) => value[part], body);
      }
      assert.deepEqual(like(expect, body), named(expect, kept));
    });
  });
});
