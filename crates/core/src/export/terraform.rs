//! Windows as a configuration of Terraform.
//!
//! Source: the documentation and the schemas of the provider hashicorp/aws, resources
//! `aws_ssm_maintenance_window…`.

use super::described::{Described, comments};
use super::hcl::{Block, expression, object, quoted};
use super::names::{Names, Spelling};
use super::node::Node;
use super::{Exported, words_joined};
use crate::characters::MARKS;
use crate::diagnostic::{Code, Diagnostic};
use serde_json::Value;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

const FORMAT: &str = "Terraform";

/// What the provider requires.
const REQUIRED: [&str; 4] = ["Name", "Schedule", "Duration", "Cutoff"];

/// The resource types of windows, targets and tasks.
const WINDOW: &str = "aws_ssm_maintenance_window";
const TARGET: &str = "aws_ssm_maintenance_window_target";
const TASK: &str = "aws_ssm_maintenance_window_task";

/// A configuration with a resource for each window, target and task. What AWS has already begins with
/// an `import` block, which adopts it; Terraform has these since 1.5.
pub(super) fn configuration(windows: &[Described]) -> Exported {
    let new_names = || Names::new(Spelling::Underscored);
    let (mut of_windows, mut of_targets, mut of_tasks) = (new_names(), new_names(), new_names());
    let mut configuration = Configuration::default();
    for window in windows {
        let name = of_windows.give(window.name(), "maintenance_window");
        configuration.add_window(window, &name);
        let mut targets = Vec::new();
        for target in &window.targets {
            let label = of_targets.give(&target.name(window.name(), "target"), "target");
            configuration.add_target(window, &name, &target.members, (&label, &target.id));
            targets.push(format!("{TARGET}.{label}.id"));
        }
        for task in &window.tasks {
            let label = of_tasks.give(&task.name(window.name(), "task"), "task");
            configuration.add_task(window, &name, &task.members, (&label, &task.id), &targets);
        }
    }
    configuration.written()
}

#[derive(Default)]
struct Configuration {
    blocks: Vec<Block>,
    notes: Vec<Diagnostic>,
}

impl Configuration {
    fn add_window(&mut self, window: &Described, name: &str) {
        self.notes.extend(window.notes(FORMAT, &REQUIRED));
        self.import(window, WINDOW, name, "");
        let mut block = Block::new(format!("resource \"{WINDOW}\" \"{name}\""));
        for (member, value) in window.definition().chain(window.get("Enabled").map(|flag| ("Enabled", flag)))
        {
            self.note_on_marks(window, member, value);
            let text = match (member, value) {
                ("Tags", Node::Json(value)) => self.tags(window, value),
                _ => expression_of(value, &[]),
            };
            block.set(words_joined(member, '_'), text);
        }
        self.blocks.push(block);
    }

    fn add_target(
        &mut self,
        window: &Described,
        window_name: &str,
        members: &[(&'static str, Node)],
        (name, id): (&str, &str),
    ) {
        self.import(window, TARGET, name, id);
        let mut block = Block::new(format!("resource \"{TARGET}\" \"{name}\""));
        block.set("window_id", format!("{WINDOW}.{window_name}.id"));
        for (member, value) in members {
            match value {
                Node::Json(Value::String(text)) if *member == "Description" && text.chars().count() < 3 => {
                    let message =
                        "Description of a target is left out: Terraform takes 3 characters or more.";
                    self.notes.push(window.note(Code::ExportLeftOut, "Description", message));
                }
                _ => self.set(window, &mut block, member, value, &[]),
            }
        }
        self.blocks.push(block);
    }

    fn add_task(
        &mut self,
        window: &Described,
        window_name: &str,
        members: &[(&'static str, Node)],
        (name, id): (&str, &str),
        targets: &[String],
    ) {
        self.import(window, TASK, name, id);
        let mut block = Block::new(format!("resource \"{TASK}\" \"{name}\""));
        block.set("window_id", format!("{WINDOW}.{window_name}.id"));
        for (member, value) in members {
            match (*member, value) {
                (left_out @ ("TaskParameters" | "LoggingInfo" | "AlarmConfiguration"), _) => {
                    let message = format!("{left_out} of a task is left out: Terraform has none.");
                    self.notes.push(window.note(Code::ExportLeftOut, left_out, &message));
                }
                ("TaskInvocationParameters", Node::Object(kinds)) => {
                    self.note_on_marks(window, "TaskInvocationParameters", value);
                    let mut parameters = Block::new("task_invocation_parameters");
                    for (kind, members) in kinds {
                        let kind = format!("{}_parameters", words_joined(kind, '_'));
                        parameters.blocks.push(parameters_block(&kind, members));
                    }
                    block.blocks.push(parameters);
                }
                (member, value) => self.set(window, &mut block, member, value, targets),
            }
        }
        self.blocks.push(block);
    }

    /// Sets a member of a target or a task; entries of `Targets` are blocks.
    fn set(
        &mut self,
        window: &Described,
        block: &mut Block,
        member: &'static str,
        value: &Node,
        targets: &[String],
    ) {
        self.note_on_marks(window, member, value);
        let entries = match (member, value) {
            ("Targets", Node::List(entries)) => entries.clone(),
            ("Targets", Node::Json(Value::Array(entries))) => {
                entries.iter().cloned().map(Node::Json).collect()
            }
            _ => return block.set(words_joined(member, '_'), expression_of(value, targets)),
        };
        for entry in &entries {
            block.blocks.push(snake_block("targets", entry, targets));
        }
    }

    /// Adopts what AWS has already. A target's or a task's own id follows its window's.
    fn import(&mut self, window: &Described, kind: &str, name: &str, id: &str) {
        if let Some(window_id) = &window.existing {
            let id = if id.is_empty() { window_id.clone() } else { format!("{window_id}/{id}") };
            let mut block = Block::new("import");
            block.set("to", format!("{kind}.{name}"));
            block.set("id", quoted(&id));
            self.blocks.push(block);
        }
    }

    /// Tags as Terraform has them: a map, with one value for a key.
    fn tags(&mut self, window: &Described, tags: &Value) -> String {
        let text = |tag: &Value, name| tag.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        let mut by_key = BTreeMap::new();
        for tag in tags.as_array().into_iter().flatten() {
            if let Entry::Vacant(entry) = by_key.entry(text(tag, "Key")) {
                entry.insert(quoted(&text(tag, "Value")));
            } else {
                let message = "a key of Tags that stands twice is written once, with its first value.";
                self.notes.push(window.note(Code::ExportLeftOut, "Tags", message));
            }
        }
        object(by_key.iter().map(|(key, value)| (key.as_str(), value.clone())))
    }

    /// Terraform keeps every text in Unicode's composed form (NFC), so one with combining marks may change.
    fn note_on_marks(&mut self, window: &Described, member: &'static str, value: &Node) {
        if value.any_text(&|text| text.chars().any(|letter| MARKS.contains(letter))) {
            let message =
                format!("{member} has combining marks: Terraform composes them (Unicode's form NFC).");
            self.notes.push(window.note(Code::ExportComposed, member, &message));
        }
    }

    fn written(self) -> Exported {
        let mut text = comments(&self.notes);
        for (index, block) in self.blocks.iter().enumerate() {
            if index > 0 || !text.is_empty() {
                text.push('\n');
            }
            block.write(&mut text);
        }
        Exported { text, notes: self.notes }
    }
}

/// The parameters of a kind of task, as the provider names them.
fn parameters_block(kind: &str, parameters: &Node) -> Block {
    let mut block = Block::new(kind);
    for (member, value) in members_of(parameters) {
        match member.as_str() {
            "Parameters" => {
                for (name, values) in members_of(&value) {
                    let mut parameter = Block::new("parameter");
                    parameter.set("name", quoted(&name));
                    parameter.set("values", expression_of(&values, &[]));
                    block.blocks.push(parameter);
                }
            }
            "NotificationConfig" => block.blocks.push(snake_block("notification_config", &value, &[])),
            "CloudWatchOutputConfig" => block.blocks.push(snake_block("cloudwatch_config", &value, &[])),
            "OutputS3BucketName" => block.set("output_s3_bucket", expression_of(&value, &[])),
            _ => block.set(words_joined(&member, '_'), expression_of(&value, &[])),
        }
    }
    block
}

/// A block of which every member is an attribute.
fn snake_block(head: &str, node: &Node, targets: &[String]) -> Block {
    let mut block = Block::new(head);
    for (member, value) in members_of(node) {
        let name = words_joined(&member, '_').replace("cloud_watch", "cloudwatch");
        block.set(name, expression_of(&value, targets));
    }
    block
}

fn members_of(node: &Node) -> Vec<(String, Node)> {
    match node {
        Node::Object(members) => members.clone(),
        Node::Json(Value::Object(members)) => {
            members.iter().map(|(key, value)| (key.clone(), Node::Json(value.clone()))).collect()
        }
        _ => Vec::new(),
    }
}

fn expression_of(node: &Node, targets: &[String]) -> String {
    match node {
        Node::Json(value) => expression(value),
        Node::TargetId(index) => targets.get(*index).cloned().unwrap_or_else(|| "null".to_owned()),
        // Terraform takes the bytes as text, and encodes them itself.
        Node::Bytes(text) => format!("base64decode({})", quoted(text)),
        Node::List(items) => {
            let items: Vec<String> = items.iter().map(|item| expression_of(item, targets)).collect();
            format!("[{}]", items.join(", "))
        }
        Node::Object(members) => {
            object(members.iter().map(|(key, value)| (key.as_str(), expression_of(value, targets))))
        }
    }
}
