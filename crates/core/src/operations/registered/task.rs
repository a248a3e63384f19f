//! What is wrong with a task.

use crate::diagnostic::{Code, Diagnostic};
use crate::operations::model::{self, request_shape};
use crate::operations::tasks::{
    GREATEST_INSTANCES, GREATEST_WINDOW_TARGETS, invalid_target_type, no_such_limit, too_many_window_targets,
};
use crate::plan::{Target, TaskInvocationParameters, TaskType, Window, WindowTask, values_of};
use crate::record::{self, WriteRecord};
use serde_json::Value;

/// All that is wrong with a task of a window, at the members of `RegisterTaskWithMaintenanceWindow`:
/// `TaskArn`, `MaxErrors`, `TaskInvocationParameters.RunCommand.Comment`.
#[must_use]
pub fn task_findings(window: &Window, task: &WindowTask) -> Vec<Diagnostic> {
    let mut found = shape_findings("RegisterTaskWithMaintenanceWindow", task);
    found.extend(target_findings(window, task));
    found.extend(limit_findings(task));
    found.extend(arn_finding(task));
    found.extend(parameter_findings(task));
    found
}

/// What the members violate of the service model.
pub(super) fn shape_findings(operation: &str, registered: &dyn WriteRecord) -> Vec<Diagnostic> {
    let Some(shape) = request_shape(operation) else {
        return Vec::new();
    };
    let mut request = record::to_value(registered);
    // Its own id is given later, and the window is the one that it is registered with.
    if let Value::Object(members) = &mut request {
        members.retain(|name, _| !matches!(name.as_str(), "WindowTargetId" | "WindowTaskId"));
        members.insert("WindowId".to_owned(), "mw-00000000000000000".into());
    }
    let mut found = model::type_findings(shape, &request, "");
    found.extend(model::findings(shape, &request));
    found
}

fn target_findings(window: &Window, task: &WindowTask) -> Vec<Diagnostic> {
    let targets = &task.targets;
    let of_all = |code, message: String| Diagnostic::new(code, "Targets", message);
    let mut found = Vec::new();
    if targets.is_empty() && task.task_type == TaskType::RunCommand {
        let finding = of_all(Code::TaskTargets, "A RUN_COMMAND task runs on something.".to_owned());
        found.push(finding.help("Choose targets of the window, or name nodes by their ids."));
    }
    for (index, Target { key, values }) in targets.iter().enumerate() {
        if !matches!(key.as_str(), "InstanceIds" | "WindowTargetIds") {
            let message = format!("A task cannot name what it runs on by {key}.");
            let finding = Diagnostic::new(Code::TaskTargets, format!("Targets[{index}].Key"), message);
            let help = "Register a target with the window, and choose that.";
            found.push(finding.help(help).aws(invalid_target_type(key)));
        } else if values.is_empty() {
            let finding =
                Diagnostic::new(Code::TaskTargets, format!("Targets[{index}].Values"), "There is no value.");
            found.push(finding.help("Name something, or leave it out."));
        }
    }
    let window_targets = values_of(targets, "WindowTargetIds").count();
    if window_targets > GREATEST_WINDOW_TARGETS {
        let message = format!("{window_targets} targets; AWS takes {GREATEST_WINDOW_TARGETS}.");
        let help = "Register a target that names more nodes, or another task.";
        found.push(of_all(Code::TaskTargets, message).help(help).aws(too_many_window_targets()));
    }
    let instances = values_of(targets, "InstanceIds").count();
    if instances > GREATEST_INSTANCES {
        let message = format!("{instances} nodes; AWS takes {GREATEST_INSTANCES}.");
        found.push(of_all(Code::TaskTargets, message).help("Register them as targets by a tag."));
    }
    let is_registered = |id: &str| window.targets.iter().any(|target| target.window_target_id.as_str() == id);
    for id in values_of(targets, "WindowTargetIds").filter(|id| !is_registered(id)) {
        let message = format!("The window has no target {}.", shown(id));
        found.push(of_all(Code::TaskUnknownTarget, message).help("Clear it, or choose another."));
    }
    for id in values_of(targets, "InstanceIds").filter(|id| window.may_not_run_on(id)) {
        let message = format!("{} is no target of the window, which does not allow others.", shown(id));
        let help = "Register it as a target, or allow unassociated targets in the definition.";
        found.push(of_all(Code::TaskUnassociated, message).help(help));
    }
    found
}

/// AWS's documentation of both: required with targets; and its answer to a task without.
fn limit_findings(task: &WindowTask) -> Vec<Diagnostic> {
    let limits = [("MaxConcurrency", &task.max_concurrency), ("MaxErrors", &task.max_errors)];
    let has_targets = !task.targets.is_empty();
    let finding = |(name, limit): (&'static str, &Option<String>)| match (has_targets, limit) {
        (true, None) => Some(
            Diagnostic::new(Code::TaskLimits, name, format!("A task with targets needs {name}."))
                .help("Write a number of targets, such as 1, or a percentage, such as 10%.")
                .fix("Write 1", "1"),
        ),
        (false, Some(_)) => Some(
            Diagnostic::new(Code::TaskLimits, name, format!("A task without targets has no {name}."))
                .help("Leave it out.")
                .fix("Leave it out", "")
                .aws(no_such_limit(name)),
        ),
        _ => None,
    };
    limits.into_iter().filter_map(finding).collect()
}

/// Source: AWS's documentation of `TaskArn`; the model has no form for it.
fn arn_finding(task: &WindowTask) -> Option<Diagnostic> {
    let is_wanted = task.task_type == TaskType::StepFunctions && !task.task_arn.is_empty();
    (is_wanted && !task.task_arn.starts_with("arn:")).then(|| {
        Diagnostic::new(Code::TaskArn, "TaskArn", "A state machine is named by its ARN.")
            .help("Write arn:aws:states:REGION:ACCOUNT:stateMachine:NAME.")
    })
}

fn parameter_findings(task: &WindowTask) -> Vec<Diagnostic> {
    let Some(parameters) = &task.task_invocation_parameters else { return Vec::new() };
    let TaskInvocationParameters { run_command, automation, step_functions, lambda } = parameters;
    let given = [
        (TaskType::RunCommand, run_command.is_some()),
        (TaskType::Automation, automation.is_some()),
        (TaskType::StepFunctions, step_functions.is_some()),
        (TaskType::Lambda, lambda.is_some()),
    ];
    let strangers = given.into_iter().filter(|(kind, is_given)| *is_given && *kind != task.task_type);
    let finding = |(kind, _): (TaskType, bool)| {
        let name = super::parameters::member(kind);
        let message = format!("{name} are the parameters of another kind of task.");
        Diagnostic::new(Code::TaskParameters, format!("TaskInvocationParameters.{name}"), message)
            .help("Take them out, or choose the kind of task that they belong to.")
            .fix("Take them out", "")
    };
    strangers.map(finding).collect()
}

fn shown(id: &str) -> String {
    id.chars().take(40).collect()
}
