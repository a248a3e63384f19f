"""All paginators: page by page, the same items come as at once, and none twice."""

import itertools
import json

import botocore.session
import populous
import pytest
import scenario
from callers import AwsCli, Boto3, as_sent
from server import Server

WINDOW = {"WindowId": "$window"}
EXECUTION = {"WindowExecutionId": "$execution"}
WEB = {"ResourceType": "INSTANCE", "Targets": [{"Key": "tag:Role", "Values": ["web"]}]}

# Operation, request, result, number of items.
LISTS = [
    ("DescribeMaintenanceWindows", {}, "WindowIdentities", populous.WINDOWS),
    ("DescribeMaintenanceWindowsForTarget", WEB, "WindowIdentities", populous.WINDOWS),
    ("DescribeMaintenanceWindowTargets", WINDOW, "Targets", populous.TARGETS),
    ("DescribeMaintenanceWindowTasks", WINDOW, "Tasks", populous.TASKS),
    ("DescribeMaintenanceWindowExecutions", WINDOW, "WindowExecutions", populous.EXECUTIONS),
    ("DescribeMaintenanceWindowExecutionTasks", EXECUTION, "WindowExecutionTaskIdentities", populous.TASKS),
    (
        "DescribeMaintenanceWindowExecutionTaskInvocations",
        EXECUTION | {"TaskId": "$task"},
        "WindowExecutionTaskInvocationIdentities",
        len(populous.INSTANCES),
    ),
    # All windows, and an end: 25 windows that run every hour for a day.
    (
        "DescribeMaintenanceWindowSchedule",
        {"Filters": [{"Key": "ScheduledBefore", "Values": ["2026-11-26T15:30:00Z"]}]},
        "ScheduledWindowExecutions",
        24 * populous.WINDOWS,
    ),
]  # fmt: skip
each_list = pytest.mark.parametrize("operation, request_, result, count", LISTS, ids=[entry[0] for entry in LISTS])


@pytest.fixture(scope="module")
def account(tmp_path_factory):
    folder = tmp_path_factory.mktemp("populous")
    ids = populous.build(folder / "plan.json")
    with Server(folder / "plan.json", populous.NOW) as server:
        yield server.url, ids


@each_list
def test_boto3_turns_the_pages(operation, request_, result, count, account):
    url, ids = account
    ssm = Boto3(url)
    paginator = ssm.client.get_paginator(botocore.xform_name(operation))
    request = scenario.named(request_, ids)
    pages = [page[result] for page in paginator.paginate(**request, PaginationConfig={"PageSize": 10})]
    assert {len(page) for page in pages[:-1]} == {10} and len(pages[-1]) <= 10
    items = [json.dumps(as_sent(item)) for page in pages for item in page]
    assert len(items) == count == len(set(items))
    at_once, _ = ssm.call(operation, request | {"MaxResults": 100})
    assert items[:100] == [json.dumps(item) for item in at_once[result]]


@each_list
def test_the_aws_cli_turns_the_pages(operation, request_, result, count, account, tmp_path):
    url, ids = account
    cli = AwsCli(url, tmp_path)
    cli.file.write_text(json.dumps(scenario.named(request_, ids)), encoding="utf-8")
    command = [botocore.xform_name(operation, "-"), "--cli-input-json", f"file://{cli.file}"]
    whole = json.loads(cli.run(*command, "--page-size", "10"))[result]
    assert len(whole) == count
    first = json.loads(cli.run(*command, "--max-items", "15", "--page-size", "10"))
    rest = json.loads(cli.run(*command, "--starting-token", first["NextToken"], "--page-size", "10"))
    assert first[result] + rest[result] == whole


def test_all_paginators_of_maintenance_windows_are_there():
    model = botocore.session.get_session().get_paginator_model("ssm")
    names = {name for name in model._paginator_config if "MaintenanceWindow" in name}
    assert names == {operation for operation, *_ in LISTS}


def test_an_unbounded_schedule_pages_on_without_end(tmp_path):
    plan = tmp_path / "plan.json"
    with Server(plan, populous.CREATED) as server:
        ssm = Boto3(server.url).client
        ssm.create_maintenance_window(
            Name="often", Schedule="rate(5 minutes)", Duration=1, Cutoff=0, AllowUnassociatedTargets=False
        )
        pages = ssm.get_paginator("describe_maintenance_window_schedule").paginate(PaginationConfig={"PageSize": 7})
        items = itertools.chain.from_iterable(page["ScheduledWindowExecutions"] for page in pages)
        times = [item["ExecutionTime"] for item in itertools.islice(items, 500)]
    assert times == sorted(set(times)) and len(times) == 500
