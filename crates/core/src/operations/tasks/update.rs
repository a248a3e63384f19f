//! `UpdateMaintenanceWindowTask`

use super::{Limits, check_task, missing_task, task, told_limits};
use crate::operations::{Call, Operation, OperationError, window_mut};
use crate::plan::{
    AlarmConfiguration, CutoffBehavior, LoggingInfo, Plan, Target, TaskInvocationParameters,
    TaskParameterValues, WindowTask,
};
use crate::record::{ByName, Record};

/// What `UpdateMaintenanceWindowTask` takes: only the members that are given change, unless `Replace`. The
/// type of a task stays.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct UpdateMaintenanceWindowTaskRequest {
    /// The window's id.
    pub window_id: String,
    /// The task's id.
    pub window_task_id: String,
    /// `InstanceIds`, 1 to 50, or `WindowTargetIds`, 1 to 10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub targets: Option<Vec<Target>>,
    /// The document, function or state machine: its name or ARN.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task_arn: Option<String>,
    /// The role that runs it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service_role_arn: Option<String>,
    /// Parameters in the older form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task_parameters: Option<ByName<TaskParameterValues>>,
    /// What it is run with, in whole: what is not given again is gone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task_invocation_parameters: Option<TaskInvocationParameters>,
    /// Lower numbers run first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<u64>,
    /// On how many targets at once: a number or a percentage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_concurrency: Option<String>,
    /// After how many errors it stops: a number or a percentage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_errors: Option<String>,
    /// Where its output goes, in the older form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logging_info: Option<LoggingInfo>,
    /// 3 to 128 letters, digits, `_`, `-` and `.`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// 1 to 128 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Makes `TaskArn` required, and clears every other member that is not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replace: Option<bool>,
    /// What becomes of it at the cutoff.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cutoff_behavior: Option<CutoffBehavior>,
    /// The alarm that stops it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alarm_configuration: Option<AlarmConfiguration>,
}

/// What `UpdateMaintenanceWindowTask` answers: the task as it then is.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct UpdateMaintenanceWindowTaskResult {
    /// The window's id.
    pub window_id: String,
    /// The task's id.
    pub window_task_id: String,
    /// What it runs on.
    pub targets: Vec<Target>,
    /// The document, function or state machine.
    pub task_arn: String,
    /// The role that runs it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service_role_arn: Option<String>,
    /// Parameters in the older form; empty where there are none, as in AWS's outputs.
    pub task_parameters: ByName<TaskParameterValues>,
    /// What it is run with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub task_invocation_parameters: Option<TaskInvocationParameters>,
    /// Lower numbers run first.
    pub priority: u64,
    /// On how many targets at once. Of a task without targets it means nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_concurrency: Option<String>,
    /// After how many errors it stops. Of a task without targets it means nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_errors: Option<String>,
    /// Where its output goes, in the older form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logging_info: Option<LoggingInfo>,
    /// The name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// What becomes of it at the cutoff.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cutoff_behavior: Option<CutoffBehavior>,
    /// The alarm that stops it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alarm_configuration: Option<AlarmConfiguration>,
}

impl UpdateMaintenanceWindowTaskResult {
    fn of(window_id: String, task: WindowTask) -> Self {
        let limits = told_limits(&task);
        Self {
            window_id,
            window_task_id: task.window_task_id.into(),
            targets: task.targets,
            task_arn: task.task_arn,
            service_role_arn: task.service_role_arn,
            task_parameters: task.task_parameters,
            task_invocation_parameters: task.task_invocation_parameters,
            priority: task.priority,
            max_concurrency: limits.max_concurrency,
            max_errors: limits.max_errors,
            logging_info: task.logging_info,
            name: task.name,
            description: task.description,
            cutoff_behavior: task.cutoff_behavior,
            alarm_configuration: task.alarm_configuration,
        }
    }
}

impl Operation for UpdateMaintenanceWindowTaskRequest {
    const NAME: &'static str = "UpdateMaintenanceWindowTask";
    const WRITES: bool = true;
    type Response = UpdateMaintenanceWindowTaskResult;

    fn perform(self, plan: &mut Plan, _: &Call) -> Result<Self::Response, OperationError> {
        let window = window_mut(plan, &self.window_id)?;
        let current = task(window, &self.window_task_id)?;
        if self.replace == Some(true) && self.task_arn.is_none() {
            return Err(OperationError::required_to_replace("TaskArn"));
        }
        let window_id = self.window_id.clone();
        let updated = self.applied_to(current);
        let limits = Limits {
            max_concurrency: updated.max_concurrency.clone(),
            max_errors: updated.max_errors.clone(),
        };
        check_task(window, updated.task_type, &updated.targets, &limits)?;
        let id = &updated.window_task_id;
        let place = window.tasks.iter_mut().find(|task| task.window_task_id == *id);
        *place.ok_or_else(|| missing_task(id.as_str()))? = updated.clone();
        Ok(UpdateMaintenanceWindowTaskResult::of(window_id, updated))
    }
}

impl UpdateMaintenanceWindowTaskRequest {
    fn applied_to(self, current: &WindowTask) -> WindowTask {
        let WindowTask { window_task_id, task_type, task_arn, .. } = current.clone();
        let bare = WindowTask::new(window_task_id, task_type, self.task_arn.unwrap_or(task_arn));
        let kept = if self.replace == Some(true) { bare.clone() } else { current.clone() };
        WindowTask {
            targets: self.targets.unwrap_or(kept.targets),
            service_role_arn: self.service_role_arn.or(kept.service_role_arn),
            task_parameters: self.task_parameters.unwrap_or(kept.task_parameters),
            task_invocation_parameters: self.task_invocation_parameters.or(kept.task_invocation_parameters),
            priority: self.priority.unwrap_or(kept.priority),
            max_concurrency: self.max_concurrency.or(kept.max_concurrency),
            max_errors: self.max_errors.or(kept.max_errors),
            logging_info: self.logging_info.or(kept.logging_info),
            name: self.name.or(kept.name),
            description: self.description.or(kept.description),
            cutoff_behavior: self.cutoff_behavior.or(kept.cutoff_behavior),
            alarm_configuration: self.alarm_configuration.or(kept.alarm_configuration),
            ..bare
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::ErrorCode;
    use crate::operations::testing::{create, does, refuses, register_task, with};
    use serde_json::json;

    const UPDATE: &str = "UpdateMaintenanceWindowTask";

    #[test]
    fn only_what_is_given_changes_and_invocation_parameters_as_a_whole() {
        let mut plan = Plan::default();
        let id = create(&mut plan, json!({}));
        let automation = |parameters| json!({ "Automation": parameters });
        let before = json!({
            "Name": "old", "Priority": 3,
            "TaskInvocationParameters": automation(json!({ "DocumentVersion": "1", "Parameters": { "a": ["b"] } })),
        });
        let task = register_task(&mut plan, &id, before);
        let update = json!({
            "WindowId": id, "WindowTaskId": task, "Description": "d",
            "TaskInvocationParameters": automation(json!({ "DocumentVersion": "2" })),
        });
        let answer = does(&mut plan, UPDATE, update.clone());
        let expected = json!({
            "Name": "old", "Priority": 3, "TaskArn": "AWS-StopEC2Instance", "Targets": [], "TaskParameters": {},
            "MaxConcurrency": "1", "MaxErrors": "1",
        });
        assert_eq!(answer, with(update, expected));
    }

    #[test]
    fn replace_requires_the_arn_and_clears_the_rest() {
        let mut plan = Plan::default();
        let id = create(&mut plan, json!({ "AllowUnassociatedTargets": true }));
        let targets =
            json!({ "Targets": [{ "Key": "InstanceIds", "Values": ["i-1"] }], "Name": "old", "Priority": 3 });
        let task = register_task(&mut plan, &id, targets);
        let replace = json!({ "WindowId": id, "WindowTaskId": task, "Replace": true });
        assert_eq!(refuses(&mut plan, UPDATE, replace.clone()).code, ErrorCode::Validation);
        let answer = does(&mut plan, UPDATE, with(replace, json!({ "TaskArn": "other" })));
        let expected = json!({
            "WindowId": id, "WindowTaskId": task, "TaskArn": "other", "Targets": [], "TaskParameters": {},
            "Priority": 0, "MaxConcurrency": "1", "MaxErrors": "1",
        });
        assert_eq!(answer, expected);
    }

    #[test]
    fn what_the_task_would_be_is_checked() {
        let mut plan = Plan::default();
        let id = create(&mut plan, json!({ "AllowUnassociatedTargets": true }));
        let task = register_task(&mut plan, &id, json!({}));
        let update = json!({ "WindowId": id, "WindowTaskId": task });
        let limited = with(update.clone(), json!({ "MaxErrors": "5" }));
        assert_eq!(refuses(&mut plan, UPDATE, limited).code, ErrorCode::Validation);
        let targeted = with(update, json!({ "Targets": [{ "Key": "InstanceIds", "Values": ["i-1"] }] }));
        assert_eq!(refuses(&mut plan, UPDATE, targeted.clone()).code, ErrorCode::Validation);
        does(&mut plan, UPDATE, with(targeted, json!({ "MaxConcurrency": "1", "MaxErrors": "5" })));
    }
}
