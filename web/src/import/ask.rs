//! The first face of the dialog: the ways to give something.

use super::{
    example::example,
    receive::{look, take_files, take_text},
};
use crate::{
    store::use_store,
    ui::{Icon, IconView},
};
use leptos::prelude::*;

/// What is read, each with where it comes from.
const READ: [(&str, &str); 5] = [
    ("Windows", "describe-maintenance-windows, get-maintenance-window"),
    ("What belongs to them", "describe-maintenance-window-targets, -tasks, -executions, -schedule"),
    ("Requests", "create-maintenance-window and update-maintenance-window, as JSON"),
    ("Plans", "a plan file of Window Planner"),
    ("Freezes", "iCalendar files (.ics) of AWS Change Calendar, Google, Outlook, Apple"),
];

/// Files to choose, a text to paste, an example to try.
#[component]
pub(super) fn Ask() -> impl IntoView {
    let store = use_store();
    let text = RwSignal::new(String::new());
    let chosen = move |input: web_sys::HtmlInputElement| {
        if let Some(files) = input.files() {
            take_files(store, &files);
        }
        // The same file may be given again.
        input.set_value("");
    };
    let rows = READ.map(|(what, from)| {
        view! {
            <dt>{what}</dt>
            <dd>{from}</dd>
        }
    });
    view! {
        <div class="sheet-body stack">
            <p>
                "Drop files anywhere on this page, several at once, or paste. You see what would come in before anything changes."
            </p>
            <div class="row wrap">
                <label class="button file-button">
                    <IconView icon=Icon::Open />
                    "Choose files…"
                    <input
                        type="file"
                        class="unseen"
                        multiple
                        accept=".json,.ics,.txt,application/json,text/calendar,text/plain"
                        on:change:target=move |event| chosen(event.target())
                    />
                </label>
                <button
                    type="button"
                    class="button"
                    on:click=move |_| look(store, example(store.clock.now.get_untracked()))
                >
                    "Try an example"
                </button>
            </div>
            <div class="field">
                <label class="field-label" for="import-text">
                    "Or paste here"
                </label>
                <textarea
                    class="input mono"
                    id="import-text"
                    rows="7"
                    spellcheck="false"
                    autocomplete="off"
                    placeholder="{\"WindowIdentities\": […]}"
                    prop:value=text
                    on:input:target=move |event| text.set(event.target().value())
                ></textarea>
            </div>
            <dl class="import-kinds">{rows.into_iter().collect_view()}</dl>
        </div>
        <div class="sheet-foot">
            <span class="sheet-note">"Nothing leaves this browser."</span>
            <button
                type="button"
                class="button primary"
                disabled=move || text.with(|text| text.trim().is_empty())
                on:click=move |_| take_text(store, &text.get_untracked())
            >
                "Look at the text"
            </button>
        </div>
    }
}
