//! A window to be written, with what is registered with it, for all formats alike.

use super::node::Node;
use super::{in_order, members, shown};
use crate::diagnostic::{Code, Diagnostic};
use crate::plan::{Target, Window, WindowTarget, WindowTask};
use crate::record::{self, WriteRecord};
use crate::window::Request;

/// The width of a comment.
const WIDTH: usize = 100;

/// Members of requests that are no part of a window's description.
const NOT_DESCRIBED: [&str; 4] = ["ClientToken", "Enabled", "Replace", "WindowId"];

/// What `CreateMaintenanceWindow` requires.
const REQUIRED: [&str; 5] = ["Name", "Schedule", "Duration", "Cutoff", "AllowUnassociatedTargets"];

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
    pub(super) fn of_request<R: Request + WriteRecord>(request: &R) -> Self {
        let members = members(request);
        let is_change = R::OPERATION == "UpdateMaintenanceWindow";
        let existing =
            get(&members, "WindowId").filter(|_| is_change).and_then(Node::text).map(str::to_owned);
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
            members.push(("Enabled", Node::Flag(false)));
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
        self.get("Name").and_then(Node::text).unwrap_or_default()
    }

    /// How a comment calls it.
    pub(super) fn title(&self) -> &str {
        self.title.as_deref().unwrap_or_default()
    }

    /// Whether it is to be disabled.
    pub(super) fn is_disabled(&self) -> bool {
        self.get("Enabled") == Some(&Node::Flag(false))
    }

    /// The members of the request that creates it.
    pub(super) fn creation(&self) -> Members {
        self.members.iter().filter(|(name, _)| *name != "Enabled").cloned().collect()
    }

    /// Whether a task of it takes bytes.
    pub(super) fn has_bytes(&self) -> bool {
        let is_bytes = |node: &Node| matches!(node, Node::Bytes(_));
        self.tasks.iter().flat_map(|task| &task.members).any(|(_, value)| value.any(&is_bytes))
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
        let mut notes = self.notes_on_plan();
        let missing: Vec<&str> = required.iter().copied().filter(|name| self.get(name).is_none()).collect();
        let clears_the_rest = self.get("Replace") == Some(&Node::Flag(true));
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

    /// What a window of a plan lacks in any format.
    pub(super) fn notes_on_plan(&self) -> Vec<Diagnostic> {
        let lacks = |name: &&&'static str| self.title.is_some() && self.get(name).is_none();
        let missing = REQUIRED.iter().filter(lacks).map(|name| {
            let message = format!("{name} is missing: AWS requires it.");
            let help = "describe-maintenance-windows leaves members out; get-maintenance-window tells all.";
            self.note(Code::ExportMissing, name, &message).help(help)
        });
        let strangers = self.strangers.iter().map(|id| {
            let message = format!("a task names the target {}, which the window does not have.", shown(id));
            self.note(Code::ExportUnknownTarget, "Tasks", &message)
        });
        missing.chain(strangers).collect()
    }

    /// That what is carried out makes another window beside one that exists.
    pub(super) fn note_on_another(&self, message: impl Fn(&str) -> String) -> Option<Diagnostic> {
        let id = shown(self.existing.as_deref()?);
        Some(self.note(Code::ExportAnother, "WindowId", &message(&id)))
    }
}

impl Registered {
    /// What the resource is named after: its own name, or its window's and what it is.
    pub(super) fn name(&self, window: &str, kind: &str) -> String {
        match get(&self.members, "Name").and_then(Node::text) {
            Some(name) => name.to_owned(),
            None => format!("{window} {kind}"),
        }
    }
}

fn get<'m>(members: &'m Members, name: &str) -> Option<&'m Node> {
    members.iter().find(|(member, _)| *member == name).map(|(_, value)| value)
}

fn registered_target(target: &WindowTarget) -> Registered {
    let value = record::to_value(target);
    Registered { id: target.window_target_id.to_string(), members: in_order(value, &mut TARGET.into_iter()) }
}

fn registered_task(task: &WindowTask, targets: &[WindowTarget], strangers: &mut Vec<String>) -> Registered {
    let value = record::to_value(task);
    let mut members = in_order(value, &mut TASK.into_iter());
    members.retain(|(name, _)| *name != "Targets" || !task.targets.is_empty());
    for (name, value) in &mut members {
        match *name {
            "Targets" => *value = task_targets(&task.targets, targets, strangers),
            "TaskInvocationParameters" => mark_payload(value),
            _ => {}
        }
    }
    Registered { id: task.window_task_id.to_string(), members }
}

/// The targets of a task, in which the window's own are not named by the ids that they have here: AWS
/// gives them others.
fn task_targets(of_task: &[Target], of_window: &[WindowTarget], strangers: &mut Vec<String>) -> Node {
    let mut value_of = |key: &str, value: &String| {
        if key != "WindowTargetIds" {
            return Node::Text(value.clone());
        }
        let index = of_window.iter().position(|target| target.window_target_id.as_str() == value);
        if index.is_none() {
            strangers.push(value.clone());
        }
        index.map_or_else(|| Node::Text(value.clone()), Node::TargetId)
    };
    let entry = |target: &Target| {
        let values = target.values.iter().map(|value| value_of(&target.key, value)).collect();
        Node::Object(vec![
            ("Key".to_owned(), Node::Text(target.key.clone())),
            ("Values".to_owned(), Node::List(values)),
        ])
    };
    Node::List(of_task.iter().map(entry).collect())
}

/// Makes bytes of a function's payload.
fn mark_payload(parameters: &mut Node) {
    let Node::Object(kinds) = parameters else { return };
    let in_lambda = kinds.iter_mut().filter(|(kind, _)| kind == "Lambda").map(|(_, members)| members);
    for members in in_lambda {
        let Node::Object(members) = members else { continue };
        for (name, value) in members {
            if let ("Payload", Node::Text(payload)) = (name.as_str(), &mut *value) {
                *value = Node::Bytes(std::mem::take(payload));
            }
        }
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
