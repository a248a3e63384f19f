//! Windows as a template of CloudFormation.
//!
//! Source: the schemas of the resource types `AWS::SSM::MaintenanceWindow…` in CloudFormation's registry.

use super::Exported;
use super::described::{Described, comments};
use super::names::{Names, Spelling};
use super::node::Node;
use super::yaml::document;
use crate::diagnostic::{Code, Diagnostic};

const FORMAT: &str = "CloudFormation";

/// What the schema requires.
const REQUIRED: [&str; 5] = ["Name", "Schedule", "Duration", "Cutoff", "AllowUnassociatedTargets"];

/// Members of a task's members that the schema names otherwise than the API.
const RENAMED: [(&str, &str); 7] = [
    ("RunCommand", "MaintenanceWindowRunCommandParameters"),
    ("Automation", "MaintenanceWindowAutomationParameters"),
    ("StepFunctions", "MaintenanceWindowStepFunctionsParameters"),
    ("Lambda", "MaintenanceWindowLambdaParameters"),
    ("S3BucketName", "S3Bucket"),
    ("S3KeyPrefix", "S3Prefix"),
    ("S3Region", "Region"),
];

/// A template with a resource for each window, target and task.
pub(super) fn template(windows: &[Described]) -> Exported {
    let mut names = Names::new(Spelling::Joined);
    let mut template = Template::default();
    for window in windows {
        let id = names.give(window.name(), "MaintenanceWindow");
        let targets: Vec<String> = window
            .targets
            .iter()
            .map(|target| names.give(&target.name(window.name(), "Target"), "Target"))
            .collect();
        template.add_window(window, &id);
        for (target, name) in window.targets.iter().zip(&targets) {
            let kind = "AWS::SSM::MaintenanceWindowTarget";
            template.add_registered(window, &target.members, kind, name, (&id, &targets));
        }
        for task in &window.tasks {
            let name = names.give(&task.name(window.name(), "Task"), "Task");
            let kind = "AWS::SSM::MaintenanceWindowTask";
            template.add_registered(window, &task.members, kind, &name, (&id, &targets));
        }
    }
    template.written()
}

#[derive(Default)]
struct Template {
    resources: Vec<(String, Node)>,
    notes: Vec<Diagnostic>,
}

impl Template {
    fn add_window(&mut self, window: &Described, id: &str) {
        self.notes.extend(window.notes(FORMAT, &REQUIRED));
        self.notes.extend(not_enabled(window));
        self.notes.extend(window.note_on_another(|id| {
            format!(
                "CloudFormation creates another window beside {id}, unless that one is imported into the stack."
            )
        }));
        let properties = window
            .definition()
            .filter_map(|(name, value)| self.property(window, name, value.clone()))
            .collect();
        self.add(id, "AWS::SSM::MaintenanceWindow", properties);
    }

    /// Adds a target or a task of the window; `ids` are the logical ids of that window and its targets.
    fn add_registered(
        &mut self,
        window: &Described,
        members: &[(&'static str, Node)],
        kind: &str,
        id: &str,
        ids: (&str, &[String]),
    ) {
        let (window_id, targets) = ids;
        let targets: Vec<String> = targets.iter().map(|id| reference(id)).collect();
        let mut properties = vec![("WindowId".to_owned(), Node::Verbatim(reference(window_id)))];
        for (name, value) in members {
            let value = value.with_target_ids(&targets);
            let value = match (*name, value) {
                ("AlarmConfiguration", _) => {
                    let message = "AlarmConfiguration of a task is left out: CloudFormation has none.";
                    self.notes.push(window.note(Code::ExportLeftOut, "AlarmConfiguration", message));
                    continue;
                }
                ("TaskInvocationParameters" | "LoggingInfo", Node::Object(members)) => {
                    Node::Object(renamed(members))
                }
                (_, value) => value,
            };
            properties.extend(self.property(window, name, value));
        }
        self.add(id, kind, properties);
    }

    /// A property, unless CloudFormation would not take it as it is written.
    fn property(&mut self, window: &Described, name: &'static str, value: Node) -> Option<(String, Node)> {
        if is_literal(&value) {
            return Some((name.to_owned(), value));
        }
        let message = format!(
            "{name} is left out: CloudFormation would replace the {{{{resolve:…}}}}, Ref or Fn:: in it, and has no way to write it literally."
        );
        let note = window.note(Code::ExportLeftOut, name, &message);
        self.notes.push(note.help("Set it by the API afterwards, or write another text."));
        None
    }

    fn add(&mut self, id: &str, kind: &str, properties: Vec<(String, Node)>) {
        let resource = vec![
            ("Type".to_owned(), Node::Verbatim(kind.to_owned())),
            ("Properties".to_owned(), Node::Object(properties)),
        ];
        self.resources.push((id.to_owned(), Node::Object(resource)));
    }

    fn written(self) -> Exported {
        let root = vec![
            ("AWSTemplateFormatVersion".to_owned(), Node::Text("2010-09-09".to_owned())),
            ("Resources".to_owned(), Node::Object(self.resources)),
        ];
        Exported { text: format!("{}{}", comments(&self.notes), document(&root)), notes: self.notes }
    }
}

/// That the resource type has no `Enabled`.
fn not_enabled(window: &Described) -> Option<Diagnostic> {
    window.get("Enabled")?;
    let option = if window.is_disabled() { "--no-enabled" } else { "--enabled" };
    let note = window.note(
        Code::ExportLeftOut,
        "Enabled",
        "Enabled is left out: CloudFormation cannot enable or disable a window, and creates it enabled.",
    );
    Some(note.help(format!("Afterwards run: aws ssm update-maintenance-window --window-id … {option}")))
}

fn reference(id: &str) -> String {
    format!("!Ref {id}")
}

fn renamed(members: Vec<(String, Node)>) -> Vec<(String, Node)> {
    let new_name = |name: String| match RENAMED.iter().find(|(old, _)| *old == name) {
        Some((_, new)) => (*new).to_owned(),
        None => name,
    };
    members.into_iter().map(|(name, value)| (new_name(name), value)).collect()
}

/// Whether CloudFormation takes a value as it is written. It replaces dynamic references,
/// `{{resolve:…}}`, in any text, whatever the text is joined of, and takes an object with a function's
/// name for its call; neither can be escaped.
fn is_literal(value: &Node) -> bool {
    let is_called = |name: &str| name == "Ref" || name.starts_with("Fn::");
    let begins_reference = |text: &str| text.starts_with("{{resolve:");
    let has_reference =
        |text: &str| text.char_indices().any(|(at, _)| text.get(at..).is_some_and(begins_reference));
    !value.any(&|node| {
        node.text().is_some_and(has_reference) || node.members().iter().any(|(name, _)| is_called(name))
    })
}
