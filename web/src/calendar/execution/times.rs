//! When an execution starts, stops taking tasks and ends, in every zone that matters.

use crate::words;
use leptos::prelude::*;
use window_planner_core::{occurrence::Occurrence, zone::Zone};

/// The times, a row for each zone.
#[component]
pub(super) fn Times(
    /// The execution.
    run: Occurrence,
    /// The zone of its schedule.
    own: Zone,
    /// The viewer's.
    viewer: Zone,
) -> impl IntoView {
    let rows = zones(own, viewer)
        .into_iter()
        .map(|(zone, whose)| view! { <ZoneRow run zone whose /> })
        .collect_view();
    view! {
        <table class="times" aria-label="Times">
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
