//! Requests, and the windows of a plan, as a Python program.

use super::described::{Described, Members, comments};
use super::node::Node;
use super::{Exported, is_visible, words_joined};
use crate::json::number_text;
use std::fmt::Write;

/// The most characters of a line that has several values.
const WIDTH: usize = 96;

/// Makes one request, and prints a member of its answer.
pub(super) fn program(operation: &str, members: &Members, answer: &str) -> String {
    let call = call(operation, &[], members, &[]);
    format!("{}response = {call}\nprint(response[\"{answer}\"])\n", beginning(false))
}

/// Creates the windows of a plan, and registers their targets and tasks.
pub(super) fn plan_program(windows: &[Described]) -> Exported {
    let mut notes = Vec::new();
    let mut body = String::new();
    for (index, window) in windows.iter().enumerate() {
        notes.extend(window.notes_on_plan());
        notes.extend(window.note_on_another(|id| format!("another window is created beside {id}.")));
        let number = index.saturating_add(1);
        let id = format!("window_{number}");
        let of_window = [("WindowId", id.clone())];
        let targets: Vec<String> =
            (1..=window.targets.len()).map(|target| format!("target_{number}_{target}")).collect();
        let definition = window.creation();
        let create = call("CreateMaintenanceWindow", &[], &definition, &[]);
        // Writing to a String does not fail.
        let _ = write!(body, "\n# {}\n{id} = {create}[\"WindowId\"]\nprint({id})\n", window.title());
        if window.is_disabled() {
            let disable = vec![("Enabled", Node::Flag(false))];
            let _ = writeln!(body, "{}", call("UpdateMaintenanceWindow", &of_window, &disable, &[]));
        }
        for (target, name) in window.targets.iter().zip(&targets) {
            let register = call("RegisterTargetWithMaintenanceWindow", &of_window, &target.members, &[]);
            let _ = writeln!(body, "{name} = {register}[\"WindowTargetId\"]");
        }
        for task in &window.tasks {
            let register = call("RegisterTaskWithMaintenanceWindow", &of_window, &task.members, &targets);
            let _ = writeln!(body, "{register}");
        }
    }
    let has_bytes = windows.iter().any(Described::has_bytes);
    Exported { text: format!("{}{}{body}", comments(&notes), beginning(has_bytes)), notes }
}

fn beginning(has_bytes: bool) -> String {
    let base64 = if has_bytes { "import base64\n\n" } else { "" };
    format!("{base64}import boto3\n\nssm = boto3.client(\"ssm\")\n")
}

/// A call of a method, without a line end. `variables` are members whose values are variables, `targets`
/// those that hold the ids of the window's targets.
fn call(operation: &str, variables: &[(&str, String)], members: &Members, targets: &[String]) -> String {
    let mut text = format!("ssm.{}(\n", words_joined(operation, '_'));
    // Writing to a String does not fail.
    for (name, variable) in variables {
        let _ = writeln!(text, "    {name}={variable},");
    }
    for (name, value) in members {
        let _ = writeln!(text, "    {name}={},", literal(&value.with_target_ids(targets), 4));
    }
    text.push(')');
    text
}

/// A Python expression of a value, in lines of its own where it is long. `indent` is that of the line it
/// stands in.
fn literal(node: &Node, indent: usize) -> String {
    let inner = indent.saturating_add(4);
    match node {
        Node::Null | Node::TargetId(_) => "None".to_owned(),
        Node::Flag(true) => "True".to_owned(),
        Node::Flag(false) => "False".to_owned(),
        Node::Number(number) => number_text(number),
        Node::Text(text) => string_literal(text),
        Node::Bytes(text) => format!("base64.b64decode({})", string_literal(text)),
        Node::Verbatim(text) => text.clone(),
        Node::List(items) => {
            let items: Vec<String> = items.iter().map(|item| literal(item, inner)).collect();
            bracketed(["[", "]"], &items, indent)
        }
        Node::Object(members) => {
            let member =
                |(key, value): &(String, Node)| format!("{}: {}", string_literal(key), literal(value, inner));
            bracketed(["{", "}"], &members.iter().map(member).collect::<Vec<_>>(), indent)
        }
    }
}

fn bracketed([open, close]: [&str; 2], items: &[String], indent: usize) -> String {
    let length: usize = items.iter().map(|item| item.chars().count().saturating_add(2)).sum();
    if length.saturating_add(indent) <= WIDTH && !items.iter().any(|item| item.as_bytes().contains(&b'\n')) {
        return format!("{open}{}{close}", items.join(", "));
    }
    let margin = " ".repeat(indent);
    let lines: Vec<String> = items.iter().map(|item| format!("{margin}    {item},\n")).collect();
    format!("{open}\n{}{margin}{close}", lines.concat())
}

fn string_literal(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        let _ = match letter {
            '"' | '\\' => write!(quoted, "\\{letter}"),
            '\n' => write!(quoted, "\\n"),
            _ if is_visible(letter) => write!(quoted, "{letter}"),
            _ => write!(quoted, "\\U{:08x}", u32::from(letter)),
        };
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_string_cannot_end_its_literal() {
        assert_eq!(string_literal("\"); import os #"), r#""\"); import os #""#);
        assert_eq!(string_literal("a\\\nb\u{2028}\0"), r#""a\\\nb\U00002028\U00000000""#);
    }
}
