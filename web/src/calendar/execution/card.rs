//! An execution opened: when it is, why it is then, and what can be done about it.

use super::{cancel::Cancel, times::Times, why::why};
use crate::{
    calendar::{
        block::{color, zones as zones_of},
        popover::Popover,
    },
    freezes::stretch::Stretch,
    numerals::percent,
    store::{Planned, use_store},
    ui::{Icon, IconView},
    words,
};
use leptos::prelude::*;
use window_planner_core::{
    occurrence::{ClockChange, Occurrence},
    plan::Window,
    zone::Zone,
};

/// The card of an execution.
#[component]
pub(crate) fn ExecutionCard(
    /// Its window.
    planned: Planned,
    /// The execution.
    run: Occurrence,
    /// The id of what it was opened from.
    anchor: String,
) -> impl IntoView {
    let store = use_store();
    let (_, zone) = zones_of(store, &planned);
    let title = words::moment(zone.local(run.start));
    let cancelled = {
        let planned = planned.clone();
        move || {
            let at = |window: &Window| Some(window.cancellations.iter().find(|it| it.start == run.start)?.at);
            planned.with(at).flatten()
        }
    };
    let subtitle = Signal::derive(move || {
        let now = store.clock.now.get();
        let (start, end) = (run.start.millis_since(now), run.end.millis_since(now));
        if let Some(at) = cancelled() {
            return format!("Cancelled {}", words::relative(at.millis_since(now)));
        }
        match (start > 0, end > 0) {
            (true, _) => format!("Starts {}", words::relative(start)),
            (false, true) => format!("Open now, ends {}", words::relative(end)),
            (false, false) => format!("Ended {}", words::relative(end)),
        }
    });
    let name = {
        let shown = planned.shown.clone();
        move || shown.with(|shown| shown.title.clone())
    };
    let note = run.clock_change.map(|change| view! { <ClockNote change zone /> });
    let mark = planned.runs.with_untracked(|runs| runs.as_ref().and_then(|runs| runs.marks.of(run.start)));
    let update = mark.map(|mark| {
        let words = format!(" {}, with the update that is to be sent.", mark.said(&run, zone));
        view! {
            <p class="popover-note">
                <span aria-hidden="true">{mark.sign()}</span>
                {words}
            </p>
        }
    });
    let counts_from = planned.shown.with_untracked(|shown| shown.anchor);
    let before_creation = (run.start < counts_from).then(|| {
        view! {
            <p class="popover-note">
                "In the past, shown for the pattern: a window created now would not have run then."
            </p>
        }
    });
    view! {
        <Popover anchor title subtitle on_close=move |()| store.opened.set(None)>
            <p class="card-window">
                <span class="swatch" data-color=color(&planned)></span>
                {name}
            </p>
            <div data-color=color(&planned)>
                <LengthBar run />
            </div>
            <Times run own=zone viewer=store.clock.viewer_zone />
            {update}
            {why(&planned, &run)}
            {note}
            <FreezeNotes run />
            {before_creation}
            <Cancel planned run />
        </Popover>
    }
}

/// The window drawn to scale, with its cutoff part.
#[component]
fn LengthBar(
    /// The execution.
    run: Occurrence,
) -> impl IntoView {
    let store = use_store();
    let (open, all) = (run.cutoff.millis_since(run.start), run.end.millis_since(run.start));
    let after = all - open;
    let progress = move || {
        let now = store.clock.now.get();
        (run.start <= now && now < run.end).then(|| percent(part(now.millis_since(run.start), all)))
    };
    let after_words = (after > 0).then(|| format!("no new tasks in the last {}", words::span(after)));
    view! {
        <div class="run-length">
            <div class="track" aria-hidden="true">
                <span class="open" style:flex-grow=open.to_string()></span>
                <span class="after-cutoff" style:flex-grow=after.to_string()></span>
                {move || progress().map(|left| view! { <span class="now" style:left=left></span> })}
            </div>
            <p>
                <strong>{words::span(all)}</strong>
                {after_words.map(|words| format!(", {words}"))}
            </p>
        </div>
    }
}

/// What a change of the clocks does to the execution.
#[component]
fn ClockNote(
    /// The change and its effect.
    change: ClockChange,
    /// The schedule's zone.
    zone: Zone,
) -> impl IntoView {
    let (before, after) = change.change.local_times();
    let clocks = format!("The clocks in {} go {}. ", zone.city(), words::clock_change(before, after));
    let effect = change.effect.to_string();
    let unverified = change.effect.is_unverified().then_some(" AWS behaviour unverified.");
    view! {
        <div class="finding note">
            <IconView icon=Icon::Clock />
            <div class="finding-text">{clocks} {effect} {unverified}</div>
        </div>
    }
}

/// The freezes that the execution falls into.
#[component]
fn FreezeNotes(
    /// The execution.
    run: Occurrence,
) -> impl IntoView {
    let store = use_store();
    move || {
        let zone = store.view_zone();
        let stretches = store.freezes.with(|freezes| {
            let all = freezes.calendars().iter();
            all.flat_map(|(name, calendar)| Stretch::all(name, calendar, run.start, run.end))
                .collect::<Vec<_>>()
        });
        let note = |stretch: Stretch| {
            view! {
                <div class="finding freeze-note">
                    <IconView icon=Icon::Freeze />
                    <div class="finding-text">"In the freeze " {stretch.words(zone)} "."</div>
                </div>
            }
        };
        stretches.into_iter().map(note).collect_view()
    }
}

#[expect(clippy::cast_precision_loss, reason = "a day's milliseconds")]
fn part(of: i64, all: i64) -> f64 {
    of as f64 / all.max(1) as f64
}
