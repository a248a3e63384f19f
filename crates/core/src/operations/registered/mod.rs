//! What is wrong with a window's targets and tasks: all of it, each finding at its field.
//!
//! An operation tells the first thing that AWS refuses; a form wants them all, with remedies. Both rest on
//! the same table of shapes and the same limits, and a test holds that what has no error here is
//! registered, and what has one is refused.

mod parameters;
mod target;
mod task;

pub use parameters::{parameters_text, read_parameters};
pub use target::target_findings;
pub use task::task_findings;

use super::quota::{self, Quota};
use crate::diagnostic::{Code, Diagnostic};
use crate::plan::Window;

/// All that is wrong with the targets and tasks of a window.
#[must_use]
pub fn findings(window: &Window) -> Vec<Diagnostic> {
    let targets = window.targets.iter().flat_map(target_findings);
    let tasks = window.tasks.iter().flat_map(|task| task_findings(window, task));
    count_findings(window).into_iter().chain(targets).chain(tasks).collect()
}

/// Whether a window has more targets or tasks than it may: about `Targets` and `Tasks` as a whole.
#[must_use]
pub fn count_findings(window: &Window) -> Vec<Diagnostic> {
    let finding = |field: &'static str, quota: &Quota, count: usize| {
        let more = count.checked_sub(quota.most).filter(|more| *more > 0)?;
        let message = format!("The window has {count} {}, {more} too many.", field.to_ascii_lowercase());
        let help = format!("AWS takes {}; spread them over more windows.", quota.most);
        Some(Diagnostic::new(Code::RegisteredCount, field, message).help(help))
    };
    let targets = finding("Targets", &quota::TARGETS, window.targets.len());
    targets.into_iter().chain(finding("Tasks", &quota::TASKS, window.tasks.len())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::testing::{create, now, patching, register_target, runbook, with};
    use crate::operations::{ErrorCode, call};
    use crate::plan::{Plan, WindowTarget, WindowTask};
    use crate::window::{CreateMaintenanceWindowRequest, Request};
    use serde_json::{Value, json};

    const NO_ID: &str = "00000000-0000-0000-0000-000000000000";
    const ROLE: &str = "tag:Role";

    fn errors(found: &[Diagnostic]) -> Vec<String> {
        found.iter().filter(|found| found.is_error()).map(|found| found.field.to_string()).collect()
    }

    /// The fields of a target that have errors, when the operation agrees that there are some or none.
    #[track_caller]
    fn target_errors(more: Value) -> Vec<String> {
        let base = json!({ "ResourceType": "INSTANCE", "Targets": [{ "Key": ROLE, "Values": ["web"] }] });
        let members = with(base, more);
        let target: WindowTarget =
            serde_json::from_value(with(members.clone(), json!({ "WindowTargetId": NO_ID }))).unwrap();
        let found = target_findings(&target);
        let mut plan = Plan::default();
        let id = create(&mut plan, json!({}));
        let request = with(members, json!({ "WindowId": id }));
        let answer = call(&mut plan, "RegisterTargetWithMaintenanceWindow", request, now());
        assert_eq!(errors(&found).is_empty(), answer.is_ok(), "{found:#?} {answer:?}");
        errors(&found)
    }

    #[test]
    fn a_target_without_errors_is_registered_and_one_with_errors_is_refused() {
        let of = |key: &str, values: Value| json!({ "Targets": [{ "Key": key, "Values": values }] });
        let nothing: [&str; 0] = [];
        for (more, fields) in [
            (json!({}), &nothing[..]),
            (of("tag-key", json!(["Env", "Role"])), &nothing),
            (of("InstanceIds", json!(["i-0123456789abcdef0"])), &nothing),
            (of("InstanceIds", json!(["anything"])), &nothing),
            (of("InstanceIds", json!(vec!["i-1"; 51])), &["Targets[0].Values"]),
            (of("tag:Role", json!(["1", "2", "3", "4", "5", "6"])), &["Targets[0].Values"]),
            (of("tag:Role", json!([])), &["Targets[0].Values"]),
            (of("tag:", json!(["web"])), &["Targets[0].Key"]),
            (of("Role", json!(["web"])), &["Targets[0].Key"]),
            (of("", json!(["web"])), &["Targets[0].Key", "Targets[0].Key"]),
            (of("tag:Role!", json!(["web"])), &["Targets[0].Key"]),
            (of("resource-groups:Name", json!(["web"])), &["Targets[0].Key"]),
            (json!({ "Targets": [] }), &["Targets"]),
            (
                json!({ "Targets": [{ "Key": "InstanceIds", "Values": ["i-1"] }, { "Key": ROLE, "Values": ["a"] }] }),
                &["Targets[0].Key"],
            ),
            (
                json!({ "ResourceType": "RESOURCE_GROUP", "Targets": [{ "Key": ROLE, "Values": ["web"] }] }),
                &["Targets[0].Key"],
            ),
            (
                json!({
                    "ResourceType": "RESOURCE_GROUP",
                    "Targets": [
                        { "Key": "resource-groups:Name", "Values": ["web"] },
                        { "Key": "resource-groups:ResourceTypeFilters", "Values": ["AWS::EC2::Instance"] },
                    ],
                }),
                &nothing,
            ),
            (
                json!({ "Name": "ab", "Description": "", "OwnerInformation": "x".repeat(129) }),
                &["OwnerInformation", "Name", "Description"],
            ),
        ] {
            assert_eq!(target_errors(more.clone()), fields, "{more}");
        }
    }

    /// The same of a task, in a window that has one target by tag, whose id is `TARGET`.
    #[track_caller]
    fn task_errors(window: &Value, more: &Value) -> Vec<String> {
        let mut plan = Plan::default();
        let id = create(&mut plan, window.clone());
        let target = register_target(&mut plan, &id, json!({}));
        let more = serde_json::from_str(&more.to_string().replace("TARGET", &target)).unwrap();
        let request = with(runbook(&id), more);
        let mut members = with(request.clone(), json!({ "WindowTaskId": NO_ID }));
        members.as_object_mut().unwrap().remove("WindowId");
        let task: WindowTask = serde_json::from_value(members).unwrap();
        let found = task_findings(&plan.windows[0], &task);
        let answer = call(&mut plan, "RegisterTaskWithMaintenanceWindow", request, now());
        assert_eq!(errors(&found).is_empty(), answer.is_ok(), "{found:#?} {answer:?}");
        errors(&found)
    }

    #[test]
    fn a_task_without_errors_is_registered_and_one_with_errors_is_refused() {
        let on = |key: &str, values: Value| json!({ "Targets": [{ "Key": key, "Values": values }], "MaxConcurrency": "1", "MaxErrors": "1" });
        let nothing: [&str; 0] = [];
        for (more, fields) in [
            (json!({}), &nothing[..]),
            (on("WindowTargetIds", json!(["TARGET"])), &nothing),
            // Which nodes have the tag, only AWS can tell.
            (on("InstanceIds", json!(["i-1"])), &nothing),
            (json!({ "TaskType": "RUN_COMMAND" }), &["Targets"]),
            (json!({ "MaxConcurrency": "1", "MaxErrors": "1" }), &["MaxConcurrency", "MaxErrors"]),
            (with(on("InstanceIds", json!(["i-1"])), json!({ "MaxErrors": null })), &["MaxErrors"]),
            (on("WindowTargetIds", json!([NO_ID])), &["Targets"]),
            (on("WindowTargetIds", json!(vec!["TARGET"; 11])), &["Targets"]),
            (on("InstanceIds", json!([])), &["Targets[0].Values"]),
            (on(ROLE, json!(["web"])), &["Targets[0].Key"]),
            (json!({ "TaskArn": "" }), &["TaskArn"]),
            (json!({ "Priority": 3_000_000_000_u64 }), &["Priority"]),
            (
                with(
                    on("InstanceIds", json!(["i-1"])),
                    json!({ "MaxConcurrency": "0", "MaxErrors": "101%" }),
                ),
                &["MaxConcurrency", "MaxErrors"],
            ),
            (
                json!({
                    "TaskInvocationParameters": { "Automation": { "DocumentVersion": "newest" } },
                    "Name": "a b", "LoggingInfo": { "S3BucketName": "b", "S3Region": "eu-west-1" },
                }),
                &["TaskInvocationParameters.Automation.DocumentVersion", "LoggingInfo.S3BucketName", "Name"],
            ),
        ] {
            assert_eq!(task_errors(&json!({}), &more), fields, "{more}");
        }
    }

    #[test]
    fn a_node_that_is_no_target_is_told_unless_the_window_allows_it() {
        let task = json!({
            "WindowTaskId": NO_ID, "TaskArn": "AWS-RunPatchBaseline", "TaskType": "RUN_COMMAND",
            "Targets": [{ "Key": "InstanceIds", "Values": ["i-1"] }], "MaxConcurrency": "1", "MaxErrors": "0",
        });
        let task: WindowTask = serde_json::from_value(task).unwrap();
        let mut plan = Plan::default();
        let (definition, _) = CreateMaintenanceWindowRequest::from_value(patching());
        let window = plan.add(definition, now());
        assert_eq!(errors(&task_findings(window, &task)), ["Targets"]);
        window.definition.allow_unassociated_targets = Some(true);
        assert_eq!(errors(&task_findings(window, &task)), [""; 0]);
    }

    #[test]
    fn what_is_taken_but_doubtful_is_a_warning() {
        let window = Plan::default().add(CreateMaintenanceWindowRequest::default(), now()).clone();
        let task = json!({
            "WindowTaskId": NO_ID, "TaskArn": "my-machine", "TaskType": "STEP_FUNCTIONS",
            "TaskInvocationParameters": { "Lambda": { "Qualifier": "1" } },
        });
        let found = task_findings(&window, &serde_json::from_value(task).unwrap());
        let codes: Vec<_> = found.iter().map(|found| found.code).collect();
        assert_eq!(codes, [Code::TaskArn, Code::TaskParameters]);
        let target = json!({
            "WindowTargetId": NO_ID, "ResourceType": "INSTANCE",
            "Targets": [{ "Key": "InstanceIds", "Values": ["i-0123456789abcdef0", "web-1"] }],
        });
        let found = target_findings(&serde_json::from_value(target).unwrap());
        let codes: Vec<_> = found.iter().map(|found| found.code).collect();
        assert_eq!(codes, [Code::TargetInstanceId]);
    }

    #[test]
    fn too_many_are_told_once() {
        let mut plan = Plan::default();
        let id = create(&mut plan, json!({}));
        let target = register_target(&mut plan, &id, json!({}));
        let mut window = plan.window(&id).unwrap().clone();
        assert_eq!(count_findings(&window), []);
        window.targets = vec![window.targets[0].clone(); 101];
        let found = count_findings(&window);
        assert_eq!(found.len(), 1, "{target}");
        assert_eq!(found[0].message, "The window has 101 targets, 1 too many.");
        let again = json!({
            "WindowId": id, "ResourceType": "INSTANCE", "Targets": [{ "Key": ROLE, "Values": ["a"] }],
        });
        plan.window_mut(&id).unwrap().targets = vec![window.targets[0].clone(); 100];
        let error = call(&mut plan, "RegisterTargetWithMaintenanceWindow", again, now()).unwrap_err();
        assert_eq!(error.code, ErrorCode::ResourceLimitExceeded);
    }
}
