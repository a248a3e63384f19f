"""The texts of `tests/cases/hostile.json`, a plan that has each of them everywhere, and requests that do."""

import base64
import json

from cases import CHECKOUT


def text_of(written):
    """A text as it stands in the table or is made of parts there."""
    if isinstance(written, str):
        return written
    if isinstance(written, list):
        return "".join(text_of(part) for part in written)
    if "unit" in written:
        # Half of a character, which becomes U+FFFD where it enters Window Planner.
        return "\ufffd"
    return written["of"] * written["times"]


TEXTS = {
    case["id"]: text_of(case["text"])
    for case in json.loads((CHECKOUT / "tests/cases/hostile.json").read_text(encoding="utf-8"))["texts"]
}


def uuid(number, kind):
    return f"{kind:08x}-0000-4000-8000-{number:012x}"


def window(number, text):
    """A window that runs on New Year's Day of 2027, with the text in all that can have one."""
    target = uuid(number, 1)
    own = {"Targets": [{"Key": "WindowTargetIds", "Values": [target]}], "Priority": 1, "Name": text, "Description": text}
    tasks = [
        {"TaskType": "RUN_COMMAND", "TaskArn": text, "ServiceRoleArn": text, "MaxConcurrency": text, "MaxErrors": text}
        | {"TaskInvocationParameters": {"RunCommand": {"Comment": text, "Parameters": {text: [text, text]}}}},
        {"TaskType": "AUTOMATION", "TaskArn": "AWS-RestartEC2Instance"}
        | {"TaskInvocationParameters": {"Automation": {"DocumentVersion": text, "Parameters": {text: [text]}}}},
        {"TaskType": "STEP_FUNCTIONS", "TaskArn": "arn:aws:states:us-east-1:111122223333:stateMachine:Batch"}
        | {"TaskInvocationParameters": {"StepFunctions": {"Input": text, "Name": text}}},
        {"TaskType": "LAMBDA", "TaskArn": "arn:aws:lambda:us-east-1:111122223333:function:report"}
        | {"TaskInvocationParameters": {"Lambda": {"ClientContext": text, "Payload": base64.b64encode(text.encode()).decode()}}},
    ]
    return {
        "WindowId": f"mw-{number:017x}",
        "CreatedDate": "2026-11-24T10:00:00Z",
        "Enabled": True,
        "Definition": {
            "Name": text, "Description": text, "Schedule": "cron(0 2 1 JAN ? *)", "Duration": 2, "Cutoff": 1,
            "AllowUnassociatedTargets": False, "ClientToken": text, "Tags": [{"Key": text, "Value": text}],
        },
        "Targets": [
            {
                "WindowTargetId": target, "ResourceType": "INSTANCE", "Name": text, "Description": text,
                "OwnerInformation": text, "Targets": [{"Key": f"tag:{text}", "Values": [text, text]}],
            }
        ],
        "Tasks": [{"WindowTaskId": uuid(number, kind + 2), **own, **task} for kind, task in enumerate(tasks)],
    }  # fmt: skip


# No place of a task or a target takes more than 4,096 characters but its parameters: what is longer is in requests.
PLAN = {
    "Version": 2,
    "Windows": [window(number, text) for number, text in enumerate(TEXTS.values(), 1) if len(text) <= 4096],
}

# A schedule has the text, too: what is written out need not be complete or valid.
CREATE = {
    name: {
        "Name": text, "Description": text, "StartDate": text, "EndDate": text, "Schedule": text,
        "ScheduleTimezone": text, "Duration": 2, "Cutoff": 1, "AllowUnassociatedTargets": False,
        "ClientToken": text, "Tags": [{"Key": text, "Value": text}],
    }
    for name, text in TEXTS.items()
}  # fmt: skip
