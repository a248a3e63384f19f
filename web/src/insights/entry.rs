//! One insight: what it says, what follows from it, and the executions that it speaks of.

use crate::{
    calendar::{color, jump_to},
    store::{Store, use_store},
    words,
};
use leptos::prelude::*;
use window_planner_core::insight::{Insight, Run};

/// How many executions show before the others are asked for.
const FIRST_RUNS: usize = 4;

/// An insight in the panel.
#[component]
pub(super) fn InsightView(
    /// The insight.
    insight: Insight,
) -> impl IntoView {
    let store = use_store();
    let Insight { message, help, runs, .. } = insight;
    let is_long = runs.len() > FIRST_RUNS;
    let shows_all = RwSignal::new(!is_long);
    let hidden = words::count(runs.len().saturating_sub(FIRST_RUNS), "more run");
    let lines = move || {
        let count = if shows_all.get() { runs.len() } else { FIRST_RUNS };
        runs.iter().take(count).map(|run| run_line(store, run)).collect_view()
    };
    view! {
        <li class="insight">
            <p>{message}</p>
            {help.map(|help| view! { <p class="insight-help">{help}</p> })}
            <ul class="insight-runs">{move || lines()}</ul>
            {move || {
                (!shows_all.get())
                    .then(|| {
                        view! {
                            <button type="button" class="link" on:click=move |_| shows_all.set(true)>
                                {hidden.clone()}
                            </button>
                        }
                    })
            }}
        </li>
    }
}

/// An execution as a way to it.
fn run_line(store: Store, run: &Run) -> AnyView {
    let Some(planned) = untrack(|| store.planned(&run.window)) else { return ().into_any() };
    let occurrence = run.occurrence;
    let zone = untrack(|| store.wall.get().zone(planned.own_zone()));
    let start = words::moment(zone.local(occurrence.start));
    let (color, title) = (color(&planned), planned.shown.with_untracked(|shown| shown.title.clone()));
    let show = move |_| jump_to(store, &planned, occurrence);
    view! {
        <li>
            <button type="button" class="insight-run" data-color=color title="Show it in the calendar" on:click=show>
                <span class="swatch"></span>
                <span class="insight-words">
                    <span class="insight-start">{start}</span>
                    " "
                    <span class="insight-window">{title}</span>
                </span>
            </button>
        </li>
    }
    .into_any()
}
