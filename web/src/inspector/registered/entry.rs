//! One way in which a target names resources: a key and its values.

use super::values_box::{Between, ValuesBox};
use crate::{
    store::{Memo, use_store},
    ui::{Findings, Icon, IconView},
};
use leptos::prelude::*;
use window_planner_core::{
    Diagnostic,
    plan::{Target, WindowTargetId},
};

/// A key with its values. The ids of nodes stand for themselves: their key is not shown.
#[component]
pub(super) fn TargetEntry(
    /// The target.
    id: WindowTargetId,
    /// The entry's place in it.
    place: usize,
    /// Whether its values are ids of nodes.
    is_ids: bool,
    /// All that is wrong with the target.
    findings: Memo<Vec<Diagnostic>>,
) -> impl IntoView {
    let store = use_store();
    let target = StoredValue::new(id);
    let entry = Memo::new(move |_| {
        let entry =
            target.with_value(|id| store.with_target(id, |target| target.targets.get(place).cloned()));
        entry.flatten().unwrap_or_default()
    });
    let edit = move |part: &str, change: &dyn Fn(&mut Target)| {
        target.with_value(|id| {
            store.edit_target(id, part, |target| {
                target.targets.get_mut(place).map(change);
            });
        });
    };
    let set_key = move |text: String| edit("key", &|entry| entry.key.clone_from(&text));
    let set_values = move |values: Vec<String>| edit("values", &|entry| entry.values.clone_from(&values));
    let fix = move |finding: Diagnostic| {
        if let Some(fix) = finding.fix {
            set_key(fix.value);
        }
    };
    let remove = move |_| {
        target.with_value(|id| {
            store.edit_target(id, "keys", |target| {
                if place < target.targets.len() {
                    target.targets.remove(place);
                }
            });
        });
        store.close_step();
    };
    let about = move |member: &str| {
        let field = format!("Targets[{place}].{member}");
        Signal::derive(move || {
            findings.with(|all| all.iter().filter(|found| found.field == field).cloned().collect::<Vec<_>>())
        })
    };
    let (of_key, of_values) = (about("Key"), about("Values"));
    let of_both = Signal::derive(move || [of_key.get(), of_values.get()].concat());
    let is_wrong = |found: Signal<Vec<Diagnostic>>| {
        Signal::derive(move || found.with(|all| all.iter().any(Diagnostic::is_error)))
    };
    let (key_wrong, values_wrong) = (is_wrong(of_key), is_wrong(of_values));
    let [key_id, values_id, found_id] =
        target.with_value(|id| ["Key", "Values", "found"].map(|part| format!("target-{id}-{part}-{place}")));
    let number = place + 1;
    let key_box = (!is_ids).then(|| {
        view! {
            <input
                class="input mono"
                type="text"
                id=key_id.clone()
                autocomplete="off"
                spellcheck="false"
                placeholder="tag:Env"
                aria-label=format!("Key {number}")
                aria-describedby=found_id.clone()
                aria-invalid=move || key_wrong.get().then_some("true")
                prop:value=move || entry.with(|entry| entry.key.clone())
                on:input=move |event| set_key(event_target_value(&event))
            />
        }
    });
    let remove_button = (!is_ids).then(|| {
        view! {
            <button
                type="button"
                class="button quiet square"
                aria-label=format!("Remove key {number}")
                on:click=remove
            >
                <IconView icon=Icon::Cross />
            </button>
        }
    });
    let (name, placeholder, between) = if is_ids {
        ("Ids of nodes".to_owned(), "i-0123456789abcdef0", Between::Anything)
    } else {
        (format!("Values {number}"), "One on each line", Between::Lines)
    };
    view! {
        <div class="target-entry" class:ids=is_ids>
            {key_box}
            <ValuesBox
                id=if is_ids { key_id } else { values_id }
                name
                placeholder
                described_by=found_id.clone()
                between
                values=Signal::derive(move || entry.with(|entry| entry.values.clone()))
                invalid=values_wrong
                on_change=set_values
            />
            {remove_button}
        </div>
        <Findings id=found_id findings=of_both on_fix=fix />
    }
}
