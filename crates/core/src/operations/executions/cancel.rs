//! `CancelMaintenanceWindowExecution`

use super::execution;
use crate::operations::{Call, Operation, OperationError, window_mut};
use crate::plan::Plan;
use crate::record::Record;

/// What `CancelMaintenanceWindowExecution` takes.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct CancelMaintenanceWindowExecutionRequest {
    /// The id of an execution that is in progress. One that has ended stays as it is.
    pub window_execution_id: String,
}

/// What `CancelMaintenanceWindowExecution` answers.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct CancelMaintenanceWindowExecutionResult {
    /// The id that was given.
    pub window_execution_id: String,
}

impl Operation for CancelMaintenanceWindowExecutionRequest {
    const NAME: &'static str = "CancelMaintenanceWindowExecution";
    const WRITES: bool = true;
    type Response = CancelMaintenanceWindowExecutionResult;

    fn perform(self, plan: &mut Plan, call: &Call) -> Result<Self::Response, OperationError> {
        let execution = execution(plan, &self.window_execution_id, call.now)?;
        let (window_id, start) = (execution.window.id.clone(), execution.occurrence.start);
        window_mut(plan, window_id.as_str())?.cancel(start, call.now);
        Ok(CancelMaintenanceWindowExecutionResult { window_execution_id: self.window_execution_id })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::testing::{at, create, does_at, refuses, register_task};
    use crate::operations::{ErrorCode, call};
    use serde_json::{Value, json};

    const CANCEL: &str = "CancelMaintenanceWindowExecution";

    /// Sundays at 07:00 UTC to 11:00, with two tasks, one after the other.
    fn plan() -> (Plan, String) {
        let mut plan = Plan::default();
        let window = create(&mut plan, json!({}));
        register_task(&mut plan, &window, json!({ "Priority": 1 }));
        register_task(&mut plan, &window, json!({ "Priority": 2 }));
        let now = at("2026-11-29T07:30:00Z");
        let listed =
            does_at(&mut plan, "DescribeMaintenanceWindowExecutions", json!({ "WindowId": window }), now);
        let id = listed["WindowExecutions"][0]["WindowExecutionId"].as_str().unwrap().to_owned();
        (plan, id)
    }

    fn status(plan: &mut Plan, id: &str, now: &str) -> Value {
        let request = json!({ "WindowExecutionId": id });
        does_at(plan, "GetMaintenanceWindowExecution", request, at(now))["Status"].clone()
    }

    fn statuses(plan: &mut Plan, id: &str, now: &str) -> Vec<Value> {
        let request = json!({ "WindowExecutionId": id });
        let listed = does_at(plan, "DescribeMaintenanceWindowExecutionTasks", request, at(now));
        let tasks = listed["WindowExecutionTaskIdentities"].as_array().unwrap();
        tasks.iter().map(|task| task["Status"].clone()).collect()
    }

    #[test]
    fn it_is_cancelling_while_a_task_runs_and_then_cancelled() {
        let (mut plan, id) = plan();
        let request = json!({ "WindowExecutionId": id });
        assert_eq!(status(&mut plan, &id, "2026-11-29T07:45:00Z"), "IN_PROGRESS");
        let now = at("2026-11-29T08:00:00Z");
        assert_eq!(does_at(&mut plan, CANCEL, request.clone(), now), request);
        assert_eq!(status(&mut plan, &id, "2026-11-29T08:00:00Z"), "CANCELLING");
        assert_eq!(statuses(&mut plan, &id, "2026-11-29T08:00:00Z"), ["IN_PROGRESS", "CANCELLED"]);
        // Two tasks share the three hours until the cutoff.
        assert_eq!(status(&mut plan, &id, "2026-11-29T08:30:00Z"), "CANCELLED");
        assert_eq!(statuses(&mut plan, &id, "2026-11-29T09:00:00Z"), ["SUCCESS", "CANCELLED"]);
    }

    #[test]
    fn what_has_ended_stays_as_it_is() {
        let (mut plan, id) = plan();
        let ended = at("2026-11-29T12:00:00Z");
        does_at(&mut plan, CANCEL, json!({ "WindowExecutionId": id }), ended);
        assert_eq!(status(&mut plan, &id, "2026-11-29T12:00:00Z"), "SUCCESS");
        assert!(plan.windows[0].cancellations.is_empty());
        let (mut plan, id) = self::plan();
        for minute in ["00", "10"] {
            let now = at(&format!("2026-11-29T08:{minute}:00Z"));
            does_at(&mut plan, CANCEL, json!({ "WindowExecutionId": id }), now);
        }
        assert_eq!(plan.windows[0].cancellations.len(), 1, "it is cancelled once");
    }

    #[test]
    fn what_has_not_begun_or_is_unknown_is_not_there() {
        let (mut plan, id) = plan();
        let request = json!({ "WindowExecutionId": id });
        let error = call(&mut plan, CANCEL, request, at("2026-11-29T06:59:59Z")).unwrap_err();
        assert_eq!(error.code, ErrorCode::DoesNotExist);
        let unknown = json!({ "WindowExecutionId": "6027b513-64fe-4cf0-be7d-1191a0000001" });
        assert_eq!(refuses(&mut plan, CANCEL, unknown).code, ErrorCode::DoesNotExist);
    }
}
