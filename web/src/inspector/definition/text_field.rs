//! A field of plain text.

use crate::{
    store::{FieldName, use_store},
    ui::{Field, described_by},
};
use leptos::prelude::*;

/// A line of text of the request.
#[component]
pub(crate) fn TextField(
    /// The field.
    field: FieldName,
    /// Its label.
    label: &'static str,
    /// A quiet line below it.
    #[prop(optional)]
    hint: Option<&'static str>,
    /// What it shows while it is empty.
    #[prop(optional)]
    placeholder: &'static str,
    /// Whether it holds something that is read character by character.
    #[prop(optional)]
    mono: bool,
) -> impl IntoView {
    let store = use_store();
    let id = format!("field-{}", field.aws_name());
    let findings = store.findings_of(field);
    let is_wrong = move || findings.with(|all| all.iter().any(window_planner_core::Diagnostic::is_error));
    view! {
        <Field
            id=id.clone()
            label=label.to_owned()
            aws_name=field.aws_name()
            hint=Signal::stored(hint.map(str::to_owned))
            findings
            on_fix=move |finding| store.fix(&finding)
        >
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
                prop:value=store.text_of(field)
                on:input=move |event| store.set_text(field, &event_target_value(&event))
            />
        </Field>
    }
}
