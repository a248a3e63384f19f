//! The window in AWS: an update sends only what differs from it.

use crate::{
    inspector::current::{self, CurrentWindow},
    store::{InspectorTab, Memo, use_store},
    ui::Findings,
};
use leptos::{html, prelude::*};
use window_planner_core::{
    Diagnostic,
    plan::{InAccount, Window, WindowId},
};

/// What AWS has of the window, and how that is made known.
#[component]
pub(crate) fn AccountSection() -> impl IntoView {
    let store = use_store();
    let is_known = Memo::new(move |_| store.with_current(|window| window.in_account.is_some()) == Some(true));
    let reads_again = RwSignal::new(false);
    let content = move || {
        if is_known.get() {
            view! { <Known reads_again /> }.into_any()
        } else {
            view! { <Created /> }.into_any()
        }
    };
    view! {
        <section class="section" aria-labelledby="account-heading">
            <h3 id="account-heading">"The window in AWS"</h3>
            {move || content()}
            {move || (!is_known.get() || reads_again.get()).then(|| view! { <Ask on_read=move || reads_again.set(false) /> })}
        </section>
    }
}

/// AWS has the window: as it is here, or the changes are still to be sent.
#[component]
fn Known(
    /// Whether it is to be read again.
    reads_again: RwSignal<bool>,
) -> impl IntoView {
    let store = use_store();
    let is_applied = Memo::new(move |_| store.with_current(Window::is_applied) == Some(true));
    let id = move || store.with_current(|window| window.id.to_string());
    let mark = move |_| {
        let now = store.clock.now.get_untracked();
        store.edit_current("marking as applied", None, |window| window.mark_as_applied(now));
    };
    let forget =
        move |_| store.edit_current("forgetting AWS's window", None, |window| window.in_account = None);
    view! {
        <p class="known-window">
            <code>{move || id()}</code>
            {move || if is_applied.get() { " AWS has it as it is here: nothing to send." } else { "" }}
        </p>
        <div class="row wrap">
            <button type="button" class="button primary" hidden=move || is_applied.get() on:click=mark>
                "Mark as applied"
            </button>
            <button type="button" class="button" hidden=move || is_applied.get() on:click=move |_| store.return_to_aws()>
                "Return to what AWS has"
            </button>
            <button type="button" class="button quiet" on:click=move |_| reads_again.update(|reads| *reads = !*reads)>
                "Read it again"
            </button>
            <button type="button" class="button quiet" on:click=forget>
                "Not in AWS"
            </button>
        </div>
    }
}

/// The window is only planned: once it has been created, its id makes it known.
#[component]
fn Created() -> impl IntoView {
    let store = use_store();
    let typed = RwSignal::new(String::new());
    let found = RwSignal::new(None::<String>);
    let mark = move |_| {
        let Some(id) = WindowId::parse(typed.with_untracked(|typed| typed.trim().to_owned()).as_str()) else {
            found.set(Some("An id is mw- and 17 of 0-9 and a-f, as AWS answered it.".to_owned()));
            return;
        };
        let now = store.clock.now.get_untracked();
        found.set(store.identify(&id, "marking as created", |window| window.mark_as_applied(now)).err());
    };
    view! {
        <div class="field">
            <label class="field-label" for="created-id">
                "Created it? The WindowId that AWS answered"
            </label>
            <div class="row">
                <input
                    class="input mono"
                    type="text"
                    id="created-id"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder="mw-0123456789abcdef0"
                    aria-describedby="created-findings"
                    aria-invalid=move || found.with(|found| found.is_some().then_some("true"))
                    prop:value=typed
                    on:input=move |event| typed.set(event_target_value(&event))
                />
                <button type="button" class="button" on:click=mark>
                    "Mark as created"
                </button>
            </div>
            <p class="field-error" id="created-findings" role="alert">
                {found}
            </p>
        </div>
    }
}

/// Asks for the window as AWS has it.
#[component]
fn Ask(
    /// Called when it has been read.
    #[prop(into)]
    on_read: Callback<()>,
) -> impl IntoView {
    let store = use_store();
    let pasted = NodeRef::<html::Textarea>::new();
    let findings = RwSignal::new(Vec::<Diagnostic>::new());
    let refused = RwSignal::new(None::<String>);
    let read = move |takes_definition: bool| {
        let text = pasted.get_untracked().map(|area| area.value()).unwrap_or_default();
        refused.set(None);
        match current::read(&text) {
            Ok(read) => {
                findings.set(Vec::new());
                let id = WindowId::parse(&read.window_id);
                let id = id.or_else(|| store.current.get_untracked().map(|current| current.id.clone()));
                let Some(id) = id else { return };
                let taken = store
                    .identify(&id, "reading AWS's window", |window| take(window, read, takes_definition));
                match taken {
                    Ok(()) => {
                        store.go_to_next_run();
                        store.tab.set(InspectorTab::Definition);
                        on_read.run(());
                    }
                    Err(words) => refused.set(Some(words)),
                }
            }
            Err(found) => findings.set(found),
        }
    };
    view! {
        <div class="field">
            <label class="field-label" for="current-window">
                "Output of aws ssm get-maintenance-window"
            </label>
            <textarea
                class="input mono"
                id="current-window"
                rows="6"
                spellcheck="false"
                node_ref=pasted
                placeholder="{ \"WindowId\": \"mw-…\", \"Name\": … }"
                aria-describedby="current-window-findings"
            ></textarea>
            <Findings id="current-window-findings".to_owned() findings on_fix=|_| () />
            <p class="field-error" role="alert">{refused}</p>
            <div class="row wrap">
                <button type="button" class="button" on:click=move |_| read(true)>
                    "Take it over"
                </button>
                <button type="button" class="button" on:click=move |_| read(false)>
                    "Compare with what is planned"
                </button>
            </div>
            <p class="field-hint">"An update will send what differs from it."</p>
        </div>
    }
}

/// Makes AWS's window known, and with `takes_definition` the one to go on from.
fn take(window: &mut Window, read: CurrentWindow, takes_definition: bool) {
    let CurrentWindow { definition, enabled, created, .. } = read;
    if takes_definition {
        (window.definition, window.enabled) = (definition.clone(), enabled);
    }
    (window.created, window.anchor, window.since) = (created, created, created);
    window.in_account = Some(InAccount { definition, enabled });
}
