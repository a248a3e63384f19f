//! `RegisterTaskWithMaintenanceWindow`

use super::{Limits, check_task};
use crate::operations::token::{made_before, remember};
use crate::operations::{Call, Operation, OperationError, quota, window, window_mut};
use crate::plan::{
    AlarmConfiguration, CutoffBehavior, LoggingInfo, Plan, Target, TaskInvocationParameters,
    TaskParameterValues, TaskType, WindowTask,
};
use crate::record::{ByName, Record};

/// What `RegisterTaskWithMaintenanceWindow` takes.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct RegisterTaskWithMaintenanceWindowRequest {
    /// The window's id.
    pub window_id: String,
    /// `InstanceIds`, 1 to 50, or `WindowTargetIds`, 1 to 10. Required for `RUN_COMMAND`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub targets: Option<Vec<Target>>,
    /// The document, function or state machine: its name or ARN.
    pub task_arn: String,
    /// The role that runs it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service_role_arn: Option<String>,
    /// What kind of thing it is.
    pub task_type: TaskType,
    /// Parameters in the older form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task_parameters: Option<ByName<TaskParameterValues>>,
    /// What it is run with: the member of its kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task_invocation_parameters: Option<TaskInvocationParameters>,
    /// Lower numbers run first; 0 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<u64>,
    /// On how many targets at once: a number or a percentage. Required with targets, refused without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_concurrency: Option<String>,
    /// After how many errors it stops: a number or a percentage. Required with targets, refused without.
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
    /// 1 to 64 characters that make a repeated call harmless.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_token: Option<String>,
    /// What becomes of it at the cutoff.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cutoff_behavior: Option<CutoffBehavior>,
    /// The alarm that stops it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alarm_configuration: Option<AlarmConfiguration>,
}

/// What `RegisterTaskWithMaintenanceWindow` answers.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct RegisterTaskWithMaintenanceWindowResult {
    /// The id of the new task.
    pub window_task_id: String,
}

impl Operation for RegisterTaskWithMaintenanceWindowRequest {
    const NAME: &'static str = "RegisterTaskWithMaintenanceWindow";
    const WRITES: bool = true;
    type Response = RegisterTaskWithMaintenanceWindowResult;

    fn perform(self, plan: &mut Plan, call: &Call) -> Result<Self::Response, OperationError> {
        if let Some(window_task_id) = made_before(plan, self.client_token.as_deref(), call)? {
            return Ok(RegisterTaskWithMaintenanceWindowResult { window_task_id });
        }
        let targets = self.targets.unwrap_or_default();
        let limits = Limits { max_concurrency: self.max_concurrency, max_errors: self.max_errors };
        let window = window(plan, &self.window_id)?;
        check_task(window, self.task_type, &targets, &limits)?;
        quota::TASKS.leaves_room_beside(window.tasks.len())?;
        let task = WindowTask {
            window_task_id: plan.new_task_id(call.now),
            task_arn: self.task_arn,
            task_type: self.task_type,
            targets,
            service_role_arn: self.service_role_arn,
            task_parameters: self.task_parameters.unwrap_or_default(),
            task_invocation_parameters: self.task_invocation_parameters,
            priority: self.priority.unwrap_or_default(),
            max_concurrency: limits.max_concurrency,
            max_errors: limits.max_errors,
            logging_info: self.logging_info,
            name: self.name,
            description: self.description,
            cutoff_behavior: self.cutoff_behavior,
            alarm_configuration: self.alarm_configuration,
        };
        let window_task_id = task.window_task_id.to_string();
        window_mut(plan, &self.window_id)?.tasks.push(task);
        remember(plan, self.client_token, call, &window_task_id);
        Ok(RegisterTaskWithMaintenanceWindowResult { window_task_id })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::ErrorCode;
    use crate::operations::testing::{create, refuses, register_task, runbook, with};
    use serde_json::json;

    const REGISTER: &str = "RegisterTaskWithMaintenanceWindow";

    #[test]
    fn a_window_has_twenty_tasks() {
        let mut plan = Plan::default();
        let id = create(&mut plan, json!({}));
        for _ in 0..20 {
            register_task(&mut plan, &id, json!({}));
        }
        assert_eq!(refuses(&mut plan, REGISTER, runbook(&id)).code, ErrorCode::ResourceLimitExceeded);
    }

    #[test]
    fn the_same_token_and_parameters_register_once() {
        let mut plan = Plan::default();
        let id = create(&mut plan, json!({}));
        let first = register_task(&mut plan, &id, json!({ "ClientToken": "t" }));
        assert_eq!(register_task(&mut plan, &id, json!({ "ClientToken": "t" })), first);
        let other = with(runbook(&id), json!({ "ClientToken": "t", "Priority": 3 }));
        assert_eq!(refuses(&mut plan, REGISTER, other).code, ErrorCode::IdempotentParameterMismatch);
    }
}
