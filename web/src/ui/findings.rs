//! What was found about a field: message, remedy, and AWS's own words where they are known.

use super::{Icon, IconView};
use leptos::prelude::*;
use window_planner_core::diagnostic::{Diagnostic, Fix, Severity};

/// The findings about one field, in the order in which they were found.
#[component]
pub(crate) fn Findings(
    /// The element's id, for the field's `aria-describedby`.
    id: String,
    /// What was found.
    #[prop(into)]
    findings: Signal<Vec<Diagnostic>>,
    /// Takes the remedy of a finding.
    #[prop(into)]
    on_fix: Callback<Diagnostic>,
) -> impl IntoView {
    let rows = move || {
        findings.get().into_iter().map(|finding| view! { <FindingView finding on_fix /> }).collect_view()
    };
    view! {
        <div class="findings" id=id>
            {move || rows()}
        </div>
    }
}

/// One finding.
#[component]
pub(crate) fn FindingView(
    /// What was found.
    finding: Diagnostic,
    /// Where, if that is not plain from where it is shown.
    #[prop(optional, into)]
    place: String,
    /// Takes its remedy; without it none is offered.
    #[prop(optional, into)]
    on_fix: Option<Callback<Diagnostic>>,
) -> impl IntoView {
    let (class, icon, word) = match finding.severity {
        Severity::Error => ("finding error", Icon::Error, "Error: "),
        Severity::Warning => ("finding warning", Icon::Warning, "Warning: "),
        Severity::Note => ("finding note", Icon::Note, "Note: "),
    };
    let remedy = finding.fix.clone().zip(on_fix).map(|(Fix { label, .. }, on_fix)| {
        let finding = finding.clone();
        view! {
            <button type="button" class="button small" on:click=move |_| on_fix.run(finding.clone())>
                {label}
            </button>
        }
    });
    view! {
        <div class=class data-code=finding.code.as_str()>
            <IconView icon />
            <div class="finding-text">
                <span class="unseen">{word}</span>
                {(!place.is_empty()).then(|| view! { <span class="finding-place">{place} ": "</span> })}
                {finding.message}
                {finding.help.map(|help| view! { <span class="finding-help">" " {help}</span> })}
                {finding
                    .aws_message
                    .map(|words| view! { <p class="finding-aws">"AWS answers: " {words}</p> })}
            </div>
            {remedy}
        </div>
    }
}
