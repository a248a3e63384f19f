//! When the plan is looked at again: once it has been left alone for a moment, so that nobody who types
//! waits for it.

use crate::store::{Store, Wall};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use window_planner_core::{
    Timestamp,
    insight::{Overlaps, Question, insights},
    zone::Zone,
};

/// For how long the plan is left alone before it is looked at, in milliseconds.
const QUIET: u32 = 400;

const HOUR_MILLIS: i64 = 3_600_000;

/// What is asked of the plan.
#[derive(Clone, Copy, PartialEq)]
struct Asked {
    /// The hour that it is: what is told of a year does not change by the minute.
    from: Timestamp,
    zone: Zone,
    overlaps: Overlaps,
}

/// Keeps the insights as the plan has them, for as long as the page lives.
pub(crate) fn watch(store: Store) {
    let asked = Memo::new(move |_| Asked {
        from: hour(store.clock.now.get()),
        zone: match store.wall.get() {
            Wall::Of(zone) => zone,
            Wall::Own => store.clock.viewer_zone,
        },
        overlaps: store.preferences.with(|preferences| preferences.overlaps),
    });
    // A new one in its place cancels one that waits.
    let waiting = StoredValue::new_local(None::<Timeout>);
    Effect::new(move |_| {
        store.plan.track();
        store.freezes.track();
        let asked = asked.get();
        waiting.set_value(Some(Timeout::new(QUIET, move || look(store, asked))));
    });
}

fn hour(now: Timestamp) -> Timestamp {
    Timestamp::from_millis(now.as_millis().div_euclid(HOUR_MILLIS) * HOUR_MILLIS)
}

fn look(store: Store, Asked { from, zone, overlaps }: Asked) {
    let freezes = store.freezes.get_untracked();
    let question = Question {
        overlaps,
        planned: Some(store.opened_at),
        calendars: freezes.calendars(),
        ..Question::year_from(from, zone)
    };
    let found = store.plan.with_untracked(|plan| insights(plan, &question));
    if store.insights.with_untracked(|known| known.as_ref() != Some(&found)) {
        store.insights.set(Some(found));
    }
}
