//! One day of the month: its number, its rows, and what the clocks do on it.

use super::{
    block::{BandView, BlockView, ghost_view},
    cell::{Room, Row, rows},
    freeze_marks::{FreezeBands, FreezeMarks, with_freezes},
    ghost::Absence,
    month::Month,
    plan::{ClockWords, DayPlan},
};
use crate::{
    locale,
    store::{LastingSignal, Memo, Opened, use_store},
    ui::{Icon, IconView},
    words,
};
use chrono::NaiveDate;
use leptos::prelude::*;
use std::sync::Arc;

/// The element id of a day.
pub(crate) fn cell_id(date: NaiveDate) -> String {
    format!("day-{date}")
}

/// A cell of the month grid. Of its rows, those are drawn anew that have changed.
#[component]
pub(crate) fn DayCell(
    /// The day.
    date: NaiveDate,
    /// The month that shows.
    month: Month,
    /// For how many rows it has room.
    room: LastingSignal<Room>,
    /// Whether it has room for brief words alone.
    brief: LastingSignal<bool>,
) -> impl IntoView {
    let store = use_store();
    let day = Memo::new(move |_| store.calendar.with(|plan| plan.day(date).cloned()));
    let is_today = move || store.clock.today(store.view_zone()) == date;
    let is_reached = Memo::new(move |_| store.day.get() == date);
    let is_outside = !month.has(date);
    let is_weekend = locale::with(|locale| locale.week.is_weekend(date));
    let label = move || {
        let day = day.with(|day| day.as_ref().map_or_else(|| words::long_day(date), |day| label(day)));
        with_freezes(store, date, day)
    };
    let marks = move || {
        let changes = day.with(|day| day.as_ref().map(|day| day.clock_changes.clone()));
        changes.unwrap_or_default().into_iter().map(|change| view! { <ClockMark change /> }).collect_view()
    };
    let selected = Memo::new(move |_| store.current.with(|current| current.as_ref().map(|it| it.id.clone())));
    let content = Memo::new(move |_| {
        day.with(|day| {
            let rows =
                |day: &Arc<DayPlan>| selected.with(|selected| rows(day, room.get(), selected.as_ref()));
            day.as_ref().map(rows).unwrap_or_default()
        })
    });
    // A place that was once needed stays: its owner would be remembered for as long as the day is drawn.
    let places = Memo::new(move |before: Option<&usize>| {
        content.with(|(rows, _)| rows.len()).max(before.copied().unwrap_or_default())
    });
    let row = move |place: usize| {
        let row = Memo::new(move |_| content.with(|(rows, _)| rows.get(place).cloned()));
        move || row.get().map(|row| row_view(row, date, brief))
    };
    let hidden = Memo::new(move |_| content.with(|(_, hidden)| *hidden));
    let more = move || {
        let hidden = hidden.get();
        (hidden > 0).then(|| view! { <More date hidden brief /> })
    };
    view! {
        <div
            class="day"
            role="gridcell"
            id=cell_id(date)
            class:outside=is_outside
            class:weekend=is_weekend
            class:today=move || is_today()
            tabindex=move || if is_reached.get() { "0" } else { "-1" }
            aria-selected=move || is_reached.get().to_string()
            aria-current=move || is_today().then_some("date")
            aria-label=label
            on:focus=move |_| if store.day.get_untracked() != date && !is_outside { store.day.set(date) }
        >
            <FreezeBands date />
            <div class="day-head">
                <span class="day-number">{words::day_number(date)}</span>
                {move || marks()}
                <FreezeMarks date />
            </div>
            <For each=move || 0..places.get() key=|place| *place children=row />
            {move || more()}
        </div>
    }
}

fn row_view(row: Row, date: NaiveDate, brief: LastingSignal<bool>) -> AnyView {
    match row {
        Row::Ghost(ghost) => ghost_view(&ghost, brief),
        Row::Block(block) => view! { <BlockView block=*block date brief /> }.into_any(),
        Row::Band(band) => view! { <BandView band date brief /> }.into_any(),
        Row::Gap => view! { <div class="block gap"></div> }.into_any(),
    }
}

/// The way to what a day has no room for.
#[component]
fn More(
    /// The day.
    date: NaiveDate,
    /// How many do not show.
    hidden: usize,
    /// Whether there is room for the number alone.
    brief: LastingSignal<bool>,
) -> impl IntoView {
    let store = use_store();
    let open = move |_| store.opened.set(Some(Opened::Day { date, window: None, anchor: cell_id(date) }));
    view! {
        <button type="button" class="more" tabindex="-1" on:click=open>
            {format!("+{hidden}")}
            <span class:unseen=move || brief.get()>" more"</span>
        </button>
    }
}

/// What the clocks do on a day.
#[component]
pub(super) fn ClockMark(
    /// What they do.
    change: ClockWords,
) -> impl IntoView {
    let title = format!("The clocks change: {}", change.in_full());
    view! {
        <span class="clock-mark" title=title>
            <IconView icon=Icon::Clock />
            <span class="clock-times">{change.brief}</span>
            {change.city.map(|city| view! { <span class="clock-city">{city}</span> })}
        </span>
    }
}

/// The day as a screen reader says it.
pub(super) fn label(day: &DayPlan) -> String {
    let mut parts = vec![words::long_day(day.date)];
    if day.runs() > 0 {
        parts.push(words::count(day.runs(), "run"));
    }
    parts.extend(
        day.clock_changes
            .iter()
            .map(|change| format!("the clocks change {}", change.in_full().replace('→', " to "))),
    );
    let ghosts = |is: fn(&Absence) -> bool| {
        day.ghosts.iter().filter(|ghost| is(&ghost.why)).map(|ghost| ghost.count).sum::<usize>()
    };
    let marked = day.blocks.iter().filter(|block| block.mark.is_some() && !block.came_over).count();
    let counts = [
        (ghosts(|why| matches!(why, Absence::Skipped(_))), "skipped"),
        (marked, "changed by the update"),
        (ghosts(|why| matches!(why, Absence::Leaves(_))), "gone with the update"),
    ];
    let counts = counts.into_iter().filter(|(count, _)| *count > 0);
    parts.extend(counts.map(|(count, what)| format!("{} {what}", words::count(count, "run"))));
    parts.join(", ")
}
