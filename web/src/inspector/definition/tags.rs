//! The window's tags.

use crate::{
    store::{FieldName, use_store},
    ui::{Findings, Icon, IconView},
};
use leptos::prelude::*;

/// The rows of tags, and the way to add one.
#[component]
pub(crate) fn Tags() -> impl IntoView {
    let store = use_store();
    let count = Memo::new(move |_| store.draft.with(|draft| draft.request.tags.as_ref().map_or(0, Vec::len)));
    let findings = Signal::derive(move || {
        store
            .findings
            .with(|all| all.iter().filter(|found| found.field == "Tags").cloned().collect::<Vec<_>>())
    });
    view! {
        <div class="field" role="group" aria-labelledby="tags-label">
            <div class="field-head">
                <span class="field-label" id="tags-label">
                    "Tags"
                </span>
            </div>
            <For each=move || 0..count.get() key=|place| *place let:place>
                <TagRow place />
            </For>
            <div>
                <button
                    type="button"
                    class="button small"
                    on:click=move |_| store.draft.update(crate::store::Draft::add_tag)
                >
                    <IconView icon=Icon::Plus />
                    "Add tag"
                </button>
            </div>
            <Findings id="tags-findings".to_owned() findings on_fix=move |finding| store.fix(&finding) />
        </div>
    }
}

/// One tag.
#[component]
fn TagRow(
    /// Its place in the list.
    place: usize,
) -> impl IntoView {
    let store = use_store();
    let box_of = move |field: FieldName| {
        let findings = store.findings_of(field);
        let is_wrong = move || findings.with(|all| all.iter().any(window_planner_core::Diagnostic::is_error));
        view! {
            <input
                class="input"
                type="text"
                autocomplete="off"
                spellcheck="false"
                placeholder=field.aws_name()
                aria-label=format!("{} of tag {}", field.aws_name(), place + 1)
                aria-describedby=format!("tag-{place}-findings")
                aria-invalid=move || is_wrong().then_some("true")
                prop:value=store.text_of(field)
                on:input=move |event| store.set_text(field, &event_target_value(&event))
            />
        }
    };
    let (key, value) =
        (store.findings_of(FieldName::TagKey(place)), store.findings_of(FieldName::TagValue(place)));
    let findings = Signal::derive(move || [key.get(), value.get()].concat());
    view! {
        <div class="tag-row">
            {box_of(FieldName::TagKey(place))} {box_of(FieldName::TagValue(place))}
            <button
                type="button"
                class="button quiet square"
                aria-label=format!("Remove tag {}", place + 1)
                on:click=move |_| store.draft.update(|draft| draft.remove_tag(place))
            >
                <IconView icon=Icon::Cross />
            </button>
        </div>
        <Findings id=format!("tag-{place}-findings") findings on_fix=move |finding| store.fix(&finding) />
    }
}
