"""A whole plan, with targets and tasks, as AWS's clients carry it out and as templates describe it."""

import base64
import json

import pygohcl
import yaml
from cases import CHECKOUT
from cfnlint.api import ManualArgs, lint
from plans import Loader, assert_described, expected_requests, exported

PLAN = json.loads((CHECKOUT / "tests/cases/export-plan.json").read_text(encoding="utf-8"))


def without_payloads(plan):
    """Version 1 of the AWS CLI, which these tests have, takes payloads otherwise."""
    windows = [
        {**window, "Tasks": [task for task in window.get("Tasks", []) if task["TaskType"] != "LAMBDA"]}
        for window in plan["Windows"]
    ]
    return {**plan, "Windows": windows}


# Made here, since a test has no home folder in which cargo would be found.
TEXTS = exported(PLAN)
FOR_VERSION_1 = without_payloads(PLAN)
SCRIPT_FOR_VERSION_1 = exported(FOR_VERSION_1)["aws-cli"]


def assert_carried_out(endpoint, plan, ssm, printed):
    """What was sent is the plan, with the ids that were given in place of the plan's."""
    windows = printed.split()
    assert len(windows) == len(plan["Windows"])
    new_ids = dict(zip((window["WindowId"] for window in plan["Windows"]), windows, strict=True))
    for window in plan["Windows"]:
        made = ssm.describe_maintenance_window_targets(WindowId=new_ids[window["WindowId"]])["Targets"]
        for target, new in zip(window.get("Targets", []), made, strict=True):
            new_ids[target["WindowTargetId"]] = new["WindowTargetId"]
    expected = json.dumps([*expected_requests(plan)])
    for old, new in new_ids.items():
        expected = expected.replace(old, new)
    asked = [request for request in endpoint.requests if "Describe" not in request[0]]
    sent = [[target.removeprefix("AmazonSSM."), body] for target, body in asked]
    for _, body in sent:
        # The clients make one up, for their own retries.
        body.pop("ClientToken", None)
    assert sent == json.loads(expected)


def test_the_program_makes_the_plan(endpoint, ssm, run_program):
    assert_carried_out(endpoint, PLAN, ssm, run_program(TEXTS["boto3"]))


def test_the_script_makes_the_plan(endpoint, ssm, run_shell):
    assert_carried_out(endpoint, FOR_VERSION_1, ssm, run_shell("sh", SCRIPT_FOR_VERSION_1).stdout.decode())


def test_a_script_with_a_payload_does_nothing_under_version_1(endpoint, run_shell):
    finished = run_shell("sh", TEXTS["aws-cli"], code=1)
    assert finished.stderr == b"This script needs version 2 of the AWS CLI.\n"
    assert endpoint.requests == []


def test_a_script_stops_where_something_fails(endpoint, run_shell, monkeypatch):
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    finished = run_shell("sh", SCRIPT_FOR_VERSION_1, code=None)
    assert finished.returncode != 0 and finished.stdout == b"" and finished.stderr.count(b"Could not connect") == 1


def test_the_template_is_not_found_fault_with():
    assert lint(TEXTS["cloudformation"], config=ManualArgs(regions=["us-east-1"])) == []


def test_the_template_describes_the_plan():
    assert_described(PLAN, yaml.load(TEXTS["cloudformation"], Loader)["Resources"])  # noqa: S506


def test_the_configuration_describes_the_plan():
    """Names and values that are the same in both; the snapshots in Rust show the rest."""
    resources = pygohcl.loads(TEXTS["terraform"])["resource"]
    windows = resources["aws_ssm_maintenance_window"].values()
    descriptions = {window["Definition"].get("Description") for window in PLAN["Windows"]}
    assert {window.get("description") for window in windows} == descriptions
    assert [window.get("enabled") for window in windows].count(False) == 1
    [target] = [target for target in resources["aws_ssm_maintenance_window_target"].values() if "_2." in target["window_id"]]
    [hostile] = PLAN["Windows"][1]["Targets"]
    assert target["targets"] == {"key": "tag:a b", "values": hostile["Targets"][0]["Values"]}
    assert target["owner_information"] == hostile["OwnerInformation"]
    tasks = resources["aws_ssm_maintenance_window_task"]
    [batch] = [task for task in tasks.values() if task["task_type"] == "STEP_FUNCTIONS"]
    assert batch["task_invocation_parameters"]["step_functions_parameters"]["input"] == hostile["OwnerInformation"]
    own, stranger = batch["targets"]["values"]
    assert own.startswith("aws_ssm_maintenance_window_target.") and stranger.startswith("91111111-")
    adopted = pygohcl.loads(TEXTS["terraform"])["import"]
    assert {block["to"].split(".")[0] for block in adopted} == set(resources)
    payload = tasks["report"]["task_invocation_parameters"]["lambda_parameters"]["payload"]
    assert json.loads(base64.b64decode(payload.split('"')[1])) == {"window": "{{WINDOW_ID}}"}
