//! The month as a grid of days, by the ARIA grid pattern: one day is in the tab order, keys move.

use super::{
    day_cell::{DayCell, cell_id},
    month::{Month, add_days, add_months},
    plan::DayPlan,
};
use crate::{
    store::{Opened, Store, use_store},
    ui::{focus_after_drawing, on_resize},
};
use chrono::{Datelike, NaiveDate};
use leptos::{ev::KeyboardEvent, html, prelude::*};
use wasm_bindgen::JsCast;

/// Short names with what screen readers say, Monday first.
const WEEKDAYS: [(&str, &str); 7] = [
    ("Mon", "Monday"),
    ("Tue", "Tuesday"),
    ("Wed", "Wednesday"),
    ("Thu", "Thursday"),
    ("Fri", "Friday"),
    ("Sat", "Saturday"),
    ("Sun", "Sunday"),
];

/// The heights of a day's head and of a row with the space above it, in pixels; `calendar.css` has the
/// same.
const HEAD: f64 = 30.0;
const ROW: f64 = 28.0;

/// The grid of one month.
#[component]
pub(crate) fn MonthGrid() -> impl IntoView {
    let store = use_store();
    let month = Memo::new(move |_| Month::of(store.day.get()));
    let grid = NodeRef::<html::Div>::new();
    let room = room(grid, month);
    let on_key = move |event: KeyboardEvent| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let day = store.day.get_untracked();
        if let Some(to) = moved(&event.key(), event.shift_key(), day) {
            store.day.set(to);
            focus_after_drawing(cell_id(to));
        } else if matches!(event.key().as_str(), "Enter" | " ") && is_cell(&event) {
            open_day(store, day);
        } else {
            return;
        }
        event.prevent_default();
    };
    let heads =
        WEEKDAYS.map(|(short, long)| view! { <div role="columnheader" aria-label=long>{short}</div> });
    let weeks = move || {
        let month = month.get();
        month
            .weeks()
            .into_iter()
            .map(|week| {
                let days = week.into_iter().map(|date| view! { <DayCell date month room /> }).collect_view();
                view! {
                    <div class="week" role="row">
                        {days}
                    </div>
                }
            })
            .collect_view()
    };
    view! {
        <div
            class="month"
            role="grid"
            aria-label=move || month.get().title()
            node_ref=grid
            on:keydown=on_key
        >
            <div class="month-head" role="row">
                {heads.into_iter().collect_view()}
            </div>
            {weeks}
        </div>
    }
}

/// For how many rows each day has room, as high as the grid is.
fn room(grid: NodeRef<html::Div>, month: Memo<Month>) -> Memo<usize> {
    let height = RwSignal::new(0.0);
    Effect::new(move |_| {
        if let Some(grid) = grid.get() {
            let measured = grid.clone();
            on_resize(&grid, move || height.set(f64::from(measured.client_height())));
        }
    });
    Memo::new(move |_| {
        let weeks = u32::try_from(month.get().weeks().len()).unwrap_or(6);
        rows_in((height.get() - HEAD) / f64::from(weeks.max(1)))
    })
}

/// How many rows a day of this height holds; two at the least, since days never get lower.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few rows, never below two")]
fn rows_in(height: f64) -> usize {
    ((height - HEAD) / ROW).clamp(2.0, 40.0) as usize
}

/// Where a key moves the focus from `day`.
fn moved(key: &str, shift: bool, day: NaiveDate) -> Option<NaiveDate> {
    let from_monday = i64::from(day.weekday().num_days_from_monday());
    Some(match (key, shift) {
        ("ArrowLeft", false) => add_days(day, -1),
        ("ArrowRight", false) => add_days(day, 1),
        ("ArrowUp", false) | ("ArrowLeft", true) => add_days(day, -7),
        ("ArrowDown", false) | ("ArrowRight", true) => add_days(day, 7),
        ("ArrowUp", true) | ("PageUp", false) => add_months(day, -1),
        ("ArrowDown", true) | ("PageDown", false) => add_months(day, 1),
        ("PageUp", true) => add_months(day, -12),
        ("PageDown", true) => add_months(day, 12),
        ("Home", _) => add_days(day, -from_monday),
        ("End", _) => add_days(day, 6 - from_monday),
        _ => return None,
    })
}

/// Opens a day's only execution, or its list; nothing where it has none.
fn open_day(store: Store, date: NaiveDate) {
    let Some(day) = store.calendar.with_untracked(|plan| plan.day(date).cloned()) else { return };
    let anchor = cell_id(date);
    let DayPlan { blocks, bands, .. } = day;
    let opened = match (&blocks[..], &bands[..]) {
        ([], []) => return,
        ([block], []) => {
            store.select(&block.window);
            Opened::Execution { window: block.window.clone(), run: block.run, anchor }
        }
        _ => Opened::Day { date, window: None, anchor },
    };
    store.opened.set(Some(opened));
}

fn is_cell(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|target| target.get_attribute("role").as_deref() == Some("gridcell"))
}
