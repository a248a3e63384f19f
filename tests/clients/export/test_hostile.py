"""Each hostile text, in every place of every export, is read back by the format's own reader as it was.

The AWS CLI and boto3 stand for themselves in the other tests; here a function in the shell and a module in
Python take down what they are called with, for every text there is.
"""

import ast
import base64
import csv
import io
import json
import re
import subprocess
import sys
import types

import botocore.session
import icalendar
import pygohcl
import pytest
import yaml
from botocore import xform_name
from cases import exported as exported_requests
from cfnlint.decode.cfn_yaml import loads as decode
from hostile import CREATE, PLAN, TEXTS
from plans import IDS, Loader, assert_described, expected_requests, exported, in_aws_ids, literal
from test_templates import composed

MODEL = botocore.session.get_session().get_service_model("ssm")
OPERATIONS = [name for name in MODEL.operation_names if "MaintenanceWindow" in name]
SNAKE = {xform_name(name): name for name in OPERATIONS}
KEBAB = {xform_name(name, "-"): name for name in OPERATIONS}

# Made here, since a test has no home folder in which cargo would be found.
EXPORTED = exported(PLAN)
REQUESTS = exported_requests(
    [{"id": name, "operation": "create", "request": request, "valid": True} for name, request in CREATE.items()]
)


@pytest.fixture(scope="module")
def read_back(request):
    """Counts what was read back, and tells it in the end."""
    counts = []
    yield counts.append
    capture = request.config.pluginmanager.get_plugin("capturemanager")
    with capture.global_and_fixture_disabled():
        print(f"\n{len(TEXTS)} hostile texts, {sum(counts)} exports of them read back")


def assert_made(plan, calls):
    """The calls, each with its members and the id that was answered, make the plan."""
    ids = {}
    own = iter([id for window in plan["Windows"] for id in [window["WindowId"], window["Targets"][0]["WindowTargetId"]]])
    for (operation, expected), (called, members, answered) in zip(expected_requests(plan), calls, strict=True):
        assert called == operation
        assert members == in_aws_ids(expected, ids)
        if operation != "RegisterTaskWithMaintenanceWindow":
            ids[next(own)] = answered


# --- JSON


def test_json(read_back):
    plan = json.loads(EXPORTED["json"])
    kept = [{name: window[name] for name in ("Definition", "Targets", "Tasks")} for window in plan["Windows"]]
    assert kept == [{name: window[name] for name in kept[0]} for window in PLAN["Windows"]]
    for export in REQUESTS:
        assert json.loads(export.json) == export.request
        read_back(1)
    read_back(len(kept))


# --- Python


class Boto3(types.ModuleType):
    """In boto3's place: it takes calls down."""

    def __init__(self):
        super().__init__("boto3")
        self.calls = []

    def client(self, service):
        assert service == "ssm"
        return self

    def __getattr__(self, name):
        if name not in SNAKE:
            raise AttributeError(name)

        def call(**members):
            answered = f"id-{len(self.calls)}"
            self.calls.append((SNAKE[name], with_payload_in_base64(members), answered))
            return dict.fromkeys(["WindowId", *IDS.values()], answered)

        return call


def with_payload_in_base64(value):
    if isinstance(value, dict):
        return {name: with_payload_in_base64(part) for name, part in value.items()}
    return base64.b64encode(value).decode() if isinstance(value, bytes) else value


def run_python(text, monkeypatch):
    """What the program calls. It is run from a file, as people run it: so its encoding and its lines count."""
    module = Boto3()
    monkeypatch.setitem(sys.modules, "boto3", module)
    exec(compile(text.encode(), "program.py", "exec"), {"__name__": "__main__"})  # noqa: S102
    return module.calls


def test_python(empty_folder, monkeypatch, read_back):
    assert_made(PLAN, run_python(EXPORTED["boto3"], monkeypatch))
    for export in REQUESTS:
        [(operation, members, _)] = run_python(export.boto3, monkeypatch)
        assert (operation, members) == ("CreateMaintenanceWindow", export.request)
        ast.parse(export.boto3)
        read_back(1)
    read_back(len(PLAN["Windows"]))


# --- Shells

# In the place of the program: no argument is too long for a function. The arguments and the answer go to a file,
# each with a NUL behind it, which no argument can have.
AWS = """
aws() {
  if [ "$1" = --version ]; then echo aws-cli/2.0.0; return; fi
  answer=id-$(($(wc -c < "$CALLS")))
  printf '%s\\0' "$#" "$@" "$answer" >> "$CALLS"
  echo "$answer"
}
"""


def run_shell(shell, text, tmp_path):
    """What the script calls the AWS CLI with."""
    calls, script = tmp_path / "calls", tmp_path / "script"
    calls.write_bytes(b"")
    script.write_text(AWS + text, encoding="utf-8", newline="")
    environment = {"CALLS": str(calls), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    finished = subprocess.run([*shell, script], env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    assert (finished.returncode, finished.stderr) == (0, b"")
    words = iter(calls.read_bytes().decode("utf-8").split("\0"))
    return [called([next(words) for _ in range(int(count))], next(words)) for count in words if count]


def called(arguments, answered):
    """The operation and its members, as the AWS CLI reads options."""
    service, command, *options = arguments
    assert service == "ssm"
    operation = KEBAB[command]
    shapes = MODEL.operation_model(operation).input_shape.members
    names = {xform_name(name, "-"): name for name in shapes}
    members, options = {}, iter(options)
    for option in options:
        assert option.startswith("--")
        name, _, value = option.removeprefix("--").partition("=")
        if name == "cli-input-json":
            members |= json.loads(next(options))
        elif name.removeprefix("no-") in names and "=" not in option:
            members[names[name.removeprefix("no-")]] = not name.startswith("no-")
        elif name in names:
            is_text = shapes[names[name]].type_name == "string"
            # It would load another file.
            assert not value.startswith(("file://", "fileb://", "http://", "https://"))
            members[names[name]] = value if is_text else json.loads(value)
        else:
            assert name in ("query", "output")
    return operation, members, answered


@pytest.mark.parametrize("shell", [["bash"], ["sh"]], ids=lambda shell: shell[0])
def test_shell(shell, empty_folder, tmp_path, read_back):
    assert_made(PLAN, run_shell(shell, EXPORTED["aws-cli"], tmp_path))
    calls = run_shell(shell, "".join(export.aws_cli for export in REQUESTS), tmp_path)
    assert [members for _, members, _ in calls] == [export.request for export in REQUESTS]
    read_back(len(PLAN["Windows"]) + len(REQUESTS))


def test_shell_with_a_history(empty_folder, tmp_path, read_back):
    """As where a command is pasted: an exclamation mark there calls what was typed before."""
    history = "set -o history -o histexpand\n"
    with pytest.raises(AssertionError, match="event not found"):
        run_shell(["bash"], f'{history}aws ssm create-maintenance-window --name="!!"\n', tmp_path)
    calls = run_shell(["bash"], history + "".join(export.aws_cli for export in REQUESTS), tmp_path)
    assert [members for _, members, _ in calls] == [export.request for export in REQUESTS]
    read_back(len(REQUESTS))


# --- CloudFormation


def test_cloudformation(read_back):
    assert_described(PLAN, yaml.load(EXPORTED["cloudformation"], Loader)["Resources"])  # noqa: S506
    assert_described(PLAN, decode(EXPORTED["cloudformation"])["Resources"])
    read_back(2 * len(PLAN["Windows"]))
    for export in REQUESTS:
        # What it would replace is left out, and the template says so.
        described = literal({name: value for name, value in export.request.items() if name != "ClientToken"})
        for template in [yaml.load(export.cloudformation, Loader), decode(export.cloudformation)]:  # noqa: S506
            [resource] = template["Resources"].values()
            assert resource["Properties"] == described
            read_back(1)
        for name in export.request.keys() - described.keys():
            assert f"# {name} is left out" in export.cloudformation


# --- Terraform


def snake(members):
    return {re.sub("(?<!^)(?=[A-Z])", "_", name).lower(): value for name, value in members.items()}


def terraform_window(definition):
    tags = {tag["Key"]: tag["Value"] for tag in definition["Tags"]}
    return snake({name: value for name, value in definition.items() if name != "ClientToken"} | {"Tags": tags})


def terraform_target(target):
    members = {name: value for name, value in target.items() if name != "WindowTargetId"}
    if len(target["Description"]) < 3:
        del members["Description"]
    return snake(members | {"Targets": snake(target["Targets"][0])})


def terraform_task(task):
    members = {name: value for name, value in task.items() if name not in ("WindowTaskId", "Targets")}
    [(kind, parameters)] = task["TaskInvocationParameters"].items()
    parameters = snake(parameters)
    for name, values in parameters.pop("parameters", {}).items():
        parameters["parameter"] = {"name": name, "values": values}
    if "payload" in parameters:
        parameters["payload"] = f'base64decode("{parameters["payload"]}")'
    [kind] = snake({kind: None})
    return snake(members | {"TaskInvocationParameters": {f"{kind}_parameters": parameters}})


def test_terraform(read_back):
    resources = pygohcl.loads(EXPORTED["terraform"])["resource"]
    windows = {window["description"]: (label, window) for label, window in resources["aws_ssm_maintenance_window"].items()}
    targets = list(resources["aws_ssm_maintenance_window_target"].items())
    tasks = list(resources["aws_ssm_maintenance_window_task"].values())
    for expected in PLAN["Windows"]:
        label, window = windows[composed(expected["Definition"]["Description"])]
        assert window == composed(terraform_window(expected["Definition"]))
        of_window = {"window_id": f"aws_ssm_maintenance_window.{label}.id"}
        [(target_label, target)] = [(label, it) for label, it in targets if it["window_id"] == of_window["window_id"]]
        assert target == composed(of_window | terraform_target(expected["Targets"][0]))
        on_target = {"targets": {"key": "WindowTargetIds", "values": [f"aws_ssm_maintenance_window_target.{target_label}.id"]}}
        of_type = {task["task_type"]: task for task in tasks if task["window_id"] == of_window["window_id"]}
        assert len(of_type) == len(expected["Tasks"])
        for task in expected["Tasks"]:
            assert of_type[task["TaskType"]] == composed(of_window | on_target | terraform_task(task))
        read_back(1)
    for export in REQUESTS:
        [window] = pygohcl.loads(export.terraform)["resource"]["aws_ssm_maintenance_window"].values()
        assert window == composed(terraform_window(export.request))
        read_back(1)


# --- Runs


def test_comma_separated_values(read_back):
    """A name that a spreadsheet would take for a formula has one mark before it, which is taken away again."""
    lines = [*csv.DictReader(io.StringIO(EXPORTED["csv"], newline=""))]
    names = [re.sub(r"^'(?='*[=+\-@\t\r\n])", "", line["window"]) for line in lines]
    assert names == [window["Definition"]["Name"] for window in PLAN["Windows"]]
    assert not any(value.startswith(tuple("=+-@\t\r\n")) for line in lines for value in line.values())
    read_back(len(names))


def test_calendar(read_back):
    """But for line ends, which are all of one kind, and control characters, which have no form: no name has either."""
    text = EXPORTED["icalendar"]
    events = icalendar.Calendar.from_ical(text).walk("VEVENT")
    names = [window["Definition"]["Name"] for window in PLAN["Windows"]]
    assert [str(event["SUMMARY"]) for event in events] == [without_controls(name) for name in names]
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    read_back(len(names))


def without_controls(name):
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", "", name.replace("\r\n", "\n").replace("\r", "\n"))
