//! `RegisterTargetWithMaintenanceWindow`

use super::check_targets;
use crate::operations::token::{made_before, remember};
use crate::operations::{Call, Operation, OperationError, quota, window, window_mut};
use crate::plan::{Plan, ResourceType, Target, WindowTarget};
use crate::record::Record;

/// What `RegisterTargetWithMaintenanceWindow` takes.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct RegisterTargetWithMaintenanceWindowRequest {
    /// The window's id.
    pub window_id: String,
    /// What the targets name.
    pub resource_type: ResourceType,
    /// One entry of up to 50 `InstanceIds`; or up to five of `tag:<key>` or `tag-key` with up to five values
    /// each; or `resource-groups:Name` and `resource-groups:ResourceTypeFilters`.
    pub targets: Vec<Target>,
    /// 1 to 128 characters, for the events of its tasks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner_information: Option<String>,
    /// 3 to 128 letters, digits, `_`, `-` and `.`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// 1 to 128 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// 1 to 64 characters that make a repeated call harmless.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_token: Option<String>,
}

/// What `RegisterTargetWithMaintenanceWindow` answers.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct RegisterTargetWithMaintenanceWindowResult {
    /// The id of the new target.
    pub window_target_id: String,
}

impl Operation for RegisterTargetWithMaintenanceWindowRequest {
    const NAME: &'static str = "RegisterTargetWithMaintenanceWindow";
    const WRITES: bool = true;
    type Response = RegisterTargetWithMaintenanceWindowResult;

    fn perform(self, plan: &mut Plan, call: &Call) -> Result<Self::Response, OperationError> {
        if let Some(window_target_id) = made_before(plan, self.client_token.as_deref(), call)? {
            return Ok(RegisterTargetWithMaintenanceWindowResult { window_target_id });
        }
        let count = window(plan, &self.window_id)?.targets.len();
        check_targets(self.resource_type, &self.targets)?;
        quota::TARGETS.leaves_room_beside(count)?;
        let target = WindowTarget {
            window_target_id: plan.new_target_id(call.now),
            resource_type: self.resource_type,
            targets: self.targets,
            owner_information: self.owner_information,
            name: self.name,
            description: self.description,
        };
        let window_target_id = target.window_target_id.to_string();
        window_mut(plan, &self.window_id)?.targets.push(target);
        remember(plan, self.client_token, call, &window_target_id);
        Ok(RegisterTargetWithMaintenanceWindowResult { window_target_id })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::ErrorCode;
    use crate::operations::testing::{create, does, refused, refuses, register_target, with};
    use serde_json::json;

    const REGISTER: &str = "RegisterTargetWithMaintenanceWindow";

    #[test]
    fn a_window_has_a_hundred_targets() {
        let mut plan = Plan::default();
        let id = create(&mut plan, json!({}));
        for _ in 0..100 {
            register_target(&mut plan, &id, json!({}));
        }
        let request = json!({
            "WindowId": id, "ResourceType": "INSTANCE", "Targets": [{ "Key": "tag-key", "Values": ["a"] }],
        });
        assert_eq!(refuses(&mut plan, REGISTER, request).code, ErrorCode::ResourceLimitExceeded);
    }

    #[test]
    fn the_same_token_and_parameters_register_once() {
        let mut plan = Plan::default();
        let id = create(&mut plan, json!({ "ClientToken": "t" }));
        // A token of another operation is another token.
        let first = register_target(&mut plan, &id, json!({ "ClientToken": "t" }));
        assert_eq!(register_target(&mut plan, &id, json!({ "ClientToken": "t" })), first);
        assert_eq!(plan.windows[0].targets.len(), 1);
        let other = json!({
            "WindowId": id, "ResourceType": "INSTANCE", "Targets": [{ "Key": "tag-key", "Values": ["other"] }],
            "ClientToken": "t",
        });
        let error = refuses(&mut plan, REGISTER, other);
        assert_eq!(error.code, ErrorCode::IdempotentParameterMismatch);
        does(
            &mut plan,
            "DeregisterTargetFromMaintenanceWindow",
            json!({ "WindowId": id, "WindowTargetId": first }),
        );
        assert_ne!(register_target(&mut plan, &id, json!({ "ClientToken": "t" })), first);
    }

    #[test]
    fn a_window_that_is_not_there_is_told_before_the_form_of_the_targets() {
        let request =
            json!({ "WindowId": "mw-0123456789abcdef0", "ResourceType": "INSTANCE", "Targets": [] });
        let message = "Maintenance window mw-0123456789abcdef0 does not exist";
        refused(&mut Plan::default(), REGISTER, request.clone(), ErrorCode::DoesNotExist, message);
        let mut plan = Plan::default();
        let id = create(&mut plan, json!({}));
        let error = refuses(&mut plan, REGISTER, with(request, json!({ "WindowId": id })));
        assert_eq!(error.code, ErrorCode::Validation);
    }
}
