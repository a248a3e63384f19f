//! An execution opened: when it starts, stops taking tasks and ends, in every zone that matters.

use super::{
    block::{color, zones as zones_of},
    popover::Popover,
};
use crate::{
    freezes::stretch::Stretch,
    store::{Planned, use_store},
    ui::{Icon, IconView},
    words,
};
use leptos::prelude::*;
use window_planner_core::{
    occurrence::{ClockChange, Occurrence},
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
    let subtitle = Signal::derive(move || {
        let now = store.clock.now.get();
        let (start, end) = (run.start.millis_since(now), run.end.millis_since(now));
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
    let rows = zones(zone, store.clock.viewer_zone)
        .into_iter()
        .map(|(zone, whose)| view! { <ZoneRow run zone whose /> })
        .collect_view();
    let note = run.clock_change.map(|change| view! { <ClockNote change zone /> });
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
            <LengthBar run />
            <table class="times">
                <thead>
                    <tr>
                        <td></td>
                        <th scope="col">"Start"</th>
                        <th scope="col">"Last tasks"</th>
                        <th scope="col">"End"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            {note}
            <FreezeNotes run />
            {before_creation}
        </Popover>
    }
}

/// The window drawn to scale, with its cutoff part.
#[component]
fn LengthBar(
    /// The execution.
    run: Occurrence,
) -> impl IntoView {
    let (open, all) = (run.cutoff.millis_since(run.start), run.end.millis_since(run.start));
    let after = all - open;
    let after_words = (after > 0).then(|| format!("no new tasks in the last {}", words::span(after)));
    view! {
        <div class="run-length">
            <div class="track" aria-hidden="true">
                <span class="open" style:flex-grow=open.to_string()></span>
                <span class="after-cutoff" style:flex-grow=after.to_string()></span>
            </div>
            <p>
                <strong>{words::span(all)}</strong>
                {after_words.map(|words| format!(", {words}"))}
            </p>
        </div>
    }
}

/// The three instants in one zone.
#[component]
fn ZoneRow(
    /// The execution.
    run: Occurrence,
    /// The zone.
    zone: Zone,
    /// Whose zone it is, if that needs a word.
    whose: &'static str,
) -> impl IntoView {
    let first = zone.local(run.start).date();
    let cell = |instant| {
        let local = zone.local(instant);
        let other_day =
            (instant == run.start || local.date() != first).then(|| words::short_day(local.date()));
        view! {
            <td>
                {words::time(local)}
                {other_day.map(|day| view! { <span class="other-day">{day}</span> })}
            </td>
        }
    };
    let offset = words::offset(zone.offset_at(run.start).local_minus_utc());
    let offset = if zone == Zone::UTC { String::new() } else { offset };
    view! {
        <tr>
            <th scope="row">
                {zone.city()} " " <span class="zone-offset">{whose} {offset}</span>
            </th>
            {cell(run.start)}
            {cell(run.cutoff)}
            {cell(run.end)}
        </tr>
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

/// The zones to show, each once: the schedule's, UTC, the viewer's.
fn zones(schedule: Zone, viewer: Zone) -> Vec<(Zone, &'static str)> {
    let mut zones = vec![(schedule, if viewer == schedule { "window and you " } else { "window " })];
    if schedule != Zone::UTC {
        zones.push((Zone::UTC, ""));
    }
    if viewer != schedule && viewer != Zone::UTC {
        zones.push((viewer, "you "));
    }
    zones
}
