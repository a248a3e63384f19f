//! The hours beside the days, in the view's zone and in a second one.

use super::axis::Axis;
use crate::{
    calendar::day::start_of_day,
    numerals::percent,
    store::{Memo, Store, ViewZone, Wall, use_store},
    words,
};
use leptos::prelude::*;
use window_planner_core::{order::sort_by_key, zone::Zone};

/// The hours.
#[component]
pub(super) fn Gutter(
    /// The hours.
    axis: Memo<Axis>,
) -> impl IntoView {
    let store = use_store();
    let hours = move || {
        let second = second_zone(store);
        let midnight = start_of_day(store.span.get().first, store.view_zone());
        axis.with(|axis| {
            let hours = axis.hours().into_iter().skip(1);
            hours
                .map(|(hour, place)| {
                    // The second clock as on the week's first day.
                    let other =
                        second.map(|zone| words::time(zone.local(midnight.plus_hours(i64::from(hour)))));
                    view! {
                        <div class="hour" style:top=percent(place)>
                            {other.map(|time| view! { <span class="second">{time}</span> })}
                            <span>{words::hour(hour)}</span>
                        </div>
                    }
                })
                .collect_view()
        })
    };
    view! {
        <div class="gutter" class:two=move || second_zone(store).is_some() aria-hidden="true">
            {move || hours()}
        </div>
    }
}

/// Which zones the hours are of, and the choice of the second.
#[component]
pub(super) fn SecondZone() -> impl IntoView {
    let store = use_store();
    let choices = move || {
        let mut choices = vec![(String::new(), "+ zone".to_owned())];
        for zone in [ViewZone::Utc, ViewZone::Viewer].into_iter().chain(window_zones(store)) {
            let Wall::Of(found) = store.wall_of(zone) else { continue };
            let words = found.city();
            if found != store.view_zone() && choices.iter().all(|(_, other)| *other != words) {
                choices.push((String::from(zone), words));
            }
        }
        choices
    };
    let taken = move || {
        store.preferences.with(|preferences| preferences.second_zone.map(String::from)).unwrap_or_default()
    };
    let choose = move |event| {
        let value = event_target_value(&event);
        let second = (!value.is_empty()).then(|| ViewZone::from(value));
        store.preferences.update(|preferences| preferences.second_zone = second);
    };
    let options = move || {
        let taken = taken();
        choices()
            .into_iter()
            .map(|(value, words)| {
                let is_taken = value == taken;
                view! { <option value=value selected=is_taken>{words}</option> }
            })
            .collect_view()
    };
    let zone = move || match store.wall.get() {
        Wall::Of(zone) => zone.city(),
        Wall::Own => "own time".to_owned(),
    };
    view! {
        <div class="week-zones">
            <select class="second-zone" aria-label="Second time zone" on:change=choose>
                {move || options()}
            </select>
            <span class="zone-name">{move || zone()}</span>
        </div>
    }
}

/// The second zone, where one was chosen that differs from the view's.
fn second_zone(store: Store) -> Option<Zone> {
    let chosen = store.preferences.with(|preferences| preferences.second_zone)?;
    match (store.wall.get(), store.wall_of(chosen)) {
        (Wall::Of(first), Wall::Of(second)) => (first != second).then_some(second),
        _ => None,
    }
}

/// The zones of the windows that show.
fn window_zones(store: Store) -> Vec<ViewZone> {
    let mut zones: Vec<Zone> =
        store.calendar.with(|plan| plan.windows.iter().map(|it| it.own_zone).collect());
    sort_by_key(&mut zones, |zone| zone.name());
    zones.dedup();
    zones.into_iter().map(ViewZone::Named).collect()
}
