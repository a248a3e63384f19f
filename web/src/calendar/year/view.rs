//! Twelve months, each day shaded by how much happens on it.

use super::told::Year;
use crate::{
    calendar::{
        day_cell::cell_id,
        month::{Month, add_months},
        navigation::on_key,
    },
    locale::DateForm,
    store::{Memo, Opened, use_store},
    ui::InPages,
    words,
};
use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;
use std::ops::Range;

/// The months of a year.
const MONTHS: usize = 12;

/// How many months are drawn in one task, when there is much else to do.
const AT_ONCE: usize = 4;

/// The year of the day that is reached.
#[component]
pub(crate) fn YearView() -> impl IntoView {
    let store = use_store();
    let year = Year::new(store);
    let first = year.first;
    provide_context(year);
    let months = move || {
        let first = first.get();
        let months = move |places: Range<usize>| {
            let month = |place| view! { <YearMonth month=Month::of(add_months(first, place)) /> }.into_any();
            (0..).skip(places.start).take(places.len()).map(month).collect_view().into_any()
        };
        // The month that has the focus is there at once.
        let reached = store.day.with_untracked(Datelike::month0) as usize;
        let size = if untrack(|| store.has_many()) { AT_ONCE } else { MONTHS };
        view! { <InPages count=MONTHS size first=reached page=months /> }
    };
    let freezes = move || {
        let has_freezes = store.freezes.with(|freezes| !freezes.is_empty());
        has_freezes.then(|| view! { <span class="year-day frozen"></span> " freeze" })
    };
    let levels = (0..5_u8).map(|level| view! { <span class="year-day" data-level=level.to_string()></span> });
    view! {
        <div class="year">
            <div class="year-months" on:keydown=move |event| on_key(store, &event)>
                {move || months()}
            </div>
            <p class="year-legend">
                "nothing " {levels.collect_view()} " open all day; the numbers count runs" {move || freezes()}
            </p>
        </div>
    }
}

/// A month of the year as a small grid.
#[component]
fn YearMonth(
    /// The month.
    month: Month,
) -> impl IntoView {
    let weeks = month
        .weeks()
        .into_iter()
        .map(|week| {
            let days = week.into_iter().map(|date| {
                if month.has(date) {
                    view! { <YearDay date /> }.into_any()
                } else {
                    view! { <div class="year-day outside" role="gridcell"></div> }.into_any()
                }
            });
            let days = days.collect_view();
            view! {
                <div class="year-week" role="row">
                    {days}
                </div>
            }
        })
        .collect_view();
    let heads = words::weekdays(DateForm::NarrowWeekday)
        .map(|letter| view! { <span>{letter}</span> })
        .into_iter()
        .collect_view();
    view! {
        <section class="year-month">
            <h3 lang=words::language()>{month.title()}</h3>
            <div class="year-week" aria-hidden="true">
                {heads}
            </div>
            <div role="grid" aria-label=month.title()>
                {weeks}
            </div>
        </section>
    }
}

/// A day: its date, its load as a shade, its runs as a number.
#[component]
fn YearDay(
    /// The day.
    date: NaiveDate,
) -> impl IntoView {
    let store = use_store();
    let year: Year = expect_context();
    let today = year.today.clone();
    let told = Memo::new(move |_| year.told(date));
    let load = Memo::new(move |_| told.with(|told| told.load));
    let is_reached = Memo::new(move |_| store.day.get() == date);
    let is_today = Memo::new(move |_| today.get() == date);
    let open = move |_| {
        store.day.set(date);
        if load.get_untracked().runs > 0 {
            store.opened.set(Some(Opened::Day { date, window: None, anchor: cell_id(date) }));
        }
    };
    view! {
        <div
            class="year-day"
            role="gridcell"
            id=cell_id(date)
            data-level=move || load.get().level().to_string()
            class:today=move || is_today.get()
            class:clocks=move || told.with(|told| told.load.has_clock_change)
            class:frozen=move || told.with(|told| !told.freezes.is_empty())
            class:changed=move || told.with(|told| told.load.is_changed)
            tabindex=move || if is_reached.get() { "0" } else { "-1" }
            aria-selected=move || is_reached.get().to_string()
            aria-current=move || is_today.get().then_some("date")
            aria-label=move || told.get().label(date)
            data-tip="label"
            on:click=open
        >
            <span class="year-date">{date.day()}</span>
            <span class="year-count">{move || count(load.get().runs)}</span>
        </div>
    }
}

/// A number that fits a small cell.
fn count(runs: usize) -> String {
    match runs {
        0 => String::new(),
        1..=99 => runs.to_string(),
        _ => "99+".to_owned(),
    }
}
