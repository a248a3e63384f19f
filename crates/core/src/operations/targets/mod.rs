//! The operations on the targets of a window.

mod deregister;
mod list;
mod register;
mod update;

pub use deregister::{
    DeregisterTargetFromMaintenanceWindowRequest, DeregisterTargetFromMaintenanceWindowResult,
};
pub use list::{
    DescribeMaintenanceWindowTargetsRequest, DescribeMaintenanceWindowTargetsResult, MaintenanceWindowTarget,
};
pub use register::{RegisterTargetWithMaintenanceWindowRequest, RegisterTargetWithMaintenanceWindowResult};
pub use update::{UpdateMaintenanceWindowTargetRequest, UpdateMaintenanceWindowTargetResult};

use super::{ErrorCode, OperationError};
use crate::plan::{ResourceType, Target, Window, WindowTarget};
use crate::window::limits::violation;

/// The most keys, or values of a key, by which a target names resources by tag.
pub(super) const GREATEST_TAGS: usize = 5;

/// AWS's refusal of other forms, from an answer quoted in terraform-provider-aws #9188. It is older than
/// resource groups.
pub(super) const FORMATS: &str = "Targets must be specified in one of the following formats: 1) 1 target with \"Key=InstanceIds\" and \"Values=\" a list of up to 50 instance IDs, or 2) Up to 5 targets, each of which can be either \"Key=tag:<key>,Values=<tag_values>\" or \"Key=tag-key,Values=<tag_keys>\", and each with up to 5 unique tag keys/values.";

/// AWS's refusal of a list without targets, which its model allows; from an answer quoted in aws-sdk-go
/// #1652.
pub(super) fn no_targets() -> OperationError {
    let constraint = "Member must have length greater than or equal to 1";
    OperationError::violations(&[violation(Some("[]"), "targets", constraint)])
}

/// From an answer quoted in terraform-aws-ssm-patch-management #14.
pub(super) fn null_values(key: &str) -> String {
    format!("Please specify at least one target.  Filter values can't be null and {key} is.")
}

/// Whether a window can have targets of this form (AWS user guide: register targets with a maintenance
/// window).
///
/// # Errors
///
/// When it cannot.
fn check_targets(resource_type: ResourceType, targets: &[Target]) -> Result<(), OperationError> {
    if targets.is_empty() {
        return Err(no_targets());
    }
    if let Some(Target { key, .. }) = targets.iter().find(|target| target.values.is_empty()) {
        return Err(OperationError::new(ErrorCode::Validation, null_values(key)));
    }
    let is_right = match (resource_type, targets) {
        (ResourceType::ResourceGroup, _) => targets.iter().all(is_of_group),
        (ResourceType::Instance, [Target { key, .. }]) if key == "InstanceIds" => true,
        (ResourceType::Instance, _) => targets.iter().all(|Target { key, values }| {
            let has_key = key.strip_prefix("tag:").is_some_and(|key| !key.is_empty());
            (has_key || key == "tag-key") && values.len() <= GREATEST_TAGS
        }),
    };
    match resource_type {
        _ if is_right => Ok(()),
        ResourceType::Instance => Err(OperationError::new(ErrorCode::Validation, FORMATS)),
        ResourceType::ResourceGroup => Err(OperationError::in_our_words(
            ErrorCode::Validation,
            "A resource group is named by resource-groups:Name or resource-groups:ResourceTypeFilters.",
        )),
    }
}

pub(super) fn is_of_group(target: &Target) -> bool {
    matches!(target.key.as_str(), "resource-groups:Name" | "resource-groups:ResourceTypeFilters")
}

/// The target of this id, to be changed.
fn target_mut<'w>(window: &'w mut Window, id: &str) -> Result<&'w mut WindowTarget, OperationError> {
    let target = window.targets.iter_mut().find(|target| target.window_target_id.as_str() == id);
    target.ok_or_else(|| missing_target(id))
}

pub(super) fn missing_target(id: &str) -> OperationError {
    OperationError::missing("window target", id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::OUR_WORDS;
    use serde_json::{Value, json};

    fn check(resource_type: ResourceType, targets: Value) -> Result<(), String> {
        let targets: Vec<Target> = serde_json::from_value(targets).unwrap();
        check_targets(resource_type, &targets).map_err(|error| error.message)
    }

    #[test]
    fn instances_are_named_by_id_or_by_up_to_five_tags() {
        for right in [
            json!([{ "Key": "InstanceIds", "Values": ["i-1", "i-2", "i-3", "i-4", "i-5", "i-6"] }]),
            json!([{ "Key": "tag:Role", "Values": ["web", "db"] }, { "Key": "tag-key", "Values": ["Patch"] }]),
        ] {
            assert_eq!(check(ResourceType::Instance, right), Ok(()));
        }
        for wrong in [
            json!([{ "Key": "InstanceIds", "Values": ["i-1"] }, { "Key": "InstanceIds", "Values": ["i-2"] }]),
            json!([{ "Key": "InstanceIds", "Values": ["i-1"] }, { "Key": "tag-key", "Values": ["Patch"] }]),
            json!([{ "Key": "tag:Role", "Values": ["1", "2", "3", "4", "5", "6"] }]),
            json!([{ "Key": "tag:", "Values": ["web"] }]),
            json!([{ "Key": "Role", "Values": ["web"] }]),
            json!([{ "Values": ["web"] }]),
            json!([{ "Key": "resource-groups:Name", "Values": ["a"] }]),
        ] {
            assert_eq!(check(ResourceType::Instance, wrong), Err(FORMATS.to_owned()));
        }
    }

    #[test]
    fn a_resource_group_is_named_by_its_keys() {
        let name = json!({ "Key": "resource-groups:Name", "Values": ["a"] });
        let types = json!({ "Key": "resource-groups:ResourceTypeFilters", "Values": ["AWS::EC2::INSTANCE"] });
        assert_eq!(check(ResourceType::ResourceGroup, json!([name, types])), Ok(()));
        let tag = json!([name, { "Key": "tag-key", "Values": ["a"] }]);
        assert!(check(ResourceType::ResourceGroup, tag).unwrap_err().ends_with(OUR_WORDS));
    }

    #[test]
    fn nothing_names_no_target() {
        assert_eq!(
            check(ResourceType::Instance, json!([])).unwrap_err(),
            "1 validation error detected: Value '[]' at 'targets' failed to satisfy constraint: Member must have length greater than or equal to 1"
        );
        assert_eq!(
            check(ResourceType::Instance, json!([{ "Key": "tag:Patch Group" }])).unwrap_err(),
            "Please specify at least one target.  Filter values can't be null and tag:Patch Group is."
        );
    }
}
