//! `UpdateMaintenanceWindowTarget`

use super::{check_targets, is_of_group, target_mut};
use crate::operations::{Call, Operation, OperationError, window_mut};
use crate::plan::{Plan, ResourceType, Target};
use crate::record::Record;

/// What `UpdateMaintenanceWindowTarget` takes: only the members that are given change, unless `Replace`.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct UpdateMaintenanceWindowTargetRequest {
    /// The window's id.
    pub window_id: String,
    /// The target's id.
    pub window_target_id: String,
    /// The resources, in any form that a registration has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub targets: Option<Vec<Target>>,
    /// 1 to 128 characters, for the events of its tasks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner_information: Option<String>,
    /// 3 to 128 letters, digits, `_`, `-` and `.`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// 1 to 128 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Makes `Targets` required, and clears every other member that is not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replace: Option<bool>,
}

/// What `UpdateMaintenanceWindowTarget` answers: the target as it then is.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct UpdateMaintenanceWindowTargetResult {
    /// The window's id.
    pub window_id: String,
    /// The target's id.
    pub window_target_id: String,
    /// The resources.
    pub targets: Vec<Target>,
    /// For the events of its tasks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner_information: Option<String>,
    /// The name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

impl Operation for UpdateMaintenanceWindowTargetRequest {
    const NAME: &'static str = "UpdateMaintenanceWindowTarget";
    const WRITES: bool = true;
    type Response = UpdateMaintenanceWindowTargetResult;

    fn perform(self, plan: &mut Plan, _: &Call) -> Result<Self::Response, OperationError> {
        let target = target_mut(window_mut(plan, &self.window_id)?, &self.window_target_id)?;
        let is_replaced = self.replace == Some(true);
        match self.targets {
            Some(targets) => {
                // No member says what kind of resource it is then, and yet it may become another (AWS's
                // documentation of the operation).
                let is_group = targets.iter().any(is_of_group);
                let resource_type =
                    if is_group { ResourceType::ResourceGroup } else { ResourceType::Instance };
                check_targets(resource_type, &targets)?;
                target.resource_type = resource_type;
                target.targets = targets;
            }
            None if is_replaced => return Err(OperationError::required_to_replace("Targets")),
            None => {}
        }
        let changed = |given: Option<String>, current: &mut Option<String>| {
            if is_replaced || given.is_some() {
                *current = given;
            }
        };
        changed(self.owner_information, &mut target.owner_information);
        changed(self.name, &mut target.name);
        changed(self.description, &mut target.description);
        let target = target.clone();
        Ok(UpdateMaintenanceWindowTargetResult {
            window_id: self.window_id,
            window_target_id: self.window_target_id,
            targets: target.targets,
            owner_information: target.owner_information,
            name: target.name,
            description: target.description,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::ErrorCode;
    use crate::operations::testing::{create, does, refuses, register_target};
    use serde_json::json;

    const UPDATE: &str = "UpdateMaintenanceWindowTarget";

    #[test]
    fn only_what_is_given_changes_unless_all_is_replaced() {
        let mut plan = Plan::default();
        let id = create(&mut plan, json!({}));
        let target = register_target(&mut plan, &id, json!({ "Name": "old", "OwnerInformation": "me" }));
        let web = json!([{ "Key": "tag:Role", "Values": ["web"] }]);
        let answer =
            does(&mut plan, UPDATE, json!({ "WindowId": id, "WindowTargetId": target, "Name": "new" }));
        let expected = json!({
            "WindowId": id, "WindowTargetId": target, "Targets": web, "OwnerInformation": "me", "Name": "new",
        });
        assert_eq!(answer, expected);

        let replace = json!({ "WindowId": id, "WindowTargetId": target, "Replace": true, "Name": "newer" });
        assert_eq!(refuses(&mut plan, UPDATE, replace).code, ErrorCode::Validation);
        let group = json!([{ "Key": "resource-groups:Name", "Values": ["g"] }]);
        let replace = json!({ "WindowId": id, "WindowTargetId": target, "Replace": true, "Targets": group });
        let answer = does(&mut plan, UPDATE, replace);
        assert_eq!(answer, json!({ "WindowId": id, "WindowTargetId": target, "Targets": group }));
        assert_eq!(plan.windows[0].targets[0].resource_type, ResourceType::ResourceGroup);
    }

    #[test]
    fn what_is_not_there_or_of_no_form_is_refused() {
        let mut plan = Plan::default();
        let id = create(&mut plan, json!({}));
        let target = register_target(&mut plan, &id, json!({}));
        let wrong = json!({ "WindowId": id, "WindowTargetId": target, "Name": "abc", "Targets": [] });
        assert_eq!(refuses(&mut plan, UPDATE, wrong).code, ErrorCode::Validation);
        let missing = json!({ "WindowId": id, "WindowTargetId": "6027b513-64fe-4cf0-be7d-1191a0000001" });
        assert_eq!(refuses(&mut plan, UPDATE, missing).code, ErrorCode::DoesNotExist);
    }
}
