//! `GetMaintenanceWindowExecution`

use super::{execution, task_execution_id};
use crate::operations::{Call, EpochSeconds, Operation, OperationError};
use crate::plan::{ExecutionStatus, Plan};
use crate::record::Record;

/// What `GetMaintenanceWindowExecution` takes.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct GetMaintenanceWindowExecutionRequest {
    /// The execution's id.
    pub window_execution_id: String,
}

/// What `GetMaintenanceWindowExecution` answers.
#[derive(Clone, Debug, PartialEq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct GetMaintenanceWindowExecutionResult {
    /// The execution's id.
    pub window_execution_id: String,
    /// The ids of the tasks' parts in it.
    pub task_ids: Vec<String>,
    /// How it is doing.
    pub status: ExecutionStatus,
    /// What there is to say beside the status.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status_details: Option<String>,
    /// When it began.
    pub start_time: EpochSeconds,
    /// When it ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_time: Option<EpochSeconds>,
}

impl Operation for GetMaintenanceWindowExecutionRequest {
    const NAME: &'static str = "GetMaintenanceWindowExecution";
    type Response = GetMaintenanceWindowExecutionResult;

    fn perform(self, plan: &mut Plan, call: &Call) -> Result<Self::Response, OperationError> {
        let execution = execution(plan, &self.window_execution_id, call.now)?;
        let parts = execution.tasks();
        Ok(GetMaintenanceWindowExecutionResult {
            window_execution_id: self.window_execution_id,
            task_ids: parts.iter().map(|part| task_execution_id(&execution, part).into()).collect(),
            status: execution.status(call.now),
            status_details: execution.status_details(call.now).map(str::to_owned),
            start_time: execution.occurrence.start.into(),
            end_time: execution.end(call.now).map(EpochSeconds::from),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::testing::{at, create, does_at};
    use crate::plan::ExecutionId;
    use serde_json::json;

    #[test]
    fn an_execution_without_tasks_is_told_as_aws_tells_it() {
        let mut plan = Plan::default();
        create(&mut plan, json!({}));
        let id = ExecutionId::of(&plan.windows[0].id, at("2026-11-29T07:00:00Z")).to_string();
        let request = json!({ "WindowExecutionId": id });
        let get = "GetMaintenanceWindowExecution";
        let expected = json!({
            "WindowExecutionId": id, "TaskIds": [], "Status": "IN_PROGRESS", "StartTime": 1_795_935_600.0,
        });
        assert_eq!(does_at(&mut plan, get, request.clone(), at("2026-11-29T07:00:00Z")), expected);
        let expected = json!({
            "WindowExecutionId": id, "TaskIds": [], "Status": "SUCCESS", "StatusDetails": "No tasks to execute.",
            "StartTime": 1_795_935_600.0, "EndTime": 1_795_950_000.0,
        });
        assert_eq!(does_at(&mut plan, get, request, at("2026-11-30T00:00:00Z")), expected);
    }
}
