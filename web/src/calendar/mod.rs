//! The calendar: what a month shows, and how it is drawn.

pub mod day;
pub mod layout;
pub mod month;
pub mod plan;

#[cfg(target_arch = "wasm32")]
pub mod bar;
#[cfg(target_arch = "wasm32")]
pub mod block;
#[cfg(target_arch = "wasm32")]
pub mod day_cell;
#[cfg(target_arch = "wasm32")]
pub mod day_list;
#[cfg(target_arch = "wasm32")]
pub mod execution;
#[cfg(target_arch = "wasm32")]
pub mod grid;
#[cfg(target_arch = "wasm32")]
pub mod pane;
#[cfg(target_arch = "wasm32")]
pub mod popover;

#[cfg(target_arch = "wasm32")]
pub use pane::CalendarPane;
