//! The keys that work everywhere.

use crate::{
    commands::{run, table::Command},
    store::Store,
};
use leptos::{
    ev::{self, KeyboardEvent},
    prelude::*,
};
use wasm_bindgen::JsCast;

/// Listens for as long as the page lives.
pub(crate) fn listen(store: Store) {
    let keys = window_event_listener(ev::keydown, move |event| {
        if event.default_prevented() || event.alt_key() || is_in_dialog(store) {
            return;
        }
        let handled = press(store, &event);
        if handled {
            event.prevent_default();
        }
    });
    // What is typed after a field was left is another step.
    let leaving = window_event_listener(ev::focusout, move |_| store.close_step());
    on_cleanup(move || {
        keys.remove();
        leaving.remove();
    });
}

/// Whether the key was for us.
fn press(store: Store, event: &KeyboardEvent) -> bool {
    let key = event.key();
    if key == "Escape" {
        store.drawer.set(false);
        store.opened.set(None);
        return false;
    }
    let control = event.ctrl_key() || event.meta_key();
    if !control
        && (is_typing(event) || store.preferences.with_untracked(|preferences| preferences.only_with_control))
    {
        return false;
    }
    let Some(command) = Command::pressed(&key, control, event.shift_key()) else { return false };
    // What is being typed is the field's to take back; it knows the caret, too.
    if matches!(command, Command::Undo | Command::Redo)
        && target(event).is_some_and(|element| is_text(&element))
        && store.is_step_open()
    {
        return false;
    }
    run(store, command);
    true
}

/// Whether a modal dialog has the keys.
fn is_in_dialog(store: Store) -> bool {
    store.importing.with_untracked(Option::is_some) || store.palette.get_untracked()
}

/// Whether the key goes into a text or chooses by its letter.
fn is_typing(event: &KeyboardEvent) -> bool {
    target(event).is_some_and(|element| element.tag_name() == "SELECT" || is_text(&element))
}

/// Whether what is typed or pasted goes into this element as text.
pub(crate) fn is_text(element: &web_sys::Element) -> bool {
    let kind = element.get_attribute("type");
    match element.tag_name().as_str() {
        "TEXTAREA" => true,
        "INPUT" => !matches!(kind.as_deref(), Some("checkbox" | "radio" | "range" | "file")),
        _ => false,
    }
}

fn target(event: &KeyboardEvent) -> Option<web_sys::Element> {
    event.target()?.dyn_into().ok()
}
