//! JSON → a record.

use super::{ReadMember, ReadRecord};
use crate::json::{number_text, take};
use crate::quoted;
use serde::de::{Deserialize, Deserializer, Error};
use serde_json::Value;
use std::fmt;

/// How many characters of a text a message shows.
const SHOWN: usize = 40;

/// After so many faults the rest is not told: a value that has more is another thing than was meant.
const MOST_FAULTS: usize = 1000;

const UNKNOWN: &str = "there is no such member";

/// What is wrong with a value, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Such as `Tags[3].Key`; empty for the whole value.
    pub place: String,
    /// What is wrong there.
    pub message: String,
}

impl Fault {
    /// Whether it is a member that the record does not have.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.message == UNKNOWN
    }

    pub(crate) fn new(place: impl Into<String>, message: impl Into<String>) -> Self {
        Self { place: place.into(), message: message.into() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.place.is_empty() {
            f.write_str(&self.place)?;
            f.write_str(": ")?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for Fault {}

/// All that is wrong with a value, while it is read.
#[derive(Debug, Default)]
pub struct Faults {
    /// Where the reader is.
    place: String,
    found: Vec<Fault>,
}

/// A place that the reader comes back to.
struct Outer(usize);

impl Faults {
    /// Reports a fault of the value that is being read.
    #[cold]
    pub fn report(&mut self, message: &str) {
        if self.found.len() < MOST_FAULTS {
            self.found.push(Fault { place: self.place.clone(), message: message.to_owned() });
        }
    }

    /// Reports a value of another type than is expected, or a number beyond its bounds, in serde's words.
    #[cold]
    pub fn report_type(&mut self, value: &Value, expected: &str) {
        let (what, shown) = match value {
            Value::Null => ("invalid type: null", String::new()),
            Value::Bool(flag) => ("invalid type: boolean", format!(" `{flag}`")),
            Value::Number(number) if number.is_f64() => {
                ("invalid type: floating point", format!(" `{}`", number_text(number)))
            }
            // One that would do, were it not for its bounds.
            Value::Number(number) if expected.starts_with("a whole number") => {
                ("invalid value: integer", format!(" `{}`", number_text(number)))
            }
            Value::Number(number) => ("invalid type: integer", format!(" `{}`", number_text(number))),
            Value::String(text) => ("invalid type: string", format!(" {}", quoted(text))),
            Value::Array(_) => ("invalid type: list", String::new()),
            Value::Object(_) => ("invalid type: object", String::new()),
        };
        self.report(&format!("{what}{shown}, expected {expected}"));
    }

    /// What was found, in the order of the members; of a thousand faults, and more, the first thousand.
    #[must_use]
    pub fn found(self) -> Vec<Fault> {
        self.found
    }

    /// Reports a fault of a member of the record that is being read.
    #[cold]
    fn report_member(&mut self, name: &str, message: &str) {
        let outer = self.enter_member(name);
        self.report(message);
        self.leave(outer);
    }

    fn enter_member(&mut self, name: &str) -> Outer {
        let outer = Outer(self.place.len());
        if !self.place.is_empty() {
            self.place.push('.');
        }
        self.place.push_str(name);
        outer
    }

    fn enter_item(&mut self, index: usize) -> Outer {
        let outer = Outer(self.place.len());
        self.place.push('[');
        self.place.push_str(&index.to_string());
        self.place.push(']');
        outer
    }

    fn leave(&mut self, Outer(length): Outer) {
        self.place.truncate(length);
    }
}

/// The beginning of a text, for a message: at most 40 characters.
#[must_use]
pub fn shortened(text: &str) -> &str {
    text.char_indices().nth(SHOWN).map_or(text, |(end, _)| text.get(..end).unwrap_or(text))
}

/// Reads the members of a record. Null counts as not being there.
pub fn read(record: &mut dyn ReadRecord, value: Value, faults: &mut Faults) {
    let Value::Object(mut given) = value else {
        return faults.report_type(&value, "an object");
    };
    let layout = record.layout();
    for (index, of_member) in layout.members.iter().enumerate() {
        let value = take(&mut given, of_member.name).filter(|value| !value.is_null());
        match (value, record.member_mut(index)) {
            (Some(value), Some(member)) => {
                let outer = faults.enter_member(of_member.name);
                member.read(value, faults);
                faults.leave(outer);
            }
            _ if of_member.is_required => faults.report_member(of_member.name, "it is missing"),
            _ => {}
        }
    }
    if layout.refuses_others {
        let is_known = |name: &String| layout.members.iter().any(|member| member.name == name);
        for name in given.keys().filter(|name| !is_known(name)) {
            faults.report_member(name, UNKNOWN);
        }
    }
}

/// Reads the items of a list: `take` is handed one after the other.
pub(super) fn read_list(value: Value, faults: &mut Faults, take: &mut dyn FnMut(Value, &mut Faults)) {
    let Value::Array(items) = value else {
        return faults.report_type(&value, "a list");
    };
    for (index, item) in items.into_iter().enumerate() {
        let outer = faults.enter_item(index);
        take(item, faults);
        faults.leave(outer);
    }
}

/// Reads the entries of an object whose members have no names of ours.
pub(super) fn read_map(value: Value, faults: &mut Faults, take: &mut dyn FnMut(String, Value, &mut Faults)) {
    let Value::Object(entries) = value else {
        return faults.report_type(&value, "an object");
    };
    for (name, value) in entries {
        let outer = faults.enter_member(&name);
        take(name, value, faults);
        faults.leave(outer);
    }
}

/// Reads a value.
///
/// # Errors
///
/// The first thing that is wrong with it.
pub fn from_value<M: ReadMember>(value: Value) -> Result<M, Fault> {
    let mut member = M::unset();
    match first_fault(&mut member, value) {
        None => Ok(member),
        Some(fault) => Err(fault),
    }
}

/// What is the same for all types.
fn first_fault(member: &mut dyn ReadMember, value: Value) -> Option<Fault> {
    let mut faults = Faults::default();
    member.read(value, &mut faults);
    faults.found.into_iter().next()
}

/// Reads a value for serde.
///
/// # Errors
///
/// The first thing that is wrong with it, in words.
pub fn deserialize<'de, M: ReadMember, D: Deserializer<'de>>(deserializer: D) -> Result<M, D::Error> {
    from_value(Value::deserialize(deserializer)?).map_err(D::Error::custom)
}
