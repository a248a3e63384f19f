//! The two lists: targets, then tasks.

use super::{target::TargetItem, task::TaskItem};
use crate::{
    store::{Memo, Store, use_store},
    ui::{Findings, Icon, IconView, OpenItems, focus_after_drawing, go_on_after_drawing},
};
use leptos::prelude::*;
use window_planner_core::{
    operations::registered::count_findings,
    plan::{WindowTargetId, WindowTaskId},
};

/// Which targets and tasks are unfolded, by their ids.
pub(super) type Unfolded = RwSignal<OpenItems<String>>;

/// The targets and tasks of the selected window.
#[component]
pub(crate) fn RegisteredTab() -> impl IntoView {
    let store = use_store();
    let unfolded = Unfolded::new(OpenItems::new());
    let targets = Memo::new(move |_| {
        let ids = store.with_current(|window| {
            window.targets.iter().map(|target| target.window_target_id.clone()).collect::<Vec<_>>()
        });
        ids.unwrap_or_default()
    });
    let tasks = Memo::new(move |_| {
        let ids = store.with_current(|window| {
            window.tasks.iter().map(|task| task.window_task_id.clone()).collect::<Vec<_>>()
        });
        ids.unwrap_or_default()
    });
    let unfold = move |id: &str| {
        unfolded.update(|unfolded| unfolded.open(id.to_owned()));
    };
    let add_target = move |_| {
        if let Some(id) = store.add_target() {
            unfold(id.as_str());
            go_on_after_drawing(format!("target-{id}-Key-0"));
        }
    };
    let add_task = move |_| {
        if let Some(id) = store.add_task() {
            unfold(id.as_str());
            focus_after_drawing(format!("task-{id}-TaskArn"));
        }
    };
    let no_targets = move || {
        targets.with(Vec::is_empty).then_some(
        "What tasks run on: nodes by tag or by id, or a resource group. Automation, Lambda and Step Functions can do without.",
    )
    };
    let no_tasks = move || {
        tasks
            .with(Vec::is_empty)
            .then_some("What the window does while it is open. Without a task, it opens and nothing happens.")
    };
    view! {
        <section class="section" aria-labelledby="targets-heading">
            <h3 id="targets-heading">"Targets"</h3>
            <p class="field-hint" hidden=move || no_targets().is_none()>
                {move || no_targets()}
            </p>
            <ul class="registered">
                <For each=move || targets.get() key=WindowTargetId::clone let:id>
                    <TargetItem id unfolded />
                </For>
            </ul>
            <CountFindings store of="Targets" />
            <div>
                <button type="button" class="button small" on:click=add_target>
                    <IconView icon=Icon::Plus />
                    "Register target"
                </button>
            </div>
        </section>
        <section class="section" aria-labelledby="tasks-heading">
            <h3 id="tasks-heading">"Tasks"</h3>
            <p class="field-hint" hidden=move || no_tasks().is_none()>
                {move || no_tasks()}
            </p>
            <ul class="registered">
                <For each=move || tasks.get() key=WindowTaskId::clone let:id>
                    <TaskItem id unfolded />
                </For>
            </ul>
            <CountFindings store of="Tasks" />
            <div>
                <button type="button" class="button small" on:click=add_task>
                    <IconView icon=Icon::Plus />
                    "Register task"
                </button>
            </div>
        </section>
    }
}

/// Whether there are more than AWS takes.
#[component]
fn CountFindings(
    /// The state of the page.
    store: Store,
    /// `Targets` or `Tasks`.
    of: &'static str,
) -> impl IntoView {
    let findings = Signal::derive(move || {
        let mut found = store.with_current(count_findings).unwrap_or_default();
        found.retain(|finding| finding.field == of);
        found
    });
    view! { <Findings id=format!("{of}-count-findings") findings on_fix=|_| () /> }
}
