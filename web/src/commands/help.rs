//! The list of the keys.

use super::{run::is_mac, stroke::Stroke, table::Command};
use crate::{
    calendar,
    store::use_store,
    ui::{Dropdown, Icon},
};
use leptos::prelude::*;

/// The panel's element id.
pub(super) const ID: &str = "keys-help";

/// The button and the panel. Keys without Ctrl can be turned off (WCAG 2.1.4): speech input types letters.
#[component]
pub(crate) fn KeysHelp() -> impl IntoView {
    let store = use_store();
    let is_off = move || store.preferences.with(|preferences| preferences.only_with_control);
    let others = [("Ctrl + V", "Import what was copied"), ("Esc", "Close")];
    view! {
        <Dropdown id=ID label=Signal::stored("Keyboard".to_owned()) class="quiet square header-keys" icon=Icon::Help>
            <h2>"Anywhere"</h2>
            <dl class="keys">{strokes(|stroke| stroke.control)} {others.map(|(keys, words)| row(keys.to_owned(), words)).collect_view()}</dl>
            <h2>"Outside of fields"</h2>
            <label class="choice">
                <input
                    type="checkbox"
                    prop:checked=move || !is_off()
                    on:change:target=move |event| {
                        let is_off = !event.target().checked();
                        store.preferences.update(|preferences| preferences.only_with_control = is_off);
                    }
                />
                "Keys without Ctrl"
            </label>
            <dl class="keys" hidden=is_off>{strokes(|stroke| !stroke.control)}</dl>
            <h2>"In the calendar"</h2>
            <dl class="keys">{calendar::KEYS.map(|(keys, words)| row(keys.to_owned(), words)).collect_view()}</dl>
        </Dropdown>
    }
}

/// The strokes of the commands that are wanted.
fn strokes(is_wanted: fn(&Stroke) -> bool) -> Vec<AnyView> {
    let is_mac = is_mac();
    let usual = |command: &Command| Some((command.strokes().first().copied().filter(is_wanted)?, *command));
    let row = |(stroke, command): (Stroke, Command)| row(stroke.words(is_mac), command.words());
    Command::ALL.iter().filter_map(usual).map(row).collect()
}

fn row(keys: String, words: &'static str) -> AnyView {
    view! {
        <dt>
            <kbd>{keys}</kbd>
        </dt>
        <dd>{words}</dd>
    }
    .into_any()
}
