//! The schedule's time zone.

use crate::{
    store::{FieldName, use_store},
    ui::{Combobox, Field, described_by},
    words,
    zone_choice::zone_choices,
};
use leptos::prelude::*;
use window_planner_core::zone::Zone;

/// The element id of the box.
const ID: &str = "field-ScheduleTimezone";

/// `ScheduleTimezone`: any IANA name, found by city, country or the name itself.
#[component]
pub(crate) fn ZoneField() -> impl IntoView {
    let store = use_store();
    let text = store.text_of(FieldName::ScheduleTimezone);
    let findings = store.findings_of(FieldName::ScheduleTimezone);
    let is_wrong = Signal::derive(move || {
        findings.with(|all| all.iter().any(window_planner_core::Diagnostic::is_error))
    });
    let hint = Signal::derive(move || {
        let text = text.get();
        if text.is_empty() {
            return Some("Without a time zone AWS reads the schedule as UTC.".to_owned());
        }
        let zone = *Zone::read(&text).value()?;
        let now = store.clock.now.get();
        let offset = words::offset(zone.offset_at(now).local_minus_utc());
        Some(format!("Now {} there, {offset}", words::time_to_minutes(zone.local(now))))
    });
    view! {
        <Field
            id=ID
            label="Time zone".to_owned()
            aws_name="ScheduleTimezone"
            hint
            findings
            on_fix=move |finding| store.fix(&finding)
        >
            <Combobox
                id=ID
                described_by=described_by(ID)
                value=text
                search=move |typed: String| zone_choices(store, &typed)
                invalid=is_wrong
                placeholder="UTC; type a city or country"
                on_change=move |text: String| store.set_text(FieldName::ScheduleTimezone, &text)
            />
        </Field>
    }
}
