//! The week along the top, a row for each window, and below how many are open at once.

use super::{
    open::{Open, open_at_once},
    row::TimelineRow,
};
use crate::{
    calendar::{
        day::DaySpan,
        day_cell::{ClockMark, cell_id},
        freeze_marks::{FreezeMarks, with_freezes},
        navigation::on_key,
        span::Span,
    },
    numerals::percent,
    store::{Memo, Store, Wall, use_store},
    words,
};
use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;
use window_planner_core::{Timestamp, window::limits::CONCURRENT_WINDOWS, zone::Zone};

/// The timeline of the week that is reached.
#[component]
pub(crate) fn TimelineView() -> impl IntoView {
    let store = use_store();
    let span = move || store.span.get();
    let heads = move || span().dates().map(|date| view! { <TimelineHead date /> }.into_any()).collect_view();
    let rows = move || {
        store
            .windows
            .get()
            .into_iter()
            .filter(|planned| !planned.shown.with(|shown| shown.hidden))
            .map(|planned| view! { <TimelineRow planned /> }.into_any())
            .collect_view()
    };
    view! {
        <div
            class="timeline"
            role="grid"
            aria-colcount="8"
            aria-label=move || words::week(span().first)
            on:keydown=move |event| on_key(store, &event)
        >
            <div class="timeline-row timeline-heads" role="row">
                <div class="timeline-name" role="columnheader">"Window"</div>
                {heads}
            </div>
            {move || rows()}
            <OpenAtOnce />
        </div>
    }
}

/// A day above the rows. The keyboard moves along these.
#[component]
fn TimelineHead(
    /// The day.
    date: NaiveDate,
) -> impl IntoView {
    let store = use_store();
    let is_reached = Memo::new(move |_| store.day.get() == date);
    let is_today = move || store.clock.today(store.view_zone()) == date;
    let marks = move || {
        let changes = store.calendar.with(|plan| plan.day(date).map(|day| day.clock_changes.clone()));
        changes.unwrap_or_default().into_iter().map(|change| view! { <ClockMark change /> }).collect_view()
    };
    let label = move || {
        let day = store.calendar.with(|plan| plan.day(date).map(|day| crate::calendar::day_cell::label(day)));
        with_freezes(store, date, day.unwrap_or_else(|| words::long_day(date)))
    };
    view! {
        <div
            class="timeline-head"
            role="gridcell"
            id=cell_id(date)
            class:today=move || is_today()
            tabindex=move || if is_reached.get() { "0" } else { "-1" }
            aria-selected=move || is_reached.get().to_string()
            aria-current=move || is_today().then_some("date")
            aria-label=label
            on:focus=move |_| if store.day.get_untracked() != date { store.day.set(date) }
        >
            {words::weekday(date)} " " {date.day()}
            {move || marks()}
            <FreezeMarks date />
        </div>
    }
}

/// Where an instant is along the days of the span, as a fraction; by the wall of the view, or by UTC
/// where each window has its own.
pub(super) fn along(store: Store, zone: Zone, instant: Timestamp) -> f64 {
    let span = store.span.get_untracked();
    let date = zone.local(instant).date();
    let place =
        date.signed_duration_since(span.first).num_days().clamp(-1, i64::try_from(span.days).unwrap_or(7));
    point(span, place, DaySpan::of(date, zone).fraction(instant)).clamp(0.0, 1.0)
}

/// Where a part of the day at `place` is along the days of the span, as a fraction.
#[expect(clippy::cast_precision_loss, reason = "a few days")]
pub(super) fn point(span: Span, place: i64, part: f64) -> f64 {
    (place as f64 + part) / span.days.max(1) as f64
}

/// How many windows are open at once, where it is more than one.
#[component]
fn OpenAtOnce() -> impl IntoView {
    let store = use_store();
    let spans = Memo::new(move |_| match store.wall.get() {
        Wall::Own => Vec::new(),
        Wall::Of(_) => store.calendar.with(|plan| {
            let spans = open_at_once(&plan.windows).into_iter();
            spans.filter(|span| span.count > 1).collect::<Vec<Open>>()
        }),
    });
    let told = |span: &Open, zone: Zone| {
        let (count, from, until) =
            (words::count(span.count, "window"), zone.local(span.from), zone.local(span.until));
        format!("{count} open at once, {} to {}", words::moment(from), words::time(until))
    };
    let label = move || {
        let zone = store.view_zone();
        spans.with(|spans| spans.iter().map(|span| told(span, zone)).collect::<Vec<_>>().join("; "))
    };
    let most = move || spans.with(|spans| spans.iter().map(|span| span.count).max().unwrap_or(1));
    let bars = move || {
        let zone = store.view_zone();
        let bar = |span: Open| {
            let (from, to) = (along(store, zone, span.from), along(store, zone, span.until));
            let is_over_quota = span.count > CONCURRENT_WINDOWS;
            let words = told(&span, zone);
            view! {
                <span
                    class="at-once"
                    class:over-quota=is_over_quota
                    title=words
                    style:left=percent(from)
                    style:width=percent(to - from)
                >
                    <span class="at-once-count">{span.count}</span>
                </span>
            }
        };
        spans.get().into_iter().map(bar).collect_view()
    };
    let summary = move || match most() {
        1 => "Never two at once".to_owned(),
        most => format!("Up to {most} at once"),
    };
    view! {
        <div class="timeline-row timeline-foot" role="row">
            <div class="timeline-name" role="rowheader">
                {move || summary()}
            </div>
            <div class="timeline-track" role="gridcell" aria-colspan="7" tabindex="-1" aria-label=label>
                {move || bars()}
            </div>
        </div>
    }
}
