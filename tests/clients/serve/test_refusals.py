"""Wrong requests, with boto3's and the AWS CLI's own checks off: AWS's codes, and AWS's words where they are known."""

import json

import pytest
import scenario
from callers import AwsCli, Boto3, Refused
from server import CHECKOUT, Server

CASES = json.loads((CHECKOUT / "tests/cases/endpoint-refusals.json").read_text(encoding="utf-8"))["cases"]
WINDOW = {"Name": "abc", "Schedule": "rate(7 days)", "Duration": 2, "Cutoff": 1, "AllowUnassociatedTargets": True}


@pytest.fixture(scope="module")
def account(tmp_path_factory):
    """The address of a server, and the ids of what is there."""
    with Server(tmp_path_factory.mktemp("refusals") / "plan.json", "2026-11-24T10:00:00Z") as server:
        ssm = Boto3(server.url).client
        window = {"WindowId": ssm.create_maintenance_window(**WINDOW, ClientToken="used")["WindowId"]}
        target = ssm.register_target_with_maintenance_window(
            **window, ResourceType="INSTANCE", Targets=[{"Key": "tag:Role", "Values": ["web"]}]
        )
        ssm.register_task_with_maintenance_window(
            **window,
            Targets=[{"Key": "WindowTargetIds", "Values": [target["WindowTargetId"]]}],
            TaskArn="AWS-RunShellScript",
            TaskType="RUN_COMMAND",
            MaxConcurrency="1",
            MaxErrors="1",
        )
        yield server.url, {"window": window["WindowId"], "target": target["WindowTargetId"]}


@pytest.fixture(scope="module", params=[Boto3, AwsCli], ids=lambda client: client.name)
def client(request, account, tmp_path_factory):
    """A client that sends whatever it is given."""
    url, _ = account
    folder = [tmp_path_factory.mktemp("requests")] if request.param is AwsCli else []
    return request.param(url, *folder, validates=False)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_wrong_request_gets_the_code_of_aws(case, account, client):
    request = case["request"] if "request" in case else WINDOW | case["change"]
    with pytest.raises(Refused) as refused:
        client.call(case["operation"], scenario.named(request, account[1]))
    assert refused.value.code == case["code"]
    if "message" in case:
        assert refused.value.message == case["message"]
