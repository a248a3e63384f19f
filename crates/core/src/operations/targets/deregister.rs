//! `DeregisterTargetFromMaintenanceWindow`

use super::missing_target;
use crate::operations::{Call, ErrorCode, Operation, OperationError, window_mut};
use crate::plan::{Plan, values_of};
use crate::record::Record;

/// What `DeregisterTargetFromMaintenanceWindow` takes.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct DeregisterTargetFromMaintenanceWindowRequest {
    /// The window's id.
    pub window_id: String,
    /// The target's id.
    pub window_target_id: String,
    /// Whether a target that a task refers to stays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub safe: Option<bool>,
}

/// What `DeregisterTargetFromMaintenanceWindow` answers.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct DeregisterTargetFromMaintenanceWindowResult {
    /// The window's id.
    pub window_id: String,
    /// The id of the target that is gone.
    pub window_target_id: String,
}

impl Operation for DeregisterTargetFromMaintenanceWindowRequest {
    const NAME: &'static str = "DeregisterTargetFromMaintenanceWindow";
    const WRITES: bool = true;
    type Response = DeregisterTargetFromMaintenanceWindowResult;

    fn perform(self, plan: &mut Plan, _: &Call) -> Result<Self::Response, OperationError> {
        let Self { window_id, window_target_id, safe } = self;
        let window = window_mut(plan, &window_id)?;
        let position =
            window.targets.iter().position(|target| target.window_target_id.as_str() == window_target_id);
        let position = position.ok_or_else(|| missing_target(&window_target_id))?;
        let is_used = || {
            window
                .tasks
                .iter()
                .any(|task| values_of(&task.targets, "WindowTargetIds").any(|id| id == window_target_id))
        };
        if safe == Some(true) && is_used() {
            let message = format!("A task refers to the window target {window_target_id}.");
            return Err(OperationError::in_our_words(ErrorCode::TargetInUse, message));
        }
        window.targets.remove(position);
        Ok(DeregisterTargetFromMaintenanceWindowResult { window_id, window_target_id })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::testing::{create, does, refuses, register_target, register_task};
    use serde_json::json;

    const DEREGISTER: &str = "DeregisterTargetFromMaintenanceWindow";

    #[test]
    fn safely_only_what_no_task_refers_to_goes() {
        let mut plan = Plan::default();
        let id = create(&mut plan, json!({}));
        let target = register_target(&mut plan, &id, json!({}));
        let task = register_task(
            &mut plan,
            &id,
            json!({ "Targets": [{ "Key": "WindowTargetIds", "Values": [target] }] }),
        );
        let request = json!({ "WindowId": id, "WindowTargetId": target, "Safe": true });
        assert_eq!(refuses(&mut plan, DEREGISTER, request.clone()).code, ErrorCode::TargetInUse);
        does(
            &mut plan,
            "DeregisterTaskFromMaintenanceWindow",
            json!({ "WindowId": id, "WindowTaskId": task }),
        );
        let answer = does(&mut plan, DEREGISTER, request.clone());
        assert_eq!(answer, json!({ "WindowId": id, "WindowTargetId": target }));
        assert_eq!(refuses(&mut plan, DEREGISTER, request).code, ErrorCode::DoesNotExist);
    }

    #[test]
    fn without_safe_it_goes_though_a_task_refers_to_it() {
        let mut plan = Plan::default();
        let id = create(&mut plan, json!({}));
        let target = register_target(&mut plan, &id, json!({}));
        register_task(
            &mut plan,
            &id,
            json!({ "Targets": [{ "Key": "WindowTargetIds", "Values": [target] }] }),
        );
        does(&mut plan, DEREGISTER, json!({ "WindowId": id, "WindowTargetId": target }));
        assert_eq!((plan.windows[0].targets.len(), plan.windows[0].tasks.len()), (0, 1));
    }
}
