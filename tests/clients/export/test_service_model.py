"""What is exported keeps to botocore's own model of the service, maxima and patterns included."""

import json

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
