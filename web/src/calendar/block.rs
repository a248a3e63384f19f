//! What stands in a day: a block, a band for many, a ghost for a run that is skipped.

use super::{
    day_cell::cell_id,
    layout::{Band, Block, MOST_A_DAY},
};
use crate::{
    store::{Opened, use_store},
    words,
};
use chrono::NaiveDate;
use leptos::prelude::*;
use window_planner_core::occurrence::{Occurrence, SkippedRun};

/// One day's part of an execution. Its track is the day; the bar in it spans the real hours.
#[component]
pub(crate) fn BlockView(
    /// Where it stands in the day.
    block: Block,
    /// The execution.
    run: Occurrence,
    /// The day.
    date: NaiveDate,
) -> impl IntoView {
    let store = use_store();
    let zone = untrack(|| store.view_zone());
    let id = format!("run-{}-{date}", run.start.as_millis());
    let (start, end) = (zone.local(run.start), zone.local(run.end));
    let time = if block.came_over { format!("→ {}", words::time(end)) } else { words::time(start) };
    let label = format!("{} to {}", words::moment(start), words::moment(end));
    let name = move || store.shown.with(|shown| shown.as_ref().map(|shown| shown.title.clone()));
    let is_past = move || run.end <= store.clock.now.get();
    let progress = move || {
        let now = store.clock.now.get();
        let span = super::day::DaySpan::of(date, zone);
        let open_now = run.start <= now && now < run.end && span.from <= now && now < span.until;
        open_now.then(|| percent(span.fraction(now)))
    };
    let is_opened = move || {
        store.opened.with(
            |opened| matches!(opened, Some(Opened::Execution { run: other, .. }) if other.start == run.start),
        )
    };
    let open = {
        let anchor = id.clone();
        move |_| {
            let window = store.current.get_untracked().map(|current| current.id.clone());
            let opened = |window| Opened::Execution { window, run, anchor: anchor.clone() };
            store.opened.set(window.map(opened));
        }
    };
    let cut = block.cutoff.clamp(block.from, block.to);
    view! {
        <button
            type="button"
            class="block"
            id=id
            tabindex="-1"
            title=label.clone()
            aria-label=label
            class:came-over=block.came_over
            class:goes-on=block.goes_on
            class:past=is_past
            class:opened=is_opened
            on:click=open
        >
            <span class="block-time">{time}</span>
            " "
            <span class="block-name">{name}</span>
            <span class="track">
                <span class="open" style:left=percent(block.from) style:width=percent(cut - block.from)></span>
                <span class="after-cutoff" style:left=percent(cut) style:width=percent(block.to - cut)></span>
                {move || progress().map(|left| view! { <span class="now" style:left=left></span> })}
            </span>
        </button>
    }
}

/// Executions too many to draw one by one.
#[component]
pub(crate) fn BandView(
    /// How many, and where.
    band: Band,
    /// The day.
    date: NaiveDate,
) -> impl IntoView {
    let store = use_store();
    let id = format!("band-{date}");
    let every = band.every.map(|every| format!("every {}", words::span(every)));
    let starts = if band.starts > MOST_A_DAY {
        format!("over {MOST_A_DAY} runs")
    } else {
        words::count(band.starts, "run")
    };
    let label = every.iter().cloned().chain([starts.clone()]).collect::<Vec<_>>().join(", ");
    let anchor = id.clone();
    view! {
        <button
            type="button"
            class="block band"
            id=id
            tabindex="-1"
            title=label.clone()
            aria-label=label
            on:click=move |_| store.opened.set(Some(Opened::Day { date, anchor: anchor.clone() }))
        >
            <span class="block-time">{every.clone().unwrap_or_else(|| starts.clone())}</span>
            " "
            <span class="block-name">{every.map(|_| starts)}</span>
            <span class="track">
                <span class="open" style:left=percent(band.from) style:width=percent(band.to - band.from)></span>
            </span>
        </button>
    }
}

/// A run that does not take place, because the clocks skip its time.
#[component]
pub(crate) fn GhostView(
    /// The first such run of the day.
    run: SkippedRun,
    /// How many there are.
    count: usize,
) -> impl IntoView {
    let (before, after) = run.change.local_times();
    let time = words::time(run.local);
    let others = if count > 1 { format!(" (+{})", count - 1) } else { String::new() };
    let title =
        format!("{time} does not exist on this day: the clocks go {}", words::clock_change(before, after));
    view! {
        <div class="block ghost" title=title>
            <span class="block-time">{time}</span>
            {others}
            " skipped: no such time"
        </div>
    }
}

fn percent(fraction: f64) -> String {
    format!("{:.3}%", fraction * 100.0)
}

/// The id of the day's element, for what is opened from a list.
pub(crate) fn day_anchor(date: NaiveDate) -> String {
    cell_id(date)
}
