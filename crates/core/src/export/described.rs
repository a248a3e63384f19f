//! A window to be written, with what is registered with it, for all formats alike.

use super::node::Node;
use super::{members, shown};
use crate::diagnostic::{Code, Diagnostic};
use crate::plan::{Target, Window, WindowTarget, WindowTask};
use crate::window::Request;
use serde::Serialize;
use serde_json::Value;

/// The width of a comment.
const WIDTH: usize = 100;

/// Members of requests that are no part of a window's description.
const NOT_DESCRIBED: [&str; 4] = ["ClientToken", "Enabled", "Replace", "WindowId"];

/// What `RegisterTargetWithMaintenanceWindow` takes beside `WindowId`, in AWS's order.
const TARGET: [&str; 5] = ["ResourceType", "Targets", "OwnerInformation", "Name", "Description"];

/// What `RegisterTaskWithMaintenanceWindow` takes beside `WindowId`, in AWS's order.
const TASK: [&str; 14] = [
    "Targets",
    "TaskArn",
    "ServiceRoleArn",
    "TaskType",
    "TaskParameters",
    "TaskInvocationParameters",
    "Priority",
    "MaxConcurrency",
    "MaxErrors",
    "LoggingInfo",
    "Name",
    "Description",
    "CutoffBehavior",
    "AlarmConfiguration",
];

/// Members in AWS's order.
pub(super) type Members = Vec<(&'static str, Node)>;

/// A window to be described.
pub(super) struct Described {
    /// How notes call it, where there are others.
    title: Option<String>,
    /// The members of the request that makes or changes it.
    pub(super) members: Members,
    is_change: bool,
    /// Its id, where AWS has it already.
    pub(super) existing: Option<String>,
    pub(super) targets: Vec<Registered>,
    pub(super) tasks: Vec<Registered>,
    /// Ids of targets that its tasks name and that it has not.
    strangers: Vec<String>,
}

/// A target or a task to be described.
pub(super) struct Registered {
    /// The id that it has.
    pub(super) id: String,
    /// The members of the request that registers it, without `WindowId`.
    pub(super) members: Members,
}

impl Described {
    /// The window that a request makes or changes.
    pub(super) fn of_request<R: Request>(request: &R) -> Self {
        let members = members(request);
        let is_change = R::OPERATION == "UpdateMaintenanceWindow";
        let existing = get(&members, "WindowId").filter(|_| is_change).and_then(text).map(str::to_owned);
        Self {
            title: None,
            members,
            is_change,
            existing,
            targets: Vec::new(),
            tasks: Vec::new(),
            strangers: Vec::new(),
        }
    }

    /// A window of a plan. `Enabled` is among its members when it is false.
    pub(super) fn of_window(window: &Window) -> Self {
        let mut members = members(&window.definition);
        if !window.enabled {
            members.push(("Enabled", Node::Json(false.into())));
        }
        let mut strangers = Vec::new();
        Self {
            title: Some(shown(window.title())),
            members,
            is_change: false,
            existing: window.in_account.as_ref().map(|_| window.id.to_string()),
            targets: window.targets.iter().map(registered_target).collect(),
            tasks: window
                .tasks
                .iter()
                .map(|task| registered_task(task, &window.targets, &mut strangers))
                .collect(),
            strangers,
        }
    }

    pub(super) fn get(&self, name: &str) -> Option<&Node> {
        get(&self.members, name)
    }

    /// What resources are named after.
    pub(super) fn name(&self) -> &str {
        self.get("Name").and_then(text).unwrap_or_default()
    }

    /// How a comment calls it.
    pub(super) fn title(&self) -> &str {
        self.title.as_deref().unwrap_or_default()
    }

    /// Whether it is to be disabled.
    pub(super) fn is_disabled(&self) -> bool {
        self.get("Enabled") == Some(&Node::Json(false.into()))
    }

    /// The members of the request that creates it.
    pub(super) fn creation(&self) -> Members {
        self.members.iter().filter(|(name, _)| *name != "Enabled").cloned().collect()
    }

    /// Whether a task of it takes bytes.
    pub(super) fn has_bytes(&self) -> bool {
        self.tasks.iter().flat_map(|task| &task.members).any(|(_, value)| value.has_bytes())
    }

    /// What describes the window.
    pub(super) fn definition(&self) -> impl Iterator<Item = (&'static str, &Node)> {
        let members = self.members.iter().map(|(name, value)| (*name, value));
        members.filter(|(name, _)| !NOT_DESCRIBED.contains(name))
    }

    /// A note about this window.
    pub(super) fn note(&self, code: Code, field: &'static str, message: &str) -> Diagnostic {
        let title = self.title.as_deref().map(|title| format!("{title}: ")).unwrap_or_default();
        Diagnostic::new(code, field, format!("{title}{message}"))
    }

    /// What a format that describes windows cannot say of it. `required` are the members that a
    /// description cannot do without.
    pub(super) fn notes(&self, format: &str, required: &[&str]) -> Vec<Diagnostic> {
        let mut notes = self.notes_on_tasks();
        let missing: Vec<&str> = required.iter().copied().filter(|name| self.get(name).is_none()).collect();
        let clears_the_rest = self.get("Replace") == Some(&Node::Json(true.into()));
        if self.is_change && !(clears_the_rest && missing.is_empty()) {
            let add = match missing.as_slice() {
                [] => "Add what".to_owned(),
                missing => format!("Add {} and what else", missing.join(", ")),
            };
            let message = format!("{format} describes whole windows, not changes.");
            let help = format!("{add} the window is to keep.");
            notes.push(self.note(Code::ExportWholeWindow, "", &message).help(help));
        }
        if self.get("ClientToken").is_some() {
            let message = format!("ClientToken is left out: {format} makes its own.");
            notes.push(self.note(Code::ExportNotNeeded, "ClientToken", &message));
        }
        notes
    }

    /// What is wrong with its tasks in any format.
    pub(super) fn notes_on_tasks(&self) -> Vec<Diagnostic> {
        let note = |id: &String| {
            let message = format!("a task names the target {}, which the window does not have.", shown(id));
            self.note(Code::ExportUnknownTarget, "Tasks", &message)
        };
        self.strangers.iter().map(note).collect()
    }

    /// That what is carried out makes another window beside one that exists.
    pub(super) fn note_on_another(&self, message: &str) -> Option<Diagnostic> {
        let id = shown(self.existing.as_deref()?);
        Some(self.note(Code::ExportAnother, "WindowId", &message.replace("{id}", &id)))
    }
}

impl Registered {
    /// What the resource is named after: its own name, or its window's and what it is.
    pub(super) fn name(&self, window: &str, kind: &str) -> String {
        match get(&self.members, "Name").and_then(text) {
            Some(name) => name.to_owned(),
            None => format!("{window} {kind}"),
        }
    }
}

fn get<'m>(members: &'m Members, name: &str) -> Option<&'m Node> {
    members.iter().find(|(member, _)| *member == name).map(|(_, value)| value)
}

fn text(node: &Node) -> Option<&str> {
    match node {
        Node::Json(Value::String(text)) => Some(text),
        _ => None,
    }
}

/// The members of a shape that are named, in this order.
fn in_order(shape: &impl Serialize, names: &[&'static str]) -> Members {
    let mut given = serde_json::to_value(shape).unwrap_or_default();
    let mut take = |name: &'static str| Some((name, Node::Json(given.get_mut(name)?.take())));
    names.iter().filter_map(|name| take(name)).collect()
}

fn registered_target(target: &WindowTarget) -> Registered {
    Registered { id: target.window_target_id.to_string(), members: in_order(target, &TARGET) }
}

fn registered_task(task: &WindowTask, targets: &[WindowTarget], strangers: &mut Vec<String>) -> Registered {
    let mut members = in_order(task, &TASK);
    members.retain(|(name, _)| *name != "Targets" || !task.targets.is_empty());
    for (name, value) in &mut members {
        match (*name, std::mem::replace(value, Node::Json(Value::Null))) {
            ("Targets", _) => *value = task_targets(&task.targets, targets, strangers),
            ("TaskInvocationParameters", Node::Json(parameters)) => *value = invocation(parameters),
            (_, other) => *value = other,
        }
    }
    Registered { id: task.window_task_id.to_string(), members }
}

/// The targets of a task, in which the window's own are not named by the ids that they have here: AWS
/// gives them others.
fn task_targets(of_task: &[Target], of_window: &[WindowTarget], strangers: &mut Vec<String>) -> Node {
    let mut value_of = |key: &str, value: &String| {
        if key != "WindowTargetIds" {
            return Node::Json(value.clone().into());
        }
        let index = of_window.iter().position(|target| target.window_target_id.as_str() == value);
        if index.is_none() {
            strangers.push(value.clone());
        }
        index.map_or_else(|| Node::Json(value.clone().into()), Node::TargetId)
    };
    let entry = |target: &Target| {
        let values = target.values.iter().map(|value| value_of(&target.key, value)).collect();
        Node::Object(vec![
            ("Key".to_owned(), Node::Json(target.key.clone().into())),
            ("Values".to_owned(), Node::List(values)),
        ])
    };
    Node::List(of_task.iter().map(entry).collect())
}

/// The parameters of a task, in which a function's payload is bytes.
fn invocation(parameters: Value) -> Node {
    let in_lambda = |(name, value): (String, Value)| match value {
        Value::String(text) if name == "Payload" => (name, Node::Bytes(text)),
        value => (name, Node::Json(value)),
    };
    let in_parameters = |(kind, value): (String, Value)| match value {
        Value::Object(members) if kind == "Lambda" => {
            (kind, Node::Object(members.into_iter().map(in_lambda).collect()))
        }
        value => (kind, Node::Json(value)),
    };
    match parameters {
        Value::Object(kinds) => Node::Object(kinds.into_iter().map(in_parameters).collect()),
        other => Node::Json(other),
    }
}

/// The notes as comments, each on its own lines, with a line end.
pub(super) fn comments(notes: &[Diagnostic]) -> String {
    let mut text = String::new();
    for note in notes {
        let mut line = String::from("#");
        let parts = [Some(note.message.as_str()), note.help.as_deref()].into_iter().flatten();
        for word in parts.flat_map(str::split_whitespace) {
            if line.chars().chain(word.chars()).count() >= WIDTH {
                text.push_str(&line);
                text.push('\n');
                line = String::from("#");
            }
            line.push(' ');
            line.push_str(word);
        }
        text.push_str(&line);
        text.push('\n');
    }
    text
}
