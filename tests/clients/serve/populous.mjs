// An account in which every list has several pages.

import { connect } from "./sdk.mjs";
import { serve } from "./server.mjs";

export const NOW = "2026-11-25T15:30:00Z";
const CREATED = "2026-11-24T10:00:00Z";
const COUNT = { windows: 25, targets: 33, tasks: 20, executions: 30, instances: 50 };
const INSTANCES = Array.from({ length: COUNT.instances }, (_, number) => `i-${number.toString(16).padStart(17, "0")}`);

/** Fills a plan's file, and answers with all lists: the name of the operation, a request, the result, its length. */
export async function build(plan) {
  const window = await served(plan, CREATED, async (call) => {
    const windows = [];
    for (let number = 0; number < COUNT.windows; number++) {
      const definition = { Name: `window-${number}`, Schedule: "rate(1 hour)", Duration: 1, Cutoff: 0 };
      const { WindowId } = await call("CreateMaintenanceWindow", { ...definition, AllowUnassociatedTargets: true });
      await call("RegisterTargetWithMaintenanceWindow", { WindowId, ...instances("tag:Role", ["web"]) });
      windows.push(WindowId);
    }
    const [WindowId] = windows;
    for (let number = 1; number < COUNT.targets; number++) {
      await call("RegisterTargetWithMaintenanceWindow", { WindowId, ...instances("tag:Number", [`${number}`]) });
    }
    for (let number = 0; number < COUNT.tasks; number++) {
      const task = { TaskArn: "AWS-RunShellScript", TaskType: "RUN_COMMAND", MaxConcurrency: "1", MaxErrors: "1" };
      const Targets = [{ Key: "InstanceIds", Values: INSTANCES }];
      await call("RegisterTaskWithMaintenanceWindow", { WindowId, ...task, Targets, Priority: 1 });
    }
    return { WindowId };
  });
  const [execution, task] = await served(plan, NOW, async (call) => {
    const { WindowExecutions } = await call("DescribeMaintenanceWindowExecutions", window);
    const { WindowExecutionId } = WindowExecutions[0];
    const tasks = await call("DescribeMaintenanceWindowExecutionTasks", { WindowExecutionId });
    const TaskId = tasks.WindowExecutionTaskIdentities[0].TaskExecutionId;
    return [{ WindowExecutionId }, { WindowExecutionId, TaskId }];
  });
  const end = { Filters: [{ Key: "ScheduledBefore", Values: ["2026-11-26T15:30:00Z"] }] };
  return [
    ["DescribeMaintenanceWindows", {}, "WindowIdentities", COUNT.windows],
    ["DescribeMaintenanceWindowsForTarget", instances("tag:Role", ["web"]), "WindowIdentities", COUNT.windows],
    ["DescribeMaintenanceWindowTargets", window, "Targets", COUNT.targets],
    ["DescribeMaintenanceWindowTasks", window, "Tasks", COUNT.tasks],
    ["DescribeMaintenanceWindowExecutions", window, "WindowExecutions", COUNT.executions],
    ["DescribeMaintenanceWindowExecutionTasks", execution, "WindowExecutionTaskIdentities", COUNT.tasks],
    [
      "DescribeMaintenanceWindowExecutionTaskInvocations",
      task,
      "WindowExecutionTaskInvocationIdentities",
      COUNT.instances,
    ],
    ["DescribeMaintenanceWindowSchedule", end, "ScheduledWindowExecutions", 24 * COUNT.windows],
  ];
}

function instances(key, values) {
  return { ResourceType: "INSTANCE", Targets: [{ Key: key, Values: values }] };
}

/** What calls answer while a plan is served. */
async function served(plan, now, work) {
  const server = await serve(plan, now);
  const { call } = connect(server.url);
  try {
    return await work(async (operation, request) => (await call(operation, request)).returned);
  } finally {
    await server.stop();
  }
}
