//! A record → JSON.

use super::{LeftOut, WriteRecord};
use serde::ser::{Serialize, SerializeStruct as _, Serializer};
use serde_json::{Map, Number, Value};
use std::borrow::Cow;

/// A part of what is written, which borrows what it can.
pub enum Piece<'a> {
    /// `None`: null, where it is not left out.
    Absent,
    /// A string.
    Text(Cow<'a, str>),
    /// A number.
    Number(Number),
    /// `true` or `false`.
    Flag(bool),
    /// A list.
    List(Vec<Self>),
    /// An object whose members have no names of ours.
    Map(Vec<(&'a str, Self)>),
    /// An object.
    Record(&'a dyn WriteRecord),
    /// JSON as it is.
    Json(&'a Value),
}

impl<'a> From<&'a Value> for Piece<'a> {
    fn from(value: &'a Value) -> Self {
        match value {
            Value::Null => Self::Absent,
            Value::Bool(flag) => Self::Flag(*flag),
            Value::Number(number) => Self::Number(number.clone()),
            Value::String(text) => Self::Text(Cow::Borrowed(text)),
            Value::Array(items) => Self::List(items.iter().map(Self::from).collect()),
            Value::Object(members) => {
                Self::Map(members.iter().map(|(name, value)| (name.as_str(), value.into())).collect())
            }
        }
    }
}

impl Piece<'_> {
    fn is_left_out(&self, when: LeftOut) -> bool {
        match self {
            Self::Absent => when != LeftOut::Never,
            Self::Text(text) => when == LeftOut::WhenEmpty && text.is_empty(),
            Self::List(items) => when == LeftOut::WhenEmpty && items.is_empty(),
            Self::Map(entries) => when == LeftOut::WhenEmpty && entries.is_empty(),
            Self::Number(_) | Self::Flag(_) | Self::Record(_) | Self::Json(_) => false,
        }
    }

    fn into_value(self) -> Value {
        match self {
            Self::Absent => Value::Null,
            Self::Text(text) => Value::String(text.into_owned()),
            Self::Number(number) => Value::Number(number),
            Self::Flag(flag) => Value::Bool(flag),
            Self::List(items) => Value::Array(items.into_iter().map(Self::into_value).collect()),
            Self::Map(entries) => {
                let mut object = Map::new();
                for (name, piece) in entries {
                    object.insert(name.to_owned(), piece.into_value());
                }
                Value::Object(object)
            }
            Self::Record(record) => to_value(record),
            Self::Json(value) => value.clone(),
        }
    }
}

/// The record as JSON.
#[must_use]
pub fn to_value(record: &dyn WriteRecord) -> Value {
    let mut object = Map::new();
    for (name, piece) in pieces(record) {
        object.insert(name.to_owned(), piece.into_value());
    }
    Value::Object(object)
}

/// The members that are written.
fn pieces(record: &dyn WriteRecord) -> Vec<(&'static str, Piece<'_>)> {
    let mut pieces = Vec::new();
    for (index, of_member) in record.layout().members.iter().enumerate() {
        let piece = record.member(index).map_or(Piece::Absent, |member| member.piece());
        if !piece.is_left_out(of_member.left_out) {
            pieces.push((of_member.name, piece));
        }
    }
    pieces
}

/// One instance for each serializer, whatever the types.
impl Serialize for Piece<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Absent => serializer.serialize_none(),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) => number.serialize(serializer),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::List(items) => serializer.collect_seq(items),
            Self::Map(entries) => serializer.collect_map(entries.iter().map(|(name, piece)| (name, piece))),
            Self::Record(record) => {
                let pieces = pieces(*record);
                let mut structure = serializer.serialize_struct("Record", pieces.len())?;
                for (name, piece) in &pieces {
                    structure.serialize_field(name, piece)?;
                }
                structure.end()
            }
            Self::Json(value) => Piece::from(*value).serialize(serializer),
        }
    }
}
