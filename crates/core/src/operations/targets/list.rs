//! `DescribeMaintenanceWindowTargets`

use crate::operations::filter::{Filters, MaintenanceWindowFilter};
use crate::operations::page::Page;
use crate::operations::{Call, Operation, OperationError, window};
use crate::plan::{Plan, ResourceType, Target, WindowTarget};
use crate::record::Record;

/// What `DescribeMaintenanceWindowTargets` takes.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct DescribeMaintenanceWindowTargetsRequest {
    /// The window's id.
    pub window_id: String,
    /// `Type`, `WindowTargetId`, `OwnerInformation`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filters: Option<Vec<MaintenanceWindowFilter>>,
    /// The most targets of a page, 10 to 100; 50 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_results: Option<i64>,
    /// From the answer before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// What `DescribeMaintenanceWindowTargets` answers.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct DescribeMaintenanceWindowTargetsResult {
    /// The targets, in the order of their ids.
    pub targets: Vec<MaintenanceWindowTarget>,
    /// Asks for the next page; absent on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// A target of a window.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct MaintenanceWindowTarget {
    /// The window's id.
    pub window_id: String,
    /// Its id.
    pub window_target_id: String,
    /// What it names.
    pub resource_type: ResourceType,
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

impl Operation for DescribeMaintenanceWindowTargetsRequest {
    const NAME: &'static str = "DescribeMaintenanceWindowTargets";
    type Response = DescribeMaintenanceWindowTargetsResult;

    fn perform(self, plan: &mut Plan, call: &Call) -> Result<Self::Response, OperationError> {
        let keys = "Type, INSTANCE or RESOURCE_GROUP; WindowTargetId; OwnerInformation";
        let filters = Filters::of(self.filters, keys, |key, value| match key {
            "Type" => matches!(value, "INSTANCE" | "RESOURCE_GROUP"),
            _ => matches!(key, "WindowTargetId" | "OwnerInformation"),
        })?;
        let window = window(plan, &self.window_id)?;
        let page = Page::of(call, self.max_results, self.next_token.as_deref())?;
        let passes = |target: &&WindowTarget| {
            filters.pass(|key, value| match key {
                "Type" => target.resource_type == resource_type(value),
                "WindowTargetId" => target.window_target_id.as_str() == value,
                _ => target.owner_information.as_deref() == Some(value),
            })
        };
        let targets = window.targets.iter().filter(passes);
        let (targets, next_token) = page
            .sort_and_cut(targets.map(|target| ((0, target.window_target_id.to_string()), target)).collect());
        let target = |target: &WindowTarget| {
            let WindowTarget {
                window_target_id,
                resource_type,
                targets,
                owner_information,
                name,
                description,
            } = target.clone();
            MaintenanceWindowTarget {
                window_id: self.window_id.clone(),
                window_target_id: window_target_id.into(),
                resource_type,
                targets,
                owner_information,
                name,
                description,
            }
        };
        Ok(DescribeMaintenanceWindowTargetsResult {
            targets: targets.into_iter().map(target).collect(),
            next_token,
        })
    }
}

fn resource_type(text: &str) -> ResourceType {
    if text == "INSTANCE" { ResourceType::Instance } else { ResourceType::ResourceGroup }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::ErrorCode;
    use crate::operations::testing::{create, does, paged, refuses, register_target};
    use serde_json::{Value, json};

    const LIST: &str = "DescribeMaintenanceWindowTargets";

    #[test]
    fn targets_are_told_as_they_were_registered_in_the_order_of_their_ids() {
        let mut plan = Plan::default();
        let id = create(&mut plan, json!({}));
        let mut ids: Vec<String> = (0..25).map(|_| register_target(&mut plan, &id, json!({}))).collect();
        ids.sort();
        let request = json!({ "WindowId": id });
        let targets = paged(&mut plan, LIST, request.clone(), "Targets", 10);
        let listed: Vec<&str> =
            targets.iter().map(|target| target["WindowTargetId"].as_str().unwrap()).collect();
        assert_eq!(listed, ids);
        let expected = json!({
            "WindowId": id, "WindowTargetId": ids[0], "ResourceType": "INSTANCE",
            "Targets": [{ "Key": "tag:Role", "Values": ["web"] }],
        });
        assert_eq!(targets[0], expected);
        assert_eq!(paged(&mut plan, LIST, request, "Targets", 100), targets);
    }

    #[test]
    fn filters_are_those_of_the_guide() {
        let mut plan = Plan::default();
        let id = create(&mut plan, json!({}));
        let web = register_target(&mut plan, &id, json!({ "OwnerInformation": "CostCenter1" }));
        let group = json!({
            "ResourceType": "RESOURCE_GROUP", "Targets": [{ "Key": "resource-groups:Name", "Values": ["g"] }],
        });
        let group = register_target(&mut plan, &id, group);
        let mut passing = |key: &str, value: &str| -> Vec<Value> {
            let request = json!({ "WindowId": id, "Filters": [{ "Key": key, "Values": [value] }] });
            let answer = does(&mut plan, LIST, request);
            answer["Targets"]
                .as_array()
                .unwrap()
                .iter()
                .map(|target| target["WindowTargetId"].clone())
                .collect()
        };
        assert_eq!(passing("OwnerInformation", "CostCenter1"), [web.as_str()]);
        assert_eq!(passing("OwnerInformation", "Cost"), [Value::Null; 0]);
        assert_eq!(passing("Type", "RESOURCE_GROUP"), [group.as_str()]);
        assert_eq!(passing("WindowTargetId", &web), [web.as_str()]);
        let other = json!({ "WindowId": id, "Filters": [{ "Key": "Name", "Values": ["a"] }] });
        assert_eq!(refuses(&mut plan, LIST, other).code, ErrorCode::Validation);
    }
}
