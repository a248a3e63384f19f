//! The preferences in the browser's local storage, where they can be read before the first paint.

use super::local;
use crate::store::Preferences;
use gloo::storage::{LocalStorage, Storage, errors::StorageError};

const PREFERENCES: &str = "window-planner.preferences";

/// The stored preferences; the usual ones where there are none, or none that can be read.
#[must_use]
pub(crate) fn preferences() -> Preferences {
    if local::is_available() {
        LocalStorage::get(PREFERENCES).unwrap_or_default()
    } else {
        Preferences::default()
    }
}

/// Keeps the preferences, where that is possible: they are not worth a word when it is not.
pub(crate) fn keep_preferences(preferences: &Preferences) {
    let kept = local::is_available().then(|| LocalStorage::set(PREFERENCES, preferences));
    if let Some(Err(StorageError::SerdeError(error))) = kept {
        leptos::logging::warn!("preferences cannot be written: {error}");
    }
}
