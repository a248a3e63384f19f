"""The requests of `tests/cases/export-cases.json`, and what Window Planner makes of them."""

import functools
import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[3]


@dataclass(frozen=True)
class Export:
    """A valid request in every format that it is exported to."""

    id: str
    operation: str
    request: dict
    texts: dict

    @property
    def json(self):
        return self.texts["json"]

    @property
    def boto3(self):
        return self.texts["boto3"]

    @property
    def aws_cli(self):
        return self.texts["aws-cli"]

    @property
    def cloudformation(self):
        return self.texts["cloudformation"]

    @property
    def terraform(self):
        return self.texts["terraform"]


@functools.cache
def cases():
    """All cases as written, valid or not."""
    return json.loads((CHECKOUT / "tests/cases/export-cases.json").read_text(encoding="utf-8"))


@functools.cache
def exports():
    """The valid cases, exported."""
    return exported(cases())


def exported(cases):
    """The valid ones of some cases, exported."""
    command = ["cargo", "run", "--quiet", "--package", "window-planner-core", "--example", "export_cases"]
    given = json.dumps(cases).encode()
    output = subprocess.run(command, cwd=CHECKOUT, input=given, stdout=subprocess.PIPE, check=True).stdout
    return [Export(**json.loads(line)) for line in output.decode("utf-8").split("\n") if line]


def each_export(operation):
    """Runs a test once for each valid request of an operation, `create` or `update`."""
    chosen = [export for export in exports() if export.operation == operation]
    return pytest.mark.parametrize("export", chosen, ids=lambda export: export.id)
