//! The left of the page: the windows of the plan, and the ways to begin one.

use super::{begin, entry::WindowEntry};
use crate::{
    store::use_store,
    ui::{Icon, IconView},
};
use leptos::prelude::*;
use window_planner_core::zone::TZDATA;

/// The pane of windows.
#[component]
pub(crate) fn WindowsPane() -> impl IntoView {
    let store = use_store();
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
                <For each=move || store.windows.get() key=|planned| planned.id.clone() let:planned>
                    <WindowEntry planned />
                </For>
            </ul>
            <div class="windows-foot">
                <p>"Nothing you type leaves this browser."</p>
                <p>"Time zones as of IANA " {TZDATA}</p>
            </div>
        </nav>
    }
}
