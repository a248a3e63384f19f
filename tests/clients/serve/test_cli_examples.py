"""Every example of the AWS CLI's documentation of these operations runs, with ids that exist in place of its own."""

import json
import os
import re
import shutil
import subprocess

import botocore.session
import pytest
from answers import unlike
from callers import AwsCli, Boto3, Refused
from examples import examples
from server import Server

MODEL = botocore.session.get_session().get_service_model("ssm")
EXAMPLES = examples()

# One example makes a window for 14 May 2020; its account is from just before.
CREATED = "2020-05-01T10:00:00Z"
NOW = "2020-05-01T10:30:00Z"

# What AWS's own documentation has wrong.
REFUSED = {
    # It has `Key=Role` among tags, where only `tag:Role` names one.
    "register-target-with-maintenance-window-3": "ValidationException",
}


@pytest.fixture(scope="module")
def account(tmp_path_factory):
    """A plan whose window is open at NOW, and the ids of what there is."""
    plan = tmp_path_factory.mktemp("examples") / "plan.json"
    with Server(plan, CREATED) as server:
        ssm = Boto3(server.url).client
        created = ssm.create_maintenance_window(
            Name="MyMaintenanceWindow",
            Schedule="rate(7 days)",
            # The CLI turns the pages of a schedule to its end.
            EndDate="2020-12-31T00:00:00Z",
            Duration=2,
            Cutoff=1,
            AllowUnassociatedTargets=True,
        )
        window = {"WindowId": created["WindowId"]}
        target = ssm.register_target_with_maintenance_window(
            **window,
            ResourceType="INSTANCE",
            Targets=[{"Key": "InstanceIds", "Values": ["i-1234567890EXAMPLE"]}],
            OwnerInformation="CostCenter1",
        )
        task = ssm.register_task_with_maintenance_window(
            **window,
            Targets=[{"Key": "WindowTargetIds", "Values": [target["WindowTargetId"]]}],
            TaskArn="AWS-RunPowerShellScript",
            TaskType="RUN_COMMAND",
            MaxConcurrency="1",
            MaxErrors="1",
            Priority=1,
        )
    with Server(plan, NOW) as server:
        ssm = Boto3(server.url).client
        execution = ssm.describe_maintenance_window_executions(**window)["WindowExecutions"][0]
        execution = {"WindowExecutionId": execution["WindowExecutionId"]}
        [run] = ssm.describe_maintenance_window_execution_tasks(**execution)["WindowExecutionTaskIdentities"]
        [invocation] = ssm.describe_maintenance_window_execution_task_invocations(
            **execution, TaskId=run["TaskExecutionId"]
        )["WindowExecutionTaskInvocationIdentities"]
    return plan, {
        "--window-id": window["WindowId"],
        "--window-target-id": target["WindowTargetId"],
        "--window-task-id": task["WindowTaskId"],
        "--window-execution-id": execution["WindowExecutionId"],
        "--task-id": run["TaskExecutionId"],
        "--invocation-id": invocation["InvocationId"],
    }


def adapted(words, ids):
    """An example's words, with the ids of what there is."""
    previous = None
    for word in words:
        if previous in ids:
            word = ids[previous]
        elif word.startswith("Key=WindowTargetIds"):
            word = re.sub("Values=.*", f"Values={ids['--window-target-id']}", word)
        yield word
        previous = word


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.id)
def test_each_documented_example_runs(example, account, tmp_path):
    plan, ids = account
    mine = shutil.copy(plan, tmp_path / "plan.json")
    with Server(mine, NOW) as server:
        cli = AwsCli(server.url, tmp_path)
        arguments = list(adapted(example.words, ids))
        if example.id in REFUSED:
            with pytest.raises(Refused) as refused:
                cli.run(*arguments)
            assert refused.value.code == REFUSED[example.id]
            return
        printed = json.loads(cli.run(*arguments))
    body = cli.body()
    assert printed == body
    operation = next(name for name in MODEL.operation_names if botocore.xform_name(name, "-") == example.page)
    differences = unlike(MODEL.operation_model(operation).output_shape, body)
    assert [(path, what) for path, what in differences if what != "missing"] == []


def test_every_page_has_an_example_and_every_operation_a_page():
    operations = {botocore.xform_name(name, "-") for name in MODEL.operation_names if "MaintenanceWindow" in name}
    assert {example.page for example in EXAMPLES} == operations


def test_the_command_that_the_server_shows_runs_as_it_is_without_credentials(tmp_path):
    with Server(tmp_path / "plan.json", NOW) as server:
        command = server.first_line.split("Try: ")[1]
        variables = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
        finished = subprocess.run(["bash", "-c", command], env=variables, capture_output=True, check=True)
    assert json.loads(finished.stdout) == {"WindowIdentities": []}
