//! When the plan is looked at again: once it has been left alone for a moment, so that nobody who types
//! waits for it.

use crate::{
    slices::{Job, sliced},
    store::{Memo, Store, Wall},
};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use window_planner_core::{
    Timestamp,
    freeze::Calendar,
    insight::{Insight, MOST_WINDOWS, Overlaps, Question, insights, insights_at},
    pace::Pace,
    plan::{Plan, Window},
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
    let job = Job::new();
    Effect::new(move |_| {
        store.plan.track();
        store.freezes.track();
        let (asked, has_many) = (asked.get(), store.has_many());
        job.stop();
        waiting.set_value(Some(Timeout::new(QUIET, move || {
            if has_many {
                job.begin(look_in_slices(store, asked));
            } else {
                let freezes = store.freezes.get_untracked();
                let question = question(store, asked, freezes.calendars());
                show(store, store.plan.with_untracked(|plan| insights(plan, &question)));
            }
        })));
    });
}

fn hour(now: Timestamp) -> Timestamp {
    Timestamp::from_millis(now.as_millis().div_euclid(HOUR_MILLIS) * HOUR_MILLIS)
}

fn question(
    store: Store,
    Asked { from, zone, overlaps }: Asked,
    calendars: &[(String, Calendar)],
) -> Question<'_> {
    let planned = Some(store.opened_at);
    Question { overlaps, planned, calendars, ..Question::year_from(from, zone) }
}

async fn look_in_slices(store: Store, asked: Asked) {
    let mut pace = sliced();
    let freezes = store.freezes.get_untracked();
    let looked_at = looked_at(store, &mut pace).await;
    show(store, insights_at(&mut pace, &looked_at, &question(store, asked, freezes.calendars())).await);
}

fn show(store: Store, found: Vec<Insight>) {
    if store.insights.with_untracked(|known| known.as_ref() != Some(&found)) {
        store.insights.set(Some(found));
    }
}

/// A copy of the windows that are looked at: while it rests, nobody can hold the plan.
async fn looked_at(store: Store, pace: &mut Pace) -> Plan {
    let mut looked_at = Plan::default();
    let mut place = 0;
    while looked_at.windows.len() < MOST_WINDOWS {
        let is_there = store.plan.with_untracked(|plan| {
            let window = plan.windows.get(place);
            let runs = |window: &&Window| window.enabled && window.timing().is_some();
            looked_at.windows.extend(window.filter(runs).cloned());
            window.is_some()
        });
        if !is_there {
            break;
        }
        place += 1;
        pace.step().await;
    }
    looked_at
}
