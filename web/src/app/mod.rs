//! The page: header, three panes, bottom bar, and what holds for all of it.

mod announcer;
mod bottom_bar;
mod effects;
mod focus_keeper;
mod header;
mod history_buttons;
mod keys;
mod new_version;
mod notices;
mod panic_page;
pub(crate) mod plan_menu;
mod tooltips;

use crate::{
    calendar::CalendarPane,
    clock,
    commands::Palette,
    import::ImportDialog,
    insights,
    inspector::InspectorPane,
    share,
    store::{
        Pane, Store,
        storage::{self, Opening},
    },
    ui::{Later, Turn, take_turns},
    windows::WindowsPane,
};
use announcer::Announcer;
use bottom_bar::BottomBar;
use header::Header;
pub(crate) use header::IMPORT_BUTTON;
pub(crate) use keys::is_text;
use leptos::prelude::*;
use notices::Notices;
use wasm_bindgen_futures::spawn_local;

/// Puts the app in the place of the skeleton that the page was painted with, once the plan is read.
pub fn start() {
    panic_page::install();
    // Leptos spawns nothing before it is mounted.
    spawn_local(async {
        let opening = storage::open(clock::now()).await;
        if let Some(skeleton) = document().get_element_by_id("skeleton") {
            skeleton.remove();
        }
        mount_to_body(move || view! { <App opening /> });
    });
}

/// The whole page.
#[component]
fn App(
    /// What was stored.
    opening: Opening,
) -> impl IntoView {
    let store = Store::open(opening);
    provide_context(store);
    let turn = take_turns();
    effects::keep(store);
    keys::listen(store);
    focus_keeper::keep();
    tooltips::listen();
    insights::watch(store);
    new_version::listen(store);
    share::listen(store);
    let pane = move || match store.pane.get() {
        Pane::Windows => "windows",
        Pane::Calendar => "calendar",
        Pane::Edit => "edit",
    };
    view! {
        <a class="skip-link" href="#inspector">
            "To the form"
        </a>
        <div class="app" aria-busy=move || (turn.get() < Turn::Done).then_some("true") class:drawer-open=move || store.drawer.get() data-pane=pane>
            <Header />
            <main class="app-body">
                <WindowsPane />
                <div class="drawer-shade" on:click=move |_| store.drawer.set(false)></div>
                <CalendarPane />
                <InspectorPane />
            </main>
            <BottomBar />
        </div>
        <Later turn=Turn::Dialogs>
            <ImportDialog />
            <Palette />
        </Later>
        <Notices />
        <Announcer />
    }
}
