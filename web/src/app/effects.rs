//! What the preferences do outside the page: in the storage, and as the theme on the page's root.

use crate::store::{Store, storage};
use leptos::prelude::*;

/// Keeps the storage and the page's root as the state has them, for as long as the page lives.
pub(crate) fn keep(store: Store) {
    Effect::new(move |_| {
        store.preferences.with(storage::keep_preferences);
        let theme = store.preferences.with(|preferences| preferences.theme);
        if let Some(root) = document().document_element() {
            let _ = match theme.attribute() {
                Some(theme) => root.set_attribute("data-theme", theme),
                None => root.remove_attribute("data-theme"),
            };
        }
    });
}
