//! A week with its hours.

pub mod axis;
pub mod columns;

#[cfg(target_arch = "wasm32")]
mod day_column;
#[cfg(target_arch = "wasm32")]
mod gutter;
#[cfg(target_arch = "wasm32")]
mod view;

#[cfg(target_arch = "wasm32")]
pub(super) use view::WeekView;
