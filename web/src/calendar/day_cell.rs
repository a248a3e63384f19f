//! One day of the month: its number, its blocks, and what the clocks do on it.

use super::{
    block::{BandView, BlockView, GhostView},
    layout::{Block, DayPlan},
    plan::MonthPlan,
};
use crate::{
    store::{Opened, use_store},
    ui::{Icon, IconView},
    words,
};
use chrono::{Datelike, NaiveDate, Weekday};
use leptos::prelude::*;

/// How many blocks a day has room for.
const LANES: usize = 2;

/// The element id of a day.
pub(crate) fn cell_id(date: NaiveDate) -> String {
    format!("day-{date}")
}

/// A cell of the month grid.
#[component]
pub(crate) fn DayCell(
    /// The day.
    day: DayPlan,
    /// The month that it belongs to.
    plan: Memo<MonthPlan>,
) -> impl IntoView {
    let store = use_store();
    let DayPlan { date, blocks, band, .. } = day;
    let is_today = move || store.clock.today(store.view_zone()) == date;
    let is_reached = move || store.day.get() == date;
    let is_outside = !untrack(|| store.month()).has(date);
    let is_weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);

    let (changes, skipped) = plan.with_untracked(|plan| {
        (
            plan.clock_changes.get(&date).cloned().unwrap_or_default(),
            plan.skipped.get(&date).cloned().unwrap_or_default(),
        )
    });
    let label = label(date, band.map_or(blocks.len(), |band| band.starts), &changes, skipped.len());
    let marks = changes.into_iter().map(|words| view! { <ClockMark words /> }).collect_view();
    let ghosts = skipped.first().map(|run| view! { <GhostView run=*run count=skipped.len() /> });
    let room = LANES.saturating_sub(usize::from(!skipped.is_empty()));
    let hidden = blocks.iter().filter(|block| block.lane >= room).count();
    let band = band.map(|band| view! { <BandView band date /> });
    let shown = lanes(&blocks, room)
        .into_iter()
        .map(|block| match block {
            Some(block) => {
                let run = plan.with_untracked(|plan| plan.runs.get(block.run).copied());
                run.map(|run| view! { <BlockView block run date /> }).into_any()
            }
            None => view! { <div class="block gap"></div> }.into_any(),
        })
        .collect_view();
    let more = (hidden > 0).then(|| {
        let anchor = cell_id(date);
        view! {
            <button
                type="button"
                class="more"
                tabindex="-1"
                on:click=move |_| store.opened.set(Some(Opened::Day { date, anchor: anchor.clone() }))
            >
                {format!("+{hidden} more")}
            </button>
        }
    });
    view! {
        <div
            class="day"
            role="gridcell"
            id=cell_id(date)
            class:outside=is_outside
            class:weekend=is_weekend
            class:today=is_today
            tabindex=move || if is_reached() { "0" } else { "-1" }
            aria-selected=move || is_reached().to_string()
            aria-current=move || is_today().then_some("date")
            aria-label=label
            on:focus=move |_| if store.day.get_untracked() != date && !is_outside { store.day.set(date) }
        >
            <div class="day-head">
                <span class="day-number">{number(date)}</span>
                {marks}
            </div>
            {band}
            {shown}
            {ghosts}
            {more}
        </div>
    }
}

/// What the clocks do on this day.
#[component]
fn ClockMark(
    /// `02:00 → 03:00`.
    words: String,
) -> impl IntoView {
    let title = format!("The clocks change: {words}");
    view! {
        <span class="clock-mark" title=title>
            <IconView icon=Icon::Clock />
            <span>{words}</span>
        </span>
    }
}

/// The blocks in the lanes there is room for; a lane that is free between two blocks stays empty.
fn lanes(blocks: &[Block], room: usize) -> Vec<Option<Block>> {
    let used = blocks.iter().map(|block| block.lane + 1).filter(|lanes| *lanes <= room).max().unwrap_or(0);
    (0..used).map(|lane| blocks.iter().find(|block| block.lane == lane).copied()).collect()
}

/// The day of the month, with the month's name where it begins.
fn number(date: NaiveDate) -> String {
    if date.day() == 1 { date.format("%-d %b").to_string() } else { date.day().to_string() }
}

/// The day as a screen reader says it.
fn label(date: NaiveDate, runs: usize, changes: &[String], skipped: usize) -> String {
    let mut parts = vec![words::long_day(date)];
    if runs > 0 {
        parts.push(words::count(runs, "run"));
    }
    parts.extend(changes.iter().map(|change| format!("the clocks change {change}")));
    if skipped > 0 {
        parts.push(format!("{} skipped", words::count(skipped, "run")));
    }
    parts.join(", ")
}
