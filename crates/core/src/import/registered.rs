//! Targets, tasks and executions of windows.

use super::instant::read_instant;
use super::item::{Item, as_note};
use crate::Timestamp;
use crate::diagnostic::{Code, Diagnostic};
use crate::plan::{
    ExecutionId, ExecutionStatus, WindowId, WindowTarget, WindowTargetId, WindowTask, WindowTaskId,
};
use crate::record::{self, Fault, ReadMember};
use serde_json::{Map, Value, json};

/// An execution that has begun, as AWS tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BegunExecution {
    /// Its id.
    pub id: ExecutionId,
    /// How it is doing.
    pub status: ExecutionStatus,
    /// When it started: some seconds after the instant that its schedule names.
    pub start: Timestamp,
    /// When it ended.
    pub end: Option<Timestamp>,
}

/// An execution to come, as AWS tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScheduledExecution {
    /// When it starts.
    pub start: Timestamp,
    /// The same, word for word.
    pub told: String,
}

/// What AWS's guides end their ids with, and what is read instead: digits, so that they are ids.
const EXAMPLE: (&str, &str) = ("EXAMPLE", "0000001");

/// The id that a text is, or that AWS's guides mean by it.
fn read_id<T>(text: &str, parse: impl Fn(&str) -> Option<T>) -> Option<(T, bool)> {
    if let Some(id) = parse(text) {
        return Some((id, false));
    }
    let digits = text.strip_suffix(EXAMPLE.0)?;
    parse(&format!("{digits}{}", EXAMPLE.1)).map(|id| (id, true))
}

/// The id in a member without which nothing can be done.
pub(super) fn required_id<T>(
    item: &Item<'_>,
    field: &'static str,
    parse: impl Fn(&str) -> Option<T>,
    found: &mut Vec<Diagnostic>,
) -> Option<T> {
    let text = match item.member(field) {
        Some(Value::String(text)) => text,
        None | Some(Value::Null) => {
            found.push(missing(field));
            return None;
        }
        Some(_) => {
            found.push(Diagnostic::new(Code::WrongType, field, format!("{field} is not a string.")));
            return None;
        }
    };
    let Some((id, is_example)) = read_id(&text, parse) else {
        let shown: String = text.chars().take(40).collect();
        found.push(
            Diagnostic::new(Code::WindowIdPattern, field, format!("{shown:?} is no id that AWS gives."))
                .help("Give the answer as AWS's client gave it."),
        );
        return None;
    };
    if is_example {
        found.push(
            Diagnostic::new(Code::ImportExampleId, field, "This is an id of AWS's guides.")
                .help("No id ends with EXAMPLE; it is read as though it ended with 0000001."),
        );
    }
    Some(id)
}

fn missing(field: &'static str) -> Diagnostic {
    Diagnostic::new(Code::Missing, field, format!("{field} is missing."))
        .help("Without it, nobody knows what this belongs to.")
}

/// Something that is registered with a window, a target or a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registered<T> {
    /// What it is.
    pub value: T,
    /// Whether its id is that of AWS. A request to register it has none; then the id is made of zeros, and
    /// the plan gives it another.
    pub has_id: bool,
}

/// A target, with the window it belongs to.
pub(super) fn target(
    item: &Item<'_>,
    found: &mut Vec<Diagnostic>,
) -> Option<(WindowId, Registered<WindowTarget>)> {
    let window = required_id(item, "WindowId", WindowId::parse, found)?;
    let mut members = members(item, found);
    set_id(item, "WindowTargetId", WindowTargetId::parse, &mut members, found)?;
    let least = json!({ "WindowTargetId": NO_ID, "ResourceType": "INSTANCE", "Targets": [] });
    let value = read(members, least, found)?;
    Some((window, Registered { value, has_id: item.has("WindowTargetId") }))
}

/// A task, with the window it belongs to.
pub(super) fn task(
    item: &Item<'_>,
    found: &mut Vec<Diagnostic>,
) -> Option<(WindowId, Registered<WindowTask>)> {
    let window = required_id(item, "WindowId", WindowId::parse, found)?;
    let mut members = members(item, found);
    set_id(item, "WindowTaskId", WindowTaskId::parse, &mut members, found)?;
    // DescribeMaintenanceWindowTasks has its own name for it. Source: the service model.
    if let Some(task_type) = members.remove("Type") {
        members.insert("TaskType".to_owned(), task_type);
        found.push(
            Diagnostic::new(Code::ImportIncomplete, "", "The list of tasks has no TaskInvocationParameters.")
                .help("get-maintenance-window-task tells with what a task is run."),
        );
    }
    let least = json!({ "WindowTaskId": NO_ID, "TaskArn": "", "TaskType": "LAMBDA" });
    let value = read(members, least, found)?;
    Some((window, Registered { value, has_id: item.has("WindowTaskId") }))
}

/// Stands for an id that is still to be given.
const NO_ID: &str = "00000000-0000-0000-0000-000000000000";

/// The members that tell something of what is registered.
fn members(item: &Item<'_>, found: &mut Vec<Diagnostic>) -> Map<String, Value> {
    let (mut members, findings) = item.value();
    found.extend(findings);
    for other in ["WindowId", "ClientToken", "ResponseMetadata", "$metadata"] {
        members.remove(other);
    }
    members.retain(|_, value| !value.is_null());
    if let Some(Value::Array(targets)) = members.get_mut("Targets") {
        for target in targets {
            replace_example_ids(target);
        }
    }
    members
}

fn replace_example_ids(target: &mut Value) {
    if target.get("Key").and_then(Value::as_str) != Some("WindowTargetIds") {
        return;
    }
    for value in target.get_mut("Values").and_then(Value::as_array_mut).into_iter().flatten() {
        if let Some((id, _)) = value.as_str().and_then(|text| read_id(text, WindowTargetId::parse)) {
            *value = id.as_str().into();
        }
    }
}

/// Puts the id that a member means in its place; `None` when it is no id.
fn set_id<T: std::fmt::Display>(
    item: &Item<'_>,
    field: &'static str,
    parse: impl Fn(&str) -> Option<T>,
    members: &mut Map<String, Value>,
    found: &mut Vec<Diagnostic>,
) -> Option<()> {
    let id =
        if item.has(field) { required_id(item, field, parse, found)?.to_string() } else { NO_ID.to_owned() };
    members.insert(field.to_owned(), id.into());
    Some(())
}

/// Reads what is registered. A member that cannot be read is left out; without one of `least`, the
/// smallest value of its kind, nothing is read.
fn read<T: ReadMember>(members: Map<String, Value>, least: Value, found: &mut Vec<Diagnostic>) -> Option<T> {
    let Value::Object(least) = least else { return None };
    let mut is_whole = true;
    for (name, _) in &least {
        if !members.contains_key(name) {
            found.push(
                Diagnostic::new(Code::Missing, name.clone(), format!("{name} is missing."))
                    .help("Without it, this was left out."),
            );
            is_whole = false;
        }
    }
    if !is_whole {
        return None;
    }
    let of = |members: &Map<String, Value>| record::from_value::<T>(Value::Object(members.clone()));
    if let Ok(read) = of(&members) {
        return Some(read);
    }
    let mut readable = least.clone();
    for (name, value) in members {
        let mut alone = least.clone();
        alone.insert(name.clone(), value.clone());
        match of(&alone) {
            Ok(_) => {
                readable.insert(name, value);
            }
            Err(fault) => {
                is_whole &= !least.contains_key(&name);
                found.push(if fault.place == name && fault.is_unknown() {
                    unknown(&name)
                } else {
                    unreadable(&name, &fault)
                });
            }
        }
    }
    if is_whole { of(&readable).ok() } else { None }
}

fn unreadable(name: &str, Fault { place, message }: &Fault) -> Diagnostic {
    Diagnostic::new(Code::WrongType, name.to_owned(), format!("{place} cannot be read: {message}."))
        .help(if place == name { "It was left out.".to_owned() } else { format!("{name} was left out.") })
}

/// A member that a newer AWS may tell.
pub(super) fn unknown(name: &str) -> Diagnostic {
    let shown: String = name.chars().take(40).collect();
    as_note(
        Diagnostic::new(Code::UnknownField, name.to_owned(), format!("{shown} is not known here."))
            .help("It was left out."),
    )
}

impl BegunExecution {
    pub(super) fn read(item: &Item<'_>, found: &mut Vec<Diagnostic>) -> Option<(WindowId, Self)> {
        let window = required_id(item, "WindowId", WindowId::parse, found)?;
        let id = required_id(item, "WindowExecutionId", ExecutionId::parse, found)?;
        let start = instant(item, "StartTime", found);
        let status = item.member("Status").and_then(|status| record::from_value(status).ok());
        if status.is_none() {
            found.push(
                Diagnostic::new(Code::WrongType, "Status", "Status is none that AWS has.")
                    .help("SUCCESS, FAILED, CANCELLED, …"),
            );
        }
        if start.is_none() && !item.has("StartTime") {
            found.push(missing("StartTime"));
        }
        Some((window, Self { id, status: status?, start: start?, end: instant(item, "EndTime", found) }))
    }
}

impl ScheduledExecution {
    pub(super) fn read(item: &Item<'_>, found: &mut Vec<Diagnostic>) -> Option<(WindowId, Self)> {
        let window = required_id(item, "WindowId", WindowId::parse, found)?;
        let start = instant(item, "ExecutionTime", found)?;
        Some((window, Self { start, told: item.text("ExecutionTime")? }))
    }
}

/// The date in a member.
pub(super) fn instant(
    item: &Item<'_>,
    field: &'static str,
    found: &mut Vec<Diagnostic>,
) -> Option<Timestamp> {
    let value = item.member(field).filter(|value| !value.is_null())?;
    let instant = read_instant(&value);
    if instant.is_none() {
        found.push(
            Diagnostic::new(
                Code::DateForm,
                field,
                format!("{field} is not a date as AWS's clients write it."),
            )
            .help("It was left out."),
        );
    }
    instant
}
