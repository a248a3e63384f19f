//! What the days of a year show.

use super::load::{Load, Loads};
use crate::{
    calendar::{drawn::Drawn, runs::WindowRuns, span::WallDays},
    store::{LastingMemo, Memo, Store},
    words,
};
use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;
use std::sync::Arc;

/// What the days of a year show, told once for all of them. They go with their year, and it stays.
#[derive(Clone)]
pub(super) struct Year {
    pub(super) first: Memo<NaiveDate>,
    days: LastingMemo<Vec<Told>>,
    pub(super) today: LastingMemo<NaiveDate>,
}

/// What a day of a year shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Told {
    pub(super) load: Load,
    /// The freezes of the day, in words.
    pub(super) freezes: Vec<String>,
}

impl Year {
    pub(super) fn new(store: Store) -> Self {
        let first = Memo::new(move |_| store.span.get().first);
        let loads =
            Memo::new(
                move |_| {
                    if store.has_many() { store.walk.loads.get() } else { Some(Arc::new(loads(store))) }
                },
            );
        let days = LastingMemo::new(move |_| {
            let first = first.get();
            let days = first.iter_days().take_while(|date| date.year() == first.year());
            let loads = loads.get();
            store.closed.with(|closed| {
                let load = |date| loads.as_ref().map(|loads| loads.on(date)).unwrap_or_default();
                days.map(|date| Told { load: load(date), freezes: closed.said(date) }).collect()
            })
        });
        let today = LastingMemo::new(move |_| store.clock.today(store.view_zone()));
        Self { first, days, today }
    }

    pub(super) fn told(&self, date: NaiveDate) -> Told {
        let place = usize::try_from(date.ordinal0()).unwrap_or(usize::MAX);
        self.days.with(|days| days.get(place).cloned().unwrap_or_default())
    }
}

/// How much happens on the days of the year that shows.
fn loads(store: Store) -> Loads {
    let (span, wall) = (store.span.get(), store.wall.get());
    let (mut loads, mut days) = (Loads::new(span, wall), WallDays::new(span, wall));
    store.windows.with(|windows| {
        for window in windows.iter().filter(|window| !window.shown.with(|shown| shown.hidden)) {
            if let Some(drawn) = window.drawn.get().filter(Drawn::has_runs) {
                let days = days.of(drawn.timing.zone());
                loads.add(&WindowRuns::new(window.id.clone(), &drawn, days));
            }
        }
    });
    loads.finished()
}

impl Told {
    /// As a screen reader says it.
    pub(super) fn label(self, date: NaiveDate) -> String {
        let mut parts = vec![words::long_day(date)];
        if self.load.runs > 0 {
            parts.push(words::count(self.load.runs, "run"));
            parts.push(format!("open {} in all", words::span(self.load.millis)));
        }
        if self.load.has_clock_change {
            parts.push("the clocks change".to_owned());
        }
        if self.load.is_changed {
            parts.push("changed by the update".to_owned());
        }
        parts.extend(self.freezes);
        parts.join(", ")
    }
}
