//! Undo and redo.

use crate::{
    commands::{run, table::Command, tooltip},
    store::{Memo, Step, use_store},
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
        <HistoryButton command=Command::Undo icon=Icon::Undo step=undo />
        <HistoryButton command=Command::Redo icon=Icon::Redo step=redo />
    }
}

/// One of the two.
#[component]
fn HistoryButton(
    /// What it does.
    command: Command,
    /// Its icon.
    icon: Icon,
    /// What it does it to.
    #[prop(into)]
    step: Signal<Option<String>>,
) -> impl IntoView {
    let store = use_store();
    let verb = command.words();
    let label = move || match step.get() {
        Some(step) => format!("{verb}: {step}"),
        None => verb.to_owned(),
    };
    view! {
        <button
            type="button"
            class="button quiet square"
            aria-label=label
            title=move || tooltip(&label(), command)
            disabled=move || step.get().is_none()
            on:click=move |_| run(store, command)
        >
            <IconView icon />
        </button>
    }
}

fn words(step: Option<&Step>) -> Option<String> {
    step.map(|step| step.words().to_owned())
}
