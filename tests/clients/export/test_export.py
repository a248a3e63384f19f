"""AWS's own clients take what is exported, unchanged, and send nothing else."""

import json

from cases import each_export

OPERATIONS = {"create": "AmazonSSM.CreateMaintenanceWindow", "update": "AmazonSSM.UpdateMaintenanceWindow"}

# moto keeps these members of a window; tags are kept elsewhere.
KEPT_BY_MOTO = {
    "Name", "Description", "StartDate", "EndDate", "Schedule", "ScheduleTimezone", "ScheduleOffset",
    "Duration", "Cutoff",
}  # fmt: skip


def assert_sent(endpoint, export):
    """The one request that was sent is the exported one, member by member."""
    target, body = endpoint.take()
    assert target == OPERATIONS[export.operation]
    if "ClientToken" not in export.request:
        # The clients make one up, for their own retries.
        body.pop("ClientToken", None)
    assert body == export.request


def assert_created(ssm, window_id, export):
    """The window that moto then describes is the requested one."""
    window = ssm.get_maintenance_window(WindowId=window_id)
    kept = {name: value for name, value in export.request.items() if name in KEPT_BY_MOTO}
    assert {name: window[name] for name in kept} == kept
    tags = ssm.list_tags_for_resource(ResourceType="MaintenanceWindow", ResourceId=window_id)["TagList"]
    by_key = lambda tag: tag["Key"]  # noqa: E731
    assert sorted(tags, key=by_key) == sorted(export.request.get("Tags", []), key=by_key)


@each_export("create")
class TestCreate:
    def test_boto3_takes_the_json_as_arguments(self, export, endpoint, ssm):
        window_id = ssm.create_maintenance_window(**json.loads(export.json))["WindowId"]
        assert_sent(endpoint, export)
        assert_created(ssm, window_id, export)

    def test_the_aws_cli_takes_the_json_as_a_file(self, export, endpoint, ssm, run_aws_cli, tmp_path):
        file = tmp_path / "request.json"
        file.write_text(export.json, encoding="utf-8")
        output = run_aws_cli("ssm", "create-maintenance-window", "--cli-input-json", f"file://{file}")
        assert_sent(endpoint, export)
        assert_created(ssm, json.loads(output)["WindowId"], export)

    def test_the_program_runs(self, export, endpoint, ssm, run_program):
        window_id = run_program(export.boto3).strip()
        assert_sent(endpoint, export)
        assert_created(ssm, window_id, export)

    def test_the_command_runs_in_bash(self, export, endpoint, ssm, run_bash):
        output = run_bash(export.aws_cli)
        assert_sent(endpoint, export)
        assert_created(ssm, json.loads(output)["WindowId"], export)


@each_export("update")
class TestUpdate:
    def test_boto3_takes_the_json_as_arguments(self, export, endpoint, ssm):
        answer = ssm.update_maintenance_window(**json.loads(export.json))
        assert_sent(endpoint, export)
        assert answer["WindowId"] == export.request["WindowId"]

    def test_the_aws_cli_takes_the_json_as_a_file(self, export, endpoint, run_aws_cli, tmp_path):
        file = tmp_path / "request.json"
        file.write_text(export.json, encoding="utf-8")
        run_aws_cli("ssm", "update-maintenance-window", "--cli-input-json", f"file://{file}")
        assert_sent(endpoint, export)

    def test_the_program_runs(self, export, endpoint, run_program):
        assert run_program(export.boto3).strip() == export.request["WindowId"]
        assert_sent(endpoint, export)

    def test_the_command_runs_in_bash(self, export, endpoint, run_bash):
        run_bash(export.aws_cli)
        assert_sent(endpoint, export)
