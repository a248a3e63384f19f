//! What keys do in a calendar whose days are cells of a grid: one day is in the tab order, keys move it.

use super::{
    day_cell::cell_id,
    month::{Month, add_days, add_months},
    plan::DayPlan,
    span::Span,
};
use crate::{
    locale,
    store::{Opened, Store, ViewKind},
    ui::focus_after_drawing,
};
use chrono::NaiveDate;
use leptos::{ev::KeyboardEvent, prelude::*};
use wasm_bindgen::JsCast;

/// The keys with what they do, as the list of keys has them.
pub(crate) const KEYS: [(&str, &str); 6] = [
    ("← ↑ → ↓", "By day and by week"),
    ("Shift + arrows", "By week and by month"),
    ("Page Up, Page Down", "By month, with Shift by year"),
    ("Home, End", "To the ends of the week"),
    ("Ctrl + Home, Ctrl + End", "To the ends of what shows"),
    ("Enter", "Open what is there"),
];

/// Moves the day that is reached, or opens it.
pub(super) fn on_key(store: Store, event: &KeyboardEvent) {
    if event.alt_key() || event.meta_key() {
        return;
    }
    let day = store.day.get_untracked();
    let to = if event.ctrl_key() {
        let view = store.preferences.with_untracked(|preferences| preferences.view);
        end_of_grid(&event.key(), view, day)
    } else {
        moved(&event.key(), event.shift_key(), day)
    };
    if let Some(to) = to {
        store.day.set(to);
        focus_after_drawing(cell_id(to));
    } else if matches!(event.key().as_str(), "Enter" | " ") && !event.ctrl_key() && is_cell(event) {
        open_day(store, day);
    } else {
        return;
    }
    event.prevent_default();
}

/// Where a key moves the focus from `day`.
fn moved(key: &str, shift: bool, day: NaiveDate) -> Option<NaiveDate> {
    let start_of_week = locale::with(|locale| locale.week.start(day));
    Some(match (key, shift) {
        ("ArrowLeft", false) => add_days(day, -1),
        ("ArrowRight", false) => add_days(day, 1),
        ("ArrowUp", false) | ("ArrowLeft", true) => add_days(day, -7),
        ("ArrowDown", false) | ("ArrowRight", true) => add_days(day, 7),
        ("ArrowUp", true) | ("PageUp", false) => add_months(day, -1),
        ("ArrowDown", true) | ("PageDown", false) => add_months(day, 1),
        ("PageUp", true) => add_months(day, -12),
        ("PageDown", true) => add_months(day, 12),
        ("Home", _) => start_of_week,
        ("End", _) => add_days(start_of_week, 6),
        _ => return None,
    })
}

/// Where Ctrl + Home and Ctrl + End move the focus from `day`: to the first and the last day of what shows, of a
/// month without the days around it.
fn end_of_grid(key: &str, view: ViewKind, day: NaiveDate) -> Option<NaiveDate> {
    let [first, last] = if view == ViewKind::Month {
        [Month::of(day).first_day(), Month::of(day).last_day()]
    } else {
        let span = Span::of(view, day);
        [span.first, span.date(span.days.saturating_sub(1))]
    };
    match key {
        "Home" => Some(first),
        "End" => Some(last),
        _ => None,
    }
}

/// Opens a day's only execution, or its list; nothing where it has none.
fn open_day(store: Store, date: NaiveDate) {
    let Some(day) = store.calendar.with_untracked(|plan| plan.day(date).cloned()) else { return };
    let anchor = cell_id(date);
    let DayPlan { blocks, bands, .. } = &*day;
    match (&blocks[..], &bands[..]) {
        ([], []) => {}
        ([block], []) => store.open_execution(&block.window, block.run, &anchor),
        _ => store.opened.set(Some(Opened::Day { date, window: None, anchor })),
    }
}

fn is_cell(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|target| target.get_attribute("role").as_deref() == Some("gridcell"))
}
