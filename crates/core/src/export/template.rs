//! What CloudFormation's templates and Terraform's configurations have in common: they describe whole
//! windows, and say in comments what they cannot describe.

use super::members;
use crate::diagnostic::{Code, Diagnostic};
use crate::window::Request;
use serde_json::Value;

/// The width of a comment.
const WIDTH: usize = 100;

/// Members of requests that are no part of a window's description.
const NOT_DESCRIBED: [&str; 4] = ["ClientToken", "Enabled", "Replace", "WindowId"];

/// A window to be described.
pub(super) struct Described {
    /// The members of the request that makes or changes it, in AWS's order.
    members: Vec<(&'static str, Value)>,
    is_change: bool,
}

impl Described {
    pub(super) fn new<R: Request>(request: &R) -> Self {
        Self { members: members(request), is_change: R::OPERATION == "UpdateMaintenanceWindow" }
    }

    pub(super) fn get(&self, name: &str) -> Option<&Value> {
        self.members.iter().find(|(member, _)| *member == name).map(|(_, value)| value)
    }

    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.get(name).and_then(Value::as_str)
    }

    /// What describes the window, in AWS's order.
    pub(super) fn definition(&self) -> impl Iterator<Item = (&'static str, &Value)> {
        let members = self.members.iter().map(|(name, value)| (*name, value));
        members.filter(|(name, _)| !NOT_DESCRIBED.contains(name))
    }

    /// The id of the window that is changed.
    pub(super) fn changed(&self) -> Option<&str> {
        self.text("WindowId").filter(|_| self.is_change)
    }

    /// What neither format can say of it. `required` are the members that a description cannot do without.
    pub(super) fn notes(&self, format: &str, required: &[&str]) -> Vec<Diagnostic> {
        let mut notes = Vec::new();
        let missing: Vec<&str> = required.iter().copied().filter(|name| self.get(name).is_none()).collect();
        let clears_the_rest = self.get("Replace") == Some(&Value::Bool(true));
        if self.is_change && !(clears_the_rest && missing.is_empty()) {
            let add = match missing.as_slice() {
                [] => "Add what".to_owned(),
                missing => format!("Add {} and what else", missing.join(", ")),
            };
            let message = format!("{format} describes whole windows, not changes.");
            let help = format!("{add} the window is to keep.");
            notes.push(Diagnostic::new(Code::ExportWholeWindow, "", message).help(help));
        }
        if self.get("ClientToken").is_some() {
            let message = format!("ClientToken is left out: {format} makes its own.");
            notes.push(Diagnostic::new(Code::ExportNotNeeded, "ClientToken", message));
        }
        notes
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
