//! A bound of the active period: picked by date and time, kept as the text that AWS gets.

use crate::{
    date_value::date_of,
    inspector::date_text::{self, Picked},
    store::{FieldName, Memo, use_store},
    ui::{Field, Icon, IconView, TimeBox, described_by},
};
use chrono::NaiveTime;
use leptos::prelude::*;

/// `StartDate` or `EndDate`.
#[component]
pub(crate) fn DateField(
    /// Which of the two.
    field: FieldName,
    /// Its label.
    label: &'static str,
) -> impl IntoView {
    let store = use_store();
    let id = format!("field-{}", field.aws_name());
    let text = store.text_of(field);
    let findings = store.findings_of(field);
    let is_wrong = move || findings.with(|all| all.iter().any(window_planner_core::Diagnostic::is_error));
    let picked = Memo::new(move |_| date_text::picked(&text.get(), store.schedule_zone()));
    let pick = move |date: Option<_>, time: Option<NaiveTime>| {
        let before = picked.get_untracked();
        let date = date.or(before.map(|picked| picked.date));
        let time = time.or(before.map(|picked| picked.time)).unwrap_or(NaiveTime::MIN);
        if let Some(date) = date {
            store.set_text(field, &date_text::text(Picked { date, time }, untrack(|| store.schedule_zone())));
        }
    };
    let hint = Signal::derive(move || {
        let zone = store.schedule_zone();
        let words = match (text.get().is_empty(), picked.get()) {
            (true, _) => "No bound".to_owned(),
            (false, Some(_)) => {
                format!("Picked in {} time; AWS gets the text below with its offset", zone.city())
            }
            (false, None) => "AWS gets the text as it stands".to_owned(),
        };
        Some(words)
    });
    view! {
        <Field
            id=id.clone()
            label=label.to_owned()
            aws_name=field.aws_name()
            hint
            findings
            on_fix=move |finding| store.fix(&finding)
        >
            <div class="date-parts">
                <input
                    class="input"
                    type="date"
                    aria-label=format!("{label}: date")
                    prop:value=move || picked.get().map(|picked| picked.date.to_string()).unwrap_or_default()
                    on:change=move |event| pick(date_of(&event_target_value(&event)), None)
                />
                <TimeBox
                    label=format!("{label}: time of day")
                    value=Signal::derive(move || picked.get().map(|picked| picked.time))
                    disabled=Signal::derive(move || picked.get().is_none())
                    on_change=move |time| pick(None, Some(time))
                />
                <button
                    type="button"
                    class="button quiet square"
                    aria-label=format!("{label}: no bound")
                    disabled=move || text.get().is_empty()
                    on:click=move |_| store.set_text(field, "")
                >
                    <IconView icon=Icon::Cross />
                </button>
            </div>
            <input
                class="input mono"
                type="text"
                id=id.clone()
                autocomplete="off"
                spellcheck="false"
                placeholder="2027-01-31T22:00:00-08:00"
                aria-describedby=described_by(&id)
                aria-invalid=move || is_wrong().then_some("true")
                prop:value=text
                on:input=move |event| store.set_text(field, &event_target_value(&event))
            />
        </Field>
    }
}
