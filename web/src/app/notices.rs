//! What is said once, above everything.

use super::{new_version, plan_menu};
use crate::{
    store::{Notice, storage, use_store},
    ui::{Icon, IconView, Rows, download},
    words,
};
use leptos::prelude::*;

/// The notices, the newest last.
#[component]
pub(crate) fn Notices() -> impl IntoView {
    let store = use_store();
    view! {
        <div class="notices" role="status" aria-label="Notices">
            // What stands there already is not drawn, and so not said, again.
            <Rows each=move || store.notices.get() key=Notice::clone let(_, notice)>
                <NoticeView notice />
            </Rows>
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
            let words = format!("The plan stored here could not be read: {reason}. It was put aside.");
            (words, Some(aside_button(text.clone(), "window-planner-set-aside.txt").into_any()))
        }
        Notice::SecondPlan { text } => {
            let words = "An earlier version of the app, open in another tab, has stored another plan since. It was put aside; its file opens it.";
            let name = "window-planner-set-aside.plan.json";
            (words.to_owned(), Some(aside_button(text.clone(), name).into_any()))
        }
        Notice::NotKept(refusal) => {
            let words = format!(
                "{} What you make stays in this page only: save the plan's file before you close it.",
                refusal.words()
            );
            (words, Some(save_button().into_any()))
        }
        Notice::Conflict => return view! { <ConflictView /> }.into_any(),
        Notice::Done { words, .. } => {
            let button = view! {
                <button type="button" class="button" on:click=move |_| store.undo()>
                    <IconView icon=Icon::Undo />
                    "Undo"
                </button>
            };
            (words.clone(), Some(button.into_any()))
        }
        Notice::Refused(words) | Notice::Said(words) => (words.clone(), None),
        Notice::NewVersion => {
            let words = "A newer version is here. The plan stays as it is.";
            let button = view! {
                <button type="button" class="button" on:click=|_| new_version::take()>
                    "Reload"
                </button>
            };
            (words.to_owned(), Some(button.into_any()))
        }
        Notice::Link { link, is_copied } => (link_words(link, *is_copied), link_remedy(link, *is_copied)),
        Notice::NoLink(reason) => (format!("There is no link: {reason}."), Some(save_button().into_any())),
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
    .into_any()
}

/// The choice between the plan of this tab and another tab's. It stays until one of them is taken.
#[component]
fn ConflictView() -> impl IntoView {
    let store = use_store();
    view! {
        <div class="notice conflict">
            <p>
                "Another tab has changed the plan while this one did. Nothing was overwritten, and nothing more is stored from here until you choose."
            </p>
            <div class="row wrap">
                <button type="button" class="button" on:click=move |_| storage::take_theirs(store)>
                    "Take the other tab's"
                </button>
                <button type="button" class="button" on:click=move |_| storage::keep_mine(store)>
                    "Keep this one"
                </button>
                <button type="button" class="button" on:click=move |_| plan_menu::save(store)>
                    <IconView icon=Icon::Download />
                    "Save this one as a file"
                </button>
            </div>
        </div>
    }
}

/// Hands out what was put aside.
fn aside_button(text: String, name: &'static str) -> impl IntoView {
    let save = move |_| {
        let _ = download(name, &text, "text/plain");
    };
    view! {
        <button type="button" class="button" on:click=save>
            "Download it"
        </button>
    }
}

/// From this many characters on, some programs that send links cut them: they go by what Internet
/// Explorer took, 2,083.
const OFTEN_CUT: usize = 2_000;

fn link_words(link: &str, is_copied: bool) -> String {
    let length = words::count(link.len(), "character");
    let made = if is_copied {
        format!("The link is copied: {length}.")
    } else {
        format!("The browser does not let the page copy. Copy the link from here: {length}.")
    };
    let caution = if link.len() > OFTEN_CUT {
        " Some mail and chat programs cut links so long; the plan's file arrives whole."
    } else {
        ""
    };
    format!("{made} It holds the plan as it is now, and whoever has it can read it.{caution}")
}

fn link_remedy(link: &str, is_copied: bool) -> Option<AnyView> {
    if is_copied {
        return (link.len() > OFTEN_CUT).then(|| save_button().into_any());
    }
    let field = view! {
        <input class="input mono" type="text" readonly aria-label="Link to the plan" prop:value=link.to_owned() />
    };
    Some(field.into_any())
}

/// Hands out the plan as a file.
fn save_button() -> impl IntoView {
    let store = use_store();
    view! {
        <button type="button" class="button" on:click=move |_| plan_menu::save(store)>
            <IconView icon=Icon::Download />
            "Save plan file"
        </button>
    }
}
