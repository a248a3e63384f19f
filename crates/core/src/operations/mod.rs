//! The operations of the SSM API that concern maintenance windows, on a plan.
//!
//! [`call`] takes a request as JSON, as it comes over the wire (AWS JSON 1.1), and answers as AWS does. An
//! operation is a file: its request, its response, and what it does to the plan. What the service model
//! demands of a request is checked before (`model`), so that an operation sees only requests that keep to
//! it. A request that is refused leaves the plan as it was.
//!
//! ```
//! use serde_json::json;
//! use window_planner_core::Timestamp;
//! use window_planner_core::operations::call;
//! use window_planner_core::plan::Plan;
//!
//! let mut plan = Plan::default();
//! let now = Timestamp::parse_rfc3339("2026-11-24T10:00:00Z").unwrap();
//! let request = json!({
//!     "Name": "Patching", "Schedule": "cron(0 2 ? * SUN *)", "ScheduleTimezone": "America/New_York",
//!     "Duration": 4, "Cutoff": 1, "AllowUnassociatedTargets": false,
//! });
//! let created = call(&mut plan, "CreateMaintenanceWindow", request, now).unwrap();
//! let window = call(&mut plan, "GetMaintenanceWindow", created, now).unwrap();
//! assert_eq!(window["NextExecutionTime"], "2026-11-29T02:00-05:00");
//!
//! let refused = call(&mut plan, "GetMaintenanceWindow", json!({}), now).unwrap_err();
//! assert_eq!(refused.message, "1 validation error detected: Value null at 'windowId' failed to satisfy constraint: Member must not be null");
//! ```

mod epoch;
mod error;
pub mod executions;
mod filter;
mod model;
mod page;
mod protocol;
mod quota;
pub mod registered;
pub mod targets;
pub mod tasks;
#[cfg(test)]
mod testing;
mod token;
pub mod windows;

pub use epoch::{DATE_MEMBERS, EpochSeconds};
pub use error::{ErrorCode, OUR_WORDS, OperationError};
pub use filter::MaintenanceWindowFilter;
pub use protocol::{call, names, writes};

use crate::plan::{Plan, Window};
use crate::record::{ReadMember, WriteRecord};
use crate::{Timestamp, json};
use serde_json::Value;

/// An operation: the type of its request.
trait Operation: ReadMember {
    /// Its name.
    const NAME: &'static str;

    /// Whether it can change the plan.
    const WRITES: bool = false;

    /// What it answers.
    type Response: WriteRecord;

    /// Does it. The request keeps to the service model.
    fn perform(self, plan: &mut Plan, call: &Call) -> Result<Self::Response, OperationError>;
}

/// What a call is beside its request's members.
struct Call {
    /// The present.
    now: Timestamp,
    /// The operation and the request, without what a repeated call may have otherwise: see [`Call::new`].
    text: String,
}

impl Call {
    fn new(operation: &str, request: Value, now: Timestamp) -> Self {
        let told = match request {
            Value::Object(members) => {
                json::without(members, &["ClientToken", "MaxResults", "NextToken"]).into()
            }
            other => other,
        };
        Self { now, text: format!("{operation} {}", json::text(&told)) }
    }
}

/// The refusal of a request for a window that is not there, in the words of AWS's `DoesNotExistException`.
fn no_window(id: &str) -> OperationError {
    OperationError::new(ErrorCode::DoesNotExist, format!("Maintenance window {id} does not exist"))
}

/// The window of this id.
fn window<'p>(plan: &'p Plan, id: &str) -> Result<&'p Window, OperationError> {
    plan.window(id).ok_or_else(|| no_window(id))
}

/// The window of this id, to be changed.
fn window_mut<'p>(plan: &'p mut Plan, id: &str) -> Result<&'p mut Window, OperationError> {
    plan.window_mut(id).ok_or_else(|| no_window(id))
}
