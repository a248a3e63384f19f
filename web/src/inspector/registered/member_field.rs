//! A line of text of a target or task.

use crate::ui::{Field, described_by};
use leptos::prelude::*;
use window_planner_core::Diagnostic;

/// A labelled line of text with what was found about it.
#[component]
pub(super) fn MemberField(
    /// Its element id.
    id: String,
    /// Its label.
    #[prop(into)]
    label: Signal<String>,
    /// The member in AWS's spelling.
    aws_name: &'static str,
    /// A quiet line below it.
    #[prop(optional)]
    hint: Option<&'static str>,
    /// What it shows while it is empty.
    #[prop(optional, into)]
    placeholder: Signal<&'static str>,
    /// Whether it holds something that is read character by character.
    #[prop(optional)]
    mono: bool,
    /// Its text.
    #[prop(into)]
    text: Signal<String>,
    /// What was found about it.
    #[prop(into)]
    findings: Signal<Vec<Diagnostic>>,
    /// Called with each text typed, or offered as a remedy.
    #[prop(into)]
    on_change: Callback<String>,
) -> impl IntoView {
    let is_wrong = move || findings.with(|all| all.iter().any(Diagnostic::is_error));
    let fix = move |finding: Diagnostic| {
        if let Some(fix) = finding.fix {
            on_change.run(fix.value);
        }
    };
    view! {
        <Field id=id.clone() label aws_name hint=Signal::stored(hint.map(str::to_owned)) findings on_fix=fix>
            <input
                class="input"
                class:mono=mono
                type="text"
                id=id.clone()
                dir="auto"
                autocomplete="off"
                spellcheck="false"
                placeholder=placeholder
                aria-describedby=described_by(&id)
                aria-invalid=move || is_wrong().then_some("true")
                prop:value=text
                on:input=move |event| on_change.run(event_target_value(&event))
            />
        </Field>
    }
}
