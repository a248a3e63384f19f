// What a window runs on: targets are registered, changed, removed, and judged while they are written.

import assert from "node:assert/strict";
import { appTest } from "./support/app-test.js";
import { says, shows } from "./support/eventually.js";
import { aTarget, aTask, aWindow, planOf } from "./support/plans.js";
import { storedPlan } from "./support/stored.js";

const WEB = aTarget(1, [{ Key: "tag:Role", Values: ["web"] }], { Name: "Web-Servers" });

const TWO_TASKS = aWindow("Patching", {}, {
  Targets: [WEB],
  Tasks: [
    aTask(1, { Name: "Install", Targets: [{ Key: "WindowTargetIds", Values: [WEB.WindowTargetId] }] }),
    aTask(2, { Name: "Restart", Targets: [{ Key: "WindowTargetIds", Values: [WEB.WindowTargetId] }] }),
  ],
});

/** The stored plan's only window. */
const stored = async (app) => (await storedPlan(app.page)).Windows[0];

appTest("a target by tag is registered by the keyboard alone, and each step can be undone", {}, async (app) => {
  const { header, page, registered } = app;
  await registered.tab.focus();
  await page.keyboard.press("Enter");
  await registered.addTarget.focus();
  await page.keyboard.press("Enter");
  await shows(() => app.focused(), "Key 1");
  await page.keyboard.type("Env");
  await page.keyboard.press("Tab");
  await page.keyboard.type("prod\ntest two");
  await shows(() => registered.heads(), ["tag:Env = prod, test two"]);
  await shows(async () => (await stored(app)).Targets[0].Targets, [{ Key: "tag:Env", Values: ["prod", "test two"] }]);
  await shows(async () => (await stored(app)).Targets[0].ResourceType, "INSTANCE");
  await header.undo.click();
  await shows(() => registered.heads(), ["tag:Env = 1 1 error"]);
  await header.undo.click();
  await header.undo.click();
  await shows(() => registered.heads(), []);
  await header.redo.click();
  await header.redo.click();
  await header.redo.click();
  await shows(() => registered.heads(), ["tag:Env = prod, test two"]);
});

appTest("nodes are named by ids as they are pasted, in any form", {}, async (app) => {
  const { registered } = app;
  await registered.tab.click();
  await registered.addTarget.click();
  const target = registered.item(/./);
  await target.by("By id");
  await target.nodes.fill("i-0123456789abcdef0, i-0123456789abcdef1\n\nmi-0123456789abcdef2");
  const ids = ["i-0123456789abcdef0", "i-0123456789abcdef1", "mi-0123456789abcdef2"];
  await shows(async () => (await stored(app)).Targets[0].Targets, [{ Key: "InstanceIds", Values: ids }]);
  await shows(() => registered.heads(), ["i-0123456789abcdef0 and 2 more"]);
  await target.nodes.fill("web-1");
  await says(() => target.nodes.said(), /"web-1" does not look like the id of a node/);
  assert.equal(await target.nodes.isInvalid(), false, "AWS takes it");
});

appTest("a resource group has a name and may have a filter", {}, async (app) => {
  const { registered } = app;
  await registered.tab.click();
  await registered.addTarget.click();
  const target = registered.item(/./);
  await target.by("Resource group");
  await target.values(1).fill("web");
  await target.addKey.click();
  await target.values(2).fill("AWS::EC2::Instance");
  const group = [
    { Key: "resource-groups:Name", Values: ["web"] },
    { Key: "resource-groups:ResourceTypeFilters", Values: ["AWS::EC2::Instance"] },
  ];
  await shows(async () => (await stored(app)).Targets[0].Targets, group);
  assert.equal((await stored(app)).Targets[0].ResourceType, "RESOURCE_GROUP");
  await target.removeKey(2).click();
  await shows(async () => (await stored(app)).Targets[0].Targets, group.slice(0, 1));
  await says(() => registered.tab.innerText(), /^Targets & tasks$/);
});

appTest("everything that is wrong is told at once, each at its field, with its remedy", {}, async (app) => {
  const { registered, windows } = app;
  await registered.tab.click();
  await registered.addTarget.click();
  const target = registered.item(/./);
  await target.key(1).fill("Env");
  await target.values(1).fill("1\n2\n3\n4\n5\n6");
  await target.name.fill("a b");
  await target.description.fill("x".repeat(129));
  await target.ownerInformation.fill("y".repeat(130));
  await says(() => target.key(1).said(), /A tag is written tag: and its key/);
  await says(() => target.name.said(), /3 to 128 letters, digits, _, - and \. only.*AWS answers: 1 validation error/);
  await says(() => target.description.said(), /has 129 characters, 1 too many/);
  // What AWS keeps out of its messages, we do not put into them.
  await says(() => target.ownerInformation.said(), /2 too many.*Value at 'ownerInformation'/);
  await says(() => registered.tab.innerText(), /4 errors$/);
  await says(() => windows.said("Production-Patching"), /4 errors/);
  await target.key(1).fix("Write tag:Env");
  await shows(() => target.key(1).value(), "tag:Env");
  await says(() => target.values(1).said(), /6 values; AWS takes 5 of a tag/);
});

appTest("a target that tasks run on is not removed without a word", { plan: planOf(TWO_TASKS) }, async (app) => {
  const { header, notices, registered } = app;
  await registered.tab.click();
  await registered.toggle("Web-Servers");
  const target = registered.item("Web-Servers");
  await target.removeTarget.click();
  await says(() => registered.question.innerText(), /Used by Install, Restart\. AWS refuses to remove it safely/);
  await registered.question.getByRole("button", { name: "Keep it" }).click();
  await shows(() => registered.question.count(), 0);
  await shows(async () => (await registered.heads()).length, 3);

  await target.removeTarget.click();
  await registered.question.getByRole("button", { name: "Remove it from the tasks, too" }).click();
  await says(() => notices.words(), /Web-Servers was removed from the targets/);
  await shows(async () => (await stored(app)).Tasks.map((task) => task.Targets), [[], []]);
  await header.undo.click();
  await shows(async () => (await registered.heads()).length, 3);

  await target.removeTarget.click();
  await registered.question.getByRole("button", { name: "Remove only the target" }).click();
  await registered.toggle(/Install/);
  await says(() => registered.item(/Install/).words(), /The window has no target/);
});

appTest("a target that no task runs on goes at once, and comes back", {
  plan: planOf(aWindow("Patching", {}, { Targets: [WEB] })),
}, async ({ notices, registered }) => {
  await registered.tab.click();
  await registered.toggle("Web-Servers");
  await registered.item("Web-Servers").removeTarget.click();
  await shows(() => registered.heads(), []);
  await notices.undo.click();
  await shows(() => registered.heads(), ["Web-Servers tag:Role = web"]);
});
