//! A task: what it runs, on what, how many at once, and what becomes of it at the cutoff.

use super::{
    choice_field::ChoiceField,
    item::Item,
    member_field::MemberField,
    parameters::ParametersField,
    runs_on::RunsOn,
    tab::Unfolded,
    words::{kind_words, task_title},
};
use crate::{
    store::{Memo, TaskMember, use_store},
    ui::{Findings, Icon, IconView},
};
use leptos::prelude::*;
use window_planner_core::{
    Diagnostic,
    operations::registered::task_findings,
    plan::{CutoffBehavior, TaskType, WindowTask, WindowTaskId},
};

const KINDS: [(TaskType, &str); 4] = [
    (TaskType::RunCommand, "RUN_COMMAND"),
    (TaskType::Automation, "AUTOMATION"),
    (TaskType::Lambda, "LAMBDA"),
    (TaskType::StepFunctions, "STEP_FUNCTIONS"),
];

const AT_CUTOFF: [(Option<CutoffBehavior>, &str, &str); 3] = [
    (None, "", "Not said: it goes on"),
    (Some(CutoffBehavior::ContinueTask), "CONTINUE_TASK", "It goes on (CONTINUE_TASK)"),
    (Some(CutoffBehavior::CancelTask), "CANCEL_TASK", "It is cancelled (CANCEL_TASK)"),
];

/// A task in the list.
#[component]
pub(super) fn TaskItem(
    /// Its id.
    id: WindowTaskId,
    /// Which ones are unfolded.
    unfolded: Unfolded,
) -> impl IntoView {
    let store = use_store();
    let stored = StoredValue::new(id.clone());
    let task = Memo::new(move |_| stored.with_value(|id| store.with_task(id, |_, task| task.clone())));
    let findings =
        Memo::new(move |_| stored.with_value(|id| store.with_task(id, task_findings)).unwrap_or_default());
    let title = Signal::derive(move || task.with(|task| task.as_ref().map(task_title)).unwrap_or_default());
    let detail = move || {
        let words = |task: &WindowTask| format!("{}, priority {}", kind_words(task.task_type), task.priority);
        task.with(|task| task.as_ref().map(words)).unwrap_or_default()
    };
    view! {
        <Item id=id.to_string() title detail=Signal::derive(detail) findings unfolded>
            <TaskForm id=id.clone() task findings title />
        </Item>
    }
}

/// The form of a task.
#[component]
fn TaskForm(
    /// Its id.
    id: WindowTaskId,
    /// The task, as long as it is there.
    task: Memo<Option<WindowTask>>,
    /// All that is wrong with it.
    findings: Memo<Vec<Diagnostic>>,
    /// What it is called.
    title: Signal<String>,
) -> impl IntoView {
    let store = use_store();
    let kind = Memo::new(move |_| task.with(|task| task.as_ref().map(|task| task.task_type)));
    let arn_label = Signal::derive(move || match kind.get() {
        Some(TaskType::Lambda) => "Function, by name or ARN".to_owned(),
        Some(TaskType::StepFunctions) => "State machine, by ARN".to_owned(),
        Some(TaskType::Automation) => "Runbook, by name or ARN".to_owned(),
        Some(TaskType::RunCommand) | None => "Command document, by name or ARN".to_owned(),
    });
    let arn_example = Signal::derive(move || match kind.get() {
        Some(TaskType::Lambda) => "my-function",
        Some(TaskType::StepFunctions) => "arn:aws:states:REGION:ACCOUNT:stateMachine:NAME",
        Some(TaskType::Automation) => "AWS-RestartEC2Instance",
        Some(TaskType::RunCommand) | None => "AWS-RunPatchBaseline",
    });
    let stored = StoredValue::new(id.clone());
    let text = move |member, label: Signal<String>, placeholder: Signal<&'static str>, hint| {
        view! { <Text id=stored.get_value() member label placeholder hint task findings /> }
    };
    let plain = |label: &str| Signal::stored(label.to_owned());
    let empty = Signal::stored("");
    let remove = move |_| stored.with_value(|id| store.remove_task(id, &title.get_untracked()));
    view! {
        <KindField id=id.clone() kind />
        {text(TaskMember::TaskArn, arn_label, arn_example, "")}
        <RunsOn id=id.clone() findings />
        {text(TaskMember::MaxConcurrency, plain("On how many at once"), Signal::stored("10 or 10%"), "")}
        {text(TaskMember::MaxErrors, plain("Errors until it stops"), Signal::stored("1 or 10%"), "")}
        {text(TaskMember::Priority, plain("Priority"), empty, "Lower numbers run first; equal ones side by side.")}
        <CutoffField id=id.clone() task />
        <ParametersField id=id.clone() findings />
        {text(TaskMember::Name, plain("Name"), empty, "")}
        {text(TaskMember::Description, plain("Description"), empty, "")}
        {text(
            TaskMember::ServiceRoleArn,
            plain("Service role"),
            Signal::stored("arn:aws:iam::ACCOUNT:role/NAME"),
            "Without one, Systems Manager uses its service-linked role.",
        )}
        <OtherMembers id task findings />
        <div>
            <button type="button" class="button small" on:click=remove>
                <IconView icon=Icon::Delete />
                "Remove task"
            </button>
        </div>
    }
}

/// A text of the task.
#[component]
fn Text(
    /// Its id.
    id: WindowTaskId,
    /// Which text.
    member: TaskMember,
    /// Its label.
    label: Signal<String>,
    /// What it shows while it is empty.
    placeholder: Signal<&'static str>,
    /// A quiet line below it, if it has one.
    hint: &'static str,
    /// The task.
    task: Memo<Option<WindowTask>>,
    /// All that is wrong with it.
    findings: Memo<Vec<Diagnostic>>,
) -> impl IntoView {
    let store = use_store();
    let aws_name = member.aws_name();
    let text = move || task.with(|task| task.as_ref().map(|task| member.text(task))).unwrap_or_default();
    let about = move || {
        findings.with(|all| all.iter().filter(|found| found.field == aws_name).cloned().collect::<Vec<_>>())
    };
    view! {
        <MemberField
            id=format!("task-{id}-{aws_name}")
            label
            aws_name
            hint
            placeholder
            text=Signal::derive(text)
            findings=Signal::derive(about)
            on_change=move |text: String| store.edit_task(&id, aws_name, |task| member.set(task, &text))
        />
    }
}

/// What kind of thing runs. Parameters are those of a kind, so another kind begins without.
#[component]
fn KindField(
    /// The task.
    id: WindowTaskId,
    /// Its kind.
    kind: Memo<Option<TaskType>>,
) -> impl IntoView {
    let store = use_store();
    let element = format!("task-{id}-TaskType");
    let value = move || {
        let name = kind.get().and_then(|kind| KINDS.iter().find(|(other, _)| *other == kind));
        name.map(|(_, name)| *name)
    };
    let set = move |name: String| {
        if let Some((kind, _)) = KINDS.iter().find(|(_, other)| *other == name) {
            store.edit_task(&id, "kind", |task| {
                task.task_type = *kind;
                task.task_invocation_parameters = None;
            });
            store.close_step();
        }
    };
    let options =
        KINDS.into_iter().map(|(kind, name)| (name, format!("{} ({name})", kind_words(kind)))).collect();
    view! { <ChoiceField label="Kind" aws_name="TaskType" element value=Signal::derive(value) options on_choose=set /> }
}

/// What becomes of a running task at the cutoff.
#[component]
fn CutoffField(
    /// The task.
    id: WindowTaskId,
    /// The same.
    task: Memo<Option<WindowTask>>,
) -> impl IntoView {
    let store = use_store();
    let element = format!("task-{id}-CutoffBehavior");
    let value = move || {
        let behavior = task.with(|task| task.as_ref().and_then(|task| task.cutoff_behavior));
        AT_CUTOFF.iter().find(|(other, ..)| *other == behavior).map(|(_, name, _)| *name)
    };
    let set = move |name: String| {
        if let Some((behavior, ..)) = AT_CUTOFF.iter().find(|(_, other, _)| *other == name) {
            store.edit_task(&id, "CutoffBehavior", |task| task.cutoff_behavior = *behavior);
            store.close_step();
        }
    };
    let options = AT_CUTOFF.into_iter().map(|(_, name, words)| (name, words.to_owned())).collect();
    view! { <ChoiceField label="A running task at the cutoff" aws_name="CutoffBehavior" element value=Signal::derive(value) options on_choose=set /> }
}

/// Members that the form does not show: they stay as they are; and what is wrong with them.
#[component]
fn OtherMembers(
    /// The task.
    id: WindowTaskId,
    /// The same.
    task: Memo<Option<WindowTask>>,
    /// All that is wrong with it.
    findings: Memo<Vec<Diagnostic>>,
) -> impl IntoView {
    let names = move || {
        let names = task.with(|task| {
            let task = task.as_ref()?;
            let members = [
                ("TaskParameters", !task.task_parameters.is_empty()),
                ("LoggingInfo", task.logging_info.is_some()),
                ("AlarmConfiguration", task.alarm_configuration.is_some()),
            ];
            Some(
                members
                    .into_iter()
                    .filter(|(_, is_there)| *is_there)
                    .map(|(name, _)| name)
                    .collect::<Vec<_>>(),
            )
        });
        names.filter(|names| !names.is_empty()).map(|names| names.join(", "))
    };
    let is_shown = |field: &str| {
        field.starts_with("Targets")
            || field.starts_with("TaskInvocationParameters")
            || TaskMember::ALL.iter().any(|member| member.aws_name() == field)
    };
    let rest = Signal::derive(move || {
        findings.with(|all| all.iter().filter(|found| !is_shown(&found.field)).cloned().collect::<Vec<_>>())
    });
    view! {
        <p class="field-hint" hidden=move || names().is_none()>
            "Also has " {move || names()} ": they stay as they are."
        </p>
        <Findings id=format!("task-{id}-rest") findings=rest on_fix=|_| () />
    }
}
