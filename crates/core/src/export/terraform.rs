//! Windows as a configuration of Terraform.
//!
//! Source: the documentation and the schemas of the provider hashicorp/aws, resources
//! `aws_ssm_maintenance_window…`.

use super::described::{Described, comments};
use super::hcl::{Block, expression, quoted};
use super::names::{Names, Spelling};
use super::node::Node;
use super::{Exported, words_joined};
use crate::characters::MARKS;
use crate::diagnostic::{Code, Diagnostic};

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
            let tags = (member == "Tags").then(|| self.tags(window, value));
            block.set(&words_joined(member, '_'), expression(tags.as_ref().unwrap_or(value)));
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
            if *member == "Description" && value.text().is_some_and(|text| text.chars().count() < 3) {
                let message = "Description of a target is left out: Terraform takes 3 characters or more.";
                self.notes.push(window.note(Code::ExportLeftOut, "Description", message));
            } else {
                self.set(window, &mut block, member, value);
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
                ("TaskInvocationParameters", kinds) => {
                    self.note_on_marks(window, "TaskInvocationParameters", kinds);
                    let mut parameters = Block::new("task_invocation_parameters");
                    for (kind, members) in kinds.members() {
                        let kind = format!("{}_parameters", words_joined(kind, '_'));
                        parameters.blocks.push(parameters_block(&kind, members));
                    }
                    block.blocks.push(parameters);
                }
                (member, value) => self.set(window, &mut block, member, &value.with_target_ids(targets)),
            }
        }
        self.blocks.push(block);
    }

    /// Sets a member of a target or a task; entries of `Targets` are blocks.
    fn set(&mut self, window: &Described, block: &mut Block, member: &'static str, value: &Node) {
        self.note_on_marks(window, member, value);
        if member == "Targets" {
            block.blocks.extend(value.items().iter().map(|entry| snake_block("targets", entry)));
        } else {
            block.set(&words_joined(member, '_'), expression(value));
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

    /// Tags as Terraform has them: a map in alphabetical order, with one value for a key.
    fn tags(&mut self, window: &Described, tags: &Node) -> Node {
        let mut by_key: Vec<(String, Node)> = Vec::new();
        for tag in tags.items() {
            let key = tag.get("Key").and_then(Node::text).unwrap_or_default();
            if let Err(place) = by_key.binary_search_by(|(other, _)| other.as_str().cmp(key)) {
                let value = tag.get("Value").cloned().unwrap_or(Node::Null);
                by_key.insert(place, (key.to_owned(), value));
            } else {
                let message = "a key of Tags that stands twice is written once, with its first value.";
                self.notes.push(window.note(Code::ExportLeftOut, "Tags", message));
            }
        }
        Node::Object(by_key)
    }

    /// Terraform keeps every text in Unicode's composed form (NFC), so one with combining marks may change.
    fn note_on_marks(&mut self, window: &Described, member: &'static str, value: &Node) {
        let has_mark = |text: &str| text.chars().any(|letter| MARKS.contains(letter));
        if value.any(&|node| node.text().is_some_and(has_mark)) {
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
    for (member, value) in parameters.members() {
        match member.as_str() {
            "Parameters" => {
                for (name, values) in value.members() {
                    let mut parameter = Block::new("parameter");
                    parameter.set("name", quoted(name));
                    parameter.set("values", expression(values));
                    block.blocks.push(parameter);
                }
            }
            "NotificationConfig" => block.blocks.push(snake_block("notification_config", value)),
            "CloudWatchOutputConfig" => block.blocks.push(snake_block("cloudwatch_config", value)),
            "OutputS3BucketName" => block.set("output_s3_bucket", expression(value)),
            _ => block.set(&words_joined(member, '_'), expression(value)),
        }
    }
    block
}

/// A block of which every member is an attribute.
fn snake_block(head: &str, members: &Node) -> Block {
    let mut block = Block::new(head);
    for (member, value) in members.members() {
        let name = words_joined(member, '_');
        match name.strip_prefix("cloud_watch") {
            Some(rest) => block.set(&format!("cloudwatch{rest}"), expression(value)),
            None => block.set(&name, expression(value)),
        }
    }
    block
}
