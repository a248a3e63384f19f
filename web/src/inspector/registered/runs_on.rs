//! What a task runs on: targets of its window, nodes by their ids, or nothing.

use super::{
    values_box::{Between, ValuesBox},
    words::target_title,
};
use crate::{
    store::{Memo, use_store},
    ui::Findings,
};
use leptos::prelude::*;
use window_planner_core::{
    Diagnostic,
    plan::{Target, Window, WindowTask, WindowTaskId, values_of},
};

/// A target that can be chosen: its id, what it is called, whether it is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Choice {
    id: String,
    title: String,
    is_taken: bool,
}

/// The window's targets to choose from, and a box of ids.
#[component]
pub(super) fn RunsOn(
    /// The task.
    id: WindowTaskId,
    /// All that is wrong with it.
    findings: Memo<Vec<Diagnostic>>,
) -> impl IntoView {
    let store = use_store();
    let [box_id, found_id] = ["InstanceIds", "targets-found"].map(|part| format!("task-{id}-{part}"));
    let task = StoredValue::new(id);
    let choices = Memo::new(move |_| task.with_value(|id| store.with_task(id, choices)).unwrap_or_default());
    let instances = Memo::new(move |_| {
        let ids = task.with_value(|id| {
            store
                .with_task(id, |_, task| values_of(&task.targets, "InstanceIds").map(str::to_owned).collect())
        });
        ids.unwrap_or_else(Vec::new)
    });
    let set = move |part: &str, key: &'static str, values: Vec<String>| {
        task.with_value(|id| store.edit_task(id, part, |task| set_values(task, key, values)));
    };
    let choose = move |choice: &str, is_taken: bool| {
        let ids = choices.with_untracked(|choices| {
            let taken = |other: &&Choice| if other.id == choice { is_taken } else { other.is_taken };
            choices.iter().filter(taken).map(|choice| choice.id.clone()).collect()
        });
        set("targets", "WindowTargetIds", ids);
        store.close_step();
    };
    let about = Signal::derive(move || {
        let is_about = |found: &&Diagnostic| found.field.starts_with("Targets");
        findings.with(|all| all.iter().filter(is_about).cloned().collect::<Vec<_>>())
    });
    let rows = move || {
        let row = |Choice { id, title, is_taken }: Choice| {
            view! {
                <label class="choice">
                    <input
                        type="checkbox"
                        prop:checked=is_taken
                        on:change=move |event| choose(&id, event_target_checked(&event))
                    />
                    <span>{title}</span>
                </label>
            }
        };
        choices.get().into_iter().map(row).collect_view()
    };
    view! {
        <fieldset class="choices">
            <legend class="field-label">"Runs on"</legend>
            {move || rows()}
            <p class="field-hint" hidden=move || !choices.with(Vec::is_empty)>
                "The window has no targets yet."
            </p>
            <ValuesBox
                id=box_id
                name="Nodes by id"
                placeholder="Nodes by id: i-0123456789abcdef0"
                described_by=found_id.clone()
                between=Between::Anything
                values=instances
                invalid=Signal::derive(move || about.with(|all| all.iter().any(Diagnostic::is_error)))
                on_change=move |ids| set("nodes", "InstanceIds", ids)
            />
        </fieldset>
        <Findings id=found_id findings=about on_fix=|_| () />
    }
}

/// The window's targets, and those that the task names and the window does not have.
fn choices(window: &Window, task: &WindowTask) -> Vec<Choice> {
    let named: Vec<&str> = values_of(&task.targets, "WindowTargetIds").collect();
    let own = window.targets.iter().map(|target| {
        let id = target.window_target_id.to_string();
        Choice { is_taken: named.contains(&id.as_str()), title: target_title(target), id }
    });
    let mut all: Vec<Choice> = own.collect();
    for id in named {
        if !all.iter().any(|choice| choice.id == id) {
            let title = format!("{id} (not a target of the window)");
            all.push(Choice { id: id.to_owned(), title, is_taken: true });
        }
    }
    all
}

/// Makes these the values of a key, and of it alone; what the task has of other keys stays.
fn set_values(task: &mut WindowTask, key: &str, values: Vec<String>) {
    let place = task.targets.iter().position(|target| target.key == key).unwrap_or(task.targets.len());
    task.targets.retain(|target| target.key != key);
    if !values.is_empty() {
        let place = place.min(task.targets.len());
        task.targets.insert(place, Target { key: key.to_owned(), values });
    }
}
