//! What a task is run with, as JSON.

use crate::{
    store::{Memo, use_store},
    ui::{Field, described_by},
};
use leptos::prelude::*;
use window_planner_core::{
    Diagnostic,
    operations::registered::{parameters_text, read_parameters},
    plan::{TaskInvocationParameters, TaskType, WindowTaskId},
};

const FIELD: &str = "TaskInvocationParameters";

/// What was typed, and what the plan had of it then: as long as that is so, the text stands as it is.
#[derive(Clone, Debug, Default, PartialEq)]
struct Typed {
    text: String,
    taken: Option<(TaskType, Option<TaskInvocationParameters>)>,
    /// Why the text could not be taken.
    findings: Vec<Diagnostic>,
}

/// The parameters of the task's kind. Text that cannot be read stays in the box, and the plan as it was.
#[component]
pub(super) fn ParametersField(
    /// The task.
    id: WindowTaskId,
    /// All that is wrong with it.
    findings: Memo<Vec<Diagnostic>>,
) -> impl IntoView {
    let store = use_store();
    let element = format!("task-{id}-parameters");
    let task = StoredValue::new(id);
    let planned = Memo::new(move |_| {
        task.with_value(|id| {
            store.with_task(id, |_, task| (task.task_type, task.task_invocation_parameters.clone()))
        })
    });
    let typed = RwSignal::new(Typed::default());
    let stands = Memo::new(move |_| planned.with(|planned| typed.with(|typed| typed.taken == *planned)));
    let text = move || {
        if stands.get() {
            return typed.with(|typed| typed.text.clone());
        }
        let text = planned.with(|planned| {
            planned.as_ref().map(|(kind, parameters)| parameters_text(*kind, parameters.as_ref()))
        });
        text.unwrap_or_default()
    };
    let set = move |text: String| {
        let Some((kind, _)) = planned.get_untracked() else { return };
        let (read, found) = read_parameters(kind, &text).into_parts();
        if let Some(parameters) = read {
            task.with_value(|id| {
                store.edit_task(id, "parameters", |task| task.task_invocation_parameters = parameters);
            });
        }
        typed.set(Typed { text, taken: planned.get_untracked(), findings: found });
    };
    let about = Signal::derive(move || {
        let unread = if stands.get() { typed.with(|typed| typed.findings.clone()) } else { Vec::new() };
        if unread.is_empty() {
            let is_about = |found: &&Diagnostic| found.field.starts_with(FIELD);
            return findings.with(|all| all.iter().filter(is_about).cloned().collect());
        }
        unread
    });
    let is_unread = move || stands.get() && typed.with(|typed| !typed.findings.is_empty());
    let hint = Signal::derive(move || {
        let of_kind = planned.with(|planned| planned.as_ref().map(|(kind, _)| example(*kind)))?;
        let words = if is_unread() {
            "Not taken yet: the plan has what could be read last.".to_owned()
        } else {
            format!("JSON, such as {of_kind}")
        };
        Some(words)
    });
    // The remedy of parameters of another kind.
    let fix = move |_| {
        task.with_value(|id| {
            store.edit_task(id, "parameters", |task| {
                let text = parameters_text(task.task_type, task.task_invocation_parameters.as_ref());
                let own = read_parameters(task.task_type, &text).into_parts().0;
                task.task_invocation_parameters = own.flatten();
            });
        });
        store.close_step();
    };
    let rows = move || text().split('\n').count().clamp(3, 14).to_string();
    view! {
        <Field id=element.clone() label="Parameters".to_owned() aws_name=FIELD hint findings=about on_fix=fix>
            <textarea
                class="input mono"
                id=element.clone()
                rows=rows
                autocomplete="off"
                spellcheck="false"
                aria-describedby=described_by(&element)
                aria-invalid=move || about.with(|all| all.iter().any(Diagnostic::is_error)).then_some("true")
                prop:value=text
                on:input=move |event| set(event_target_value(&event))
            ></textarea>
        </Field>
    }
}

/// Parameters that tasks of this kind often have.
const fn example(kind: TaskType) -> &'static str {
    match kind {
        TaskType::RunCommand => r#"{"Parameters": {"Operation": ["Install"]}}"#,
        TaskType::Automation => {
            r#"{"DocumentVersion": "$LATEST", "Parameters": {"InstanceId": ["{{RESOURCE_ID}}"]}}"#
        }
        TaskType::StepFunctions => r#"{"Input": "{\"action\": \"stop\"}"}"#,
        TaskType::Lambda => r#"{"Qualifier": "$LATEST", "Payload": "e30="}; Payload is base64"#,
    }
}
