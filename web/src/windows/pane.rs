//! The left of the page: the windows of the plan, and the ways to begin one.

use super::{begin, entry::WindowEntry};
use crate::{
    store::{Draft, use_store},
    ui::{Icon, IconView},
};
use leptos::prelude::*;
use window_planner_core::zone::TZDATA;

/// The pane of windows.
#[component]
pub(crate) fn WindowsPane() -> impl IntoView {
    let store = use_store();
    let show_example = move |_| {
        store.replace(Draft::example());
        store.drawer.set(false);
    };
    let is_example = move || store.draft.with(|draft| *draft == Draft::example());
    view! {
        <nav class="pane pane-windows" aria-label="Windows">
            <div class="windows-head">
                <h2>"Windows"</h2>
                <button
                    type="button"
                    class="button small"
                    title="New window (N)"
                    on:click=move |_| begin(store)
                >
                    <IconView icon=Icon::Plus />
                    "New window"
                </button>
            </div>
            <ul class="window-list scroll">
                <WindowEntry />
            </ul>
            <div class="windows-foot">
                <button type="button" class="button small" disabled=is_example on:click=show_example>
                    <IconView icon=Icon::Example />
                    {move || if is_example() { "This is the example" } else { "Show the example" }}
                </button>
                <p>"Nothing you type leaves this browser."</p>
                <p>"Time zones as of IANA " {TZDATA}</p>
            </div>
        </nav>
    }
}
