"""What is exported keeps to botocore's own model of the service, maxima and patterns included."""

import json
from pathlib import Path

import botocore.session
import pytest
from cases import cases, exports
from service_model import violations

MODEL = botocore.session.get_session().get_service_model("ssm")
SHAPES = {
    operation: MODEL.operation_model(f"{operation.capitalize()}MaintenanceWindow").input_shape
    for operation in ("create", "update")
}
REFUSED = [case for case in cases() if not case["valid"]]


@pytest.mark.parametrize("export", exports(), ids=lambda export: f"{export.operation}-{export.id}")
def test_every_exported_json_keeps_to_the_model_and_is_the_request(export):
    exported = json.loads(export.json)
    assert list(violations(SHAPES[export.operation], exported)) == []
    assert exported == export.request


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: f"{case['operation']}-{case['id']}")
def test_what_violates_the_model_is_refused_by_window_planner_too(case):
    """Window Planner's own tests say that these are refused; here, that the model agrees on why."""
    found = {constraint for _, constraint in violations(SHAPES[case["operation"]], case["request"])}
    expected = case.get("violates")
    assert expected in found if expected else found == set()


def test_the_model_has_the_members_that_window_planner_knows():
    """A new member in AWS's API makes this fail: then it is time to add it."""
    assert set(SHAPES["create"].members) == {
        "Name", "Description", "StartDate", "EndDate", "Schedule", "ScheduleTimezone", "ScheduleOffset",
        "Duration", "Cutoff", "AllowUnassociatedTargets", "ClientToken", "Tags",
    }  # fmt: skip
    update_only = {"WindowId", "Enabled", "Replace"}
    assert set(SHAPES["update"].members) - update_only == set(SHAPES["create"].members) - {"ClientToken", "Tags"}


def test_the_copy_of_the_model_is_what_botocore_has():
    """The core's table of shapes is generated from the copy; CONTRIBUTING.md says how to take over a newer one."""
    copy = json.loads((Path(__file__).parents[2] / "cases" / "ssm-model.json").read_text("utf-8"))
    loaded = botocore.session.get_session().get_component("data_loader").load_service_model("ssm", "service-2")
    original = without_documentation(loaded)
    operations = {name for name in original["operations"] if "MaintenanceWindow" in name}
    assert set(copy["operations"]) == operations
    for name in operations:
        for part in ("input", "output", "errors"):
            assert copy["operations"][name][part] == original["operations"][name][part], name
    for name, shape in copy["shapes"].items():
        assert shape == original["shapes"][name], name


def without_documentation(value):
    if isinstance(value, dict):
        return {
            name: without_documentation(part)
            for name, part in value.items()
            if name != "documentation" or not isinstance(part, str)
        }
    return [without_documentation(part) for part in value] if isinstance(value, list) else value
