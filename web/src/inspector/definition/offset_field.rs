//! How many days after the expression's day the window runs.

use crate::{
    store::{FieldName, use_store},
    ui::{Field, described_by},
    words,
};
use leptos::prelude::*;
use window_planner_core::window::limits;

/// The element id of the choice.
const ID: &str = "field-ScheduleOffset";

/// `ScheduleOffset`, as a choice of its few values.
#[component]
pub(crate) fn OffsetField() -> impl IntoView {
    let store = use_store();
    let text = store.text_of(FieldName::ScheduleOffset);
    let findings = store.findings_of(FieldName::ScheduleOffset);
    let days = (limits::SCHEDULE_OFFSET.least..=limits::SCHEDULE_OFFSET.greatest)
        .map(|days| {
            let label = format!("{} later", words::count(days.into(), "day"));
            view! {
                <option value=days selected=move || text.get() == days.to_string()>
                    {label}
                </option>
            }
        })
        .collect_view();
    view! {
        <Field
            id=ID
            label="Offset".to_owned()
            aws_name="ScheduleOffset"
            findings
            on_fix=move |finding| store.fix(&finding)
        >
            <select
                class="select"
                id=ID
                aria-describedby=described_by(ID)
                prop:value=text
                on:change=move |event| store.set_text(FieldName::ScheduleOffset, &event_target_value(&event))
            >
                <option value="" selected=move || text.get().is_empty()>
                    "On the expression's day"
                </option>
                {days}
            </select>
        </Field>
    }
}
