//! What is said once, above everything.

use crate::{
    store::{Notice, use_store},
    ui::{Icon, IconView, download},
};
use leptos::prelude::*;

/// The notices, the newest last.
#[component]
pub(crate) fn Notices() -> impl IntoView {
    let store = use_store();
    let rows =
        move || store.notices.get().into_iter().map(|notice| view! { <NoticeView notice /> }).collect_view();
    view! {
        <div class="notices" role="status" aria-label="Notices">
            {rows}
        </div>
    }
}

/// One notice, with what can be done about it.
#[component]
fn NoticeView(
    /// What is said.
    notice: Notice,
) -> impl IntoView {
    let store = use_store();
    let (words, remedy) = match &notice {
        Notice::PlanPutAside { text, reason } => {
            let text = text.clone();
            let words = format!(
                "The plan stored here could not be read: {reason}. It was put aside, and examples are shown."
            );
            let save = move |_| {
                let _ = download("window-planner-set-aside.txt", &text, "text/plain");
            };
            let button = view! { <button type="button" class="button" on:click=save>"Download it"</button> };
            (words, Some(button.into_any()))
        }
        Notice::NotKept => {
            let words = "The browser's storage is full or blocked: what you make stays in this page only. Take the request from Export before you close it.";
            (words.to_owned(), None)
        }
        Notice::Done { words, .. } => {
            let button = view! {
                <button type="button" class="button" on:click=move |_| store.undo()>
                    <IconView icon=Icon::Undo />
                    "Undo"
                </button>
            };
            (words.clone(), Some(button.into_any()))
        }
        Notice::Refused(words) => (words.clone(), None),
    };
    view! {
        <div class="notice">
            <p>{words}</p>
            {remedy}
            <button
                type="button"
                class="button quiet square"
                aria-label="Dismiss"
                on:click=move |_| store.dismiss(&notice)
            >
                <IconView icon=Icon::Cross />
            </button>
        </div>
    }
}
