//! What the days of a year show.

use super::load::Load;
use crate::{calendar::plan::DayPlan, store::Store, words};
use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;

/// What the days of a year show, told once for all of them.
#[derive(Clone, Copy)]
pub(super) struct Year {
    pub(super) first: Memo<NaiveDate>,
    days: Memo<Vec<Told>>,
    pub(super) today: Memo<NaiveDate>,
    pub(super) reached: Memo<NaiveDate>,
}

/// What a day of a year shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Told {
    pub(super) load: Load,
    pub(super) has_clock_change: bool,
    pub(super) is_changed: bool,
    /// The freezes of the day, in words.
    pub(super) freezes: Vec<String>,
}

impl Year {
    pub(super) fn new(store: Store) -> Self {
        let first = Memo::new(move |_| store.span.get().first);
        let days = Memo::new(move |_| {
            let first = first.get();
            let days = first.iter_days().take_while(|date| date.year() == first.year());
            store.calendar.with(|plan| {
                store
                    .closed
                    .with(|closed| days.map(|date| Told::of(plan.day(date), closed.said(date))).collect())
            })
        });
        let today = Memo::new(move |_| store.clock.today(store.view_zone()));
        Self { first, days, today, reached: Memo::new(move |_| store.day.get()) }
    }

    pub(super) fn told(self, date: NaiveDate) -> Told {
        let place = usize::try_from(date.ordinal0()).unwrap_or(usize::MAX);
        self.days.with(|days| days.get(place).cloned().unwrap_or_default())
    }
}

impl Told {
    fn of(day: Option<&DayPlan>, freezes: Vec<String>) -> Self {
        Self {
            load: day.map(Load::of).unwrap_or_default(),
            has_clock_change: day.is_some_and(|day| !day.clock_changes.is_empty()),
            is_changed: day.is_some_and(DayPlan::is_changed),
            freezes,
        }
    }

    /// As a screen reader says it.
    pub(super) fn label(self, date: NaiveDate) -> String {
        let mut parts = vec![words::long_day(date)];
        if self.load.runs > 0 {
            parts.push(words::count(self.load.runs, "run"));
            parts.push(format!("open {} in all", words::span(i64::from(self.load.minutes) * 60_000)));
        }
        if self.has_clock_change {
            parts.push("the clocks change".to_owned());
        }
        if self.is_changed {
            parts.push("changed by the update".to_owned());
        }
        parts.extend(self.freezes);
        parts.join(", ")
    }
}
