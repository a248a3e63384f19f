//! `GetMaintenanceWindowTask`

use super::{task, told_limits};
use crate::operations::{Call, Operation, OperationError, window};
use crate::plan::{
    AlarmConfiguration, CutoffBehavior, LoggingInfo, Plan, Target, TaskInvocationParameters,
    TaskParameterValues, TaskType,
};
use crate::record::{ByName, Record};

/// What `GetMaintenanceWindowTask` takes.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct GetMaintenanceWindowTaskRequest {
    /// The window's id.
    pub window_id: String,
    /// The task's id.
    pub window_task_id: String,
}

/// What `GetMaintenanceWindowTask` answers.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct GetMaintenanceWindowTaskResult {
    /// The window's id.
    pub window_id: String,
    /// The task's id.
    pub window_task_id: String,
    /// What it runs on.
    pub targets: Vec<Target>,
    /// The document, function or state machine.
    pub task_arn: String,
    /// The role that runs it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service_role_arn: Option<String>,
    /// What kind of thing it is.
    pub task_type: TaskType,
    /// Parameters in the older form; empty where there are none, as in AWS's outputs.
    pub task_parameters: ByName<TaskParameterValues>,
    /// What it is run with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub task_invocation_parameters: Option<TaskInvocationParameters>,
    /// Lower numbers run first.
    pub priority: u64,
    /// On how many targets at once. Of a task without targets it means nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_concurrency: Option<String>,
    /// After how many errors it stops. Of a task without targets it means nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_errors: Option<String>,
    /// Where its output goes, in the older form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logging_info: Option<LoggingInfo>,
    /// The name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// What becomes of it at the cutoff.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cutoff_behavior: Option<CutoffBehavior>,
    /// The alarm that stops it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alarm_configuration: Option<AlarmConfiguration>,
}

impl Operation for GetMaintenanceWindowTaskRequest {
    const NAME: &'static str = "GetMaintenanceWindowTask";
    type Response = GetMaintenanceWindowTaskResult;

    fn perform(self, plan: &mut Plan, _: &Call) -> Result<Self::Response, OperationError> {
        let task = task(window(plan, &self.window_id)?, &self.window_task_id)?.clone();
        let limits = told_limits(&task);
        Ok(GetMaintenanceWindowTaskResult {
            window_id: self.window_id,
            window_task_id: self.window_task_id,
            targets: task.targets,
            task_arn: task.task_arn,
            service_role_arn: task.service_role_arn,
            task_type: task.task_type,
            task_parameters: task.task_parameters,
            task_invocation_parameters: task.task_invocation_parameters,
            priority: task.priority,
            max_concurrency: limits.max_concurrency,
            max_errors: limits.max_errors,
            logging_info: task.logging_info,
            name: task.name,
            description: task.description,
            cutoff_behavior: task.cutoff_behavior,
            alarm_configuration: task.alarm_configuration,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::ErrorCode;
    use crate::operations::testing::{create, does, refuses, register_target, register_task, runbook, with};
    use serde_json::json;

    const GET: &str = "GetMaintenanceWindowTask";

    #[test]
    fn a_task_is_told_as_it_was_registered() {
        let mut plan = Plan::default();
        let id = create(&mut plan, json!({}));
        let target = register_target(&mut plan, &id, json!({}));
        let whole = json!({
            "Targets": [{ "Key": "WindowTargetIds", "Values": [target] }], "MaxConcurrency": "50%", "MaxErrors": "0",
            "TaskType": "RUN_COMMAND", "Priority": 7, "CutoffBehavior": "CANCEL_TASK", "Name": "Patch",
            "ServiceRoleArn": "r", "Description": "d",
            "LoggingInfo": { "S3BucketName": "logs", "S3Region": "eu-west-1" },
            "AlarmConfiguration": { "IgnorePollAlarmFailure": false, "Alarms": [{ "Name": "stop" }] },
            "TaskParameters": { "commands": { "Values": ["df"] } },
            "TaskInvocationParameters": { "RunCommand": {
                "Comment": "", "TimeoutSeconds": 600, "Parameters": { "commands": ["df"], "none": [] },
                "CloudWatchOutputConfig": { "CloudWatchOutputEnabled": true },
                "NotificationConfig": { "NotificationEvents": ["Success"], "NotificationType": "Command" },
            } },
        });
        let task = register_task(&mut plan, &id, whole.clone());
        let answer = does(&mut plan, GET, json!({ "WindowId": id, "WindowTaskId": task }));
        let expected = with(with(runbook(&id), whole), json!({ "WindowTaskId": task }));
        assert_eq!(answer, expected);
    }

    #[test]
    fn a_task_without_targets_has_aws_placeholders() {
        let mut plan = Plan::default();
        let id = create(&mut plan, json!({}));
        let task = register_task(&mut plan, &id, json!({}));
        let answer = does(&mut plan, GET, json!({ "WindowId": id, "WindowTaskId": task }));
        let expected = json!({
            "WindowTaskId": task, "Targets": [], "TaskParameters": {}, "Priority": 0,
            "MaxConcurrency": "1", "MaxErrors": "1",
        });
        assert_eq!(answer, with(runbook(&id), expected));
        let missing = json!({ "WindowId": id, "WindowTaskId": "6027b513-64fe-4cf0-be7d-1191a0000001" });
        assert_eq!(refuses(&mut plan, GET, missing).code, ErrorCode::DoesNotExist);
    }
}
