//! The dialog of an import: what is given, then what would become of the plan.

use super::{
    ask::Ask,
    given::Importing,
    look::Look,
    receive::{close, listen},
};
use crate::{
    slices::after_rest,
    store::{Memo, use_store},
    ui::{Icon, IconView, focus_after_drawing},
};
use leptos::{html, prelude::*};

/// The heading's element id.
const TITLE: &str = "import-title";

/// Which face the dialog shows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Face {
    Ask,
    Read,
    Look,
    Open,
}

/// The dialog, and what shows while files are dragged over the page.
#[component]
pub(crate) fn ImportDialog() -> impl IntoView {
    let store = use_store();
    let is_dragging = RwSignal::new(false);
    listen(store, is_dragging);
    let face = Memo::new(move |_| {
        store.importing.with(|importing| {
            importing.as_ref().map(|importing| match importing {
                Importing::Asking => Face::Ask,
                Importing::Reading => Face::Read,
                Importing::Looking(_) => Face::Look,
                Importing::Opening(_) => Face::Open,
            })
        })
    });
    // What was looked at stays until the dialog is closed: a report of many windows takes a while to be taken away.
    let drawn = RwSignal::new(None);
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        match (face.get(), dialog.open()) {
            (Some(face), is_open) => {
                drawn.set(Some(face));
                if !is_open {
                    // It refuses only where it is open already.
                    let _ = dialog.show_modal();
                }
                focus_after_drawing(TITLE.to_owned());
            }
            // What has closed it, as an import, may have been a long task: it goes in one of its own.
            (None, true) => after_rest(move || {
                if face.try_get_untracked() == Some(None) {
                    dialog.close();
                }
            }),
            (None, false) => {}
        }
    });
    // The event comes a while after; what was pasted in the meantime has opened the dialog again.
    let closed = move |_| {
        if dialog.get_untracked().is_none_or(|dialog| !dialog.open()) {
            close(store);
            drawn.set(None);
        }
    };
    let title = move || match drawn.get() {
        Some(Face::Look) => "What came in",
        Some(Face::Open) => "A plan by link",
        _ => "Import",
    };
    let content = move || {
        drawn.get().map(|face| match face {
            Face::Ask => view! { <Ask /> }.into_any(),
            Face::Read => view! { <p class="sheet-body">"Reading…"</p> }.into_any(),
            Face::Look => view! { <Look is_link=false /> }.into_any(),
            Face::Open => view! { <Look is_link=true /> }.into_any(),
        })
    };
    view! {
        <dialog
            class="sheet"
            aria-labelledby=TITLE
            class:dropping=is_dragging
            node_ref=dialog
            on:close=closed
        >
            <div class="sheet-head">
                <h2 id=TITLE tabindex="-1">
                    {move || title()}
                </h2>
                <button
                    type="button"
                    class="button quiet square"
                    aria-label="Close"
                    on:click=move |_| close(store)
                >
                    <IconView icon=Icon::Cross />
                </button>
            </div>
            {move || content()}
        </dialog>
        // Who drags sees it; who does not has the dialog.
        <div class="drop-shade" hidden=move || !is_dragging.get() aria-hidden="true">
            <p>
                <IconView icon=Icon::Import />
                "Drop to look at it"
            </p>
        </div>
    }
}
