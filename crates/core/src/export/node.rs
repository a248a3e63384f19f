//! Values that a text holds: JSON, and what is known only when the text is carried out.

use serde_json::Value;

/// A value of a member.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Node {
    /// It is known.
    Json(Value),
    /// The id that AWS will give to the target at this index among the window's.
    TargetId(usize),
    /// Bytes, in base64.
    Bytes(String),
    /// A list of such values.
    List(Vec<Node>),
    /// An object of such values.
    Object(Vec<(String, Node)>),
}

impl Node {
    /// Whether there are bytes in it.
    pub(super) fn has_bytes(&self) -> bool {
        match self {
            Self::Json(_) | Self::TargetId(_) => false,
            Self::Bytes(_) => true,
            Self::List(items) => items.iter().any(Self::has_bytes),
            Self::Object(members) => members.iter().any(|(_, value)| value.has_bytes()),
        }
    }

    /// Whether a predicate holds for a text anywhere in it, keys included.
    pub(super) fn any_text(&self, predicate: &impl Fn(&str) -> bool) -> bool {
        match self {
            Self::Json(value) => any_text(value, predicate),
            Self::TargetId(_) => false,
            Self::Bytes(text) => predicate(text),
            Self::List(items) => items.iter().any(|item| item.any_text(predicate)),
            Self::Object(members) => {
                members.iter().any(|(key, value)| predicate(key) || value.any_text(predicate))
            }
        }
    }
}

fn any_text(value: &Value, predicate: &impl Fn(&str) -> bool) -> bool {
    match value {
        Value::String(text) => predicate(text),
        Value::Array(items) => items.iter().any(|item| any_text(item, predicate)),
        Value::Object(members) => {
            members.iter().any(|(key, value)| predicate(key) || any_text(value, predicate))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}
