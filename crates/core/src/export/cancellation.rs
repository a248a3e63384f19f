//! The request that cancels an execution, and the one that tells its id.

use super::described::Members;
use super::node::Node;
use super::{Format, aws_cli, boto3, json, object};
use crate::Timestamp;
use crate::plan::{ExecutionId, WindowId};

/// Writes a `CancelMaintenanceWindowExecution` out; `None` in a format that describes windows and makes
/// no requests.
///
/// ```
/// use window_planner_core::export::{Format, cancellation};
/// use window_planner_core::plan::ExecutionId;
///
/// let id = ExecutionId::parse("6027b513-64fe-4cf0-be7d-1191a0000001").unwrap();
/// assert_eq!(
///     cancellation(&id, Format::AwsCli).unwrap(),
///     "aws ssm cancel-maintenance-window-execution \\\n  --window-execution-id=6027b513-64fe-4cf0-be7d-1191a0000001\n"
/// );
/// assert_eq!(cancellation(&id, Format::Terraform), None);
/// ```
#[must_use]
pub fn cancellation(id: &ExecutionId, format: Format) -> Option<String> {
    const NAME: &str = "CancelMaintenanceWindowExecution";
    let members: Members = vec![(ID, Node::Text(id.to_string()))];
    match format {
        Format::Json => Some(json::pretty(&object(members))),
        Format::Boto3 => Some(boto3::program(NAME, &members, ID)),
        Format::AwsCli => Some(aws_cli::request(NAME, &members)),
        Format::CloudFormation | Format::Terraform => None,
    }
}

/// The member with the id of an execution.
const ID: &str = "WindowExecutionId";

/// The command of the AWS CLI that tells the executions of a window that began at an instant or later,
/// with their ids: what a cancellation takes, and nobody but AWS knows.
#[must_use]
pub fn executions_since(window: &WindowId, since: Timestamp) -> String {
    // AWS leaves out what began at the very instant.
    let after = since.plus_millis(-1000).to_string();
    let filter = vec![
        ("Key".to_owned(), Node::Text("ExecutedAfter".to_owned())),
        ("Values".to_owned(), Node::List(vec![Node::Text(after)])),
    ];
    let members: Members = vec![
        ("WindowId", Node::Text(window.to_string())),
        ("Filters", Node::List(vec![Node::Object(filter)])),
    ];
    aws_cli::request("DescribeMaintenanceWindowExecutions", &members)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cancellation_is_json_and_a_program() {
        let id = ExecutionId::parse("6027b513-64fe-4cf0-be7d-1191a0000001").unwrap();
        assert_eq!(
            cancellation(&id, Format::Json).unwrap(),
            "{\n  \"WindowExecutionId\": \"6027b513-64fe-4cf0-be7d-1191a0000001\"\n}\n"
        );
        assert_eq!(
            cancellation(&id, Format::Boto3).unwrap(),
            "import boto3\n\nssm = boto3.client(\"ssm\")\nresponse = ssm.cancel_maintenance_window_execution(\n    \
             WindowExecutionId=\"6027b513-64fe-4cf0-be7d-1191a0000001\",\n)\nprint(response[\"WindowExecutionId\"])\n"
        );
    }

    #[test]
    fn the_executions_since_an_instant_have_those_that_began_at_it() {
        let window = WindowId::parse("mw-0123456789abcdef0").unwrap();
        let since = Timestamp::parse_rfc3339("2026-11-29T10:00:00Z").unwrap();
        assert_eq!(
            executions_since(&window, since),
            "aws ssm describe-maintenance-window-executions \\\n  --window-id=mw-0123456789abcdef0 \\\n  \
             --filters='[{\"Key\":\"ExecutedAfter\",\"Values\":[\"2026-11-29T09:59:59Z\"]}]'\n"
        );
    }
}
