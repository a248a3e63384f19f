"""An account in which every list has several pages."""

from callers import Boto3
from server import Server

CREATED = "2026-11-24T10:00:00Z"
# In the 30th run of the hourly window.
NOW = "2026-11-25T15:30:00Z"
WINDOWS = 25
TARGETS = 33
TASKS = 20
EXECUTIONS = 30
INSTANCES = [f"i-{number:017x}" for number in range(50)]


def build(plan):
    """Fills a plan's file, and returns the requests of all lists."""
    with Server(plan, CREATED) as server:
        ssm = Boto3(server.url).client
        windows = [
            ssm.create_maintenance_window(
                Name=f"window-{number}", Schedule="rate(1 hour)", Duration=1, Cutoff=0, AllowUnassociatedTargets=True
            )["WindowId"]
            for number in range(WINDOWS)
        ]
        for window in windows:
            register_target(ssm, window, "tag:Role", ["web"])
        targets = [register_target(ssm, windows[0], "tag:Number", [str(number)]) for number in range(TARGETS - 1)]
        for number in range(TASKS):
            ssm.register_task_with_maintenance_window(
                WindowId=windows[0],
                Targets=[{"Key": "InstanceIds", "Values": INSTANCES}],
                TaskArn="AWS-RunShellScript",
                TaskType="RUN_COMMAND",
                MaxConcurrency="1",
                MaxErrors="1",
                Priority=1,
                Name=f"task-{number}",
            )
    assert len(targets) == TARGETS - 1
    with Server(plan, NOW) as server:
        ssm = Boto3(server.url).client
        execution = ssm.describe_maintenance_window_executions(WindowId=windows[0])["WindowExecutions"][0]
        execution = {"WindowExecutionId": execution["WindowExecutionId"]}
        task = ssm.describe_maintenance_window_execution_tasks(**execution)["WindowExecutionTaskIdentities"][0]
    return {"window": windows[0], "execution": execution["WindowExecutionId"], "task": task["TaskExecutionId"]}


def register_target(ssm, window, key, values):
    return ssm.register_target_with_maintenance_window(
        WindowId=window, ResourceType="INSTANCE", Targets=[{"Key": key, "Values": values}]
    )["WindowTargetId"]
