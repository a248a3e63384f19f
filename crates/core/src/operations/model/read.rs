//! JSON → a request of its operation's shape.
//!
//! As AWS's framework does it: unknown members and nulls are left out, a number loses its fraction where a
//! whole one is wanted, and any other type is refused before anything else is looked at (decision 20).

use super::{Kind, RequestShape, Shape};
use crate::json::take;
use crate::operations::{ErrorCode, OperationError};
use serde_json::{Map, Value};

/// The request with nothing in it but what its shape has, all of the right types.
pub(in crate::operations) fn read(shape: RequestShape, request: Value) -> Result<Value, OperationError> {
    read_as(shape.0, request)
}

fn read_as(shape: &Shape, value: Value) -> Result<Value, OperationError> {
    match (&shape.kind, value) {
        (Kind::Structure(_, members), Value::Object(mut given)) => {
            let mut taken = Map::new();
            for member in *members {
                match take(&mut given, member.name) {
                    None | Some(Value::Null) => {}
                    Some(value) => {
                        taken.insert(member.name.to_owned(), read_as(member.shape, value)?);
                    }
                }
            }
            Ok(Value::Object(taken))
        }
        (Kind::Map(_, of), Value::Object(given)) => {
            let mut taken = Map::new();
            for (key, value) in given.into_iter().filter(|(_, value)| !value.is_null()) {
                taken.insert(key, read_as(of, value)?);
            }
            Ok(Value::Object(taken))
        }
        (Kind::List(of), Value::Array(given)) => {
            given.into_iter().filter(|item| !item.is_null()).map(|item| read_as(of, item)).collect()
        }
        (Kind::Text(_), value @ Value::String(_)) | (Kind::Boolean, value @ Value::Bool(_)) => Ok(value),
        (Kind::Blob, Value::String(text)) if is_base64(&text) => Ok(Value::String(text)),
        (Kind::Integer, Value::Number(number)) => {
            #[expect(clippy::cast_possible_truncation, reason = "AWS cuts the fraction off; `as` saturates")]
            let whole = number.as_i64().or(number.as_f64().map(|number| number as i64));
            // A whole number has 32 bits: Smithy's `integer`.
            let whole = whole.and_then(|whole| i32::try_from(whole).ok());
            whole.map(Value::from).ok_or_else(|| ours("A number is too large."))
        }
        (kind, value) => Err(mismatch(kind, &value)),
    }
}

/// A value of another type, in AWS's words where answers of services of the same framework have them.
fn mismatch(kind: &Kind, value: &Value) -> OperationError {
    let token = match value {
        Value::String(_) => "STRING_VALUE",
        Value::Number(_) => "NUMBER_VALUE",
        Value::Bool(true) => "TRUE_VALUE",
        Value::Bool(false) => "FALSE_VALUE",
        Value::Array(_) => return aws("Start of list found where not expected".to_owned()),
        Value::Object(_) => return aws("Start of structure or map found where not expected.".to_owned()),
        Value::Null => return ours("The request is null."),
    };
    match (kind, value) {
        (Kind::Text(_), _) => aws(format!("{token} can not be converted to a String")),
        (Kind::Integer, _) => aws(format!("{token} can not be converted to an Integer")),
        (Kind::Boolean, Value::String(_)) => aws(format!("{token} can not be converted to an Boolean")),
        (Kind::Boolean, _) => aws(format!("{token} can not be converted to a Boolean")),
        (Kind::List(_), _) => aws("Expected list or null".to_owned()),
        (Kind::Structure(..), _) => aws("Expected null".to_owned()),
        (Kind::Map(..), _) => ours("An object is expected."),
        (Kind::Blob, _) => ours("Bytes are expected, in base64."),
    }
}

fn aws(message: String) -> OperationError {
    OperationError::new(ErrorCode::Serialization, message)
}

fn ours(message: &str) -> OperationError {
    OperationError::in_our_words(ErrorCode::Serialization, message)
}

/// Whether a text is base64 with its padding (RFC 4648).
pub(super) fn is_base64(text: &str) -> bool {
    let digits = text.strip_suffix("==").or(text.strip_suffix('=')).unwrap_or(text);
    let is_digit = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
    text.len().is_multiple_of(4) && digits.bytes().all(is_digit)
}
