//! What lists have in common from which one line is chosen by keys, while a box keeps the focus.

use leptos::prelude::document;
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

/// How many lines Page Up and Page Down go by.
const PAGE: usize = 8;

/// Where a key moves the choice in a list of `count` lines.
pub(crate) fn moved(key: &str, at: Option<usize>, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    Some(match key {
        "ArrowDown" => at.map_or(0, |at| if at < last { at + 1 } else { 0 }),
        "ArrowUp" => at.unwrap_or_default().checked_sub(1).unwrap_or(last),
        "PageDown" => at.map_or(0, |at| at + PAGE).min(last),
        "PageUp" => at.unwrap_or_default().saturating_sub(PAGE),
        _ => return None,
    })
}

/// Scrolls the line with this id into view.
pub(crate) fn reveal(id: &str) {
    if let Some(line) = document().get_element_by_id(id) {
        let nearest = ScrollIntoViewOptions::new();
        nearest.set_block(ScrollLogicalPosition::Nearest);
        line.scroll_into_view_with_scroll_into_view_options(&nearest);
    }
}
