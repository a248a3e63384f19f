//! `GetMaintenanceWindowExecutionTaskInvocation`

use super::invocations::{MaintenanceWindowExecutionTaskInvocationIdentity, invocations};
use super::{execution, task_execution};
use crate::operations::{Call, Operation, OperationError};
use crate::plan::Plan;
use crate::record::Record;

/// What `GetMaintenanceWindowExecutionTaskInvocation` takes.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct GetMaintenanceWindowExecutionTaskInvocationRequest {
    /// The execution's id.
    pub window_execution_id: String,
    /// The id of the task's part in it.
    pub task_id: String,
    /// The id of the invocation.
    pub invocation_id: String,
}

/// What `GetMaintenanceWindowExecutionTaskInvocation` answers: what the list has of it.
pub type GetMaintenanceWindowExecutionTaskInvocationResult = MaintenanceWindowExecutionTaskInvocationIdentity;

impl Operation for GetMaintenanceWindowExecutionTaskInvocationRequest {
    const NAME: &'static str = "GetMaintenanceWindowExecutionTaskInvocation";
    type Response = GetMaintenanceWindowExecutionTaskInvocationResult;

    fn perform(self, plan: &mut Plan, call: &Call) -> Result<Self::Response, OperationError> {
        let execution = execution(plan, &self.window_execution_id, call.now)?;
        let part = task_execution(&execution, &self.task_id)?;
        let mut invocations = invocations(&execution, &part, call.now).into_iter();
        invocations
            .find(|invocation| invocation.invocation_id == self.invocation_id)
            .ok_or_else(|| OperationError::missing("invocation of the task", &self.invocation_id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::testing::{at, create, register_task};
    use crate::operations::{ErrorCode, call};
    use crate::plan::ExecutionId;
    use serde_json::json;

    #[test]
    fn another_id_is_not_there() {
        let mut plan = Plan::default();
        let window = create(&mut plan, json!({}));
        let task = register_task(&mut plan, &window, json!({}));
        let id = ExecutionId::of(&plan.windows[0].id, at("2026-11-29T07:00:00Z"));
        let mut code = |task_id: &str| {
            let request = json!({
                "WindowExecutionId": id.as_str(), "TaskId": task_id,
                "InvocationId": "6027b513-64fe-4cf0-be7d-1191a0000001",
            });
            let get = "GetMaintenanceWindowExecutionTaskInvocation";
            call(&mut plan, get, request, at("2026-11-29T08:00:00Z")).unwrap_err().code
        };
        assert_eq!(code(id.part(&task).as_str()), ErrorCode::DoesNotExist);
        assert_eq!(code(&task), ErrorCode::DoesNotExist);
    }
}
