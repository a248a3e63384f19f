//! The operations on executions that have begun: what the plan makes of them (decision 15).

mod cancel;
mod get;
mod invocation;
mod invocations;
mod list;
mod task;
mod tasks;

pub use cancel::{CancelMaintenanceWindowExecutionRequest, CancelMaintenanceWindowExecutionResult};
pub use get::{GetMaintenanceWindowExecutionRequest, GetMaintenanceWindowExecutionResult};
pub use invocation::{
    GetMaintenanceWindowExecutionTaskInvocationRequest, GetMaintenanceWindowExecutionTaskInvocationResult,
};
pub use invocations::{
    DescribeMaintenanceWindowExecutionTaskInvocationsRequest,
    DescribeMaintenanceWindowExecutionTaskInvocationsResult,
    MaintenanceWindowExecutionTaskInvocationIdentity,
};
pub use list::{
    DescribeMaintenanceWindowExecutionsRequest, DescribeMaintenanceWindowExecutionsResult,
    MaintenanceWindowExecution,
};
pub use task::{GetMaintenanceWindowExecutionTaskRequest, GetMaintenanceWindowExecutionTaskResult};
pub use tasks::{
    DescribeMaintenanceWindowExecutionTasksRequest, DescribeMaintenanceWindowExecutionTasksResult,
    MaintenanceWindowExecutionTaskIdentity,
};

use super::filter::{Filters, MaintenanceWindowFilter};
use super::{EpochSeconds, OperationError};
use crate::Timestamp;
use crate::plan::{ExecutionId, ExecutionStatus, Plan, TaskExecution, WindowExecution};

/// The execution of this id.
fn execution<'p>(plan: &'p Plan, id: &str, now: Timestamp) -> Result<WindowExecution<'p>, OperationError> {
    let execution = ExecutionId::parse(id).and_then(|id| plan.execution(&id, now));
    execution.ok_or_else(|| OperationError::missing("maintenance window execution", id))
}

/// The part of a task in an execution, by the id of the part.
fn task_execution<'p>(
    execution: &WindowExecution<'p>,
    id: &str,
) -> Result<TaskExecution<'p>, OperationError> {
    let parts = execution.tasks();
    let part = parts.into_iter().find(|part| task_execution_id(execution, part).as_str() == id);
    part.ok_or_else(|| OperationError::missing("task of the maintenance window execution", id))
}

/// The id of a task's part in an execution.
fn task_execution_id(execution: &WindowExecution<'_>, part: &TaskExecution<'_>) -> ExecutionId {
    execution.id().part(part.task.window_task_id.as_str())
}

/// How a task's part is doing, and when it began and ended, so far as it has.
struct Progress {
    status: ExecutionStatus,
    start: Option<EpochSeconds>,
    end: Option<EpochSeconds>,
}

impl Progress {
    fn of(part: &TaskExecution<'_>, now: Timestamp) -> Self {
        let status = part.status(now);
        let has_begun = matches!(status, ExecutionStatus::InProgress | ExecutionStatus::Success);
        Self {
            status,
            start: has_begun.then_some(part.start.into()),
            end: (status == ExecutionStatus::Success).then_some(part.end.into()),
        }
    }
}

/// Filters by `STATUS`, the only key of lists of tasks and of invocations.
fn by_status(filters: Option<Vec<MaintenanceWindowFilter>>) -> Result<Filters, OperationError> {
    Filters::of(filters, "STATUS, such as IN_PROGRESS", |key, value| key == "STATUS" && is_status(value))
}

fn is_status(text: &str) -> bool {
    STATUSES.iter().any(|(_, name)| *name == text)
}

/// AWS's names.
const STATUSES: [(ExecutionStatus, &str); 8] = [
    (ExecutionStatus::Pending, "PENDING"),
    (ExecutionStatus::InProgress, "IN_PROGRESS"),
    (ExecutionStatus::Success, "SUCCESS"),
    (ExecutionStatus::Failed, "FAILED"),
    (ExecutionStatus::TimedOut, "TIMED_OUT"),
    (ExecutionStatus::Cancelling, "CANCELLING"),
    (ExecutionStatus::Cancelled, "CANCELLED"),
    (ExecutionStatus::SkippedOverlapping, "SKIPPED_OVERLAPPING"),
];

fn has_status(status: ExecutionStatus, text: &str) -> bool {
    STATUSES.contains(&(status, text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn statuses_have_the_names_that_serde_writes() {
        for (status, name) in STATUSES {
            assert_eq!(json!(status), name);
        }
    }
}
