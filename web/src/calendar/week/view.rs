//! The week as a grid of one row: each day is a cell, and what runs stands at its hours.

use super::{
    axis::Axis,
    day_column::DayColumn,
    gutter::{Gutter, SecondZone},
};
use crate::{
    calendar::{day_cell::ClockMark, freeze_marks::FreezeMarks, navigation::on_key},
    numerals::percent,
    store::{Memo, use_store},
    words,
};
use chrono::{Datelike, NaiveDate};
use leptos::{html, prelude::*};

/// Seven days, hours down.
#[component]
pub(crate) fn WeekView() -> impl IntoView {
    let store = use_store();
    let span = move || store.span.get();
    let new_axis = move || Memo::new(move |_| Axis::new(span(), store.wall.get()));
    let axis = new_axis();
    let body = NodeRef::<html::Div>::new();
    // The night is what most windows want to see, yet not all: what shows first is what runs first.
    Effect::new(move |_| {
        let Some(body) = body.get() else { return };
        store.span.track();
        let first = store.calendar.with_untracked(|plan| {
            let starts = plan.days.iter().flat_map(|day| day.blocks.iter().filter(|block| !block.came_over));
            starts.map(|block| block.from).fold(1.0, f64::min)
        });
        let first = if first < 1.0 { first } else { 0.25 };
        body.set_scroll_top(scroll_to(first, body.scroll_height()));
    });
    let heads = move || span().dates().map(|date| view! { <DayHead date /> }.into_any()).collect_view();
    let columns = move || {
        // One that goes with them.
        let axis = new_axis();
        span()
            .dates()
            .enumerate()
            .map(|(place, date)| view! { <DayColumn date place axis /> }.into_any())
            .collect_view()
    };
    let lines = move || {
        axis.with(|axis| {
            let hours = axis.hours().into_iter().skip(1);
            hours
                .map(|(_, place)| view! { <div class="hour-line" style:top=percent(place)></div> })
                .collect_view()
        })
    };
    view! {
        <div class="week-view" node_ref=body>
            <div class="week-heads">
                <SecondZone />
                {move || heads()}
            </div>
            <div class="week-body" style:height=move || format!("{}px", axis.with(Axis::minutes) * 46 / 60)>
                <Gutter axis />
                <div
                    class="week-days"
                    role="grid"
                    aria-label=move || words::week(span().first)
                    on:keydown=move |event| on_key(store, &event)
                >
                    <div class="hour-lines" aria-hidden="true">
                        {move || lines()}
                    </div>
                    <div class="week-row" role="row">
                        {move || columns()}
                    </div>
                </div>
            </div>
        </div>
    }
}

/// A day above its hours.
#[component]
fn DayHead(
    /// The day.
    date: NaiveDate,
) -> impl IntoView {
    let store = use_store();
    let is_today = move || store.clock.today(store.view_zone()) == date;
    let marks = move || {
        let changes = store.calendar.with(|plan| plan.day(date).map(|day| day.clock_changes.clone()));
        changes.unwrap_or_default().into_iter().map(|change| view! { <ClockMark change /> }).collect_view()
    };
    view! {
        <div class="week-head" class:today=move || is_today() aria-hidden="true">
            <span class="week-head-day">{words::weekday(date)}</span>
            <span class="day-number">{date.day()}</span>
            {move || marks()}
            <FreezeMarks date />
        </div>
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a few thousand pixels")]
fn scroll_to(fraction: f64, height: i32) -> i32 {
    (f64::from(height) * fraction) as i32 - 40
}
