//! The calendars of freezes that are laid over the plan.

pub mod coming;
pub mod stretch;
pub mod stretches;

#[cfg(target_arch = "wasm32")]
mod pane;
#[cfg(target_arch = "wasm32")]
mod row;

#[cfg(target_arch = "wasm32")]
pub(crate) use pane::FreezesPane;
