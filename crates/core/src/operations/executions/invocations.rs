//! `DescribeMaintenanceWindowExecutionTaskInvocations`

use super::{Progress, by_status, execution, has_status, task_execution, task_execution_id};
use crate::Timestamp;
use crate::json;
use crate::operations::filter::MaintenanceWindowFilter;
use crate::operations::page::Page;
use crate::operations::tasks::told_limits;
use crate::operations::{Call, EpochSeconds, Operation, OperationError};
use crate::plan::{ExecutionStatus, Plan, TaskExecution, TaskType, WindowExecution, WindowTask};
use crate::record::{self, ByName, Record};

/// What `DescribeMaintenanceWindowExecutionTaskInvocations` takes.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct DescribeMaintenanceWindowExecutionTaskInvocationsRequest {
    /// The execution's id.
    pub window_execution_id: String,
    /// The id of the task's part in it.
    pub task_id: String,
    /// `STATUS`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filters: Option<Vec<MaintenanceWindowFilter>>,
    /// The most invocations of a page, 10 to 100; 50 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_results: Option<i64>,
    /// From the answer before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// What `DescribeMaintenanceWindowExecutionTaskInvocations` answers.
#[derive(Clone, Debug, PartialEq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct DescribeMaintenanceWindowExecutionTaskInvocationsResult {
    /// The invocations, one for each target, in the order of the targets.
    pub window_execution_task_invocation_identities: Vec<MaintenanceWindowExecutionTaskInvocationIdentity>,
    /// Asks for the next page; absent on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// A task's part in an execution, on one target.
#[derive(Clone, Debug, PartialEq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct MaintenanceWindowExecutionTaskInvocationIdentity {
    /// The execution's id.
    pub window_execution_id: String,
    /// The id of the task's part in it.
    pub task_execution_id: String,
    /// The id of the invocation.
    pub invocation_id: String,
    /// What the service that runs it calls it, such as the command's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub execution_id: Option<String>,
    /// What kind of thing runs.
    pub task_type: TaskType,
    /// What it is run with, as JSON; of commands only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parameters: Option<String>,
    /// How it is doing.
    pub status: ExecutionStatus,
    /// When it began.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_time: Option<EpochSeconds>,
    /// When it ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_time: Option<EpochSeconds>,
    /// That of the window's target.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner_information: Option<String>,
    /// The window's target.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub window_target_id: Option<String>,
}

/// What an invocation runs on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum On<'p> {
    WindowTarget(&'p str),
    Instance(&'p str),
    Nothing,
}

impl Operation for DescribeMaintenanceWindowExecutionTaskInvocationsRequest {
    const NAME: &'static str = "DescribeMaintenanceWindowExecutionTaskInvocations";
    type Response = DescribeMaintenanceWindowExecutionTaskInvocationsResult;

    fn perform(self, plan: &mut Plan, call: &Call) -> Result<Self::Response, OperationError> {
        let filters = by_status(self.filters)?;
        let page = Page::of(call, self.max_results, self.next_token.as_deref())?;
        let execution = execution(plan, &self.window_execution_id, page.now)?;
        let part = task_execution(&execution, &self.task_id)?;
        let invocations = (0..).zip(invocations(&execution, &part, page.now));
        let passing = invocations.filter(|(_, of)| filters.pass(|_, value| has_status(of.status, value)));
        let numbered = passing.map(|(number, invocation)| ((number, String::new()), invocation));
        let (window_execution_task_invocation_identities, next_token) = page.cut(numbered);
        Ok(DescribeMaintenanceWindowExecutionTaskInvocationsResult {
            window_execution_task_invocation_identities,
            next_token,
        })
    }
}

/// The invocations of a task's part: one for each target that it names, or a single one.
pub(super) fn invocations(
    execution: &WindowExecution<'_>,
    part: &TaskExecution<'_>,
    now: Timestamp,
) -> Vec<MaintenanceWindowExecutionTaskInvocationIdentity> {
    let targets = part.task.targets.iter().flat_map(|target| {
        let is_window_target = target.key == "WindowTargetIds";
        let on = move |id| if is_window_target { On::WindowTarget(id) } else { On::Instance(id) };
        target.values.iter().map(String::as_str).map(on)
    });
    let mut all: Vec<On<'_>> = Vec::new();
    for target in targets {
        if !all.contains(&target) {
            all.push(target);
        }
    }
    if all.is_empty() {
        all.push(On::Nothing);
    }
    all.into_iter().map(|on| invocation(execution, part, on, now)).collect()
}

fn invocation(
    execution: &WindowExecution<'_>,
    part: &TaskExecution<'_>,
    on: On<'_>,
    now: Timestamp,
) -> MaintenanceWindowExecutionTaskInvocationIdentity {
    let progress = Progress::of(part, now);
    let task_execution_id = task_execution_id(execution, part);
    let (name, window_target_id) = match on {
        On::WindowTarget(id) => (id, Some(id)),
        On::Instance(id) => (id, None),
        On::Nothing => ("", None),
    };
    let target = window_target_id
        .and_then(|id| execution.window.targets.iter().find(|target| target.window_target_id.as_str() == id));
    let invocation_id = task_execution_id.part(name);
    MaintenanceWindowExecutionTaskInvocationIdentity {
        window_execution_id: execution.id().into(),
        task_execution_id: task_execution_id.into(),
        // Only what has begun is known to another service.
        execution_id: progress.start.map(|_| invocation_id.part("execution").into()),
        invocation_id: invocation_id.into(),
        task_type: part.task.task_type,
        parameters: parameters(part.task, on),
        status: progress.status,
        start_time: progress.start,
        end_time: progress.end,
        owner_information: target.and_then(|target| target.owner_information.clone()),
        window_target_id: window_target_id.map(str::to_owned),
    }
}

/// What a command is run with.
#[derive(Record)]
#[serde(rename_all = "camelCase")]
struct CommandParameters {
    #[serde(skip_serializing_if = "Option::is_none")]
    comment: Option<String>,
    document_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    instance_ids: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_concurrency: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_errors: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    parameters: Option<ByName<Vec<String>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    timeout_seconds: Option<i64>,
}

/// What a command is run with, in the form of outputs in the AWS CLI's examples. Those of other kinds of
/// task are not known.
fn parameters(task: &WindowTask, on: On<'_>) -> Option<String> {
    if task.task_type != TaskType::RunCommand {
        return None;
    }
    let command = task.task_invocation_parameters.as_ref().and_then(|given| given.run_command.as_ref());
    let limits = told_limits(task);
    let parameters = CommandParameters {
        comment: command.and_then(|command| command.comment.clone()),
        document_name: task.task_arn.clone(),
        instance_ids: match on {
            On::Instance(id) => Some(vec![id.to_owned()]),
            On::WindowTarget(_) | On::Nothing => None,
        },
        max_concurrency: limits.max_concurrency,
        max_errors: limits.max_errors,
        parameters: command.map(|command| command.parameters.clone()),
        timeout_seconds: command.and_then(|command| command.timeout_seconds),
    };
    Some(json::text(&record::to_value(&parameters)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::testing::{at, create, does_at, paged_at, register_target, register_task};
    use crate::plan::ExecutionId;
    use serde_json::{Value, json};

    const LIST: &str = "DescribeMaintenanceWindowExecutionTaskInvocations";

    /// An execution and its only task's part in it.
    fn request(plan: &mut Plan) -> Value {
        let id = ExecutionId::of(&plan.windows[0].id, at("2026-11-29T07:00:00Z")).to_string();
        let now = at("2026-11-29T07:00:00Z");
        let execution =
            does_at(plan, "GetMaintenanceWindowExecution", json!({ "WindowExecutionId": id }), now);
        json!({ "WindowExecutionId": id, "TaskId": execution["TaskIds"][0] })
    }

    #[test]
    fn a_command_has_an_invocation_for_each_target_with_its_owner() {
        let mut plan = Plan::default();
        let window = create(&mut plan, json!({ "AllowUnassociatedTargets": true }));
        let target = register_target(&mut plan, &window, json!({ "OwnerInformation": "me" }));
        let task = json!({
            "TaskType": "RUN_COMMAND",
            "Targets": [{ "Key": "WindowTargetIds", "Values": [target] }, { "Key": "InstanceIds", "Values": ["i-1"] }],
            "TaskInvocationParameters": { "RunCommand": { "Parameters": { "commands": ["df"] } } },
        });
        register_task(&mut plan, &window, task);
        let request = request(&mut plan);
        let answer = does_at(&mut plan, LIST, request, at("2026-11-29T12:00:00Z"));
        let invocations = answer["WindowExecutionTaskInvocationIdentities"].as_array().unwrap();
        let [first, second] = invocations.as_slice() else { panic!("{answer}") };
        assert_eq!((&first["WindowTargetId"], &first["OwnerInformation"]), (&json!(target), &json!("me")));
        assert_eq!(first["Status"], "SUCCESS");
        assert!(second.get("WindowTargetId").is_none());
        let parameters: Value = serde_json::from_str(second["Parameters"].as_str().unwrap()).unwrap();
        let expected = json!({
            "documentName": "AWS-StopEC2Instance", "instanceIds": ["i-1"], "maxConcurrency": "1", "maxErrors": "1",
            "parameters": { "commands": ["df"] },
        });
        assert_eq!(parameters, expected);
    }

    #[test]
    fn pages_are_the_list_and_each_invocation_is_found_by_its_id() {
        let mut plan = Plan::default();
        let window = create(&mut plan, json!({ "AllowUnassociatedTargets": true }));
        let ids: Vec<String> = (0..25).map(|number| format!("i-{number}")).collect();
        register_task(&mut plan, &window, json!({ "Targets": [{ "Key": "InstanceIds", "Values": ids }] }));
        let request = request(&mut plan);
        let now = at("2026-11-29T08:00:00Z");
        let list = "WindowExecutionTaskInvocationIdentities";
        let all = paged_at(&mut plan, LIST, request.clone(), list, 10, now);
        assert_eq!(all.len(), 25);
        for invocation in all {
            let mut request = request.clone();
            request["InvocationId"] = invocation["InvocationId"].clone();
            let found = does_at(&mut plan, "GetMaintenanceWindowExecutionTaskInvocation", request, now);
            assert_eq!(found, invocation);
        }
    }

    #[test]
    fn a_task_without_targets_has_one_invocation() {
        let mut plan = Plan::default();
        let window = create(&mut plan, json!({}));
        register_task(&mut plan, &window, json!({}));
        let mut request = request(&mut plan);
        let mut count = |status: &str| {
            request["Filters"] = json!([{ "Key": "STATUS", "Values": [status] }]);
            let answer = does_at(&mut plan, LIST, request.clone(), at("2026-11-29T08:00:00Z"));
            answer["WindowExecutionTaskInvocationIdentities"].as_array().unwrap().len()
        };
        assert_eq!((count("IN_PROGRESS"), count("PENDING")), (1, 0));
    }
}
