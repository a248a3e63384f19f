//! The records of thousands of windows that have changed at once are made in slices, and sent when all are there.

use super::keeper;
use crate::{slices::sliced, store::Store};
use leptos::{prelude::*, task::spawn_local};
use std::{
    cell::{Cell, RefCell},
    collections::HashSet,
};
use window_planner_core::plan::WindowId;

/// Which records are being made.
#[derive(Default)]
pub(super) struct Gathering {
    changed: RefCell<Option<HashSet<WindowId>>>,
    /// Which one it is: one that was ended does not go on.
    number: Cell<u64>,
}

impl Gathering {
    pub(super) fn is_under_way(&self) -> bool {
        self.changed.borrow().is_some()
    }
}

/// Begins to make the records of the windows in `changed`.
pub(super) fn begin(store: Store, changed: &[WindowId]) {
    let number = keeper::with(|keeper| {
        keeper.is_edited.set(true);
        keeper.gathering.changed.replace(Some(changed.iter().cloned().collect()));
        keeper.gathering.number.get()
    });
    let goes_on = move || keeper::with(|keeper| keeper.gathering.number.get() == number);
    spawn_local(async move {
        // What the viewer waits for goes first.
        store.walk.ended().await;
        let mut pace = sliced();
        let mut place = 0;
        while place < store.plan.with_untracked(|plan| plan.windows.len()) {
            pace.step().await;
            if !goes_on() {
                return;
            }
            make(store, place);
            place += 1;
        }
        keeper::note(store, |records, plan| records.changes_of_plan(plan, &[]));
        pace.pause().await;
        if goes_on() {
            keeper::with(|keeper| keeper.gathering.changed.take());
            keeper::send(store);
        }
    });
}

/// Makes the record of the window at `place`, where it is one of those that have changed.
fn make(store: Store, place: usize) {
    let id = store.plan.with_untracked(|plan| plan.windows.get(place).map(|window| window.id.clone()));
    let is_changed = id.is_some_and(|id| {
        keeper::with(|keeper| keeper.gathering.changed.borrow().as_ref().is_some_and(|all| all.contains(&id)))
    });
    if is_changed {
        keeper::note(store, |records, plan| records.changes_of_window(plan, place));
    }
}

/// Makes all records that are still to be made, at once, and sends them: what comes next builds on them.
pub(super) fn end(store: Store) {
    let changed = keeper::with(|keeper| {
        keeper.gathering.number.set(keeper.gathering.number.get() + 1);
        keeper.gathering.changed.take()
    });
    if let Some(changed) = changed {
        let changed: Vec<WindowId> = changed.into_iter().collect();
        keeper::keep(store, |records, plan| records.changes_of_plan(plan, &changed));
    }
}
