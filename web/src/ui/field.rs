//! A labelled place to type, with its hint and what was found about it.

use super::Findings;
use leptos::prelude::*;
use window_planner_core::diagnostic::Diagnostic;

/// A label, the control it names, and what is to be said below.
#[component]
pub(crate) fn Field(
    /// The id of the control.
    #[prop(into)]
    id: String,
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// The field's name in the request, beside the label.
    aws_name: &'static str,
    /// A quiet line below the control.
    #[prop(into, default = Signal::stored(None))]
    hint: Signal<Option<String>>,
    /// What was found about the field.
    #[prop(into)]
    findings: Signal<Vec<Diagnostic>>,
    /// Takes the remedy of a finding.
    #[prop(into)]
    on_fix: Callback<Diagnostic>,
    /// The control. Its `aria-describedby` is [`described_by`] of the same id.
    children: Children,
) -> impl IntoView {
    let [hint_id, findings_id] = description_ids(&id);
    let control = id;
    view! {
        <div class="field">
            <div class="field-head">
                <label class="field-label" for=control>
                    {label}
                </label>
                <code class="field-aside" hidden=move || label.get() == aws_name>
                    {aws_name}
                </code>
            </div>
            {children()}
            <p class="field-hint" id=hint_id hidden=move || hint.get().is_none()>
                {hint}
            </p>
            <Findings id=findings_id findings on_fix />
        </div>
    }
}

fn description_ids(id: &str) -> [String; 2] {
    [format!("{id}-hint"), format!("{id}-findings")]
}

/// The `aria-describedby` of the control with this id in a [`Field`].
#[must_use]
pub(crate) fn described_by(id: &str) -> String {
    description_ids(id).join(" ")
}
