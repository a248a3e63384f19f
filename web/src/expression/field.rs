//! The text of the expression, with its parts labelled and explained below it.

use super::{
    lines::Lines,
    marks::{Mark, marks, part_at},
};
use crate::{
    store::{FieldName, LastingMemo, Memo, use_store},
    ui::{Findings, described_by},
};
use leptos::{html, prelude::*};
use window_planner_core::{
    diagnostic::{Severity, Span},
    schedule::{Part, anatomy},
};

/// The element id of the text.
const ID: &str = "schedule";

/// The expression field. The part under the caret lights up, here, in its label and in words.
#[component]
pub(crate) fn ExpressionField() -> impl IntoView {
    let store = use_store();
    let written = store.text_of(FieldName::Schedule);
    let text = Memo::new(move |_| written.get());
    let findings = store.findings_of(FieldName::Schedule);
    let parts = Memo::new(move |_| anatomy(&text.get()));
    let input = NodeRef::<html::Input>::new();
    let caret = RwSignal::new(None::<u32>);
    let scrolled = RwSignal::new(0);

    // The parts are drawn anew with each edit; it forgets those that are gone.
    let active = LastingMemo::new(move |_| caret.get().and_then(|at| part_at(&spans(&parts.get()), at)));
    let is_wrong =
        move || findings.with(|findings| findings.iter().any(|finding| finding.severity == Severity::Error));
    let follow = move || {
        if let Some(input) = input.get_untracked() {
            caret.set(input.selection_start().ok().flatten());
            scrolled.set(input.scroll_left());
        }
    };
    let select = move |span: Span| {
        if let Some(input) = input.get_untracked() {
            let _ = input.focus();
            let _ = input.set_selection_range(span.start, span.end);
            caret.set(Some(span.start));
        }
    };
    let ink = {
        let active = active.clone();
        move || {
            let found: Vec<_> = findings.with(|findings| {
                findings.iter().filter_map(|finding| Some((finding.span?, finding.severity))).collect()
            });
            let marks = marks(&text.get(), &spans(&parts.get()), &found);
            marks.into_iter().map(|mark| mark_view(mark, active.clone())).collect_view()
        }
    };
    view! {
        <div class="field">
            <div class="field-head">
                <label class="field-label" for=ID>
                    "Expression"
                </label>
                <code class="field-aside">"Schedule"</code>
            </div>
            <div class="expression" class:invalid=is_wrong>
                <div class="expression-text">
                    <div class="expression-ink" aria-hidden="true" style:transform=move || shift(scrolled.get())>
                        {move || ink()}
                    </div>
                    <input
                        type="text"
                        id=ID
                        node_ref=input
                        autocomplete="off"
                        autocapitalize="off"
                        spellcheck="false"
                        aria-invalid=move || is_wrong().then_some("true")
                        aria-describedby=format!("expression-detail {}", described_by(ID))
                        prop:value=move || text.get()
                        on:input=move |event| {
                            store.set_text(FieldName::Schedule, &event_target_value(&event));
                            follow();
                        }
                        on:keyup=move |_| follow()
                        on:click=move |_| follow()
                        on:focus=move |_| follow()
                        on:select=move |_| follow()
                        on:scroll=move |_| follow()
                        on:blur=move |_| caret.set(None)
                    />
                </div>
                <Lines input parts active=active.clone() scrolled />
                <PartLabels parts active=active.clone() findings on_select=select />
                <Detail parts active />
            </div>
            <Findings id=format!("{ID}-findings") findings on_fix=move |finding| store.fix(&finding) />
        </div>
    }
}

/// The names of the parts. Choosing one selects its text.
#[component]
fn PartLabels(
    /// The parts.
    parts: Memo<Vec<Part>>,
    /// The part under the caret.
    active: LastingMemo<Option<usize>>,
    /// What was found about the expression.
    #[prop(into)]
    findings: Signal<Vec<window_planner_core::Diagnostic>>,
    /// Called with the span of the part chosen.
    #[prop(into)]
    on_select: Callback<Span>,
) -> impl IntoView {
    let labels = move || {
        let wrong: Vec<Span> = findings
            .with(|all| all.iter().filter(|found| found.is_error()).filter_map(|found| found.span).collect());
        parts
            .get()
            .into_iter()
            .enumerate()
            .map(|(place, part)| {
                let active = active.clone();
                let is_wrong =
                    wrong.iter().any(|span| part.span.start <= span.start && span.end <= part.span.end);
                view! {
                    <button
                        type="button"
                        class:active=move || active.get() == Some(place)
                        class:wrong=is_wrong
                        // The text keeps the focus, so that its caret can be set.
                        on:mousedown=|event| event.prevent_default()
                        on:click=move |_| on_select.run(part.span)
                    >
                        {part.label}
                    </button>
                }
            })
            .collect_view()
    };
    view! {
        <div class="expression-parts" role="group" aria-label="Parts of the expression">
            {move || labels()}
        </div>
    }
}

/// What the part under the caret may be, and what it adds.
#[component]
fn Detail(
    /// The parts.
    parts: Memo<Vec<Part>>,
    /// The part under the caret.
    active: LastingMemo<Option<usize>>,
) -> impl IntoView {
    let words = move || {
        let part = active.get().and_then(|place| parts.with(|parts| parts.get(place).cloned()));
        match part {
            Some(part) => view! {
                <span class="says">
                    <strong>{part.label}</strong>
                    {part.says.map(|says| format!(": {says}"))}
                </span>
                <span class="legal">{part.legal}</span>
            }
            .into_any(),
            None => view! {
                <span class="legal">
                    "cron(minutes hours day-of-month month day-of-week year), rate(5 days), at(2027-01-31T22:00:00). Place the caret in a field to see what it takes."
                </span>
            }
            .into_any(),
        }
    };
    view! {
        <div class="expression-detail" id="expression-detail">
            {move || words()}
        </div>
    }
}

fn mark_view(mark: Mark, active: LastingMemo<Option<usize>>) -> impl IntoView {
    let Mark { text, part, found } = mark;
    let is_active = move || part.is_some() && active.get() == part;
    let is_missing = text.is_empty();
    view! {
        <span
            class:part=part.is_some()
            class:frame=part.is_none()
            class:wrong=found == Some(Severity::Error)
            class:doubtful=found == Some(Severity::Warning)
            class:missing=is_missing
            class:active=move || is_active()
        >
            {text}
        </span>
    }
}

fn spans(parts: &[Part]) -> Vec<Span> {
    parts.iter().map(|part| part.span).collect()
}

fn shift(pixels: i32) -> String {
    format!("translateX({}px)", -pixels)
}
