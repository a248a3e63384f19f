//! The plan's text in the browser's local storage: where earlier versions kept it, and where it is kept
//! when the browser gives the page no database.

use super::{
    Refusal,
    records::Records,
    stored::{Revision, Stored},
};
use gloo::storage::{LocalStorage, Storage};
use leptos::prelude::window;
use window_planner_core::{Timestamp, plan::Plan};

/// The key of the plan.
pub(super) const PLAN: &str = "window-planner.plan";

/// Whether the browser gives this page its local storage; gloo takes that for granted.
pub(super) fn is_available() -> bool {
    matches!(window().local_storage(), Ok(Some(_)))
}

/// The text of the plan.
pub(super) fn text() -> Option<String> {
    is_available().then(|| LocalStorage::raw().get_item(PLAN).ok().flatten()).flatten()
}

/// The revision of the plan: its text.
pub(super) fn revision() -> Option<Revision> {
    text().map(Revision)
}

/// The plan; no records where it cannot be read.
pub(super) fn read() -> Stored {
    let revision = revision();
    let plan = revision.as_ref().and_then(|text| Plan::from_json(&text.0).ok());
    Stored { revision, records: plan.as_ref().map(Records::of).unwrap_or_default() }
}

/// Stores the plan as `revision`, where what is stored is still `base`.
///
/// # Errors
///
/// When another tab has stored something since, or the storage is full.
pub(super) fn write(base: Option<&Revision>, revision: &Revision) -> Result<(), Refusal> {
    if !is_available() {
        return Err(Refusal::Blocked);
    }
    if self::revision().as_ref() != base {
        return Err(Refusal::Conflict);
    }
    LocalStorage::raw().set_item(PLAN, &revision.0).map_err(|_| Refusal::Full)
}

/// Removes the plan.
pub(super) fn remove() {
    if is_available() {
        LocalStorage::delete(PLAN);
    }
}

/// Moves a text that is no plan to a key of its own, with `now` in its name. Where there is no room for
/// that, the copy that is offered as a file is the only one.
pub(super) fn set_aside(text: &str, now: Timestamp) {
    remove();
    let _ = LocalStorage::raw().set_item(&format!("{PLAN}.broken-{}", now.as_millis()), text);
}
