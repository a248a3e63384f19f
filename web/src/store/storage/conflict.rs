//! Two tabs have changed the plan: the viewer decides, and until then nothing is stored.

use super::{
    Refusal, gathering,
    keeper::{self, Standing},
    stored::Stored,
};
use crate::store::{Notice, Store};
use leptos::{prelude::*, task::spawn_local};
use window_planner_core::plan::Plan;

/// Stops storing, and asks.
pub(super) fn raise(store: Store) {
    keeper::with(|keeper| keeper.standing.set(Standing::Conflict));
    store.notices.update(|notices| {
        if !notices.contains(&Notice::Conflict) {
            notices.push(Notice::Conflict);
        }
    });
}

/// Shows what the other tab has stored, as a step that can be undone.
pub(crate) fn take_theirs(store: Store) {
    spawn_local(async move {
        let read = read().await.and_then(|stored| {
            let plan = Plan::from_json(&stored.records.text());
            plan.map(|plan| (plan, stored)).map_err(|reason| Refusal::Failed(reason.to_string()))
        });
        match read {
            Ok((plan, stored)) => {
                store.change_and_say(
                    "taking over of the other tab's plan",
                    "The plan is as the other tab has it.".to_owned(),
                    |mine| *mine = plan,
                );
                gathering::end(store);
                keeper::with(|keeper| {
                    let changes = store.plan.with_untracked(|plan| stored.records.changes_of_plan(plan, &[]));
                    let mut records = stored.records;
                    let keys = records.take(changes);
                    keeper.records.replace(records);
                    keeper.ledger.borrow_mut().build_on(stored.revision);
                    keeper.ledger.borrow_mut().note(keys);
                    keeper.is_edited.set(false);
                });
                end(store);
            }
            Err(refusal) => refuse(store, &refusal),
        }
    });
}

/// Stores the plan of this tab in the place of the other's.
pub(crate) fn keep_mine(store: Store) {
    spawn_local(async move {
        match read().await {
            Ok(Stored { revision, records }) => {
                gathering::end(store);
                keeper::with(|keeper| {
                    keeper.ledger.borrow_mut().build_on(revision);
                    keeper.ledger.borrow_mut().note(keeper.records.borrow().unlike(&records));
                });
                end(store);
            }
            Err(refusal) => refuse(store, &refusal),
        }
    });
}

async fn read() -> Result<Stored, Refusal> {
    let place = keeper::with(|keeper| keeper.place.borrow().clone());
    place.read().await
}

fn end(store: Store) {
    keeper::with(|keeper| keeper.standing.set(Standing::Kept));
    store.dismiss(&Notice::Conflict);
    keeper::send(store);
}

fn refuse(store: Store, refusal: &Refusal) {
    let words =
        format!("What the other tab has stored cannot be read. {} Nothing was changed.", refusal.words());
    store.notices.update(|notices| notices.push(Notice::Refused(words)));
}
