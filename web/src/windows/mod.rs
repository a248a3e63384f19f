//! The list of windows.

mod entry;
mod pane;

pub(crate) use pane::WindowsPane;
