//! A JSON file → the requests and windows in it, each member with its place.

use crate::place::{Notation, Place};
use anyhow::{Context, bail};
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};
use std::borrow::{Borrow, Cow};
use std::collections::BTreeMap;
use std::io::Read;
use std::ops::Range;
use window_planner_core::diagnostic::{Code, Diagnostic};
use window_planner_core::window::{CreateMaintenanceWindowRequest, Request, UpdateMaintenanceWindowRequest};

/// The most bytes of a file: the windows of many accounts.
const GREATEST_SIZE: u64 = 64 << 20;

/// The members that AWS adds to a window's definition in its answers.
const ANSWERED: [&str; 6] =
    ["WindowId", "Enabled", "NextExecutionTime", "CreatedDate", "ModifiedDate", "ResponseMetadata"];

/// A file and its text.
#[derive(Debug)]
pub(crate) struct Document {
    /// As it was named; `<stdin>` for standard input.
    pub(crate) name: String,
    pub(crate) text: String,
}

impl Document {
    /// Reads a file; standard input for `-`.
    ///
    /// # Errors
    ///
    /// When it cannot be read, is too large, or is not text in UTF-8.
    pub(crate) fn read(path: &str) -> anyhow::Result<Self> {
        let (name, input): (_, Box<dyn Read>) = match path {
            "-" => ("<stdin>", Box::new(std::io::stdin())),
            path => {
                let file = std::fs::File::open(path).with_context(|| format!("{path} cannot be read"))?;
                (path, Box::new(file))
            }
        };
        let mut bytes = Vec::new();
        input
            .take(GREATEST_SIZE + 1)
            .read_to_end(&mut bytes)
            .with_context(|| format!("{name} cannot be read"))?;
        if bytes.len() as u64 > GREATEST_SIZE {
            bail!("{name} has more than 64 MiB. Is this the right file?");
        }
        let Ok(text) = String::from_utf8(bytes) else {
            bail!("{name} is not text in UTF-8. Save it as UTF-8 (PowerShell: Out-File -Encoding utf8).");
        };
        let text = text.strip_prefix('\u{feff}').map(ToOwned::to_owned).unwrap_or(text);
        Ok(Self { name: name.to_owned(), text })
    }

    /// The requests and windows in it: an object, a list of them, or the answer of
    /// `describe-maintenance-windows`.
    ///
    /// # Errors
    ///
    /// What is wrong, and where, when it holds none.
    pub(crate) fn items(&self) -> Result<Vec<Item<'_>>, Box<Refused<'_>>> {
        let root: &RawValue = serde_json::from_str(&self.text).map_err(|error| self.not_json(&error))?;
        if let Ok(list) = serde_json::from_str::<Vec<&RawValue>>(root.get()) {
            return list.into_iter().map(|item| self.item(item, false)).collect();
        }
        let item = self.item(root, false)?;
        match item
            .members
            .get("WindowIdentities")
            .map(|list| serde_json::from_str::<Vec<&RawValue>>(list.get()))
        {
            Some(Ok(windows)) => windows.into_iter().map(|window| self.item(window, true)).collect(),
            _ => Ok(vec![item]),
        }
    }

    fn item<'d>(&'d self, raw: &'d RawValue, is_answered: bool) -> Result<Item<'d>, Box<Refused<'d>>> {
        let members: Members<'d> = serde_json::from_str(raw.get()).map_err(|_| {
            let finding = Diagnostic::new(Code::RequestNotObject, "", "This is not an object.")
                .help("Write a request, a list of requests, or what describe-maintenance-windows gives.");
            Box::new(Refused { finding, place: self.place(self.bytes(raw.get())) })
        })?;
        let has = |name: &str| members.contains_key(name);
        let kind = if is_answered || ["NextExecutionTime", "CreatedDate", "ModifiedDate"].into_iter().any(has)
        {
            Kind::Window
        } else if has("WindowId") {
            Kind::Update
        } else {
            Kind::Create
        };
        Ok(Item { document: self, kind, whole: self.bytes(raw.get()), members })
    }

    fn not_json(&self, error: &serde_json::Error) -> Box<Refused<'_>> {
        let line_start: usize =
            self.text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
        let mut at = (line_start + error.column().saturating_sub(1)).min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        let message = error.to_string();
        let reason = message.split(" at line ").next().unwrap_or_default();
        let finding = Diagnostic::new(Code::RequestNotJson, "", format!("This is not JSON: {reason}."))
            .help("Write JSON as AWS's clients take it: {\"Name\": …}.");
        Box::new(Refused { finding, place: self.place(at..at) })
    }

    fn place(&self, value: Range<usize>) -> Place<'_> {
        let is_string = self.text.get(value.clone()).is_some_and(|text| text.starts_with('"'));
        let notation = if is_string { Notation::JsonString } else { Notation::Plain };
        Place { origin: &self.name, source: &self.text, value, notation }
    }

    /// Where a part of the text stands in it.
    fn bytes(&self, part: &str) -> Range<usize> {
        let start = part.as_ptr().addr().saturating_sub(self.text.as_ptr().addr());
        start..start + part.len()
    }
}

/// The members of an object, each with the text of its value.
type Members<'d> = BTreeMap<MemberName<'d>, &'d RawValue>;

/// A member's name; borrowed, and so with a place in the text, unless it is written with escapes.
#[derive(Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(transparent)]
struct MemberName<'d>(#[serde(borrow)] Cow<'d, str>);

impl Borrow<str> for MemberName<'_> {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// Why a file holds no requests.
#[derive(Debug)]
pub(crate) struct Refused<'d> {
    pub(crate) finding: Diagnostic,
    pub(crate) place: Place<'d>,
}

/// What an object is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A request to create a window.
    Create,
    /// A request to update one.
    Update,
    /// A window as AWS describes it.
    Window,
}

impl Kind {
    /// The word for it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Update => "update",
            Self::Window => "window",
        }
    }
}

/// An object of a [`Document`].
#[derive(Debug)]
pub(crate) struct Item<'d> {
    document: &'d Document,
    pub(crate) kind: Kind,
    whole: Range<usize>,
    members: Members<'d>,
}

impl Item<'_> {
    /// A member that is a text.
    pub(crate) fn text(&self, name: &str) -> Option<String> {
        serde_json::from_str(self.members.get(name)?.get()).ok()
    }

    /// The object, for the core to read. Members that AWS adds in its answers are left out of a
    /// window; members of such a depth that they cannot be read are left out and returned.
    pub(crate) fn value(&self) -> (Value, Vec<Diagnostic>) {
        let mut found = Vec::new();
        let mut members = Map::new();
        for (MemberName(name), raw) in &self.members {
            if self.kind == Kind::Window && ANSWERED.contains(&name.as_ref()) {
                continue;
            }
            match serde_json::from_str(raw.get()) {
                Ok(value) => {
                    members.insert(name.to_string(), value);
                }
                Err(_) => found.push(
                    Diagnostic::new(Code::WrongType, name.to_string(), format!("{name} cannot be read."))
                        .help("It is nested too deep, or has a number that is too large."),
                ),
            }
        }
        (Value::Object(members), found)
    }

    /// The definition in it, as far as there is one, and what cannot be read of it.
    pub(crate) fn definition(&self) -> (CreateMaintenanceWindowRequest, Vec<Diagnostic>) {
        let (value, mut found) = self.value();
        let (definition, findings) = match self.kind {
            Kind::Update => {
                let (update, findings) = UpdateMaintenanceWindowRequest::from_value(value);
                (update.applied_to(&CreateMaintenanceWindowRequest::default()), findings)
            }
            Kind::Create | Kind::Window => CreateMaintenanceWindowRequest::from_value(value),
        };
        found.extend(findings);
        // A newer AWS may tell more of a window than we know.
        found.retain(|finding| self.kind != Kind::Window || finding.code != Code::UnknownField);
        (definition, found)
    }

    /// Where the field stands that a finding is about: its name where that is wrong, the object's
    /// beginning where it is missing.
    pub(crate) fn place(&self, finding: &Diagnostic) -> Place<'_> {
        let document = self.document;
        if finding.code == Code::UnknownField
            && let Some((MemberName(Cow::Borrowed(name)), _)) =
                self.members.get_key_value(finding.field.as_ref())
        {
            return document.place(document.bytes(name));
        }
        match self.find(&finding.field) {
            Some(raw) => document.place(document.bytes(raw.get())),
            None => document.place(self.whole.start..self.whole.start + 1),
        }
    }

    /// The value of `Schedule`, `Tags[0]` or `Tags[0].Key`.
    fn find(&self, field: &str) -> Option<&RawValue> {
        if let Some(raw) = self.members.get(field) {
            return Some(raw);
        }
        let (name, rest) = field.split_once('[')?;
        let (index, member) = rest.split_once(']')?;
        let list: Vec<&RawValue> = serde_json::from_str(self.members.get(name)?.get()).ok()?;
        let entry = *list.get(index.parse::<usize>().ok()?)?;
        let of_entry = member.strip_prefix('.').and_then(|member| {
            let members: Members<'_> = serde_json::from_str(entry.get()).ok()?;
            members.get(member).copied()
        });
        Some(of_entry.unwrap_or(entry))
    }
}
