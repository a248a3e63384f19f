//! Why an execution takes place just then.

use crate::store::Planned;
use leptos::prelude::*;
use window_planner_core::{
    Timestamp,
    insight::{Reason, explain_execution},
    occurrence::{Occurrence, Query},
};

/// The reasons, each with the part of the definition that it comes from.
pub(super) fn why(planned: &Planned, run: &Occurrence) -> AnyView {
    let reasons = untrack(|| reasons(planned, run));
    if reasons.is_empty() {
        return ().into_any();
    }
    let lines = reasons
        .into_iter()
        .map(|Reason { part, text }| {
            view! {
                <dt>
                    <code>{part}</code>
                </dt>
                <dd>{text}</dd>
            }
        })
        .collect_view();
    view! {
        <h4 class="card-heading">"Why it runs then"</h4>
        <dl class="reasons">{lines}</dl>
    }
    .into_any()
}

/// What the core explains, but for the clocks, which have a note of their own. A window that was edited
/// since the execution was drawn explains another one, which is not asked for.
fn reasons(planned: &Planned, run: &Occurrence) -> Vec<Reason> {
    let Some(drawn) = planned.drawn.get() else { return Vec::new() };
    // The past shows the pattern, as if the window had always been there.
    let created = if run.start < drawn.anchor { Timestamp::EPOCH } else { drawn.anchor };
    let query = Query::after(run.start.plus_millis(-1)).created(created);
    if drawn.timing.starts(&query).next() != Some(run.start) {
        return Vec::new();
    }
    let mut reasons = explain_execution(&drawn.timing, &query, run);
    reasons.retain(|reason| reason.part.is_some());
    reasons
}
