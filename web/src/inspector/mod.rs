//! The inspector: the window being written, in four tabs.

pub mod current;
pub mod date_text;
pub mod registered;

#[cfg(target_arch = "wasm32")]
mod definition;
#[cfg(target_arch = "wasm32")]
mod export;
#[cfg(target_arch = "wasm32")]
mod pane;
#[cfg(target_arch = "wasm32")]
mod runs;

#[cfg(target_arch = "wasm32")]
pub(crate) use pane::InspectorPane;
