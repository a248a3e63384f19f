"""CloudFormation's linter and HashiCorp's own parser read what is exported, and find the values in it again."""

import ast
import random
import re
import unicodedata

import pygohcl
import pytest
import yaml
from cases import exported, exports
from cfnlint.api import ManualArgs, lint
from cfnlint.decode.cfn_yaml import loads as decode

# What describes no window, and so stands in a comment at most.
NOT_DESCRIBED = {"ClientToken", "Enabled", "Replace", "WindowId"}
each_export = pytest.mark.parametrize("export", exports(), ids=lambda export: f"{export.operation}-{export.id}")


def described(export):
    """What the resource has to say."""
    return {name: value for name, value in export.request.items() if name not in NOT_DESCRIBED}


def resource(template):
    """The one resource of a template."""
    [(logical_id, resource)] = template["Resources"].items()
    assert re.fullmatch("[A-Za-z0-9]{1,255}", logical_id)
    assert resource["Type"] == "AWS::SSM::MaintenanceWindow"
    return resource


@each_export
def test_a_template_reads_back_with_the_same_values(export):
    expected = described(export)
    if "{{resolve:" in expected.get("Description", ""):
        # CloudFormation would replace it, and knows no escape.
        assert "# Description is left out" in export.cloudformation
        del expected["Description"]
    assert resource(yaml.safe_load(export.cloudformation))["Properties"] == expected
    assert resource(decode(export.cloudformation))["Properties"] == expected


def test_no_template_of_a_window_is_found_fault_with():
    """All resources in one template, which saves most of the linter's time."""
    created = [export for export in exports() if export.operation == "create"]
    resources = {f"Window{index}": resource(yaml.safe_load(export.cloudformation)) for index, export in enumerate(created)}
    assert lint(yaml.safe_dump({"Resources": resources}), config=ManualArgs(regions=["us-east-1"])) == []


@pytest.mark.parametrize("id", ["every-member", "description-yaml-document", "description-cloudformation"])
def test_the_text_of_a_template_is_not_found_fault_with(id):
    [text] = [export.cloudformation for export in exports() if (export.operation, export.id) == ("create", id)]
    assert lint(text, config=ManualArgs(regions=["us-east-1"])) == []


@each_export
def test_a_configuration_reads_back_with_the_same_values(export):
    configuration = pygohcl.loads(export.terraform)
    [(name, window)] = configuration["resource"]["aws_ssm_maintenance_window"].items()
    assert re.fullmatch("[a-z_][a-z0-9_]*", name)
    expected = {re.sub("(?<!^)(?=[A-Z])", "_", name).lower(): value for name, value in described(export).items()}
    if "Enabled" in export.request:
        expected["enabled"] = export.request["Enabled"]
    if "tags" in expected:
        expected["tags"] = {tag["Key"]: tag["Value"] for tag in expected["tags"]}
    assert window == composed(expected)
    assert configuration.get("import", {}).get("id") == export.request.get("WindowId")


def random_texts():
    """Pieces that mean something to one format or the other, in any order; the same ones on every run."""
    pieces = [
        *"\"'`\\$%{}[]()<>#&*!|:;,-?@=~^/+_. \t\n\r\0\x07\x1b\x7f\x85\xa0\u2028\u2029\u202e\u2066\ufeff\ufffd",
        *"\U0001f6e0\U000e0041aZ9ü保", "${", "%{", "$${", "%%{", "{{", "}}", "<<", "<<~EOF\n", "\nEOF\n", ": ", " #",
        "- ", "\n---\n", "\n...\n", "!!", "\\u", "\\U", "\\x", "'''", '"""', "\\N{", "no", "null", "0x1f", "1e3", "*/",
        "//",
    ]  # fmt: skip
    chance = random.Random(20261124)
    return ["".join(chance.choices(pieces, k=chance.randint(1, 40))) for _ in range(500)]


def updates(texts):
    return [{"id": "", "operation": "update", "request": {"Description": text}, "valid": True} for text in texts]


# Made here, since a test has no home folder in which cargo would be found.
AT_RANDOM = exported(updates(random_texts()))


def test_texts_at_random_read_back():
    for export in AT_RANDOM:
        text = export.request["Description"]
        assert resource(yaml.safe_load(export.cloudformation))["Properties"] == {"Description": text}
        [window] = pygohcl.loads(export.terraform)["resource"]["aws_ssm_maintenance_window"].values()
        assert window == {"description": composed(text)}
        call = ast.parse(export.boto3).body[2].value
        assert [ast.literal_eval(keyword.value) for keyword in call.keywords] == [text]
    assert len(AT_RANDOM) == 500


def composed(value):
    """As HCL keeps text: in Unicode's form NFC."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, dict):
        return {composed(key): composed(member) for key, member in value.items()}
    if isinstance(value, list):
        return [composed(item) for item in value]
    return value
