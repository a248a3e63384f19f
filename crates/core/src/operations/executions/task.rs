//! `GetMaintenanceWindowExecutionTask`

use super::{Progress, execution, task_execution};
use crate::operations::tasks::told_limits;
use crate::operations::{Call, EpochSeconds, Operation, OperationError};
use crate::plan::{AlarmConfiguration, ExecutionStatus, Plan, TaskParameterValues, TaskType};
use crate::record::{ByName, Record};

/// What `GetMaintenanceWindowExecutionTask` takes.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct GetMaintenanceWindowExecutionTaskRequest {
    /// The execution's id.
    pub window_execution_id: String,
    /// The id of the task's part in it.
    pub task_id: String,
}

/// What `GetMaintenanceWindowExecutionTask` answers.
#[derive(Clone, Debug, PartialEq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct GetMaintenanceWindowExecutionTaskResult {
    /// The execution's id.
    pub window_execution_id: String,
    /// The id of the part.
    pub task_execution_id: String,
    /// The document, function or state machine.
    pub task_arn: String,
    /// The role that runs it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service_role: Option<String>,
    /// What kind of thing it is.
    #[serde(rename = "Type")]
    pub task_type: TaskType,
    /// Parameters in the older form.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub task_parameters: Vec<ByName<TaskParameterValues>>,
    /// Lower numbers run first.
    pub priority: u64,
    /// On how many targets at once. Of a task without targets it means nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_concurrency: Option<String>,
    /// After how many errors it stops. Of a task without targets it means nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_errors: Option<String>,
    /// How it is doing.
    pub status: ExecutionStatus,
    /// When it began.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_time: Option<EpochSeconds>,
    /// When it ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_time: Option<EpochSeconds>,
    /// The alarm that stops it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alarm_configuration: Option<AlarmConfiguration>,
}

impl Operation for GetMaintenanceWindowExecutionTaskRequest {
    const NAME: &'static str = "GetMaintenanceWindowExecutionTask";
    type Response = GetMaintenanceWindowExecutionTaskResult;

    fn perform(self, plan: &mut Plan, call: &Call) -> Result<Self::Response, OperationError> {
        let execution = execution(plan, &self.window_execution_id, call.now)?;
        let part = task_execution(&execution, &self.task_id)?;
        let progress = Progress::of(&part, call.now);
        let limits = told_limits(part.task);
        let task = part.task.clone();
        Ok(GetMaintenanceWindowExecutionTaskResult {
            window_execution_id: self.window_execution_id,
            task_execution_id: self.task_id,
            task_arn: task.task_arn,
            service_role: task.service_role_arn,
            task_type: task.task_type,
            task_parameters: Some(task.task_parameters)
                .filter(|given| !given.is_empty())
                .into_iter()
                .collect(),
            priority: task.priority,
            max_concurrency: limits.max_concurrency,
            max_errors: limits.max_errors,
            status: progress.status,
            start_time: progress.start,
            end_time: progress.end,
            alarm_configuration: task.alarm_configuration,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::ErrorCode;
    use crate::operations::call;
    use crate::operations::testing::{at, create, does_at, register_task, with};
    use crate::plan::ExecutionId;
    use serde_json::json;

    const GET: &str = "GetMaintenanceWindowExecutionTask";

    #[test]
    fn a_part_is_the_task_with_its_progress() {
        let mut plan = Plan::default();
        let window = create(&mut plan, json!({}));
        register_task(
            &mut plan,
            &window,
            json!({ "Priority": 3, "TaskParameters": { "a": { "Values": ["b"] } } }),
        );
        let id = ExecutionId::of(&plan.windows[0].id, at("2026-11-29T07:00:00Z")).to_string();
        let now = at("2026-11-29T07:00:00Z");
        let execution =
            does_at(&mut plan, "GetMaintenanceWindowExecution", json!({ "WindowExecutionId": id }), now);
        let request = json!({ "WindowExecutionId": id, "TaskId": execution["TaskIds"][0] });
        let expected = json!({
            "WindowExecutionId": id, "TaskExecutionId": execution["TaskIds"][0], "TaskArn": "AWS-StopEC2Instance",
            "Type": "AUTOMATION", "TaskParameters": [{ "a": { "Values": ["b"] } }], "Priority": 3,
            "MaxConcurrency": "1", "MaxErrors": "1", "Status": "IN_PROGRESS", "StartTime": 1_795_935_600.0,
        });
        assert_eq!(does_at(&mut plan, GET, request.clone(), now), expected);
        let wrong = with(request, json!({ "TaskId": "6027b513-64fe-4cf0-be7d-1191a0000001" }));
        assert_eq!(call(&mut plan, GET, wrong, now).unwrap_err().code, ErrorCode::DoesNotExist);
    }
}
