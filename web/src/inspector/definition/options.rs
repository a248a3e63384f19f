//! What is either so or not.

use crate::{store::use_store, ui::Findings};
use leptos::prelude::*;

/// `AllowUnassociatedTargets` and `Enabled`.
#[component]
pub(crate) fn Options() -> impl IntoView {
    let store = use_store();
    let allow = Signal::derive(move || {
        let allow = store.with_current(|window| window.definition.allow_unassociated_targets);
        allow.flatten() == Some(true)
    });
    let set_allow = move |allow| {
        store.edit_current("change of AllowUnassociatedTargets", None, |window| {
            window.definition.allow_unassociated_targets = Some(allow);
        });
    };
    let enabled = Signal::derive(move || store.is_enabled());
    let set_enabled = move |enabled| {
        if let Some(current) = store.current.get_untracked() {
            store.set_enabled(&current.id, enabled);
        }
    };
    let findings = Signal::derive(move || {
        store.findings.with(|all| {
            all.iter().filter(|found| found.field == "AllowUnassociatedTargets").cloned().collect::<Vec<_>>()
        })
    });
    view! {
        <Check
            id="field-AllowUnassociatedTargets"
            label="Allow unassociated targets"
            hint="Tasks may run on nodes that are not registered with the window."
            value=allow
            on_change=set_allow
        />
        <Findings id="field-AllowUnassociatedTargets-findings".to_owned() findings on_fix=move |finding| store.fix(&finding) />
        <Check
            id="field-Enabled"
            label="Enabled"
            hint="A disabled window keeps its schedule and does not run."
            value=enabled
            on_change=set_enabled
        />
    }
}

/// A box to tick.
#[component]
fn Check(
    /// The element id.
    id: &'static str,
    /// The label.
    label: &'static str,
    /// A quiet line below it.
    hint: &'static str,
    /// Whether it is ticked.
    value: Signal<bool>,
    /// Called when it is ticked or cleared.
    #[prop(into)]
    on_change: Callback<bool>,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    view! {
        <div class="check">
            <input
                type="checkbox"
                id=id
                aria-describedby=hint_id.clone()
                prop:checked=value
                on:change=move |event| on_change.run(event_target_checked(&event))
            />
            <label for=id>{label}</label>
            <p class="field-hint" id=hint_id>
                {hint}
            </p>
        </div>
    }
}
