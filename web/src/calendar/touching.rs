//! That the calendar shows only the windows that touch something, and the way back to all.

use crate::{
    store::{Memo, use_store},
    ui::{Icon, IconView},
};
use leptos::prelude::*;

/// Said as long as the search asks for a node, a tag or a group.
#[component]
pub(crate) fn TouchingBar() -> impl IntoView {
    let store = use_store();
    let is_asked = Memo::new(move |_| store.asked.with(Option::is_some));
    let asked = move || store.search.with(|search| search.trim().to_owned());
    move || {
        is_asked.get().then(|| {
            view! {
                <p class="touching-bar">
                    <IconView icon=Icon::Filter />
                    <span>"Only windows that touch, or may touch, " <code>{move || asked()}</code></span>
                    <button type="button" class="button small" on:click=move |_| store.search.set(String::new())>
                        "Show all windows"
                    </button>
                </p>
            }
        })
    }
}
