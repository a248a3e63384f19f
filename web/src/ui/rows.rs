//! Items by their keys, of which nothing is kept once they are gone.

use crate::store::use_store;
use leptos::{
    prelude::*,
    tachys::{reactive_graph::OwnedView, view::keyed::keyed},
};
use std::hash::Hash;

/// Draws each item once, and leaves it as it is when others come and go, as `<For>` does.
///
/// An owner of `reactive_graph` keeps 72 bytes for each one that was ever made below it, and those of `<For>`'s rows
/// are made below that of the list: one that is searched through loses and gains rows with each letter. Here a row's
/// owner is below none. Of the page's contexts, rows have the store.
#[component]
pub(crate) fn Rows<T, K, V>(
    /// The items.
    each: impl Fn() -> Vec<T> + Send + 'static,
    /// What tells an item from the others.
    key: impl Fn(&T) -> K + Clone + Send + 'static,
    /// Draws an item, at a place that may change.
    children: impl Fn(ReadSignal<usize>, T) -> V + Clone + Send + 'static,
) -> impl IntoView
where
    T: Send + 'static,
    K: Eq + Hash + 'static,
    V: IntoView + 'static,
{
    let store = use_store();
    let row = move |place, item| {
        let owner = Owner::default();
        let (set_place, view) = owner.with(|| {
            provide_context(store);
            let (place, set_place) = signal(place);
            (set_place, children(place, item))
        });
        (move |place| set_place.set(place), OwnedView::new_with_owner(view, owner))
    };
    move || keyed(each(), key.clone(), row.clone())
}
