//! The calendar's bar: which month, in which zone.

use super::month::add_months;
use crate::{
    store::{ViewZone, use_store},
    ui::{Icon, IconView, Segmented},
};
use leptos::prelude::*;
use window_planner_core::zone::Zone;

/// Months back and forward, today, and the zone of the view.
#[component]
pub(crate) fn CalendarBar() -> impl IntoView {
    let store = use_store();
    let step = move |by: i32| store.day.update(|day| *day = add_months(*day, by));
    let zones = Signal::derive(move || zone_choices(store.schedule_zone(), store.clock.viewer_zone));
    // Where two choices are one zone, the first stands for both.
    let view_zone = Signal::derive(move || {
        let of = |choice: ViewZone| choice.resolve(store.schedule_zone(), store.clock.viewer_zone);
        ViewZone::ALL.into_iter().find(|choice| of(*choice) == store.view_zone()).unwrap_or_default()
    });
    let set_zone = move |zone| store.preferences.update(|preferences| preferences.view_zone = zone);
    view! {
        <div class="calendar-bar">
            <button type="button" class="button quiet square" aria-label="Month before" on:click=move |_| step(-1)>
                <IconView icon=Icon::Back />
            </button>
            <h2 aria-live="polite">{move || store.month().title()}</h2>
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
fn zone_choices(schedule: Zone, viewer: Zone) -> Vec<(ViewZone, String)> {
    let mut choices: Vec<(ViewZone, String)> = Vec::new();
    let mut seen: Vec<Zone> = Vec::new();
    for choice in ViewZone::ALL {
        let zone = choice.resolve(schedule, viewer);
        if !seen.contains(&zone) {
            let yours = if zone == viewer { " (you)" } else { "" };
            choices.push((choice, format!("{}{yours}", zone.city())));
            seen.push(zone);
        }
    }
    choices
}
