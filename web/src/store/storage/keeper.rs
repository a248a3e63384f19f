//! Keeps what is stored as the page has it: each edit is sent as it is made.

use super::{
    Refusal, Source, conflict,
    gathering::{self, Gathering},
    ledger::Ledger,
    local,
    place::Place,
    records::{Changes, Records},
    reopening,
    stored::{Revision, Stored},
    tabs,
};
use crate::{
    slices::MANY,
    store::{Notice, Store},
};
use leptos::{prelude::*, task::spawn_local};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use window_planner_core::plan::{Plan, WindowId};

thread_local! {
    /// The one of this page. What is left when the program fails has no other way to it.
    static KEEPER: Keeper = Keeper::default();
}

/// What is known of the storage.
#[derive(Default)]
pub(super) struct Keeper {
    pub(super) place: RefCell<Rc<Place>>,
    /// The plan as it is in this page.
    pub(super) records: RefCell<Records>,
    pub(super) ledger: RefCell<Ledger>,
    pub(super) standing: Cell<Standing>,
    /// Whether the viewer has changed something since all was stored.
    pub(super) is_edited: Cell<bool>,
    /// Whether another tab has stored something that was not looked at.
    pub(super) has_news: Cell<bool>,
    /// Whether what another tab has stored is being read.
    pub(super) is_following: Cell<bool>,
    /// Whether the connection was made anew since something was stored.
    pub(super) is_reopened: Cell<bool>,
    /// Whether the plan of an earlier version is to be removed, once it is stored here.
    is_moving: Cell<bool>,
    /// What was said last of why nothing is stored.
    said: RefCell<Option<Refusal>>,
    /// The windows whose records are being made, while they are.
    pub(super) gathering: Gathering,
    /// Whether nothing may be stored any more.
    is_sealed: Cell<bool>,
}

/// What becomes of an edit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Standing {
    /// It is stored.
    #[default]
    Kept,
    /// It waits until it is known what is stored.
    Waiting,
    /// It waits until the viewer has decided between two plans.
    Conflict,
    /// It was not stored; the next one tries again.
    NotKept,
}

pub(super) fn with<T>(read: impl FnOnce(&Keeper) -> T) -> T {
    KEEPER.with(read)
}

/// Begins to keep the plan of a page that was just opened. `changed` are the windows that are otherwise
/// than they are stored. The examples of a first visit are not stored before something is changed.
pub(crate) fn begin(store: Store, source: Source, changed: &[WindowId]) {
    let Source { place, stored: Stored { revision, mut records }, is_moving } = source;
    let is_stored = is_moving || !records.is_empty();
    let changes = store.plan.with_untracked(|plan| records.changes_of_read(plan, changed));
    let keys = records.take(changes);
    let has_place = !matches!(place, Place::Nowhere);
    with(|keeper| {
        keeper.ledger.borrow_mut().build_on(revision);
        keeper.ledger.borrow_mut().note(keys);
        keeper.records.replace(records);
        keeper.place.replace(Rc::new(place));
        keeper.is_moving.set(is_moving);
    });
    if !has_place {
        not_kept(store, Refusal::Blocked);
    }
    if is_stored {
        send(store);
    }
    tabs::listen(store);
    warn_of_loss();
}

/// Keeps a change of the window at `place`.
pub(crate) fn keep_window(store: Store, place: usize) {
    gathering::end(store);
    keep(store, |records, plan| records.changes_of_window(plan, place));
}

/// Keeps a change of the plan; `changed` are its windows that are new or different.
pub(crate) fn keep_plan(store: Store, changed: &[WindowId]) {
    gathering::end(store);
    let gone = store.plan.with_untracked(|plan| with(|keeper| keeper.records.borrow().gone(plan)));
    if changed.len() > MANY || gone > MANY {
        gathering::begin(store, changed);
    } else {
        keep(store, |records, plan| records.changes_of_plan(plan, changed));
    }
}

pub(super) fn keep(store: Store, changes: impl FnOnce(&Records, &Plan) -> Changes) {
    note(store, changes);
    send(store);
}

/// Notes changes, to be sent.
pub(super) fn note(store: Store, changes: impl FnOnce(&Records, &Plan) -> Changes) {
    if with(|keeper| keeper.is_sealed.get()) {
        return;
    }
    // Written down before anything is borrowed to be changed: a failure leaves the records whole.
    let changes = with(|keeper| store.plan.with_untracked(|plan| changes(&keeper.records.borrow(), plan)));
    with(|keeper| {
        let keys = keeper.records.borrow_mut().take(changes);
        keeper.ledger.borrow_mut().note(keys);
        keeper.is_edited.set(!keeper.ledger.borrow().is_settled());
        keeper.is_reopened.set(false);
    });
}

/// Sends what is not sent yet.
pub(super) fn send(store: Store) {
    let sent = with(|keeper| {
        let may_send = matches!(keeper.standing.get(), Standing::Kept | Standing::NotKept);
        // Some of what belongs together would be stored without the rest.
        let is_whole = !keeper.gathering.is_under_way();
        if !may_send || !is_whole || !keeper.ledger.borrow().has_unsent() {
            return None;
        }
        let (place, records) = (keeper.place.borrow(), keeper.records.borrow());
        let revision = place.name(&records);
        let sending = keeper.ledger.borrow_mut().send(revision.clone())?;
        Some((place.write(&sending, &revision, &records), revision))
    });
    if let Some((outcome, revision)) = sent {
        spawn_local(async move { settle(store, &revision, outcome.await) });
    }
}

/// Notes the outcome of a sending.
fn settle(store: Store, revision: &Revision, outcome: Result<(), Refusal>) {
    if with(|keeper| keeper.is_sealed.get()) {
        return;
    }
    match outcome {
        Ok(()) => {
            with(|keeper| keeper.ledger.borrow_mut().confirm(revision));
            kept(store);
            tabs::announce();
            send(store);
            tabs::look_again(store);
        }
        Err(refusal) => {
            // What follows a refusal is refused as well.
            if with(|keeper| keeper.ledger.borrow_mut().refuse(revision)) {
                refused(store, refusal);
            }
        }
    }
}

fn refused(store: Store, refusal: Refusal) {
    let was_reopened = with(|keeper| keeper.is_reopened.get());
    match refusal {
        Refusal::Conflict => part(store),
        Refusal::Failed(_) if !was_reopened => reopening::reopen(store),
        refusal => not_kept(store, refusal),
    }
}

/// Two tabs have parted: the viewer decides, or, where there is nothing to be lost, this one follows.
pub(super) fn part(store: Store) {
    if with(|keeper| keeper.is_edited.get()) {
        conflict::raise(store);
    } else {
        tabs::look(store);
    }
}

/// Notes that something was stored.
fn kept(store: Store) {
    let was_said = with(|keeper| {
        keeper.is_reopened.set(false);
        if keeper.is_moving.take() {
            local::remove();
        }
        if keeper.standing.get() == Standing::NotKept {
            keeper.standing.set(Standing::Kept);
        }
        if keeper.ledger.borrow().is_settled() && !keeper.gathering.is_under_way() {
            keeper.is_edited.set(false);
        }
        keeper.said.take().is_some()
    });
    if was_said {
        store.notices.update(|notices| notices.retain(|notice| !matches!(notice, Notice::NotKept(_))));
    }
}

/// Says, once, why nothing is stored. What is made stays in this page.
pub(super) fn not_kept(store: Store, refusal: Refusal) {
    let is_news = with(|keeper| {
        keeper.standing.set(Standing::NotKept);
        keeper.said.replace(Some(refusal.clone())).as_ref() != Some(&refusal)
    });
    if is_news {
        store.notices.update(|notices| {
            notices.retain(|notice| !matches!(notice, Notice::NotKept(_)));
            notices.push(Notice::NotKept(refusal));
        });
    }
}

/// Has the browser ask, before it leaves a page with edits that are not stored.
fn warn_of_loss() {
    let leaving = window_event_listener_untyped("beforeunload", |event| {
        let would_lose = with(|keeper| {
            let is_stuck = matches!(keeper.standing.get(), Standing::Conflict | Standing::NotKept);
            is_stuck && keeper.is_edited.get() && !keeper.is_sealed.get()
        });
        if would_lose {
            event.prevent_default();
        }
    });
    on_cleanup(move || leaving.remove());
}

/// What is left of the plan when the program has failed.
pub(crate) struct Remains {
    /// The text of the plan as it was last; none when the page was not open yet.
    pub(crate) text: Option<String>,
    /// Whether the browser has stored it.
    pub(crate) is_stored: bool,
}

/// Leaves the storage as it is from now on: what a failed program still does is worth nothing. Tells what
/// is left.
pub(crate) fn seal() -> Remains {
    let remains = KEEPER.try_with(|keeper| {
        keeper.is_sealed.set(true);
        let records = keeper.records.try_borrow().ok().filter(|records| !records.is_empty());
        let is_stored = keeper
            .ledger
            .try_borrow()
            .is_ok_and(|ledger| ledger.is_settled() && ledger.confirmed().is_some());
        let is_stored = is_stored && !keeper.gathering.is_under_way();
        Remains { text: records.map(|records| records.text()), is_stored }
    });
    remains.unwrap_or(Remains { text: None, is_stored: false })
}
