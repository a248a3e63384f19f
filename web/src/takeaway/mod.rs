//! What is taken away of the plan: files of its windows and of their executions, and pages on paper.

pub mod file;
pub mod period;
pub mod print_plan;

#[cfg(target_arch = "wasm32")]
mod panel;
#[cfg(target_arch = "wasm32")]
mod print;
#[cfg(target_arch = "wasm32")]
mod sheet;

#[cfg(target_arch = "wasm32")]
pub(crate) use panel::{ExportButton, PANEL_ID, print};
