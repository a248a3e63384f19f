//! The operations on the tasks of a window.

mod deregister;
mod get;
mod list;
mod register;
mod update;

pub use deregister::{DeregisterTaskFromMaintenanceWindowRequest, DeregisterTaskFromMaintenanceWindowResult};
pub use get::{GetMaintenanceWindowTaskRequest, GetMaintenanceWindowTaskResult};
pub use list::{
    DescribeMaintenanceWindowTasksRequest, DescribeMaintenanceWindowTasksResult, MaintenanceWindowTask,
};
pub use register::{RegisterTaskWithMaintenanceWindowRequest, RegisterTaskWithMaintenanceWindowResult};
pub use update::{UpdateMaintenanceWindowTaskRequest, UpdateMaintenanceWindowTaskResult};

use super::targets::missing_target;
use super::{ErrorCode, OperationError};
use crate::plan::{Target, TaskType, Window, WindowTask, values_of};

/// The most targets of its window, and the most instances, that a task names.
pub(super) const GREATEST_WINDOW_TARGETS: usize = 10;
pub(super) const GREATEST_INSTANCES: usize = 50;

/// What AWS stores as `MaxConcurrency` and `MaxErrors` of a task without targets, and tells.
const PLACEHOLDER: &str = "1";

/// How many targets run a task at once, and how many errors stop it.
pub(super) struct Limits {
    pub(super) max_concurrency: Option<String>,
    pub(super) max_errors: Option<String>,
}

/// Whether a window can have a task of this type, with these targets and limits.
///
/// # Errors
///
/// When it cannot.
fn check_task(
    window: &Window,
    task_type: TaskType,
    targets: &[Target],
    limits: &Limits,
) -> Result<(), OperationError> {
    if targets.is_empty() {
        check_without_targets(task_type, limits)
    } else {
        check_targets(window, targets, limits)
    }
}

fn check_without_targets(task_type: TaskType, limits: &Limits) -> Result<(), OperationError> {
    if task_type == TaskType::RunCommand {
        return ours("A RUN_COMMAND task needs 1 to 50 InstanceIds, or 1 to 10 WindowTargetIds.");
    }
    let given =
        [("MaxErrors", limits.max_errors.is_some()), ("MaxConcurrency", limits.max_concurrency.is_some())];
    let sentences: Vec<String> =
        given.into_iter().filter(|(_, is_given)| *is_given).map(|(name, _)| no_such_limit(name)).collect();
    if sentences.is_empty() { Ok(()) } else { aws(sentences.join(" ")) }
}

fn check_targets(window: &Window, targets: &[Target], limits: &Limits) -> Result<(), OperationError> {
    let values = |key: &'static str| values_of(targets, key);
    let is_right = |key: &str| matches!(key, "InstanceIds" | "WindowTargetIds");
    if let Some(target) = targets.iter().find(|target| !is_right(&target.key)) {
        return aws(invalid_target_type(&target.key));
    }
    if targets.iter().any(|target| target.values.is_empty()) {
        return ours("A target has no values.");
    }
    if values("WindowTargetIds").count() > GREATEST_WINDOW_TARGETS {
        return aws(too_many_window_targets());
    }
    if values("InstanceIds").count() > GREATEST_INSTANCES {
        return ours("A task names at most 50 instances.");
    }
    // AWS's documentation: "You must provide a value in all other cases."
    if limits.max_concurrency.is_none() || limits.max_errors.is_none() {
        return ours("A task with targets needs MaxConcurrency and MaxErrors.");
    }
    let is_registered = |id: &str| window.targets.iter().any(|target| target.window_target_id.as_str() == id);
    if let Some(id) = values("WindowTargetIds").find(|id| !is_registered(id)) {
        return Err(missing_target(id));
    }
    match values("InstanceIds").find(|id| window.may_not_run_on(id)) {
        None => Ok(()),
        Some(id) => ours(&format!(
            "{id} is not registered as a target of the window, and AllowUnassociatedTargets is false."
        )),
    }
}

/// From an answer quoted in terraform-provider-aws #19396, where both were there.
pub(super) fn no_such_limit(name: &str) -> String {
    format!("Maintenance window tasks without targets do not support {name} values.")
}

/// From an answer quoted in tflint-ruleset-aws #524.
pub(super) fn invalid_target_type(key: &str) -> String {
    format!(
        "{key} is an invalid window task target type, use WindowTargetIds or InstanceIds. For Run Command tasks, you must specify at least one resource as the target of the task. You can specify between 1 and 50 instance IDs, or between 1 and 10 maintenance window target IDs"
    )
}

/// From an answer quoted in terraform-provider-aws #18372.
pub(super) fn too_many_window_targets() -> String {
    format!("The maximum number of window targets is {GREATEST_WINDOW_TARGETS}")
}

fn aws(message: String) -> Result<(), OperationError> {
    Err(OperationError::new(ErrorCode::Validation, message))
}

fn ours(message: &str) -> Result<(), OperationError> {
    Err(OperationError::in_our_words(ErrorCode::Validation, message))
}

fn missing_task(id: &str) -> OperationError {
    OperationError::missing("window task", id)
}

/// The limits that AWS tells of a task.
pub(super) fn told_limits(task: &WindowTask) -> Limits {
    let placeholder = || task.targets.is_empty().then(|| PLACEHOLDER.to_owned());
    Limits {
        max_concurrency: task.max_concurrency.clone().or_else(placeholder),
        max_errors: task.max_errors.clone().or_else(placeholder),
    }
}

/// The task of this id.
fn task<'w>(window: &'w Window, id: &str) -> Result<&'w WindowTask, OperationError> {
    let task = window.tasks.iter().find(|task| task.window_task_id.as_str() == id);
    task.ok_or_else(|| missing_task(id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::OUR_WORDS;
    use crate::operations::testing::{create, refuses, register_target, register_task, runbook, with};
    use crate::plan::Plan;
    use serde_json::{Value, json};

    const REGISTER: &str = "RegisterTaskWithMaintenanceWindow";

    #[track_caller]
    fn refused(window: &Value, more: Value) -> OperationError {
        let mut plan = Plan::default();
        let id = create(&mut plan, window.clone());
        refuses(&mut plan, REGISTER, with(runbook(&id), more))
    }

    fn limited(key: &str, values: &[&str]) -> Value {
        json!({ "Targets": [{ "Key": key, "Values": values }], "MaxConcurrency": "1", "MaxErrors": "1" })
    }

    #[test]
    fn a_task_names_instances_or_targets_of_its_window() {
        assert_eq!(
            refused(&json!({}), limited("tag:Role", &["web"])).message,
            "tag:Role is an invalid window task target type, use WindowTargetIds or InstanceIds. For Run Command tasks, you must specify at least one resource as the target of the task. You can specify between 1 and 50 instance IDs, or between 1 and 10 maintenance window target IDs"
        );
        assert_eq!(
            refused(&json!({}), limited("WindowTargetIds", &["a"; 11])).message,
            "The maximum number of window targets is 10"
        );
        let unknown = limited("WindowTargetIds", &["6027b513-64fe-4cf0-be7d-1191a0000001"]);
        assert_eq!(refused(&json!({}), unknown).code, ErrorCode::DoesNotExist);
    }

    #[test]
    fn an_instance_is_registered_unless_the_window_allows_others() {
        let error = refused(&json!({}), limited("InstanceIds", &["i-1"]));
        assert!(error.message.starts_with("i-1 is not registered"), "{error}");
        let mut plan = Plan::default();
        let open = create(&mut plan, json!({ "AllowUnassociatedTargets": true }));
        register_task(&mut plan, &open, limited("InstanceIds", &["i-1"]));
        let by_id = create(&mut plan, json!({}));
        register_target(
            &mut plan,
            &by_id,
            json!({ "Targets": [{ "Key": "InstanceIds", "Values": ["i-1"] }] }),
        );
        register_task(&mut plan, &by_id, limited("InstanceIds", &["i-1"]));
        // Which instances have the tag, only AWS can tell.
        register_target(&mut plan, &by_id, json!({}));
        register_task(&mut plan, &by_id, limited("InstanceIds", &["i-2"]));
    }

    #[test]
    fn without_targets_nothing_is_limited_and_with_targets_both_limits_are_there() {
        let both = "Maintenance window tasks without targets do not support MaxErrors values. Maintenance window tasks without targets do not support MaxConcurrency values.";
        assert_eq!(refused(&json!({}), json!({ "MaxConcurrency": "1", "MaxErrors": "1" })).message, both);
        let one = "Maintenance window tasks without targets do not support MaxConcurrency values.";
        assert_eq!(refused(&json!({}), json!({ "MaxConcurrency": "1" })).message, one);
        let unlimited = with(limited("InstanceIds", &["i-1"]), json!({ "MaxErrors": null }));
        assert!(refused(&json!({}), unlimited).message.ends_with(OUR_WORDS));
        assert!(refused(&json!({}), json!({ "TaskType": "RUN_COMMAND" })).message.ends_with(OUR_WORDS));
    }
}
