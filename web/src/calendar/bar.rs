//! The calendar's bar: which days, in which view, in which zone.

use super::{
    month::{add_days, add_months},
    zone_menu::ZoneMenu,
};
use crate::{
    commands::{table::Command, tooltip},
    store::{Store, ViewKind, use_store},
    ui::{Icon, IconView, Segmented},
    words,
};
use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;

/// Back and forward, today, the view, and the zone of the view.
#[component]
pub(crate) fn CalendarBar() -> impl IntoView {
    let store = use_store();
    let view = Signal::derive(move || store.preferences.with(|preferences| preferences.view));
    let views = Signal::stored(ViewKind::ALL.map(|view| (view, view.words().to_owned())).to_vec());
    let label = move |way: &'static str| move || format!("{} {way}", unit(view.get()));
    view! {
        <div class="calendar-bar">
            <button type="button" class="button quiet square" aria-label=label("before") on:click=move |_| step(store, -1)>
                <IconView icon=Icon::Back />
            </button>
            <h2 aria-live="polite" lang=words::language()>{move || title(store)}</h2>
            <button type="button" class="button quiet square" aria-label=label("after") on:click=move |_| step(store, 1)>
                <IconView icon=Icon::Forward />
            </button>
            <button
                type="button"
                class="button"
                title=tooltip("Today", Command::Today)
                on:click=move |_| store.day.set(store.clock.today(store.view_zone()))
            >
                "Today"
            </button>
            <span class="bar-space"></span>
            <Segmented
                label="View of the calendar"
                choices=views
                value=view
                on_change=move |view| store.show_view(view)
            />
            <ZoneMenu />
        </div>
    }
}

/// Goes so many months, weeks or years on, as the view has it.
pub(crate) fn step(store: Store, by: i32) {
    let view = store.preferences.with_untracked(|preferences| preferences.view);
    store.day.update(|day| *day = stepped(view, *day, by));
}

/// What the days that show are called.
fn title(store: Store) -> String {
    let first = store.span.get().first;
    match store.preferences.with(|preferences| preferences.view) {
        ViewKind::Month => words::month(store.day.get()),
        ViewKind::Week | ViewKind::Timeline => words::week(first),
        ViewKind::Agenda => format!("From {}", words::day(first)),
        ViewKind::Year => first.year().to_string(),
    }
}

/// What a step goes by.
const fn unit(view: ViewKind) -> &'static str {
    match view {
        ViewKind::Month | ViewKind::Agenda => "Month",
        ViewKind::Week | ViewKind::Timeline => "Week",
        ViewKind::Year => "Year",
    }
}

/// The day so many steps later.
fn stepped(view: ViewKind, day: NaiveDate, by: i32) -> NaiveDate {
    match view {
        ViewKind::Month | ViewKind::Agenda => add_months(day, by),
        ViewKind::Week | ViewKind::Timeline => add_days(day, i64::from(by) * 7),
        ViewKind::Year => add_months(day, by.saturating_mul(12)),
    }
}
