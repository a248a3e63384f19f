//! `DescribeMaintenanceWindowExecutionTasks`

use super::{Progress, by_status, execution, has_status, task_execution_id};
use crate::operations::filter::MaintenanceWindowFilter;
use crate::operations::page::Page;
use crate::operations::{Call, EpochSeconds, Operation, OperationError};
use crate::plan::{AlarmConfiguration, ExecutionStatus, Plan, TaskType};
use crate::record::Record;

/// What `DescribeMaintenanceWindowExecutionTasks` takes.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct DescribeMaintenanceWindowExecutionTasksRequest {
    /// The execution's id.
    pub window_execution_id: String,
    /// `STATUS`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filters: Option<Vec<MaintenanceWindowFilter>>,
    /// The most tasks of a page, 10 to 100; 50 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_results: Option<i64>,
    /// From the answer before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// What `DescribeMaintenanceWindowExecutionTasks` answers.
#[derive(Clone, Debug, PartialEq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct DescribeMaintenanceWindowExecutionTasksResult {
    /// The tasks, in the order in which they run.
    pub window_execution_task_identities: Vec<MaintenanceWindowExecutionTaskIdentity>,
    /// Asks for the next page; absent on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// A task's part in an execution.
#[derive(Clone, Debug, PartialEq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct MaintenanceWindowExecutionTaskIdentity {
    /// The execution's id.
    pub window_execution_id: String,
    /// The id of the part.
    pub task_execution_id: String,
    /// How it is doing.
    pub status: ExecutionStatus,
    /// When it began.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_time: Option<EpochSeconds>,
    /// When it ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_time: Option<EpochSeconds>,
    /// The document, function or state machine.
    pub task_arn: String,
    /// What kind of thing it is.
    pub task_type: TaskType,
    /// The alarm that stops it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alarm_configuration: Option<AlarmConfiguration>,
}

impl Operation for DescribeMaintenanceWindowExecutionTasksRequest {
    const NAME: &'static str = "DescribeMaintenanceWindowExecutionTasks";
    type Response = DescribeMaintenanceWindowExecutionTasksResult;

    fn perform(self, plan: &mut Plan, call: &Call) -> Result<Self::Response, OperationError> {
        let filters = by_status(self.filters)?;
        let page = Page::of(call, self.max_results, self.next_token.as_deref())?;
        let execution = execution(plan, &self.window_execution_id, page.now)?;
        let mut tasks = Vec::new();
        for part in execution.tasks() {
            let progress = Progress::of(&part, page.now);
            if filters.pass(|_, value| has_status(progress.status, value)) {
                let id = task_execution_id(&execution, &part).to_string();
                tasks.push(((part.start.as_millis(), id), (part, progress)));
            }
        }
        let (tasks, next_token) = page.sort_and_cut(tasks);
        let window_execution_task_identities = tasks
            .into_iter()
            .map(|(part, progress)| MaintenanceWindowExecutionTaskIdentity {
                window_execution_id: self.window_execution_id.clone(),
                task_execution_id: task_execution_id(&execution, &part).into(),
                status: progress.status,
                start_time: progress.start,
                end_time: progress.end,
                task_arn: part.task.task_arn.clone(),
                task_type: part.task.task_type,
                alarm_configuration: part.task.alarm_configuration.clone(),
            })
            .collect();
        Ok(DescribeMaintenanceWindowExecutionTasksResult { window_execution_task_identities, next_token })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::testing::{at, create, does_at, refuses, register_task};
    use crate::plan::ExecutionId;
    use serde_json::{Value, json};

    const LIST: &str = "DescribeMaintenanceWindowExecutionTasks";

    #[test]
    fn tasks_are_told_in_the_order_in_which_they_run_and_filtered_by_their_status() {
        let mut plan = Plan::default();
        let window = create(&mut plan, json!({}));
        for (arn, priority) in [("third", 9), ("first", 1), ("second", 5)] {
            register_task(&mut plan, &window, json!({ "TaskArn": arn, "Priority": priority }));
        }
        let id = ExecutionId::of(&plan.windows[0].id, at("2026-11-29T07:00:00Z")).to_string();
        let mut arns = |filters: Value| -> Vec<Value> {
            let request = json!({ "WindowExecutionId": id, "Filters": filters });
            let answer = does_at(&mut plan, LIST, request, at("2026-11-29T08:30:00Z"));
            let tasks = answer["WindowExecutionTaskIdentities"].as_array().unwrap();
            tasks.iter().map(|task| task["TaskArn"].clone()).collect()
        };
        assert_eq!(arns(json!([])), ["first", "second", "third"]);
        assert_eq!(arns(json!([{ "Key": "STATUS", "Values": ["PENDING", "SUCCESS"] }])), ["first", "third"]);
        let request = json!({ "WindowExecutionId": id, "Filters": [{ "Key": "STATUS", "Values": ["ok"] }] });
        refuses(&mut plan, LIST, request);
    }
}
