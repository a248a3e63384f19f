//! The schedule's time zone.

use crate::{
    store::{FieldName, use_store},
    ui::{Choice, Combobox, Field, described_by},
    words,
    zone_search::search,
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
        Some(format!("Now {} there, {offset}", words::time(zone.local(now)).get(..5).unwrap_or_default()))
    });
    let find = move |typed: String| {
        let now = store.clock.now.get_untracked();
        let hits = search(&typed, store.clock.viewer_zone.name(), now);
        hits.into_iter()
            .map(|hit| Choice {
                value: hit.name.to_owned(),
                name: words::city(hit.name),
                detail: if hit.places.is_empty() {
                    hit.name.to_owned()
                } else {
                    format!("{}: {}", hit.name, hit.places)
                },
                aside: hit.offset,
            })
            .collect()
    };
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
                search=find
                invalid=is_wrong
                placeholder="UTC; type a city or country"
                on_change=move |text: String| store.set_text(FieldName::ScheduleTimezone, &text)
            />
        </Field>
    }
}
