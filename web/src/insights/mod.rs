//! What the core tells of the plan as a whole: overlaps, what the clocks do, freezes, load.

pub mod groups;

#[cfg(target_arch = "wasm32")]
mod entry;
#[cfg(target_arch = "wasm32")]
mod panel;
#[cfg(target_arch = "wasm32")]
mod watch;

#[cfg(target_arch = "wasm32")]
pub(crate) use panel::{InsightsPanel, focus_insights};
#[cfg(target_arch = "wasm32")]
pub(crate) use watch::watch;
