//! Windows as rows, their executions along a week: what overlaps stands above one another.

pub mod open;

#[cfg(target_arch = "wasm32")]
mod row;
#[cfg(target_arch = "wasm32")]
mod view;

#[cfg(target_arch = "wasm32")]
pub(super) use view::TimelineView;
