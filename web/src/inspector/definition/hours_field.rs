//! Duration and cutoff, in whole hours, with the window drawn to scale.

use crate::{
    store::{FieldName, use_store},
    ui::{Field, described_by},
};
use leptos::prelude::*;
use window_planner_core::window::limits;

/// `Duration`.
#[component]
pub(crate) fn DurationField() -> impl IntoView {
    view! {
        <HoursField
            field=FieldName::Duration
            label="Duration"
            bounds=(limits::DURATION.least, limits::DURATION.greatest)
        />
        <Scale />
    }
}

/// `Cutoff`.
#[component]
pub(crate) fn CutoffField() -> impl IntoView {
    view! {
        <HoursField
            field=FieldName::Cutoff
            label="No new tasks in the last"
            bounds=(limits::CUTOFF.least, limits::CUTOFF.greatest)
        />
    }
}

/// A number of hours: a slider for the hand, a box for the exact number.
#[component]
fn HoursField(
    /// The field.
    field: FieldName,
    /// Its label.
    label: &'static str,
    /// The least and the greatest that AWS takes.
    bounds: (u8, u8),
) -> impl IntoView {
    let store = use_store();
    let id = format!("field-{}", field.aws_name());
    let text = store.text_of(field);
    let set = move |event| store.set_text(field, &event_target_value(&event));
    let findings = store.findings_of(field);
    let is_wrong = move || findings.with(|all| all.iter().any(window_planner_core::Diagnostic::is_error));
    let (least, greatest) = bounds;
    view! {
        <Field
            id=id.clone()
            label=label.to_owned()
            aws_name=field.aws_name()
            findings
            on_fix=move |finding| store.fix(&finding)
        >
            <div class="slider">
                <input
                    type="range"
                    aria-label=format!("{} in hours", field.aws_name())
                    min=least
                    max=greatest
                    prop:value=text
                    on:input=set
                />
                <input
                    class="input short"
                    type="number"
                    inputmode="numeric"
                    id=id.clone()
                    min=least
                    max=greatest
                    step="1"
                    aria-describedby=described_by(&id)
                    aria-invalid=move || is_wrong().then_some("true")
                    prop:value=text
                    on:input=set
                />
                <span class="unit">"h"</span>
            </div>
        </Field>
    }
}

/// The window's hours out of a day, with its cutoff part.
#[component]
fn Scale() -> impl IntoView {
    let store = use_store();
    let hours = move || {
        let hours = store.with_current(|window| {
            (window.definition.duration.unwrap_or(0), window.definition.cutoff.unwrap_or(0))
        });
        hours.unwrap_or_default()
    };
    let cells = move || {
        let (duration, cutoff) = hours();
        (0..24)
            .map(|hour| {
                let class = match hour {
                    hour if hour >= duration => "",
                    hour if hour >= duration - cutoff => "after-cutoff",
                    _ => "open",
                };
                view! { <span class=class></span> }
            })
            .collect_view()
    };
    view! {
        <div class="length track" aria-hidden="true">
            {move || cells()}
        </div>
    }
}
