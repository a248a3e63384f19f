// All paginators of the AWS SDK for JavaScript: page by page, every item once.

import assert from "node:assert/strict";
import * as ssm from "@aws-sdk/client-ssm";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { NOW, build } from "./populous.mjs";
import { connect } from "./sdk.mjs";
import { serve } from "./server.mjs";

const folder = mkdtempSync(join(tmpdir(), "window-planner-pages-"));
const lists = await build(join(folder, "plan.json"));
const server = await serve(join(folder, "plan.json"), NOW);
after(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

for (const [operation, request, result, count] of lists) {
  test(`paginate${operation}`, async () => {
    const { client } = connect(server.url);
    // A paginator writes into the request that it is given.
    const input = { ...request };
    const items = [];
    for await (const page of ssm[`paginate${operation}`]({ client, pageSize: 10 }, input)) {
      assert.ok(page[result].length === 10 || page.NextToken === undefined);
      items.push(...page[result].map((item) => JSON.stringify(item)));
    }
    assert.equal(items.length, count);
    assert.equal(new Set(items).size, count);
  });
}

test("all paginators of maintenance windows are there", () => {
  const names = Object.keys(ssm).filter((name) => /^paginate.*MaintenanceWindow/.test(name));
  assert.deepEqual(names.sort(), lists.map(([operation]) => `paginate${operation}`).sort());
});
