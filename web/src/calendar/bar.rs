//! The calendar's bar: which days, in which view and zone.

use super::month::{add_days, add_months};
use crate::{
    store::{Store, ViewKind, ViewZone, Wall, use_store},
    ui::{Icon, IconView, Segmented},
    words,
};
use leptos::prelude::*;

/// Back and forward, today, the view and its zone.
#[component]
pub(crate) fn CalendarBar() -> impl IntoView {
    let store = use_store();
    let view = Signal::derive(move || store.preferences.with(|preferences| preferences.view));
    let step = move |by: i32| {
        store.day.update(|day| {
            *day = match view.get_untracked() {
                ViewKind::Month | ViewKind::Agenda => add_months(*day, by),
                ViewKind::Week | ViewKind::Timeline => add_days(*day, i64::from(by) * 7),
                ViewKind::Year => add_months(*day, by * 12),
            }
        });
    };
    let title = move || {
        let first = store.span.get().first;
        match view.get() {
            ViewKind::Month => words::month(store.day.get()),
            ViewKind::Week | ViewKind::Timeline => words::week(first),
            ViewKind::Agenda => format!("From {}", words::day(first)),
            ViewKind::Year => first.format("%Y").to_string(),
        }
    };
    let unit = move || match view.get() {
        ViewKind::Month | ViewKind::Agenda => "Month",
        ViewKind::Week | ViewKind::Timeline => "Week",
        ViewKind::Year => "Year",
    };
    let views = Signal::derive(|| ViewKind::ALL.map(|view| (view, view.words().to_owned())).to_vec());
    let set_view = move |view| store.preferences.update(|preferences| preferences.view = view);
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
            <button type="button" class="button quiet square" aria-label=move || format!("{} before", unit()) on:click=move |_| step(-1)>
                <IconView icon=Icon::Back />
            </button>
            <h2 aria-live="polite">{title}</h2>
            <button type="button" class="button quiet square" aria-label=move || format!("{} after", unit()) on:click=move |_| step(1)>
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
            <Segmented label="View of the calendar" choices=views value=view on_change=set_view />
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
