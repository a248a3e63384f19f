//! `DescribeMaintenanceWindowsForTarget`

use super::list::by_creation;
use crate::operations::page::Page;
use crate::operations::targets::no_targets;
use crate::operations::{Call, Operation, OperationError};
use crate::plan::{Plan, ResourceType, Target, Window};
use crate::record::Record;

/// What `DescribeMaintenanceWindowsForTarget` takes.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct DescribeMaintenanceWindowsForTargetRequest {
    /// The resources, as they were registered: only texts are compared, since whether an instance has a
    /// tag, only AWS can tell.
    pub targets: Vec<Target>,
    /// What the targets name.
    pub resource_type: ResourceType,
    /// The most windows of a page; 50 where absent, never more than 1000.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_results: Option<i64>,
    /// From the answer before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// What `DescribeMaintenanceWindowsForTarget` answers.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct DescribeMaintenanceWindowsForTargetResult {
    /// The windows of which a target or a task is registered for the resources.
    pub window_identities: Vec<MaintenanceWindowIdentityForTarget>,
    /// Asks for the next page; absent on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// A window that runs on a resource.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct MaintenanceWindowIdentityForTarget {
    /// Its id.
    pub window_id: String,
    /// The name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

impl Operation for DescribeMaintenanceWindowsForTargetRequest {
    const NAME: &'static str = "DescribeMaintenanceWindowsForTarget";
    type Response = DescribeMaintenanceWindowsForTargetResult;

    fn perform(self, plan: &mut Plan, call: &Call) -> Result<Self::Response, OperationError> {
        if self.targets.is_empty() {
            return Err(no_targets());
        }
        let page = Page::of(call, self.max_results, self.next_token.as_deref())?;
        let serving = plan.windows.iter().filter(|window| window.serves(self.resource_type, &self.targets));
        let (windows, next_token) =
            page.sort_and_cut(serving.map(|window| (by_creation(window), window)).collect());
        let identity = |window: &Window| MaintenanceWindowIdentityForTarget {
            window_id: window.id.to_string(),
            name: window.definition.name.clone(),
        };
        let window_identities = windows.into_iter().map(identity).collect();
        Ok(DescribeMaintenanceWindowsForTargetResult { window_identities, next_token })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::testing::{create, does, refuses, register_target, register_task};
    use serde_json::{Value, json};

    const FOR_TARGET: &str = "DescribeMaintenanceWindowsForTarget";

    #[track_caller]
    fn names(plan: &mut Plan, resource_type: &str, key: &str, value: &str) -> Vec<Value> {
        let request =
            json!({ "ResourceType": resource_type, "Targets": [{ "Key": key, "Values": [value] }] });
        let answer = does(plan, FOR_TARGET, request.clone());
        let windows = answer["WindowIdentities"].as_array().unwrap();
        let scheduled = does(plan, "DescribeMaintenanceWindowSchedule", request);
        let executions = scheduled["ScheduledWindowExecutions"].as_array().unwrap();
        let is_scheduled =
            |window: &Value| executions.iter().any(|run| run["WindowId"] == window["WindowId"]);
        assert!(windows.iter().all(is_scheduled), "the schedule finds the same windows");
        windows.iter().map(|window| window["Name"].clone()).collect()
    }

    #[test]
    fn windows_are_found_by_their_targets_and_by_instances_of_their_tasks() {
        let mut plan = Plan::default();
        let by_tag = create(&mut plan, json!({ "Name": "by-tag" }));
        register_target(&mut plan, &by_tag, json!({}));
        let by_key = create(&mut plan, json!({ "Name": "by-key" }));
        register_target(
            &mut plan,
            &by_key,
            json!({ "Targets": [{ "Key": "tag-key", "Values": ["Stage"] }] }),
        );
        let by_task = create(&mut plan, json!({ "Name": "by-task", "AllowUnassociatedTargets": true }));
        register_task(
            &mut plan,
            &by_task,
            json!({ "Targets": [{ "Key": "InstanceIds", "Values": ["i-1", "i-2"] }] }),
        );
        let by_group = create(&mut plan, json!({ "Name": "by-group" }));
        let group = json!({
            "ResourceType": "RESOURCE_GROUP", "Targets": [{ "Key": "resource-groups:Name", "Values": ["g"] }],
        });
        register_target(&mut plan, &by_group, group);

        assert_eq!(names(&mut plan, "INSTANCE", "tag:Role", "web"), ["by-tag"]);
        assert_eq!(names(&mut plan, "INSTANCE", "tag:Role", "db"), [Value::Null; 0]);
        assert_eq!(names(&mut plan, "INSTANCE", "tag:Stage", "prod"), ["by-key"]);
        assert_eq!(names(&mut plan, "INSTANCE", "tag-key", "Stage"), ["by-key"]);
        assert_eq!(names(&mut plan, "INSTANCE", "InstanceIds", "i-2"), ["by-task"]);
        assert_eq!(names(&mut plan, "RESOURCE_GROUP", "resource-groups:Name", "g"), ["by-group"]);
        assert_eq!(names(&mut plan, "RESOURCE_GROUP", "InstanceIds", "i-2"), [Value::Null; 0]);
    }

    #[test]
    fn it_tells_id_and_name_and_wants_a_target() {
        let mut plan = Plan::default();
        let id = create(&mut plan, json!({}));
        register_target(&mut plan, &id, json!({}));
        let request =
            json!({ "ResourceType": "INSTANCE", "Targets": [{ "Key": "tag:Role", "Values": ["web"] }] });
        let answer = does(&mut plan, FOR_TARGET, request);
        assert_eq!(answer, json!({ "WindowIdentities": [{ "WindowId": id, "Name": "Patching" }] }));
        refuses(&mut plan, FOR_TARGET, json!({ "ResourceType": "INSTANCE", "Targets": [] }));
    }
}
