//! The list of windows.

pub mod entry;
pub mod pane;

pub use pane::WindowsPane;
