//! A text → the objects in it, each with its place and what it is taken for.

use super::document::{Fault, after_blanks, end_of_value, fault};
use super::text::{Member, Node};
use super::twice::told_twice;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::pace::{Pace, at_once};
use crate::plan::Plan;
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

/// The most bytes of a text: the windows of many accounts.
pub const GREATEST_SIZE: usize = 64 << 20;

/// The most objects and remarks of a text: more than an account has of windows and their executions.
const GREATEST_COUNT: usize = 100_000;

/// How deep lists may lie in lists: pages of pages.
const GREATEST_DEPTH: usize = 3;

/// The lists that answers about windows hold, and what is in them. Source: the service model.
const LISTS: [(&str, Kind); 5] = [
    ("WindowIdentities", Kind::Window),
    ("Targets", Kind::Target),
    ("Tasks", Kind::Task),
    ("WindowExecutions", Kind::Execution),
    ("ScheduledWindowExecutions", Kind::Scheduled),
];

/// What an object is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A request to create a window.
    Create,
    /// A request to update one.
    Update,
    /// A window as AWS tells it.
    Window,
    /// A target of a window, as AWS tells it or as a request registers it.
    Target,
    /// A task of a window, likewise.
    Task,
    /// An execution that has begun.
    Execution,
    /// An execution to come.
    Scheduled,
    /// A plan.
    Plan,
}

impl Kind {
    /// The word for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Update => "update",
            Self::Window => "window",
            Self::Target => "target",
            Self::Task => "task",
            Self::Execution => "execution",
            Self::Scheduled => "scheduled",
            Self::Plan => "plan",
        }
    }

    /// What an object that stands alone is. A window that is not in a list of windows is known by what
    /// only answers have, or by being whole: an update says what changes.
    fn of(members: &Members<'_>) -> Self {
        let has = |name: &str| members.contains_key(name);
        let has_all = |names: &[&str]| names.iter().all(|name| has(name));
        let has_any = |names: &[&str]| names.iter().any(|name| has(name));
        match () {
            () if has("WindowExecutionId") => Self::Execution,
            () if has("ExecutionTime") => Self::Scheduled,
            () if has("WindowTargetId") || has_all(&["ResourceType", "Targets"]) => Self::Target,
            () if has_any(&["WindowTaskId", "TaskArn"]) => Self::Task,
            () if has_any(&["NextExecutionTime", "CreatedDate", "ModifiedDate"]) => Self::Window,
            () if has_all(&["WindowId", "Name", "Schedule", "Duration", "Cutoff", "Enabled"])
                && !has("Replace") =>
            {
                Self::Window
            }
            () if has("WindowId") => Self::Update,
            () => Self::Create,
        }
    }
}

/// The objects of a text.
#[derive(Clone, Debug, Default)]
pub struct Items<'t> {
    /// In their order.
    pub items: Vec<Item<'t>>,
    /// What is to be said of the text itself.
    pub remarks: Vec<Remark>,
}

/// A finding about a text, outside of any object that can be read.
#[derive(Clone, Debug)]
pub struct Remark {
    /// The finding; its field is the place from the root of the text on.
    pub finding: Diagnostic,
    /// Where in the text.
    pub bytes: Range<usize>,
}

/// An object in a text.
#[derive(Clone, Debug)]
pub struct Item<'t> {
    /// What it is taken for.
    pub kind: Kind,
    /// Its place from the root of the text on: `WindowIdentities[3]`; empty for the root.
    pub path: String,
    pub(super) node: Node<'t>,
    pub(super) members: Members<'t>,
}

pub(super) type Members<'t> = BTreeMap<Cow<'t, str>, (Member<'t>, Node<'t>)>;

/// Finds the objects of a text: an object, a list of them, answers of AWS with their lists, several of
/// these one after the other.
///
/// Where the text is not JSON, what stands before that place is found all the same.
///
/// ```
/// use window_planner_core::import::{Kind, items};
///
/// let found = items(r#"{"WindowIdentities": [{"WindowId": "mw-0ab12cd34e0000001"}]} {"Name": "new"}"#);
/// let kinds: Vec<(&str, Kind)> = found.items.iter().map(|item| (item.path.as_str(), item.kind)).collect();
/// assert_eq!(kinds, [("WindowIdentities[0]", Kind::Window), ("", Kind::Create)]);
/// ```
#[must_use]
pub fn items(text: &str) -> Items<'_> {
    at_once(items_at(&mut Pace::whole(), text))
}

/// [`items`], with the rests of `pace` between the objects.
pub(super) async fn items_at<'t>(pace: &mut Pace, text: &'t str) -> Items<'t> {
    let mut found = Items::default();
    if text.len() > GREATEST_SIZE {
        let message = format!("The text has {} MiB; at most 64 are read.", text.len() >> 20);
        let finding = Diagnostic::new(Code::RequestTooLarge, "", message).help("Is this the right file?");
        found.remarks.push(Remark { finding, bytes: 0..0 });
        return found;
    }
    let bom = text.len().saturating_sub(text.trim_start_matches('\u{feff}').len());
    let mut at = after_blanks(text, bom);
    if at == text.len() {
        let finding = Diagnostic::new(Code::RequestNotJson, "", "There is nothing in it.").help(HELP);
        found.remarks.push(Remark { finding, bytes: 0..0 });
    }
    while at < text.len() {
        let Some(end) = end_of_value(text, at, pace).await else {
            found.remarks.extend(not_json(text, bom, at));
            break;
        };
        let document = Node::new(text, at..end);
        found.remarks.extend(told_twice(document, pace).await);
        found.collect(document, String::new(), 0, pace).await;
        at = after_blanks(text, end);
    }
    found
}

/// What a text may be.
const HELP: &str = "Write a request, a list of requests, or what describe-maintenance-windows gives.";

impl<'t> Items<'t> {
    async fn collect(&mut self, node: Node<'t>, path: String, depth: usize, pace: &mut Pace) {
        if self.is_full(node) {
            return;
        }
        if let Some(elements) = node.elements() {
            if depth == GREATEST_DEPTH {
                let finding =
                    Diagnostic::new(Code::RequestNotObject, path, "This is a list within too many.");
                return self.remarks.push(Remark { finding: finding.help(HELP), bytes: node.bytes() });
            }
            for (index, element) in elements.enumerate() {
                if self.is_full(element) {
                    return;
                }
                let inner = self.collect(element, format!("{path}[{index}]"), depth.saturating_add(1), pace);
                Box::pin(inner).await;
                pace.step().await;
            }
            return;
        }
        let Some(members) = members_of(node) else {
            let finding = Diagnostic::new(Code::RequestNotObject, path, "This is not an object.").help(HELP);
            return self.remarks.push(Remark { finding, bytes: node.bytes() });
        };
        let has = |name: &str| members.contains_key(name);
        if (has("Version") && has("Windows")) || (has("version") && has("windows")) {
            return self.items.push(Item { kind: Kind::Plan, path, node, members });
        }
        let lists = LISTS.into_iter().filter_map(|(name, kind)| {
            let list = members.get(name).filter(|_| !has("WindowId"))?.1.elements()?;
            Some((name, kind, list))
        });
        let mut is_answer = false;
        for (name, kind, list) in lists {
            is_answer = true;
            self.collect_list(&within(&path, name), kind, list, pace).await;
        }
        if !is_answer {
            let kind = Kind::of(&members);
            return self.items.push(Item { kind, path, node, members });
        }
        if let Some((_, token)) = members.get("NextToken")
            && !matches!(token.text(), "null" | "\"\"")
        {
            let finding = Diagnostic::new(
                Code::ImportMorePages,
                within(&path, "NextToken"),
                "There is more than this: AWS gave a NextToken.",
            )
            .help("Ask for the other pages too. The AWS CLI does without --max-items, boto3 with get_paginator.");
            self.remarks.push(Remark { finding, bytes: token.bytes() });
        }
    }

    /// Whether nothing more is taken in. It is told once.
    fn is_full(&mut self, node: Node<'t>) -> bool {
        let count = self.items.len().saturating_add(self.remarks.len());
        if count == GREATEST_COUNT {
            let message = format!("The text holds more than the {GREATEST_COUNT} objects that are read.");
            let finding = Diagnostic::new(Code::RequestTooLarge, "", message);
            let help = "The rest is left out. Import it in parts, one account and Region at a time.";
            // Before all others, of which not all may be told.
            self.remarks.insert(0, Remark { finding: finding.help(help), bytes: node.bytes() });
        }
        count >= GREATEST_COUNT
    }

    async fn collect_list(
        &mut self,
        path: &str,
        kind: Kind,
        list: impl Iterator<Item = Node<'t>>,
        pace: &mut Pace,
    ) {
        for (index, node) in list.enumerate() {
            if self.is_full(node) {
                return;
            }
            let path = format!("{path}[{index}]");
            if let Some(members) = members_of(node) {
                self.items.push(Item { kind, path, node, members });
            } else {
                let finding = Diagnostic::new(Code::RequestNotObject, path, "This is not an object.")
                    .help("Give the answer as AWS's client gave it.");
                self.remarks.push(Remark { finding, bytes: node.bytes() });
            }
            pace.step().await;
        }
    }
}

fn members_of(node: Node<'_>) -> Option<Members<'_>> {
    let mut members = Members::new();
    members.extend(node.members()?.map(|(member, value)| (member.name.clone(), (member, value))));
    Some(members)
}

/// The place of a member within another place.
pub(super) fn within(path: &str, field: &str) -> String {
    match (path, field) {
        ("", field) => field.to_owned(),
        (path, "") => path.to_owned(),
        (path, field) if field.starts_with('[') => format!("{path}{field}"),
        (path, field) => format!("{path}.{field}"),
    }
}

/// That the document at `start` is none, in a text that begins at `beginning`.
fn not_json(text: &str, beginning: usize, start: usize) -> Option<Remark> {
    let Fault { at, reason } = fault(text, start)?;
    let help = text.get(beginning..).and_then(other_notation);
    let help = help.unwrap_or("Write JSON as AWS's clients take it: {\"Name\": …}.");
    let finding =
        Diagnostic::new(Code::RequestNotJson, "", format!("This is not JSON: {reason}.")).help(help);
    Some(Remark { finding, bytes: at..at })
}

/// What to do about a text that looks like something else that AWS's clients print.
fn other_notation(text: &str) -> Option<&'static str> {
    let start: String = text.trim_start().chars().take(300).collect();
    match () {
        () if start.starts_with("{'") || start.starts_with("[{'") => {
            Some("This is how Python prints a dictionary. Write it with json.dumps(answer, default=str).")
        }
        () if start.starts_with(['-', '|', '+']) && start.contains("---") => {
            Some("This is a table. Ask the AWS CLI for JSON: --output json.")
        }
        () if LISTS.iter().any(|(name, _)| start.starts_with(&format!("{name}:")))
            || start.starts_with("- ") =>
        {
            Some("This is YAML. Ask the AWS CLI for JSON: --output json.")
        }
        () if start.starts_with("aws ssm ") => Some("This is a command. Give what it answers."),
        () => None,
    }
}

impl<'t> Item<'t> {
    /// Its bytes in the text.
    #[must_use]
    pub fn bytes(&self) -> Range<usize> {
        self.node.bytes()
    }

    /// Whether it has a member.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.members.contains_key(name)
    }

    /// A member that can be read.
    #[must_use]
    pub fn member(&self, name: &str) -> Option<Value> {
        self.members.get(name)?.1.value().ok()
    }

    /// A member that is a text.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<String> {
        match self.member(name)? {
            Value::String(text) => Some(text),
            _ => None,
        }
    }

    /// All members that can be read, and what is wrong with the others.
    #[must_use]
    pub fn value(&self) -> (Map<String, Value>, Vec<Diagnostic>) {
        let mut found = Vec::new();
        let mut members = Map::new();
        for (name, (_, node)) in &self.members {
            match node.value() {
                Ok(value) => {
                    members.insert(name.to_string(), value);
                }
                Err(_) => found.push(
                    Diagnostic::new(Code::WrongType, name.to_string(), format!("{name} cannot be read."))
                        .help("It is nested too deep, or has a number that is too large or half of a character."),
                ),
            }
        }
        (members, found)
    }

    /// The plan that it is.
    ///
    /// # Errors
    ///
    /// What is wrong with it, and where.
    pub fn plan(&self) -> Result<Plan, Box<Diagnostic>> {
        let refused = |place: String, reason: &dyn std::fmt::Display| {
            Box::new(
                Diagnostic::new(Code::ImportPlan, place, format!("The plan cannot be read: {reason}."))
                    .help("Nothing of it was taken over."),
            )
        };
        let value = self.node.value().map_err(|error| refused(String::new(), &error))?;
        Plan::from_value(value).map_err(|error| refused(error.place, &error.message))
    }

    /// Where the field stands that a finding is about: its name where that is wrong, the object's
    /// first bracket where it is missing.
    #[must_use]
    pub fn place(&self, finding: &Diagnostic) -> Range<usize> {
        if finding.code == Code::UnknownField
            && let Some((member, _)) = self.members.get(finding.field.as_ref())
        {
            let Range { start, end } = member.bytes;
            return start.saturating_add(1)..end.saturating_sub(1);
        }
        self.find(&finding.field).map_or_else(
            || {
                let start = self.bytes().start;
                start..start.saturating_add(1)
            },
            Node::bytes,
        )
    }

    /// The value of `Schedule`, `Tags[0].Key`, `Windows[2].Definition.Name`; as far as the place exists.
    fn find(&self, field: &str) -> Option<Node<'t>> {
        if let Some((_, node)) = self.members.get(field) {
            return Some(*node);
        }
        let mut parts = field.split(['.', '[']).filter(|part| !part.is_empty());
        let mut node = self.members.get(parts.next()?)?.1;
        for part in parts {
            let inner = match part.strip_suffix(']').map(str::parse) {
                Some(index) => node.elements().and_then(|mut elements| elements.nth(index.ok()?)),
                None => node.members().and_then(|mut members| {
                    members.find(|(member, _)| member.name == part).map(|(_, value)| value)
                }),
            };
            match inner {
                Some(inner) => node = inner,
                None => break,
            }
        }
        Some(node)
    }
}

/// A finding that is only worth knowing.
pub(super) fn as_note(finding: Diagnostic) -> Diagnostic {
    Diagnostic { severity: Severity::Note, ..finding }
}
