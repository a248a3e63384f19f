//! The list of windows.

mod entry;
mod pane;

pub(crate) use pane::WindowsPane;

use crate::{
    store::{FieldName, Store},
    ui::focus_after_drawing,
};

/// Begins a window of one's own, ready for its name to be typed.
pub(crate) fn begin(store: Store) {
    store.new_window();
    focus_after_drawing(format!("field-{}", FieldName::Name.aws_name()));
}
