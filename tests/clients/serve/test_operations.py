"""Every operation, through boto3 and the AWS CLI: what they return is what was sent, and all of it is in AWS's model."""

import botocore.session
import pytest
import scenario
from answers import lacks, unlike
from callers import AwsCli, Boto3

MODEL = botocore.session.get_session().get_service_model("ssm")


@pytest.fixture(scope="module", params=["boto3", "aws-cli"])
def results(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("operations")
    clients = {"boto3": Boto3, "aws-cli": lambda url: AwsCli(url, folder)}
    return scenario.run(clients[request.param], folder / "plan.json")


@pytest.mark.parametrize("index, step", list(enumerate(scenario.CALLS)), ids=scenario.IDS)
def test_each_operation_answers_in_the_shape_of_the_model(index, step, results):
    result = results[index]
    shape = MODEL.operation_model(step["operation"]).output_shape
    assert list(unlike(shape, result.body, step.get("absent", ()))) == []
    assert result.returned == result.body
    assert list(lacks(result.expected, result.body)) == []


def test_the_steps_call_every_operation_of_maintenance_windows():
    operations = {name for name in MODEL.operation_names if "MaintenanceWindow" in name}
    assert {step["operation"] for step in scenario.CALLS} == operations
