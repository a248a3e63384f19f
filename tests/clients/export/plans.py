"""Plans as they are exported, and what each format is to make of them."""

import json
import subprocess

import yaml
from cases import CHECKOUT

IDS = {"RegisterTargetWithMaintenanceWindow": "WindowTargetId", "RegisterTaskWithMaintenanceWindow": "WindowTaskId"}


def exported(plan):
    """The plan in every format; and its runs of January 2027, as a calendar file and comma-separated values."""
    command = ["cargo", "run", "--quiet", "--package", "window-planner-core", "--example", "export_plan"]
    given = json.dumps(plan).encode()
    return json.loads(subprocess.run(command, cwd=CHECKOUT, input=given, stdout=subprocess.PIPE, check=True).stdout)


def expected_requests(plan):
    """The operations in their order, with the plan's own ids."""
    for window in plan["Windows"]:
        of_window = {"WindowId": window["WindowId"]}
        yield "CreateMaintenanceWindow", window["Definition"]
        if not window["Enabled"]:
            yield "UpdateMaintenanceWindow", {**of_window, "Enabled": False}
        for operation, registered in [
            *(("RegisterTargetWithMaintenanceWindow", target) for target in window.get("Targets", [])),
            *(("RegisterTaskWithMaintenanceWindow", task) for task in window.get("Tasks", [])),
        ]:
            yield operation, of_window | {name: value for name, value in registered.items() if name != IDS[operation]}


def in_aws_ids(value, ids):
    """A value in which ids of the plan are those that AWS gave."""
    if isinstance(value, dict):
        return {name: in_aws_ids(part, ids) for name, part in value.items()}
    if isinstance(value, list):
        return [in_aws_ids(part, ids) for part in value]
    return ids.get(value, value) if isinstance(value, str) else value


def assert_described(plan, resources):
    """The resources of a template are the windows, targets and tasks of a plan, one after the other."""
    resources = iter(resources.items())
    for window in plan["Windows"]:
        window_id, resource = next(resources)
        definition = {name: value for name, value in window["Definition"].items() if name != "ClientToken"}
        assert resource == {"Type": "AWS::SSM::MaintenanceWindow", "Properties": literal(definition)}
        references = {}
        for target in window.get("Targets", []):
            target_id, resource = next(resources)
            references[target["WindowTargetId"]] = {"Ref": target_id}
            properties = {name: value for name, value in target.items() if name != "WindowTargetId"}
            assert resource["Properties"] == {"WindowId": {"Ref": window_id}, **literal(properties)}
        for task in window.get("Tasks", []):
            _, resource = next(resources)
            assert resource["Properties"] == {"WindowId": {"Ref": window_id}, **task_properties(task, references)}
    assert next(resources, None) is None


class Loader(yaml.SafeLoader):
    """Reads `!Ref` too."""


Loader.add_constructor("!Ref", lambda loader, node: {"Ref": loader.construct_scalar(node)})

IN_CLOUDFORMATION = {
    "RunCommand": "MaintenanceWindowRunCommandParameters",
    "Automation": "MaintenanceWindowAutomationParameters",
    "StepFunctions": "MaintenanceWindowStepFunctionsParameters",
    "Lambda": "MaintenanceWindowLambdaParameters",
    "S3BucketName": "S3Bucket",
    "S3KeyPrefix": "S3Prefix",
    "S3Region": "Region",
}


def task_properties(task, references):
    """A task as CloudFormation's schema names its members, without what cannot be said."""
    properties = literal({name: value for name, value in task.items() if name not in {"WindowTaskId", "AlarmConfiguration"}})
    for name in {"TaskInvocationParameters", "LoggingInfo"} & properties.keys():
        properties[name] = {IN_CLOUDFORMATION[key]: value for key, value in properties[name].items()}
    if "Targets" in properties:
        properties["Targets"] = with_references(properties["Targets"], references)
    return properties


def with_references(targets, references):
    return [
        {"Key": target["Key"], "Values": [references.get(value, value) for value in target["Values"]]}
        for target in targets
    ]


def literal(properties):
    """Those of which CloudFormation would replace nothing."""
    return {name: value for name, value in properties.items() if is_literal(value)}


def is_literal(value):
    if isinstance(value, str):
        return "{{resolve:" not in value
    if isinstance(value, list):
        return all(is_literal(item) for item in value)
    if isinstance(value, dict):
        is_function = any(key == "Ref" or key.startswith("Fn::") for key in value)
        return not is_function and all(is_literal(part) for part in value.values())
    return True
