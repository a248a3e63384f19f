//! Definitions of maintenance windows: the requests that make them, their limits, their checks.

mod check;
mod date;
mod diff;
mod judge;
pub mod limits;
mod next_execution;
mod outlook;
mod read;
mod request;
mod tags;
mod update;

pub use check::{Definition, check_create, check_name, timing};
pub use date::Date;
pub use diff::{Difference, diff};
pub use judge::{join_findings, judge_create, judge_update};
pub use next_execution::NextExecution;
pub use outlook::outlook;
pub use read::{Kind, Request};
pub use request::{CreateMaintenanceWindowRequest, Tag, UpdateMaintenanceWindowRequest};
pub(crate) use tags::is_tag_character;
pub use update::check_update;
