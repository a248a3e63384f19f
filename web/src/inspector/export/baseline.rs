//! The window as AWS has it: an update sends only what differs from it.

use crate::{
    inspector::current,
    store::{Baseline, InspectorTab, use_store},
    ui::Findings,
};
use leptos::{html, prelude::*};
use window_planner_core::Diagnostic;

/// Takes the current window from a pasted text or from the form.
#[component]
pub(crate) fn BaselineSection() -> impl IntoView {
    let store = use_store();
    let known = Memo::new(move |_| store.draft.with(|draft| draft.baseline.is_some()));
    view! {
        <section class="section" aria-labelledby="baseline-heading">
            <h3 id="baseline-heading">"The window as AWS has it"</h3>
            {move || if known.get() { view! { <Known /> }.into_any() } else { view! { <Ask /> }.into_any() }}
        </section>
    }
}

/// Says which window the update starts from.
#[component]
fn Known() -> impl IntoView {
    let store = use_store();
    let words = move || {
        store.draft.with(|draft| {
            let name = draft.baseline.as_ref().and_then(|baseline| baseline.definition.name.clone());
            let id = if draft.window_id.is_empty() { "its id is still missing" } else { &draft.window_id };
            format!("{}, {id}", name.unwrap_or_default())
        })
    };
    view! {
        <div class="row wrap">
            <span class="known-window">{words}</span>
            <button
                type="button"
                class="button small"
                on:click=move |_| store.draft.update(|draft| draft.baseline = None)
            >
                "Take another"
            </button>
        </div>
    }
}

/// Asks for the current window.
#[component]
fn Ask() -> impl IntoView {
    let store = use_store();
    let pasted = NodeRef::<html::Textarea>::new();
    let findings = RwSignal::new(Vec::<Diagnostic>::new());
    let take = move |_| {
        let text = pasted.get_untracked().map(|area| area.value()).unwrap_or_default();
        match current::read(&text) {
            Ok(window) => {
                store.draft.update(|draft| {
                    draft.window_id = window.window_id;
                    draft.enabled = window.enabled;
                    draft.request = window.definition.clone();
                    draft.baseline =
                        Some(Baseline { definition: window.definition, enabled: window.enabled });
                });
                store.go_to_next_run();
                store.tab.set(InspectorTab::Definition);
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
            <div class="row wrap">
                <button type="button" class="button primary" on:click=take>
                    "Start from this"
                </button>
                <button
                    type="button"
                    class="button"
                    on:click=move |_| store.draft.update(crate::store::Draft::keep_as_baseline)
                >
                    "Start from the form as it is"
                </button>
            </div>
            <p class="field-hint">"Then change the form: the update will send what differs."</p>
        </div>
    }
}
