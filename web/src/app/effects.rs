//! What the state does outside the page: the storage, and the theme on the page's root.

use crate::store::{Notice, Store, storage};
use leptos::prelude::*;

/// Keeps the storage and the page's root as the state has them, for as long as the page lives.
pub(crate) fn keep(store: Store) {
    Effect::new(move |_| {
        let kept = store.plan.with(storage::keep_plan);
        let said = store.notices.with_untracked(|notices| notices.contains(&Notice::NotKept));
        if kept.is_err() && !said {
            store.notices.update(|notices| notices.push(Notice::NotKept));
        }
    });
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
