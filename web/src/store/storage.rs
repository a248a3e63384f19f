//! The browser's storage. It may be blocked, full, or hold what cannot be read; none of it stops the app.

use super::Preferences;
use gloo::storage::{LocalStorage, Storage, errors::StorageError};
use leptos::prelude::window;
use std::cell::{Cell, RefCell};
use window_planner_core::{Timestamp, plan::Plan};

const PLAN: &str = "window-planner.plan";
const PREFERENCES: &str = "window-planner.preferences";

/// What the storage held when the page was opened.
pub(crate) enum Found {
    /// Nothing.
    Nothing,
    /// A plan.
    Plan(Box<Plan>),
    /// Something that cannot be read. It was moved aside, and is offered as a file.
    Broken {
        /// What was stored, to the letter.
        text: String,
        /// Why it cannot be read.
        reason: String,
    },
    /// The browser gives this page no storage.
    Blocked,
}

/// Why a plan could not be kept.
pub(crate) struct NotKept;

/// Reads the stored plan. What cannot be read is moved to a key of its own, with `now` in its name.
#[must_use]
pub(crate) fn find_plan(now: Timestamp) -> Found {
    if !is_available() {
        return Found::Blocked;
    }
    let Ok(Some(text)) = LocalStorage::raw().get_item(PLAN) else {
        return Found::Nothing;
    };
    match Plan::from_json(&text) {
        Ok(plan) => Found::Plan(Box::new(plan)),
        Err(reason) => {
            // Where there is no room for a copy, the text in the notice is the copy.
            let _ = LocalStorage::raw().set_item(&format!("{PLAN}.broken-{}", now.as_millis()), &text);
            LocalStorage::delete(PLAN);
            Found::Broken { text, reason: reason.to_string() }
        }
    }
}

thread_local! {
    /// Whether nothing may be written any more.
    static SEALED: Cell<bool> = const { Cell::new(false) };
    /// The text of a plan that the storage did not take.
    static NOT_KEPT: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// What is left of the plan when the program has failed.
pub(crate) struct Remains {
    /// The text of the plan as it was last.
    pub(crate) text: Option<String>,
    /// Whether the browser has stored it.
    pub(crate) is_stored: bool,
}

/// Leaves the storage as it is from now on: what a failed program still does is worth nothing. Tells what
/// is left.
pub(crate) fn seal() -> Remains {
    SEALED.set(true);
    // A failure in the middle of keeping a plan leaves the one before.
    let not_kept = NOT_KEPT.try_with(|text| text.try_borrow().ok()?.clone()).ok().flatten();
    if not_kept.is_some() {
        return Remains { text: not_kept, is_stored: false };
    }
    let text = is_available().then(|| LocalStorage::raw().get_item(PLAN).ok().flatten()).flatten();
    Remains { is_stored: text.is_some(), text }
}

/// Keeps the plan.
///
/// # Errors
///
/// When the storage is full or blocked; then it is kept for [`seal`] alone.
pub(crate) fn keep_plan(plan: &Plan) -> Result<(), NotKept> {
    if SEALED.get() {
        return Ok(());
    }
    let text = plan.to_json();
    let is_kept = is_available() && LocalStorage::raw().set_item(PLAN, &text).is_ok();
    NOT_KEPT.set((!is_kept).then_some(text));
    if is_kept { Ok(()) } else { Err(NotKept) }
}

/// The stored preferences; the usual ones where there are none, or none that can be read.
#[must_use]
pub(crate) fn preferences() -> Preferences {
    if is_available() { LocalStorage::get(PREFERENCES).unwrap_or_default() } else { Preferences::default() }
}

/// Keeps the preferences, where that is possible: they are not worth a word when it is not.
pub(crate) fn keep_preferences(preferences: &Preferences) {
    let kept = is_available().then(|| LocalStorage::set(PREFERENCES, preferences));
    if let Some(Err(StorageError::SerdeError(error))) = kept {
        leptos::logging::warn!("preferences cannot be written: {error}");
    }
}

/// Whether the browser gives this page its storage; gloo takes that for granted.
fn is_available() -> bool {
    matches!(window().local_storage(), Ok(Some(_)))
}
