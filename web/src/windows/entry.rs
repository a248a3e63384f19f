//! One window in the list.

use crate::{
    calendar::color,
    store::{Pane, Planned, use_store},
    words,
};
use leptos::prelude::*;
use window_planner_core::plan::WindowState;

/// A window: its name, its state, and whether something is wrong with it.
#[component]
pub(crate) fn WindowEntry(
    /// The window.
    planned: Planned,
) -> impl IntoView {
    let store = use_store();
    let (shown, state) = (planned.shown.clone(), planned.state.clone());
    let title = move || shown.with(|shown| shown.title.clone());
    let state = move || {
        let now = store.clock.now.get();
        match state.get() {
            WindowState::Invalid => "no valid schedule".to_owned(),
            WindowState::Disabled => "disabled".to_owned(),
            WindowState::Active(run) => {
                format!("active, ends {}", words::relative(run.end.millis_since(now)))
            }
            WindowState::Waiting(run) => format!("next {}", words::relative(run.start.millis_since(now))),
            WindowState::Ended(_) => "ended".to_owned(),
            WindowState::Never(_) => "never runs".to_owned(),
        }
    };
    let problems = {
        let planned = planned.clone();
        move || {
            let problems = planned.problems();
            let (class, count, noun) = match (problems.errors, problems.warnings) {
                (0, 0) => return None,
                (0, warnings) => ("badge warning", warnings, "warning"),
                (errors, _) => ("badge error", errors, "error"),
            };
            Some(view! { <span class=class>{words::count(count, noun)}</span> })
        }
    };
    let is_current = {
        let planned = planned.clone();
        move || store.current.with(|current| current.as_ref() == Some(&planned)).then_some("true")
    };
    let color = color(&planned);
    let show = move |_| {
        store.select(&planned.id);
        store.go_to_next_run();
        store.drawer.set(false);
        store.pane.set(Pane::Calendar);
    };
    view! {
        <li>
            <button type="button" class="window-entry" aria-current=is_current on:click=show>
                <span class="swatch" data-color=color></span>
                <span class="window-name">{title}</span>
                {problems}
                <span class="window-state">{state}</span>
            </button>
        </li>
    }
}
