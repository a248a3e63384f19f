// What a window does: tasks are registered, changed, removed, and judged while they are written.

import assert from "node:assert/strict";
import { isAccessible, hasContrast } from "./support/accessibility.js";
import { SCREENS, appTest } from "./support/app-test.js";
import { says, shows } from "./support/eventually.js";
import { aTarget, aTask, aWindow, planOf } from "./support/plans.js";
import { storedPlan } from "./support/stored.js";

const WEB = aTarget(1, [{ Key: "tag:Role", Values: ["web"] }], { Name: "Web-Servers" });
const DB = aTarget(2, [{ Key: "tag:Role", Values: ["db"] }], { Name: "Databases" });
const PATCHING = planOf(aWindow("Patching", {}, { Targets: [WEB] }));

/** The stored plan's only window. */
const stored = async (app) => (await storedPlan(app.page)).Windows[0];

appTest("a task is registered by the keyboard alone, on the window's only target", { plan: PATCHING }, async (app) => {
  const { page, registered } = app;
  await registered.tab.focus();
  await page.keyboard.press("Enter");
  await registered.addTask.focus();
  await page.keyboard.press("Enter");
  await shows(() => app.focused(), "Command document, by name or ARN");
  await page.keyboard.type("AWS-RunPatchBaseline");
  await page.keyboard.press("Tab");
  await shows(() => app.focused(), "Web-Servers");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.type("10%");
  await shows(() => registered.heads(), ["Web-Servers tag:Role = web", "AWS-RunPatchBaseline Run Command, priority 0"]);
  const [task] = (await stored(app)).Tasks;
  assert.deepEqual(
    { ...task, WindowTaskId: "" },
    {
      WindowTaskId: "",
      TaskArn: "AWS-RunPatchBaseline",
      TaskType: "RUN_COMMAND",
      Targets: [{ Key: "WindowTargetIds", Values: [WEB.WindowTargetId] }],
      Priority: 0,
      MaxConcurrency: "10%",
      MaxErrors: "1",
    },
  );
});

appTest("every member is written, and each is a step of its own", { plan: PATCHING }, async (app) => {
  const { header, registered } = app;
  await registered.tab.click();
  await registered.addTask.click();
  const task = registered.item(/priority/);
  await task.arn.fill("AWS-RunPatchBaseline");
  await task.concurrency.fill("2");
  await task.errors.fill("50%");
  await task.priority.fill("3");
  await task.atCutoff.input.selectOption("CANCEL_TASK");
  await task.parameters.fill('{"Comment": "Nightly", "Parameters": {"Operation": ["Install"]}}');
  await task.name.fill("Install");
  await task.description.fill("Patches and restarts");
  await task.serviceRole.fill("arn:aws:iam::111122223333:role/Patching");
  const written = {
    TaskArn: "AWS-RunPatchBaseline",
    TaskType: "RUN_COMMAND",
    Targets: [{ Key: "WindowTargetIds", Values: [WEB.WindowTargetId] }],
    ServiceRoleArn: "arn:aws:iam::111122223333:role/Patching",
    TaskInvocationParameters: { RunCommand: { Comment: "Nightly", Parameters: { Operation: ["Install"] } } },
    Priority: 3,
    MaxConcurrency: "2",
    MaxErrors: "50%",
    Name: "Install",
    Description: "Patches and restarts",
    CutoffBehavior: "CANCEL_TASK",
  };
  await shows(async () => {
    const { WindowTaskId, ...task } = (await stored(app)).Tasks[0];
    return task;
  }, written);
  await says(() => registered.tab.innerText(), /^Targets & tasks$/);
  await shows(() => header.undo.getAttribute("aria-label"), "Undo: change of a task's ServiceRoleArn");
  for (let step = 0; step < 10; step++) await header.undo.click();
  await shows(() => registered.heads(), ["Web-Servers tag:Role = web"]);
  for (let step = 0; step < 10; step++) await header.redo.click();
  await shows(async () => (await stored(app)).Tasks[0].ServiceRoleArn, written.ServiceRoleArn);
});

appTest("what it runs on decides whether there are limits, and each remedy is a press away", {
  plan: planOf(aWindow("Patching", {}, { Targets: [WEB, DB], Tasks: [aTask(1, { TaskType: "AUTOMATION", TaskArn: "AWS-Stop" })] })),
}, async (app) => {
  const { registered } = app;
  await registered.tab.click();
  await registered.toggle(/AWS-Stop/);
  const task = registered.item(/AWS-Stop/);
  await task.target("Databases").check();
  await says(() => task.concurrency.said(), /A task with targets needs MaxConcurrency/);
  await task.concurrency.fix("Write 1");
  await task.errors.fix("Write 1");
  await says(() => registered.tab.innerText(), /^Targets & tasks$/);
  await shows(async () => (await stored(app)).Tasks[0].Targets, [{ Key: "WindowTargetIds", Values: [DB.WindowTargetId] }]);
  await task.target("Databases").uncheck();
  await says(
    () => task.errors.said(),
    /A task without targets has no MaxErrors.*AWS answers: Maintenance window tasks without targets do not support MaxErrors values\./,
  );
  await task.concurrency.fix("Leave it out");
  await task.errors.fix("Leave it out");
  await says(() => registered.tab.innerText(), /^Targets & tasks$/);
  await task.kind.input.selectOption("RUN_COMMAND");
  await says(() => task.words(), /A RUN_COMMAND task runs on something/);
});

appTest("a node that the window does not allow is told, with both ways out", {
  plan: planOf(aWindow("Patching", {}, { Tasks: [aTask(1, {})] })),
}, async (app) => {
  const { form, registered } = app;
  await registered.tab.click();
  await registered.toggle(/priority/);
  await registered.item(/priority/).nodesById.fill("i-0123456789abcdef0");
  await says(() => registered.item(/priority/).words(), /is no target of the window, which does not allow others/);
  await app.showTab("Definition");
  await form.allowUnassociatedTargets.check();
  await says(() => registered.tab.innerText(), /2 errors$/);
});

appTest("parameters that cannot be read stay in their box with the place of each mistake, and the plan as it was", {
  plan: PATCHING,
}, async (app) => {
  const { header, registered } = app;
  await registered.tab.click();
  await registered.addTask.click();
  const task = registered.item(/priority/);
  await task.arn.fill("AWS-RunPatchBaseline");
  await task.parameters.fill('{"Comment": "taken"}');
  const broken = '{"Coment": "a", "TimeoutSeconds": "60"}';
  await task.parameters.fill(broken);
  await says(() => task.parameters.said(), /Not taken yet.*AWS has no member Coment here.*TimeoutSeconds is not a whole number/);
  assert.equal(await task.parameters.value(), broken);
  assert.equal(await task.parameters.isInvalid(), true);
  const parameters = async () => (await stored(app)).Tasks[0].TaskInvocationParameters;
  assert.deepEqual(await parameters(), { RunCommand: { Comment: "taken" } });
  await task.parameters.fill('{"Comment":');
  await says(() => task.parameters.said(), /Line 1, column 11/);
  await task.parameters.fill(`{"Comment": "${"x".repeat(101)}"}`);
  await says(() => task.parameters.said(), /Comment has 101 characters, 1 too many/);
  await header.undo.click();
  await shows(async () => (await stored(app)).Tasks[0].TaskInvocationParameters, undefined);
  await shows(() => task.parameters.value(), "");
});

appTest("parameters of another kind are taken out by a press", {
  plan: planOf(
    aWindow("Patching", {}, {
      Tasks: [aTask(1, { TaskType: "AUTOMATION", TaskInvocationParameters: { Lambda: { Qualifier: "1" } } })],
    }),
  ),
}, async (app) => {
  const { registered } = app;
  await registered.tab.click();
  await registered.toggle(/priority/);
  const task = registered.item(/priority/);
  await says(() => task.parameters.said(), /Lambda are the parameters of another kind of task/);
  await task.parameters.fix("Take them out");
  await shows(async () => (await stored(app)).Tasks[0].TaskInvocationParameters, undefined);
});

appTest("members that the form does not show are said, and stay", {
  plan: planOf(
    aWindow("Patching", {}, {
      Tasks: [aTask(1, { TaskType: "AUTOMATION", AlarmConfiguration: { Alarms: [{ Name: "cpu" }] } })],
    }),
  ),
}, async (app) => {
  const { registered } = app;
  await registered.tab.click();
  await registered.toggle(/priority/);
  const task = registered.item(/priority/);
  await says(() => task.words(), /Also has AlarmConfiguration: they stay as they are/);
  await task.name.fill("Stop-Them");
  await shows(async () => (await stored(app)).Tasks[0].AlarmConfiguration, { Alarms: [{ Name: "cpu" }] });
});

appTest("what is registered is in the export of the window", { plan: PATCHING }, async (app) => {
  const { registered, request } = app;
  await registered.tab.click();
  await registered.addTask.click();
  await registered.item(/priority/).arn.fill("AWS-RunPatchBaseline");
  await app.showTab("Export");
  for (const [format, target, task] of [
    ["boto3", /register_target_with_maintenance_window/, /register_task_with_maintenance_window/],
    ["AWS CLI", /register-target-with-maintenance-window/, /register-task-with-maintenance-window/],
    ["CloudFormation", /AWS::SSM::MaintenanceWindowTarget/, /AWS::SSM::MaintenanceWindowTask/],
    ["Terraform", /aws_ssm_maintenance_window_target/, /aws_ssm_maintenance_window_task/],
  ]) {
    await request.choose(format);
    await says(() => request.text(), target);
    await says(() => request.text(), task);
  }
  await request.choose("JSON");
  await says(() => request.words(), /JSON is the request for the window alone/);
});

for (const [name, screen] of Object.entries(SCREENS)) {
  appTest(`the tab on a ${name} screen: accessible, light and dark, nothing to scroll sideways`, {
    screen,
    plan: planOf(aWindow("Patching", {}, { Targets: [WEB, DB], Tasks: [aTask(1, { Name: "a b" })] })),
  }, async (app) => {
    const { page, registered } = app;
    await page.emulateMedia({ reducedMotion: "reduce" });
    if (name === "narrow") await app.showPane("Edit");
    await registered.tab.click();
    await registered.toggle(/a b/);
    await registered.toggle("Web-Servers");
    await registered.addTarget.click();
    await says(() => registered.words(), /This names no nodes/);
    assert.equal(await app.scrollsSideways(), false);
    await isAccessible(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await hasContrast(page);
  });
}
