//! The inspector: the window being written, in three tabs.

pub mod current;
pub mod date_text;

#[cfg(target_arch = "wasm32")]
pub mod definition;
#[cfg(target_arch = "wasm32")]
pub mod export;
#[cfg(target_arch = "wasm32")]
pub mod pane;
#[cfg(target_arch = "wasm32")]
pub mod runs;

#[cfg(target_arch = "wasm32")]
pub use pane::InspectorPane;
