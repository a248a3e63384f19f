//! The calendar's bar: which month, in which zone.

use super::month::add_months;
use crate::{
    store::{ViewZone, use_store},
    ui::{Icon, IconView, Segmented},
};
use leptos::prelude::*;

/// Months back and forward, today, and the zone of the view.
#[component]
pub fn CalendarBar() -> impl IntoView {
    let store = use_store();
    let step = move |by: i32| store.day.update(|day| *day = add_months(*day, by));
    let zones = Signal::derive(move || {
        let viewer = store.clock.viewer_zone;
        vec![
            (ViewZone::Schedule, store.schedule_zone().city()),
            (ViewZone::Utc, "UTC".to_owned()),
            (ViewZone::Viewer, format!("{} (you)", viewer.city())),
        ]
    });
    let view_zone = Signal::derive(move || store.preferences.with(|preferences| preferences.view_zone));
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
            <button type="button" class="button quiet" on:click=move |_| store.go_to_next_run()>
                "Next run"
            </button>
            <Segmented label="Time zone of the calendar" choices=zones value=view_zone on_change=set_zone />
        </div>
    }
}
