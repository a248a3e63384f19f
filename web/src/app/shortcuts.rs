//! The keys that work everywhere but where text is typed.

use crate::{
    store::{Pane, Store},
    windows,
};
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;

/// Listens for as long as the page lives: T for today, N for a new window, Escape to close.
pub(crate) fn listen(store: Store) {
    let handle = window_event_listener(ev::keydown, move |event| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() || event.default_prevented() {
            return;
        }
        match event.key().as_str() {
            "Escape" => {
                store.drawer.set(false);
                store.opened.set(None);
            }
            "t" | "T" if !is_typing(&event) => {
                store.day.set(store.clock.today(store.view_zone()));
                store.pane.set(Pane::Calendar);
            }
            "n" | "N" if !is_typing(&event) => {
                event.prevent_default();
                windows::begin(store);
            }
            _ => {}
        }
    });
    on_cleanup(move || handle.remove());
}

fn is_typing(event: &ev::KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|target| matches!(target.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}
