//! A value that is to be written: JSON in its order, and what only a certain text knows.

use serde_json::{Number, Value};

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Node {
    Null,
    Flag(bool),
    Number(Number),
    Text(String),
    List(Vec<Node>),
    Object(Vec<(String, Node)>),
    /// Bytes, in base64.
    Bytes(String),
    /// The id that AWS will give to the target at this index among the window's.
    TargetId(usize),
    /// An expression of the format's own, written as it is.
    Verbatim(String),
}

impl From<Value> for Node {
    fn from(value: Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(flag) => Self::Flag(flag),
            Value::Number(number) => Self::Number(number),
            Value::String(text) => Self::Text(text),
            Value::Array(items) => Self::List(items.into_iter().map(Self::from).collect()),
            Value::Object(members) => {
                Self::Object(members.into_iter().map(|(key, value)| (key, Self::from(value))).collect())
            }
        }
    }
}

impl Node {
    /// The text that it is.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The items of a list; none of anything else.
    pub(super) fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    /// The members of an object; none of anything else.
    pub(super) fn members(&self) -> &[(String, Self)] {
        match self {
            Self::Object(members) => members,
            _ => &[],
        }
    }

    /// A member of an object.
    pub(super) fn get(&self, name: &str) -> Option<&Self> {
        self.members().iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// The same with what a format writes for the ids of the window's targets.
    pub(super) fn with_target_ids(&self, written: &[String]) -> Self {
        match self {
            Self::TargetId(index) => written.get(*index).cloned().map_or(Self::Null, Self::Verbatim),
            Self::List(items) => Self::List(items.iter().map(|item| item.with_target_ids(written)).collect()),
            Self::Object(members) => {
                let member = |(key, value): &(String, Self)| (key.clone(), value.with_target_ids(written));
                Self::Object(members.iter().map(member).collect())
            }
            other => other.clone(),
        }
    }

    /// Whether something holds for it, or for anything in it. Keys count as texts.
    pub(super) fn any(&self, holds: &impl Fn(&Self) -> bool) -> bool {
        holds(self)
            || self.items().iter().any(|item| item.any(holds))
            || self.members().iter().any(|(key, value)| holds(&Self::Text(key.clone())) || value.any(holds))
    }
}
