//! Undo and redo.

use crate::{
    store::{Step, use_store},
    ui::{Icon, IconView},
};
use leptos::prelude::*;

/// The two buttons; each says what it would undo or redo.
#[component]
pub(crate) fn HistoryButtons() -> impl IntoView {
    let store = use_store();
    let undo = Memo::new(move |_| store.history.with(|history| words(history.last_done())));
    let redo = Memo::new(move |_| store.history.with(|history| words(history.last_undone())));
    view! {
        <HistoryButton verb="Undo" keys="Ctrl+Z" icon=Icon::Undo step=undo on_press=move || store.undo() />
        <HistoryButton verb="Redo" keys="Ctrl+Shift+Z" icon=Icon::Redo step=redo on_press=move || store.redo() />
    }
}

/// One of the two.
#[component]
fn HistoryButton(
    /// What it does.
    verb: &'static str,
    /// The keys that do the same.
    keys: &'static str,
    /// Its icon.
    icon: Icon,
    /// What it does it to.
    #[prop(into)]
    step: Signal<Option<String>>,
    /// Called when it is pressed.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    let label = move || match step.get() {
        Some(step) => format!("{verb}: {step}"),
        None => verb.to_owned(),
    };
    view! {
        <button
            type="button"
            class="button quiet square"
            aria-label=label
            title=move || format!("{} ({keys})", label())
            disabled=move || step.get().is_none()
            on:click=move |_| on_press.run(())
        >
            <IconView icon />
        </button>
    }
}

fn words(step: Option<&Step>) -> Option<String> {
    step.map(|step| step.words().to_owned())
}
