//! A connection that was closed is made anew: the database was deleted, by a person or by the browser, or
//! its process has ended.

use super::{
    database::Database,
    keeper::{self, Standing},
    place::Place,
};
use crate::store::Store;
use leptos::task::spawn_local;
use std::rc::Rc;

/// Connects again and sends what is not stored; all of the plan, where nothing is left.
pub(super) fn reopen(store: Store) {
    keeper::with(|keeper| {
        keeper.standing.set(Standing::Waiting);
        keeper.is_reopened.set(true);
    });
    spawn_local(async move {
        let opened = async {
            let database = Database::open().await?;
            let revision = database.revision().await?;
            Ok((database, revision))
        };
        let (database, revision) = match opened.await {
            Ok(opened) => opened,
            Err(refusal) => return keeper::not_kept(store, refusal),
        };
        let is_ours = keeper::with(|keeper| {
            keeper.place.replace(Rc::new(Place::Database(database)));
            keeper.standing.set(Standing::Kept);
            let mut ledger = keeper.ledger.borrow_mut();
            if revision.is_none() {
                ledger.build_on(None);
                ledger.note(keeper.records.borrow().keys());
            }
            ledger.confirmed() == revision.as_ref()
        });
        if is_ours {
            keeper::send(store);
        } else {
            keeper::part(store);
        }
    });
}
