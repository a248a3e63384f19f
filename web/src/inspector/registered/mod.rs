//! The tab of what is registered with a window: what it runs on, and what it does there.

pub mod words;

#[cfg(target_arch = "wasm32")]
mod choice_field;
#[cfg(target_arch = "wasm32")]
mod entry;
#[cfg(target_arch = "wasm32")]
mod item;
#[cfg(target_arch = "wasm32")]
mod member_field;
#[cfg(target_arch = "wasm32")]
mod parameters;
#[cfg(target_arch = "wasm32")]
mod runs_on;
#[cfg(target_arch = "wasm32")]
mod tab;
#[cfg(target_arch = "wasm32")]
mod target;
#[cfg(target_arch = "wasm32")]
mod task;
#[cfg(target_arch = "wasm32")]
mod values_box;

#[cfg(target_arch = "wasm32")]
pub(crate) use tab::RegisteredTab;
