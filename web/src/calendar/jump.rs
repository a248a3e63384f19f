//! The way to an execution from elsewhere on the page.

use super::{
    block::{band_anchor, run_anchor},
    day_cell::cell_id,
};
use crate::store::{Pane, Planned, Store};
use leptos::prelude::*;
use window_planner_core::occurrence::Occurrence;

/// Shows an execution: the calendar goes to its day, with the window if it was left out, and the
/// execution opens.
pub(crate) fn jump_to(store: Store, planned: &Planned, run: Occurrence) {
    let id = planned.id.clone();
    if planned.shown.with_untracked(|shown| shown.hidden) {
        store.set_hidden(std::slice::from_ref(&id), false);
    }
    store.select(&id);
    store.opened.set(None);
    store.drawer.set(false);
    store.pane.set(Pane::Calendar);
    let zone = untrack(|| store.wall.get().zone(planned.own_zone()));
    let date = zone.local(run.start).date();
    store.day.set(date);
    // What it opens beside is there once the day has been drawn: itself, the band that it is part of, or
    // the day where that has no room.
    request_animation_frame(move || {
        let is_there = |anchor: &String| document().get_element_by_id(anchor).is_some();
        let beside = [run_anchor(&id, &run, date), band_anchor(&id, date)].into_iter().find(is_there);
        store.open_execution(&id, run, &beside.unwrap_or_else(|| cell_id(date)));
    });
}
