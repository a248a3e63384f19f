//! The month as a grid of days, by the ARIA grid pattern: one day is in the tab order, keys move.

use super::{
    day_cell::{DayCell, cell_id},
    month::{add_days, add_months},
    plan::MonthPlan,
};
use crate::{
    store::{Opened, use_store},
    ui::focus_after_drawing,
};
use chrono::{Datelike, NaiveDate};
use leptos::{ev::KeyboardEvent, prelude::*};
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

/// The grid of one month.
#[component]
pub(crate) fn MonthGrid(
    /// What it shows.
    plan: Memo<MonthPlan>,
) -> impl IntoView {
    let store = use_store();
    let on_key = move |event: KeyboardEvent| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let day = store.day.get_untracked();
        if let Some(to) = moved(&event.key(), event.shift_key(), day) {
            store.day.set(to);
            focus_after_drawing(cell_id(to));
        } else if matches!(event.key().as_str(), "Enter" | " ") && is_cell(&event) {
            store.opened.set(plan.with_untracked(|plan| to_open(store, plan, day)));
        } else {
            return;
        }
        event.prevent_default();
    };
    let heads =
        WEEKDAYS.map(|(short, long)| view! { <div role="columnheader" aria-label=long>{short}</div> });
    let weeks = move || {
        plan.get()
            .weeks
            .into_iter()
            .map(|week| {
                let days = week.into_iter().map(|day| view! { <DayCell day plan /> }).collect_view();
                view! {
                    <div class="week" role="row">
                        {days}
                    </div>
                }
            })
            .collect_view()
    };
    view! {
        <div class="month" role="grid" aria-label=move || store.month().title() on:keydown=on_key>
            <div class="month-head" role="row">
                {heads.into_iter().collect_view()}
            </div>
            {weeks}
        </div>
    }
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

/// A day's only execution, or its list; nothing where it has none.
fn to_open(store: crate::store::Store, plan: &MonthPlan, day: NaiveDate) -> Option<Opened> {
    let anchor = cell_id(day);
    match plan.runs_on(day) {
        [] => None,
        [run] => store.current.get_untracked().map(|current| Opened::Execution {
            window: current.id.clone(),
            run: *run,
            anchor,
        }),
        _ => Some(Opened::Day { date: day, anchor }),
    }
}

fn is_cell(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|target| target.get_attribute("role").as_deref() == Some("gridcell"))
}
