//! Time zones to choose from, as a [`Combobox`](crate::ui::Combobox) lists them.

use crate::{store::Store, ui::Choice, words, zone_search::search};
use leptos::prelude::*;

/// The zones for what was typed: a city, a country or a name.
pub(crate) fn zone_choices(store: Store, typed: &str) -> Vec<Choice> {
    let now = store.clock.now.get_untracked();
    let hits = search(typed, store.clock.viewer_zone.name(), now);
    hits.into_iter()
        .map(|hit| Choice {
            value: hit.name.to_owned(),
            name: words::city(hit.name),
            detail: if hit.places.is_empty() {
                hit.name.to_owned()
            } else {
                format!("{}: {}", hit.name, hit.places)
            },
            aside: hit.offset,
        })
        .collect()
}
