//! On a narrow screen: which pane shows.

use crate::{
    store::{Pane, use_store},
    ui::{Icon, IconView},
};
use leptos::prelude::*;

/// The bar at the bottom.
#[component]
pub(crate) fn BottomBar() -> impl IntoView {
    let store = use_store();
    let button = move |pane: Pane, icon: Icon, text: &'static str| {
        view! {
            <button
                type="button"
                aria-pressed=move || (store.pane.get() == pane).to_string()
                on:click=move |_| store.pane.set(pane)
            >
                <IconView icon />
                {text}
            </button>
        }
    };
    view! {
        <nav class="bottom-bar" aria-label="Panes">
            {button(Pane::Windows, Icon::List, "Windows")}
            {button(Pane::Calendar, Icon::Calendar, "Calendar")}
            {button(Pane::Edit, Icon::Edit, "Edit")}
        </nav>
    }
}
