//! The operations on windows.

mod create;
mod delete;
mod for_target;
mod get;
mod list;
mod schedule;
mod update;

pub use create::CreateMaintenanceWindowResult;
pub use delete::{DeleteMaintenanceWindowRequest, DeleteMaintenanceWindowResult};
pub use for_target::{
    DescribeMaintenanceWindowsForTargetRequest, DescribeMaintenanceWindowsForTargetResult,
    MaintenanceWindowIdentityForTarget,
};
pub use get::{GetMaintenanceWindowRequest, GetMaintenanceWindowResult};
pub use list::{
    DescribeMaintenanceWindowsRequest, DescribeMaintenanceWindowsResult, MaintenanceWindowIdentity,
};
pub use schedule::{
    DescribeMaintenanceWindowScheduleRequest, DescribeMaintenanceWindowScheduleResult,
    ScheduledWindowExecution,
};
pub use update::UpdateMaintenanceWindowResult;

use crate::Timestamp;
use crate::plan::Window;

/// The start of the next execution, as AWS prints it. It is absent for a window that is disabled, over, or
/// never runs: so in outputs of AWS.
fn next_execution_time(window: &Window, now: Timestamp) -> Option<String> {
    let timing = window.timing().filter(|_| window.enabled)?;
    let start = timing.starts(&window.query(now)).next()?;
    Some(timing.aws_text(start))
}
