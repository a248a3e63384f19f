"""The steps of `tests/cases/endpoint-operations.json`, which every client takes."""

import json
from dataclasses import dataclass

from server import CHECKOUT, Server

STEPS = json.loads((CHECKOUT / "tests/cases/endpoint-operations.json").read_text(encoding="utf-8"))["steps"]
CALLS = [step for step in STEPS if "operation" in step]
IDS = [f"{index:02}-{step['operation']}" for index, step in enumerate(CALLS)]


@dataclass(frozen=True)
class Result:
    """What came of a step."""

    returned: object
    body: object
    expected: object


def run(connect, plan):
    """Takes all steps with the client that `connect` makes for an address, and returns their results."""
    kept = {}
    results = []
    server = None
    try:
        for step in STEPS:
            if "clock" in step:
                if server:
                    server.stop()
                server = Server(plan, step["clock"])
                client = connect(server.url)
                continue
            returned, body = client.call(step["operation"], named(step["request"], kept))
            kept |= {name: member(body, path) for name, path in step.get("keep", {}).items()}
            results.append(Result(returned, body, named(step.get("expect", {}), kept)))
    finally:
        if server:
            server.stop()
    return results


def named(value, kept):
    """A value with what its names, such as `$window`, stand for."""
    if isinstance(value, str) and value.startswith("$") and value[1:] in kept:
        return kept[value[1:]]
    if isinstance(value, list):
        return [named(item, kept) for item in value]
    if isinstance(value, dict):
        return {name: named(member, kept) for name, member in value.items()}
    return value


def member(value, path):
    """The member of a value at a path such as `Tasks.0.Name`."""
    for part in path.split("."):
        value = value[int(part)] if isinstance(value, list) else value[part]
    return value
