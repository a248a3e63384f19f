//! [`Walk`]: what follows from all windows of a plan that has thousands, computed in slices.
//!
//! A smaller plan has memos for it, which are told by the windows that change. Thousands of windows that tell one memo
//! take longer than to go through them all.

use super::{Glance, LastingRwSignal, Store, ViewKind, Wall};
use crate::{
    calendar::{
        plan::SpanPlan,
        runs::WindowRuns,
        span::{Span, WallDays},
        year::load::Loads,
    },
    slices::{Job, MANY, sliced},
    store::Memo,
};
use chrono::NaiveDate;
use leptos::prelude::*;
use std::sync::Arc;
use window_planner_core::zone::Zone;

/// What was found on the last walk over all windows; nothing of a plan that has few.
#[derive(Clone, Copy)]
pub(crate) struct Walk {
    /// The zone of all windows that show, if they have one in common.
    pub(super) common_zone: LastingRwSignal<Option<Zone>>,
    /// What the calendar shows.
    pub(super) calendar: LastingRwSignal<Arc<SpanPlan>>,
    /// How much happens on the days of the year that shows, if one does.
    pub(crate) loads: LastingRwSignal<Option<Arc<Loads>>>,
    has_updates: LastingRwSignal<bool>,
    job: Job,
}

impl Walk {
    pub(super) fn new() -> Self {
        Self {
            common_zone: LastingRwSignal::new(None),
            calendar: LastingRwSignal::new(Arc::new(nothing())),
            loads: LastingRwSignal::new(None),
            has_updates: LastingRwSignal::new(false),
            job: Job::new(),
        }
    }

    /// Whether a walk is under way: what shows is not up to date.
    pub(crate) fn is_under_way(self) -> bool {
        self.job.runs()
    }

    /// Waits until no walk is under way.
    pub(super) async fn ended(self) {
        self.job.ended().await;
    }

    fn forget(self) {
        self.job.stop();
        if self.calendar.with_untracked(|plan| plan.span.days > 0) {
            self.common_zone.set(None);
            self.calendar.set(Arc::new(nothing()));
            self.loads.set(None);
            self.has_updates.set(false);
        }
    }
}

/// Walks over the windows of a plan that has many, whenever something has changed that the calendar follows from, for
/// as long as the page lives.
pub(super) fn keep_walking(store: Store) {
    let (walk, surroundings) = (store.walk, store.parts.surroundings);
    let is_many = Memo::new(move |_| store.has_many());
    let view =
        Memo::new(move |_| store.preferences.with(|preferences| (preferences.view, preferences.view_zone)));
    // An update is compared with what runs from this minute on.
    let since = Memo::new(move |_| walk.has_updates.get().then(|| surroundings.clock.minute.get()));
    Effect::new(move |_| {
        if !is_many.get() {
            walk.forget();
            return;
        }
        store.plan.track();
        surroundings.hidden.track();
        surroundings.asked.track();
        since.track();
        view.track();
        store.span.track();
        surroundings.drawn.track();
        walk.job.begin(go(store));
    });
}

/// What the calendar shows before the first walk has come to its end.
fn nothing() -> SpanPlan {
    SpanPlan::new(Span { first: NaiveDate::default(), days: 0 }, Wall::Own, Vec::new())
}

async fn go(store: Store) {
    let walk = store.walk;
    let mut pace = sliced();
    pace.step().await;
    let windows = store.windows.get_untracked();
    let mut zones: Vec<Zone> = Vec::new();
    for window in &windows {
        let zone = Glance(window).zone_in_view();
        zones.extend(zone.filter(|zone| !zones.contains(zone)));
        pace.step().await;
    }
    let common = if let [only] = zones[..] { Some(only) } else { None };
    if walk.common_zone.get_untracked() != common {
        walk.common_zone.set(common);
    }
    let (wall, span) = (store.wall.get_untracked(), store.span.get_untracked());
    let drawn: Span = store.parts.surroundings.drawn.get_untracked();
    let mut days = WallDays::new(drawn, wall);
    let is_year = store.preferences.with_untracked(|preferences| preferences.view == ViewKind::Year);
    let mut year = is_year.then(|| (Loads::new(span, wall), WallDays::new(span, wall)));
    let mut runs = Vec::with_capacity(windows.len());
    let mut has_updates = false;
    for window in &windows {
        if let Some(drawn) = Glance(window).drawn() {
            let runs_on = |days: &mut WallDays| {
                WindowRuns::new(window.id.clone(), &drawn, days.of(drawn.timing.zone()))
            };
            has_updates |= drawn.update.is_some();
            runs.push(Arc::new(runs_on(&mut days)));
            if let Some((loads, days)) = &mut year {
                loads.add(&runs_on(days));
            }
        }
        pace.step().await;
    }
    let calendar = Arc::new(SpanPlan::made(drawn, wall, runs, &mut pace).await);
    walk.loads.set(year.map(|(loads, _)| Arc::new(loads.finished())));
    walk.calendar.set(calendar);
    if walk.has_updates.get_untracked() != has_updates {
        walk.has_updates.set(has_updates);
    }
}

impl Store {
    /// Whether the plan has so many windows that they are gone through in slices.
    pub(crate) fn has_many(self) -> bool {
        self.windows.with(|windows| windows.len() > MANY)
    }
}
