//! `DeregisterTaskFromMaintenanceWindow`

use super::missing_task;
use crate::operations::{Call, Operation, OperationError, window_mut};
use crate::plan::Plan;
use crate::record::Record;

/// What `DeregisterTaskFromMaintenanceWindow` takes.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct DeregisterTaskFromMaintenanceWindowRequest {
    /// The window's id.
    pub window_id: String,
    /// The task's id.
    pub window_task_id: String,
}

/// What `DeregisterTaskFromMaintenanceWindow` answers.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct DeregisterTaskFromMaintenanceWindowResult {
    /// The window's id.
    pub window_id: String,
    /// The id of the task that is gone.
    pub window_task_id: String,
}

impl Operation for DeregisterTaskFromMaintenanceWindowRequest {
    const NAME: &'static str = "DeregisterTaskFromMaintenanceWindow";
    const WRITES: bool = true;
    type Response = DeregisterTaskFromMaintenanceWindowResult;

    fn perform(self, plan: &mut Plan, _: &Call) -> Result<Self::Response, OperationError> {
        let Self { window_id, window_task_id } = self;
        let window = window_mut(plan, &window_id)?;
        let position = window.tasks.iter().position(|task| task.window_task_id.as_str() == window_task_id);
        window.tasks.remove(position.ok_or_else(|| missing_task(&window_task_id))?);
        Ok(DeregisterTaskFromMaintenanceWindowResult { window_id, window_task_id })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::ErrorCode;
    use crate::operations::testing::{create, does, refuses, register_task};
    use serde_json::json;

    #[test]
    fn a_task_goes_once() {
        let mut plan = Plan::default();
        let id = create(&mut plan, json!({}));
        let task = register_task(&mut plan, &id, json!({}));
        let request = json!({ "WindowId": id, "WindowTaskId": task });
        let deregister = "DeregisterTaskFromMaintenanceWindow";
        assert_eq!(does(&mut plan, deregister, request.clone()), request);
        assert_eq!(refuses(&mut plan, deregister, request).code, ErrorCode::DoesNotExist);
    }
}
