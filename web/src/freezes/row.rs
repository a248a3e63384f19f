//! One calendar of freezes.

use super::{coming::Coming, pane::FREEZES_TITLE};
use crate::{
    app::IMPORT_BUTTON,
    store::{Freezes, Memo, use_store},
    ui::{FindingView, Icon, IconView, focus_after_drawing},
    words,
};
use leptos::prelude::*;
use window_planner_core::freeze::CalendarType;

/// A calendar: its name, when it is closed next, and below them what can be done with it.
#[component]
pub(super) fn FreezeRow(
    /// Its place in the plan's list.
    place: usize,
) -> impl IntoView {
    let store = use_store();
    let name = Memo::new(move |_| {
        store.freezes.with(|freezes| freezes.names().into_iter().nth(place)).unwrap_or_default()
    });
    let today = Memo::new(move |_| store.clock.today(store.clock.viewer_zone));
    let coming = Memo::new(move |_| {
        let (today, zone) = (today.get(), store.clock.viewer_zone);
        store.freezes.with(|freezes| Some(Coming::of(freezes.at(place)?, today, zone)))
    });
    let state = move || match coming.get() {
        Some(coming) => coming.words(store.clock.now.get(), store.view_zone()),
        None => "It cannot be read".to_owned(),
    };
    let kind = move || {
        store.freezes.with(|freezes| {
            let calendar = freezes.at(place)?;
            let events = words::count(calendar.events(), "event");
            Some(match calendar.kind() {
                CalendarType::DefaultOpen => format!("{events}; closed during these."),
                CalendarType::DefaultClosed => format!("{events}; closed except during these."),
            })
        })
    };
    let findings = Memo::new(move |_| store.freezes.with(|freezes| freezes.findings(place).to_vec()));
    let found = move || {
        findings
            .get()
            .into_iter()
            .map(|finding| view! { <FindingView place=finding.field.to_string() finding /> })
            .collect_view()
    };
    let badge = move || {
        let count = findings.with(Vec::len);
        (count > 0).then(|| view! { <span class="badge">{words::count(count, "finding")}</span> })
    };
    let rename = move |input: web_sys::HtmlInputElement| {
        store.rename_calendar(place, &input.value());
        // One that was left blank shows the name that stays.
        input.set_value(&name.get_untracked());
    };
    let remove = move |_| {
        store.remove_calendar(place);
        let is_last = store.freezes.with_untracked(Freezes::is_empty);
        focus_after_drawing(if is_last { IMPORT_BUTTON } else { FREEZES_TITLE }.to_owned());
    };
    let input = format!("freeze-name-{place}");
    view! {
        <li>
            <details class="freeze">
                <summary>
                    <span class="freeze-swatch" aria-hidden="true"></span>
                    <span class="freeze-name">{move || name.get()}</span>
                    {move || badge()}
                    <span class="freeze-state">{move || state()}</span>
                </summary>
                <div class="freeze-body">
                    <p class="field-hint">{move || kind()}</p>
                    {move || found()}
                    <label class="field-label" for=input.clone()>
                        "Name"
                    </label>
                    <input
                        class="input"
                        type="text"
                        id=input
                        maxlength="100"
                        autocomplete="off"
                        prop:value=move || name.get()
                        on:change:target=move |event| rename(event.target())
                    />
                    <button type="button" class="button small" on:click=remove>
                        <IconView icon=Icon::Delete />
                        {move || format!("Remove {}", name.get())}
                    </button>
                </div>
            </details>
        </li>
    }
}
