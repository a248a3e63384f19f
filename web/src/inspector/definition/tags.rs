//! The window's tags.

use crate::{
    store::{FieldName, Memo, add_tag, remove_tag, use_store},
    ui::{Findings, Icon, IconView, Rows},
};
use leptos::prelude::*;

/// The rows of tags, and the way to add one.
#[component]
pub(crate) fn Tags() -> impl IntoView {
    let store = use_store();
    let count = Memo::new(move |_| {
        let count = store.with_current(|window| window.definition.tags.as_ref().map_or(0, Vec::len));
        count.unwrap_or_default()
    });
    let add = move |_| store.edit_current("new tag", None, |window| add_tag(&mut window.definition));
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
            <Rows each=move || (0..count.get()).collect() key=|place| *place let(_, place)>
                <TagRow place />
            </Rows>
            <div>
                <button type="button" class="button small" on:click=add>
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
                dir="auto"
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
    let remove = move |_| {
        store.edit_current("removal of a tag", None, |window| remove_tag(&mut window.definition, place));
    };
    view! {
        <div class="tag-row">
            {box_of(FieldName::TagKey(place))} {box_of(FieldName::TagValue(place))}
            <button
                type="button"
                class="button quiet square"
                aria-label=format!("Remove tag {}", place + 1)
                on:click=remove
            >
                <IconView icon=Icon::Cross />
            </button>
        </div>
        <Findings id=format!("tag-{place}-findings") findings on_fix=move |finding| store.fix(&finding) />
    }
}
