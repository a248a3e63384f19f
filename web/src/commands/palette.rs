//! The palette: every command and every window of the plan, found by typing. The ARIA combobox pattern,
//! with its list always open.

use super::{
    find::{Line, find, follow},
    run::{is_mac, run},
    table::Command,
};
use crate::{
    store::{LastingRwSignal, use_store},
    ui::{Icon, IconView, moved, reveal},
    words,
};
use leptos::{
    ev::{self, KeyboardEvent},
    html,
    prelude::*,
};
use wasm_bindgen::JsCast;

/// The element id of the list; its lines have it with their number.
const LIST: &str = "palette-list";

/// The way to the palette in the header.
#[component]
pub(crate) fn PaletteButton() -> impl IntoView {
    let store = use_store();
    let stroke = Command::Palette.strokes().first().map(|stroke| stroke.words(is_mac()));
    view! {
        <button
            type="button"
            class="button header-search"
            aria-label=Command::Palette.words()
            title=super::tooltip(Command::Palette.words(), Command::Palette)
            on:click=move |_| run(store, Command::Palette)
        >
            <IconView icon=Icon::Search />
            <span class="header-search-word">{Command::Palette.words()}</span>
            <kbd>{stroke}</kbd>
        </button>
    }
}

/// The dialog.
#[component]
pub(crate) fn Palette() -> impl IntoView {
    let store = use_store();
    let dialog = NodeRef::<html::Dialog>::new();
    let lines = LastingRwSignal::new(Vec::<Line>::new());
    let active = LastingRwSignal::new(0);
    let list = move |query: &str| {
        active.set(0);
        lines.set(find(store, query));
    };
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        match (store.palette.get(), dialog.open()) {
            (true, false) => {
                untrack(|| list(""));
                // It refuses only where it is open already.
                let _ = dialog.show_modal();
            }
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    // By Escape, too. One that was opened anew meanwhile stays.
    let closed = move |_| {
        if dialog.get_untracked().is_none_or(|dialog| !dialog.open()) {
            store.palette.set(false);
        }
    };
    let take = move |place: usize| {
        if let Some(line) = lines.with_untracked(|lines| lines.get(place).cloned()) {
            // Closed at once, so that the focus is back before the command moves it on.
            if let Some(dialog) = dialog.get_untracked() {
                dialog.close();
            }
            store.palette.set(false);
            follow(store, &line.goal);
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let (at, count) = (active.get_untracked(), lines.with_untracked(Vec::len));
        if let Some(to) = moved(&event.key(), Some(at), count) {
            active.set(to);
            reveal(&option_id(to));
        } else if event.key() == "Enter" && !event.is_composing() {
            take(at);
        } else {
            return;
        }
        event.prevent_default();
    };
    // A press on the dialog itself is one on what is around it: its content fills it.
    let press = move |event: ev::MouseEvent| {
        let pressed = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let Some(pressed) = pressed else { return };
        let line = pressed.closest("[data-place]").ok().flatten();
        if let Some(place) = line.and_then(|line| line.get_attribute("data-place")?.parse().ok()) {
            take(place);
        } else if pressed.tag_name() == "DIALOG" {
            store.palette.set(false);
        }
    };
    let content = move || {
        store.palette.get().then(|| view! {
        <div class="palette-box">
            <IconView icon=Icon::Search />
            <input
                type="text"
                role="combobox"
                autofocus
                autocomplete="off"
                spellcheck="false"
                aria-label="Window, command or day"
                placeholder="Window, command or day (2027-01-31)"
                aria-autocomplete="list"
                aria-expanded="true"
                aria-controls=LIST
                aria-activedescendant=move || lines.with(|lines| !lines.is_empty()).then(|| option_id(active.get()))
                on:keydown=on_key
                on:input=move |event| list(&event_target_value(&event))
            />
        </div>
        <ul class="palette-list" role="listbox" id=LIST aria-label="Windows and commands">
            {move || lines.get().into_iter().enumerate().map(|(place, line)| line_view(place, line, active)).collect_view()}
        </ul>
        <p class="palette-foot" role="status">
            {move || match lines.with(Vec::len) {
                0 => "Nothing found".to_owned(),
                count => words::count(count, "line"),
            }}
        </p>
    })
    };
    view! {
        <dialog
            class="palette"
            aria-label=Command::Palette.words()
            node_ref=dialog
            on:close=closed
            on:click=press
        >
            {content}
        </dialog>
    }
}

fn line_view(place: usize, line: Line, active: LastingRwSignal<usize>) -> impl IntoView {
    let is_active = move || active.get() == place;
    view! {
        <li
            role="option"
            id=option_id(place)
            data-place=place.to_string()
            data-color=line.color.map(|color| color.to_string())
            aria-selected=move || is_active().to_string()
        >
            {line.color.map(|_| view! { <span class="swatch"></span> })}
            <bdi class="palette-name">{line.name}</bdi>
            <bdi class="palette-aside">{line.aside}</bdi>
            {(!line.stroke.is_empty()).then(|| view! { <kbd>{line.stroke}</kbd> })}
        </li>
    }
}

fn option_id(place: usize) -> String {
    format!("{LIST}-{place}")
}
