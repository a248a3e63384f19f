//! One window in the list.

use crate::{
    store::{Draft, Pane, use_store},
    words,
};
use leptos::prelude::*;
use window_planner_core::diagnostic::Severity;

/// A window: its name, its state, and whether something is wrong with it.
#[component]
pub(crate) fn WindowEntry() -> impl IntoView {
    let store = use_store();
    let name = move || store.draft.with(Draft::title);
    let state = move || {
        let now = store.clock.now.get();
        if !store.is_enabled() {
            return "disabled".to_owned();
        }
        store.upcoming(1).first().map_or_else(
            || "no run to come".to_owned(),
            |run| format!("next {}", words::relative(run.start.millis_since(now))),
        )
    };
    let problems = move || {
        let worst = store.findings.with(|all| all.iter().map(|finding| finding.severity).min());
        let class = match worst? {
            Severity::Error => "badge error",
            Severity::Warning => "badge warning",
            Severity::Note => return None,
        };
        let count =
            store.findings.with(|all| all.iter().filter(|finding| Some(finding.severity) == worst).count());
        let noun = if class == "badge error" { "error" } else { "warning" };
        Some(view! { <span class=class>{words::count(count, noun)}</span> })
    };
    let show = move |_| {
        store.go_to_next_run();
        store.drawer.set(false);
        store.pane.set(Pane::Calendar);
    };
    view! {
        <li>
            <button type="button" class="window-entry" aria-current="true" on:click=show>
                <span class="swatch"></span>
                <span class="window-name">{name}</span>
                {problems}
                <span class="window-state">{state}</span>
            </button>
        </li>
    }
}
