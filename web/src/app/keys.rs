//! The keys that work everywhere, and the panel that lists them.

use crate::{
    calendar::cell_id,
    import, insights,
    store::{Pane, Store, ViewKind},
    ui::{Dropdown, Icon, focus_after_drawing},
    windows,
};
use leptos::{
    ev::{self, KeyboardEvent},
    prelude::*,
};
use wasm_bindgen::JsCast;

/// Every key with what it does, as the panel lists them.
const KEYS: [(&str, &str); 15] = [
    ("N", "New window"),
    ("O", "Import"),
    ("Ctrl + V", "Import what was copied"),
    ("T", "Today"),
    ("1 – 5", "Month, week, agenda, year, timeline"),
    ("← ↑ → ↓", "Day by day in the calendar"),
    ("Shift + arrows", "By week, by month"),
    ("Page Up, Page Down", "Month before, month after"),
    ("Enter", "Open what is there"),
    ("Esc", "Close"),
    ("C", "To the calendar"),
    ("W", "To the list of windows"),
    ("I", "To the insights"),
    ("Ctrl + Z", "Undo"),
    ("Ctrl + Shift + Z", "Redo"),
];

/// Listens for as long as the page lives.
pub(crate) fn listen(store: Store) {
    let keys = window_event_listener(ev::keydown, move |event| {
        if event.default_prevented() || event.alt_key() || is_in_dialog(store) {
            return;
        }
        let handled = if event.ctrl_key() || event.meta_key() {
            press_with_control(store, &event)
        } else {
            press(store, &event)
        };
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
    if is_typing(event) {
        return false;
    }
    if let Some(view) = ViewKind::ALL.into_iter().find(|view| view.key() == key) {
        store.show_view(view);
        return true;
    }
    match key.to_ascii_lowercase().as_str() {
        "t" => {
            store.day.set(store.clock.today(store.view_zone()));
            store.pane.set(Pane::Calendar);
        }
        "n" => windows::begin(store),
        "o" => import::ask(store),
        "c" => {
            store.pane.set(Pane::Calendar);
            focus_after_drawing(cell_id(store.day.get_untracked()));
        }
        "w" => {
            store.pane.set(Pane::Windows);
            store.drawer.set(true);
            windows::focus_list(store);
        }
        "i" => {
            store.pane.set(Pane::Windows);
            store.drawer.set(true);
            insights::focus_insights();
        }
        _ => return false,
    }
    true
}

fn press_with_control(store: Store, event: &KeyboardEvent) -> bool {
    let is_undo = match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
        ("z", false) => true,
        ("z", true) | ("y", false) => false,
        _ => return false,
    };
    // What is being typed is the field's to take back; it knows the caret, too.
    if target(event).is_some_and(|element| is_text(&element)) && store.is_step_open() {
        return false;
    }
    if is_undo {
        store.undo();
    } else {
        store.redo();
    }
    true
}

/// Whether a modal dialog has the keys.
fn is_in_dialog(store: Store) -> bool {
    store.importing.with_untracked(Option::is_some)
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

/// The panel of the keys.
#[component]
pub(crate) fn KeysHelp() -> impl IntoView {
    let rows = KEYS
        .into_iter()
        .map(|(keys, words)| {
            view! {
                <dt>
                    <kbd>{keys}</kbd>
                </dt>
                <dd>{words}</dd>
            }
        })
        .collect_view();
    view! {
        <Dropdown id="keys-help" label=Signal::stored("Keyboard".to_owned()) class="quiet square" icon=Icon::Help>
            <h2>"Keyboard"</h2>
            <dl class="keys">{rows}</dl>
        </Dropdown>
    }
}
