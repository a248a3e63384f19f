//! The calendar's bar: which month, in which zone.

use super::month::add_months;
use crate::{
    store::{Store, ViewZone, Wall, use_store},
    ui::{Icon, IconView, Segmented},
    words,
};
use leptos::prelude::*;

/// Months back and forward, today, and the zone of the view.
#[component]
pub(crate) fn CalendarBar() -> impl IntoView {
    let store = use_store();
    let step = move |by: i32| store.day.update(|day| *day = add_months(*day, by));
    let title = move || words::month(store.day.get());
    let zones = Signal::derive(move || zone_choices(store));
    // Where two choices are one zone, the first stands for both.
    let view_zone = Signal::derive(move || {
        let shown = store.wall.get();
        let choices = zone_choices(store);
        choices
            .into_iter()
            .map(|(choice, _)| choice)
            .find(|choice| store.wall_of(*choice) == shown)
            .unwrap_or_default()
    });
    let set_zone = move |zone| store.preferences.update(|preferences| preferences.view_zone = zone);
    view! {
        <div class="calendar-bar">
            <button type="button" class="button quiet square" aria-label="Month before" on:click=move |_| step(-1)>
                <IconView icon=Icon::Back />
            </button>
            <h2 aria-live="polite">{title}</h2>
            <button type="button" class="button quiet square" aria-label="Month after" on:click=move |_| step(1)>
                <IconView icon=Icon::Forward />
            </button>
            <button
                type="button"
                class="button"
                title="Today (T)"
                on:click=move |_| store.day.set(store.clock.today(store.view_zone()))
            >
                "Today"
            </button>
            <Segmented label="Time zone of the calendar" choices=zones value=view_zone on_change=set_zone />
        </div>
    }
}

/// The zones to choose from, each once.
fn zone_choices(store: Store) -> Vec<(ViewZone, String)> {
    let mut choices: Vec<(ViewZone, String)> = Vec::new();
    let mut seen: Vec<Wall> = Vec::new();
    for choice in [ViewZone::Fitting, ViewZone::Own, ViewZone::Utc, ViewZone::Viewer] {
        let wall = store.wall_of(choice);
        if !seen.contains(&wall) {
            let words = match wall {
                Wall::Own => "Each its own".to_owned(),
                Wall::Of(zone) if zone == store.clock.viewer_zone => format!("{} (you)", zone.city()),
                Wall::Of(zone) => zone.city(),
            };
            choices.push((choice, words));
            seen.push(wall);
        }
    }
    choices
}
