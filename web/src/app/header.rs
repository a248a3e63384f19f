//! The bar at the top.

use super::{history_buttons::HistoryButtons, plan_menu::PlanMenu};
use crate::{
    commands::{KeysHelp, PaletteButton, run, table::Command, tooltip},
    share,
    store::use_store,
    takeaway::ExportButton,
    ui::{Icon, IconView, Later, Turn},
    windows,
};
use leptos::prelude::*;

/// The element id of the button that opens the import.
pub(crate) const IMPORT_BUTTON: &str = "import-button";

/// The app's name and the plan's, the way to the drawer, import, export, share, undo and redo, the theme, the keys.
#[component]
pub(crate) fn Header() -> impl IntoView {
    let store = use_store();
    let theme = move || store.preferences.with(|preferences| preferences.theme);
    let theme_words = move || format!("Theme: {}; next: {}", theme().words(), theme().next().words());
    let change_theme =
        move |_| store.preferences.update(|preferences| preferences.theme = preferences.theme.next());
    view! {
        <header class="app-header">
            <button
                type="button"
                class="button quiet square drawer-toggle"
                aria-label="Windows"
                aria-expanded=move || store.drawer.get().to_string()
                on:click=move |_| {
                    store.drawer.update(|open| *open = !*open);
                    if store.drawer.get_untracked() {
                        windows::focus_list(store);
                    }
                }
            >
                <IconView icon=Icon::List />
            </button>
            <h1 class="brand">
                <span class="brand-mark"></span>
                <span class="brand-name">"Window Planner"</span>
            </h1>
            <Later turn=Turn::Header>
                <PlanMenu />
                <span class="header-space"></span>
                <PaletteButton />
                <button
                    type="button"
                    id=IMPORT_BUTTON
                    class="button quiet header-action"
                    aria-label="Import"
                    title=tooltip("Import, or drop files anywhere", Command::Import)
                    on:click=move |_| run(store, Command::Import)
                >
                    <IconView icon=Icon::Import />
                    <span class="header-word">"Import"</span>
                </button>
                <ExportButton />
                <button
                    type="button"
                    class="button quiet header-action header-share"
                    aria-label="Share"
                    title="Copy a link to this plan"
                    on:click=move |_| share::share(store)
                >
                    <IconView icon=Icon::Link />
                    <span class="header-word">"Share"</span>
                </button>
                <HistoryButtons />
                <button
                    type="button"
                    class="button quiet square"
                    aria-label=theme_words
                    data-tip="label"
                    on:click=change_theme
                >
                    <IconView icon=Icon::Theme />
                </button>
                <KeysHelp />
            </Later>
        </header>
    }
}
