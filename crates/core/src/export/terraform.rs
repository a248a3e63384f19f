//! A window as a configuration of Terraform.
//!
//! Source: the documentation of the provider hashicorp/aws, resources `aws_ssm_maintenance_window…`.

use super::hcl::{Block, expression, object, quoted};
use super::names::{Names, Spelling};
use super::template::{Described, comments};
use super::{Exported, words_joined};
use crate::diagnostic::{Code, Diagnostic};
use serde_json::Value;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};

const FORMAT: &str = "Terraform";

/// What the provider requires.
const REQUIRED: [&str; 4] = ["Name", "Schedule", "Duration", "Cutoff"];

/// A configuration with a resource for each window.
pub(super) fn configuration(windows: &[Described]) -> Exported {
    let mut names = Names::new(Spelling::Underscored);
    let mut notes = Vec::new();
    let mut blocks = Vec::new();
    for window in windows {
        notes.extend(window.notes(FORMAT, &REQUIRED));
        let name = names.give(window.text("Name").unwrap_or_default(), "maintenance_window");
        if let Some(id) = window.changed() {
            blocks.push(import(&name, id));
        }
        let mut block = Block::new(format!("resource \"aws_ssm_maintenance_window\" \"{name}\""));
        for (member, value) in window.definition().chain(window.get("Enabled").map(|flag| ("Enabled", flag)))
        {
            notes.extend(composed(member, value));
            let text = if member == "Tags" { tags(value, &mut notes) } else { expression(value) };
            block.set(words_joined(member, '_'), text);
        }
        blocks.push(block);
    }
    let mut text = comments(&notes);
    for (index, block) in blocks.iter().enumerate() {
        if index > 0 || !text.is_empty() {
            text.push('\n');
        }
        block.write(&mut text);
    }
    Exported { text, notes }
}

/// Adopts a window that exists. Terraform has such blocks since 1.5.
fn import(name: &str, id: &str) -> Block {
    let mut block = Block::new("import");
    block.set("to", format!("aws_ssm_maintenance_window.{name}"));
    block.set("id", quoted(id));
    block
}

/// Tags as Terraform has them: a map, with one value for a key.
fn tags(tags: &Value, notes: &mut Vec<Diagnostic>) -> String {
    let text = |tag: &Value, name| tag.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let mut by_key = BTreeMap::new();
    for tag in tags.as_array().into_iter().flatten() {
        if let Entry::Vacant(entry) = by_key.entry(text(tag, "Key")) {
            entry.insert(quoted(&text(tag, "Value")));
        } else {
            let message = "Tags: a key that stands twice is written once, with its first value.";
            notes.push(Diagnostic::new(Code::ExportLeftOut, "Tags", message));
        }
    }
    object(by_key.iter().map(|(key, value)| (key.as_str(), value.clone())))
}

/// Terraform keeps every text in Unicode's composed form (NFC), so one with combining marks may change.
fn composed(member: &'static str, value: &Value) -> Option<Diagnostic> {
    has_mark(value).then(|| {
        let message = format!("{member} has combining marks: Terraform composes them (Unicode's form NFC).");
        Diagnostic::new(Code::ExportComposed, member, message)
    })
}

fn has_mark(value: &Value) -> bool {
    let is_mark = |letter: char| letter.general_category_group() == GeneralCategoryGroup::Mark;
    match value {
        Value::String(text) => text.chars().any(is_mark),
        Value::Array(items) => items.iter().any(has_mark),
        Value::Object(members) => {
            members.iter().any(|(key, value)| key.chars().any(is_mark) || has_mark(value))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}
