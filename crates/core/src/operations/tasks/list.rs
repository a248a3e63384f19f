//! `DescribeMaintenanceWindowTasks`

use super::told_limits;
use crate::operations::filter::{Filters, MaintenanceWindowFilter};
use crate::operations::page::Page;
use crate::operations::{Call, Operation, OperationError, window};
use crate::plan::{
    AlarmConfiguration, CutoffBehavior, LoggingInfo, Plan, Target, TaskParameterValues, TaskType, WindowTask,
};
use crate::record::{ByName, Record};

/// What `DescribeMaintenanceWindowTasks` takes.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct DescribeMaintenanceWindowTasksRequest {
    /// The window's id.
    pub window_id: String,
    /// `WindowTaskId`, `TaskArn`, `Priority`, `TaskType`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filters: Option<Vec<MaintenanceWindowFilter>>,
    /// The most tasks of a page, 10 to 100; 50 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_results: Option<i64>,
    /// From the answer before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// What `DescribeMaintenanceWindowTasks` answers.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct DescribeMaintenanceWindowTasksResult {
    /// The tasks, in the order of their ids.
    pub tasks: Vec<MaintenanceWindowTask>,
    /// Asks for the next page; absent on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// A task in a list.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct MaintenanceWindowTask {
    /// The window's id.
    pub window_id: String,
    /// Its id.
    pub window_task_id: String,
    /// The document, function or state machine.
    pub task_arn: String,
    /// What kind of thing it is.
    #[serde(rename = "Type")]
    pub task_type: TaskType,
    /// What it runs on.
    pub targets: Vec<Target>,
    /// Parameters in the older form; empty where there are none, as in AWS's outputs.
    pub task_parameters: ByName<TaskParameterValues>,
    /// Lower numbers run first.
    pub priority: u64,
    /// Where its output goes, in the older form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logging_info: Option<LoggingInfo>,
    /// The role that runs it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service_role_arn: Option<String>,
    /// On how many targets at once. Of a task without targets it means nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_concurrency: Option<String>,
    /// After how many errors it stops. Of a task without targets it means nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_errors: Option<String>,
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

impl MaintenanceWindowTask {
    fn of(window_id: &str, task: &WindowTask) -> Self {
        let limits = told_limits(task);
        let task = task.clone();
        Self {
            window_id: window_id.to_owned(),
            window_task_id: task.window_task_id.into(),
            task_arn: task.task_arn,
            task_type: task.task_type,
            targets: task.targets,
            task_parameters: task.task_parameters,
            priority: task.priority,
            logging_info: task.logging_info,
            service_role_arn: task.service_role_arn,
            max_concurrency: limits.max_concurrency,
            max_errors: limits.max_errors,
            name: task.name,
            description: task.description,
            cutoff_behavior: task.cutoff_behavior,
            alarm_configuration: task.alarm_configuration,
        }
    }
}

impl Operation for DescribeMaintenanceWindowTasksRequest {
    const NAME: &'static str = "DescribeMaintenanceWindowTasks";
    type Response = DescribeMaintenanceWindowTasksResult;

    fn perform(self, plan: &mut Plan, call: &Call) -> Result<Self::Response, OperationError> {
        let keys = "WindowTaskId; TaskArn; Priority, a number; TaskType, such as RUN_COMMAND";
        let filters = Filters::of(self.filters, keys, |key, value| match key {
            "Priority" => value.parse::<u64>().is_ok(),
            "TaskType" => task_type(value).is_some(),
            _ => matches!(key, "WindowTaskId" | "TaskArn"),
        })?;
        let window = window(plan, &self.window_id)?;
        let page = Page::of(call, self.max_results, self.next_token.as_deref())?;
        let passes = |task: &&WindowTask| {
            filters.pass(|key, value| match key {
                "WindowTaskId" => task.window_task_id.as_str() == value,
                "TaskArn" => task.task_arn == value,
                "Priority" => value.parse() == Ok(task.priority),
                _ => task_type(value) == Some(task.task_type),
            })
        };
        let tasks = window.tasks.iter().filter(passes);
        let (tasks, next_token) =
            page.sort_and_cut(tasks.map(|task| ((0, task.window_task_id.to_string()), task)).collect());
        let tasks = tasks.into_iter().map(|task| MaintenanceWindowTask::of(&self.window_id, task)).collect();
        Ok(DescribeMaintenanceWindowTasksResult { tasks, next_token })
    }
}

fn task_type(text: &str) -> Option<TaskType> {
    Some(match text {
        "RUN_COMMAND" => TaskType::RunCommand,
        "AUTOMATION" => TaskType::Automation,
        "STEP_FUNCTIONS" => TaskType::StepFunctions,
        "LAMBDA" => TaskType::Lambda,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::ErrorCode;
    use crate::operations::testing::{create, does, paged, refuses, register_task};
    use serde_json::{Value, json};

    const LIST: &str = "DescribeMaintenanceWindowTasks";

    #[test]
    fn tasks_pass_all_filters_in_the_order_of_their_ids() {
        let mut plan = Plan::default();
        let id = create(&mut plan, json!({}));
        let mut ids: Vec<String> = (0..12)
            .map(|number| {
                let task_type = if number < 6 { "AUTOMATION" } else { "LAMBDA" };
                let task =
                    json!({ "Priority": number % 2, "TaskType": task_type, "TaskArn": format!("a{number}") });
                register_task(&mut plan, &id, task)
            })
            .collect();
        ids.sort();
        let all = paged(&mut plan, LIST, json!({ "WindowId": id }), "Tasks", 10);
        let listed: Vec<&str> = all.iter().map(|task| task["WindowTaskId"].as_str().unwrap()).collect();
        assert_eq!(listed, ids);
        assert!(all[0]["Type"].is_string() && all[0].get("TaskInvocationParameters").is_none());

        let mut count = |filters: Value| {
            let answer = does(&mut plan, LIST, json!({ "WindowId": id, "Filters": filters }));
            answer["Tasks"].as_array().unwrap().len()
        };
        let filter = |key: &str, value: &str| json!({ "Key": key, "Values": [value] });
        assert_eq!(count(json!([filter("Priority", "1")])), 6);
        assert_eq!(count(json!([filter("Priority", "1"), filter("TaskType", "LAMBDA")])), 3);
        assert_eq!(count(json!([filter("TaskArn", "a3")])), 1);
        assert_eq!(count(json!([filter("WindowTaskId", &ids[0])])), 1);
        for (key, value) in [("Priority", "high"), ("TaskType", "lambda"), ("Name", "a")] {
            let request = json!({ "WindowId": id, "Filters": [filter(key, value)] });
            assert_eq!(refuses(&mut plan, LIST, request).code, ErrorCode::Validation);
        }
    }
}
