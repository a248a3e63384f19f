//! What a request violates of its shape: in AWS's words, and in ours.
//!
//! The templates are those of AWS's framework, from answers of SSM and of other services that rest on it
//! (decision 20). In which order it tells several violations is not known: here they follow the model.

use super::{Kind, RequestShape, Shape, pattern};
use crate::json;
use crate::window::limits::{lower_camel, violation};
use serde_json::Value;
use std::fmt;

/// Something that a request violates.
pub(in crate::operations) struct Violation<'r> {
    /// The member as findings name it: `Targets[0].Key`.
    pub(in crate::operations) field: String,
    /// AWS's sentence for it.
    pub(in crate::operations) sentence: String,
    /// What is demanded; none where it is the member itself.
    pub(super) demanded: Option<Demanded<'r>>,
}

/// What a shape demands that a value is not.
pub(super) struct Demanded<'r> {
    pub(super) shape: &'static Shape,
    pub(super) constraint: Constraint,
    /// The value; none for one of several that are judged together.
    pub(super) value: Option<&'r Value>,
}

/// All that the request violates.
pub(in crate::operations) fn violations(shape: RequestShape, request: &Value) -> Vec<Violation<'_>> {
    let mut found = Vec::new();
    check_parts(shape.0, request, &Place::default(), &mut found);
    found
}

/// Where a value is, as AWS spells it and as findings do.
#[derive(Default)]
struct Place {
    aws: String,
    field: String,
}

impl Place {
    fn member(&self, name: &str) -> Self {
        let dot = if self.field.is_empty() { "" } else { "." };
        Self {
            aws: format!("{}{dot}{}", self.aws, lower_camel(name)),
            field: format!("{}{dot}{name}", self.field),
        }
    }

    fn item(&self, index: usize) -> Self {
        Self {
            aws: format!("{}.{}.member", self.aws, index.saturating_add(1)),
            field: format!("{}[{index}]", self.field),
        }
    }

    fn entry(&self, key: &str) -> Self {
        Self { aws: format!("{}.{key}.member", self.aws), field: format!("{}.{key}", self.field) }
    }

    fn violation<'r>(
        &self,
        shape: &'static Shape,
        value: &'r Value,
        constraint: Constraint,
        words: &str,
    ) -> Violation<'r> {
        let sentence = violation(shown(shape, value).as_deref(), &self.aws, words);
        let demanded = Demanded { shape, constraint, value: Some(value) };
        Violation { field: self.field.clone(), sentence, demanded: Some(demanded) }
    }
}

/// Adds what the value at `place` violates, and what its parts do.
fn check<'r>(shape: &'static Shape, value: &'r Value, place: &Place, found: &mut Vec<Violation<'r>>) {
    for constraint in constraints(shape) {
        if !constraint.is_met(shape, value) {
            found.push(place.violation(shape, value, constraint, &constraint.to_string()));
        }
    }
    check_parts(shape, value, place, found);
}

fn check_parts<'r>(shape: &'static Shape, value: &'r Value, place: &Place, found: &mut Vec<Violation<'r>>) {
    // Texts of a list are judged together, and so are the keys of a map, and its values.
    let mut add = |whose: &str, of: &'static Shape, broken: &Constraint| {
        let all: Vec<String> = constraints(of).map(|constraint| constraint.to_string()).collect();
        let words = format!("{whose} must satisfy constraint: [{}]", all.join(", "));
        let sentence = violation(shown(shape, value).as_deref(), &place.aws, &words);
        let demanded = Demanded { shape: of, constraint: *broken, value: None };
        found.push(Violation { field: place.field.clone(), sentence, demanded: Some(demanded) });
    };
    match (&shape.kind, value) {
        (Kind::Structure(_, members), Value::Object(given)) => {
            for member in *members {
                let place = place.member(member.name);
                match given.get(member.name) {
                    Some(value) => check(member.shape, value, &place, found),
                    None if member.required => found.push(Violation {
                        sentence: format!(
                            "Value null at '{}' failed to satisfy constraint: Member must not be null",
                            place.aws
                        ),
                        field: place.field,
                        demanded: None,
                    }),
                    None => {}
                }
            }
        }
        (Kind::List(of), Value::Array(items)) => {
            if matches!(of.kind, Kind::Text(_))
                && let Some(broken) = items.iter().find_map(|item| first_broken(of, item))
            {
                add("Member", of, &broken);
                return;
            }
            for (index, item) in items.iter().enumerate() {
                check(of, item, &place.item(index), found);
            }
        }
        (Kind::Map(key, of), Value::Object(entries)) => {
            let names = entries.keys().map(|name| Value::from(name.as_str()));
            if let Some(broken) = names.into_iter().find_map(|name| first_broken(key, &name)) {
                add("Map keys", key, &broken);
            }
            if let Some(broken) = entries.values().find_map(|value| first_broken(of, value)) {
                add("Map value", of, &broken);
            }
            for (name, value) in entries {
                check_parts(of, value, &place.entry(name), found);
            }
        }
        _ => {}
    }
}

/// One thing that a shape demands.
#[derive(Clone, Copy)]
pub(super) enum Constraint {
    Most(&'static str, u32),
    Least(&'static str, u32),
    Pattern(&'static str),
    OneOf(&'static [&'static str]),
}

/// What a shape demands of a value, in the order in which AWS lists it.
pub(super) fn constraints(shape: &'static Shape) -> impl Iterator<Item = Constraint> {
    let (measure, values) = match shape.kind {
        Kind::Integer => ("value", None),
        Kind::Text(values) if !values.is_empty() => ("length", Some(values)),
        _ => ("length", None),
    };
    let bounds = [
        shape.greatest.map(|greatest| Constraint::Most(measure, greatest)),
        shape.least.map(|least| Constraint::Least(measure, least)),
    ];
    let rest = [shape.pattern.map(Constraint::Pattern), values.map(Constraint::OneOf)];
    bounds.into_iter().chain(rest).flatten()
}

fn first_broken(shape: &'static Shape, value: &Value) -> Option<Constraint> {
    constraints(shape).find(|constraint| !constraint.is_met(shape, value))
}

impl Constraint {
    fn is_met(self, shape: &Shape, value: &Value) -> bool {
        match self {
            Self::Most(_, greatest) => size(shape, value) <= greatest.into(),
            Self::Least(_, least) => size(shape, value) >= least.into(),
            Self::Pattern(regex) => {
                value.as_str().is_none_or(|text| pattern::matches(regex, text).unwrap_or(true))
            }
            Self::OneOf(values) => value.as_str().is_none_or(|text| values.contains(&text)),
        }
    }
}

impl fmt::Display for Constraint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Most(measure, greatest) => {
                write!(f, "Member must have {measure} less than or equal to {greatest}")
            }
            Self::Least(measure, least) => {
                write!(f, "Member must have {measure} greater than or equal to {least}")
            }
            Self::Pattern(regex) => write!(f, "Member must satisfy regular expression pattern: {regex}"),
            Self::OneOf(values) => write!(f, "Member must satisfy enum value set: [{}]", values.join(", ")),
        }
    }
}

/// What a bound is about: a number's value, a text's characters, the bytes of base64, the items of a list or
/// map.
pub(super) fn size(shape: &Shape, value: &Value) -> i64 {
    let count = match (&shape.kind, value) {
        (_, Value::Number(number)) => return number.as_i64().unwrap_or(i64::MAX),
        (Kind::Blob, Value::String(base64)) => base64.trim_end_matches('=').len().saturating_mul(3) / 4,
        (_, Value::String(text)) => text.chars().count(),
        (_, Value::Array(items)) => items.len(),
        (_, Value::Object(entries)) => entries.len(),
        (_, Value::Bool(_) | Value::Null) => 0,
    };
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// A value as Java prints it, `[Target(key=tag:a, values=[1])]`; `None` for one that AWS keeps to itself.
fn shown(shape: &Shape, value: &Value) -> Option<String> {
    if shape.sensitive {
        return None;
    }
    let all = |items: Vec<Option<String>>| items.into_iter().collect::<Option<Vec<String>>>();
    match (&shape.kind, value) {
        (_, Value::String(text)) => Some(text.clone()),
        (Kind::List(of), Value::Array(items)) => {
            let items = all(items.iter().map(|item| shown(of, item)).collect())?;
            Some(format!("[{}]", items.join(", ")))
        }
        (Kind::Map(_, of), Value::Object(entries)) => {
            let entry = |(name, value): (&String, &Value)| Some(format!("{name}={}", shown(of, value)?));
            Some(format!("{{{}}}", all(entries.iter().map(entry).collect())?.join(", ")))
        }
        (Kind::Structure(name, members), Value::Object(given)) => {
            let parts = members.iter().map(|member| {
                let value = given.get(member.name);
                let value = value.map_or(Some("null".to_owned()), |value| shown(member.shape, value))?;
                Some(format!("{}={value}", lower_camel(member.name)))
            });
            Some(format!("{name}({})", all(parts.collect())?.join(", ")))
        }
        (_, value) => Some(json::text(value)),
    }
}
