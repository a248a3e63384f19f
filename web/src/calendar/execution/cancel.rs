//! An execution that is in progress, and how it is cancelled: in AWS by a request, here in the plan.

use crate::{
    store::{Memo, Planned, Store, use_store},
    ui::{CopyButton, Segmented, focus_after_drawing},
};
use leptos::prelude::*;
use window_planner_core::{
    export::{Format, cancellation, executions_since},
    occurrence::Occurrence,
    plan::{ExecutionId, ExecutionStatus},
};

/// The formats that make a request.
const FORMATS: [(Format, &str); 3] =
    [(Format::Json, "JSON"), (Format::Boto3, "boto3"), (Format::AwsCli, "AWS CLI")];

const ID: &str = "execution-id";

/// The way to cancel the execution while it is in progress, and what became of it then.
#[component]
pub(super) fn Cancel(
    /// Its window.
    planned: Planned,
    /// The execution.
    run: Occurrence,
) -> impl IntoView {
    let store = use_store();
    let status = {
        let planned = planned.clone();
        Memo::new(move |_| {
            let now = store.clock.now.get();
            planned.with(|window| window.status_of(run.start, now)).flatten()
        })
    };
    let is_asked = RwSignal::new(false);
    let ask = move |_| {
        is_asked.set(true);
        focus_after_drawing(ID.to_owned());
    };
    move || match status.get() {
        Some(ExecutionStatus::InProgress) if is_asked.get() => {
            view! { <Request planned=planned.clone() run /> }.into_any()
        }
        Some(ExecutionStatus::InProgress) => view! {
            <button type="button" class="button card-action" on:click=ask>
                "Cancel this execution"
            </button>
        }
        .into_any(),
        Some(ExecutionStatus::Cancelling | ExecutionStatus::Cancelled) => view! {
            <p class="popover-note">
                "Cancelled in the plan. Tasks that had begun run on to their end; no other begins."
            </p>
        }
        .into_any(),
        _ => ().into_any(),
    }
}

/// The request, which wants the id that AWS gave to the execution, and the cancellation here.
#[component]
fn Request(
    /// The window.
    planned: Planned,
    /// The execution.
    run: Occurrence,
) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let id = Memo::new(move |_| ExecutionId::parse(&typed.with(|typed| typed.trim().to_ascii_lowercase())));
    let is_wrong = move || id.with(Option::is_none) && typed.with(|typed| !typed.trim().is_empty());
    let format = RwSignal::new(Format::AwsCli);
    let formats = FORMATS.map(|(format, words)| (format, words.to_owned())).to_vec();
    let text = Signal::derive(move || {
        id.with(|id| id.as_ref().and_then(|id| cancellation(id, format.get()))).unwrap_or_default()
    });
    let find = Signal::stored(executions_since(&planned.id, run.start));
    let store = use_store();
    let cancel = move |_| cancel(store, &planned, run);
    view! {
        <section class="card-section" aria-labelledby="cancel-heading">
            <h4 class="card-heading" id="cancel-heading">
                "CancelMaintenanceWindowExecution"
            </h4>
            <p class="field-hint">"Tasks that have begun run on to their end; no other begins."</p>
            <div class="field">
                <label class="field-label" for=ID>
                    "WindowExecutionId"
                </label>
                <input
                    class="input mono"
                    type="text"
                    id=ID
                    autocomplete="off"
                    spellcheck="false"
                    placeholder="00000000-0000-0000-0000-000000000000"
                    aria-describedby="execution-id-hint execution-id-error"
                    aria-invalid=move || is_wrong().then_some("true")
                    on:input=move |event| typed.set(event_target_value(&event))
                />
                <p class="field-error" id="execution-id-error" role="alert">
                    {move || is_wrong().then_some("An id is 36 characters: 8, 4, 4, 4 and 12 of 0-9 and a-f, with hyphens.")}
                </p>
                <p class="field-hint" id="execution-id-hint">
                    "AWS alone knows it. This tells it:"
                </p>
            </div>
            <pre class="request-text" tabindex="0" aria-label="Command that tells the id">{find}</pre>
            <CopyButton text=find />
            <div hidden=move || id.with(Option::is_none)>
                <Segmented label="Format" choices=Signal::stored(formats) value=format on_change=move |to| format.set(to) />
                <pre class="request-text" tabindex="0" aria-label="Request">{text}</pre>
                <CopyButton text />
            </div>
            <button type="button" class="button primary card-action" on:click=cancel>
                "Mark as cancelled in the plan"
            </button>
        </section>
    }
}

/// Cancels the execution in the plan, with a way back.
fn cancel(store: Store, planned: &Planned, run: Occurrence) {
    let title = planned.shown.with_untracked(|shown| shown.title.clone());
    let now = store.clock.now.get_untracked();
    store.change_and_say(
        &format!("cancellation of an execution of {title}"),
        format!("The execution of {title} was cancelled in the plan."),
        |plan| {
            if let Some(window) = plan.window_mut(planned.id.as_str()) {
                window.cancel(run.start, now);
            }
        },
    );
}
