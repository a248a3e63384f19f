//! JSON of a person's → what in it no request can have: at its place, all of it, nothing overlooked.
//!
//! AWS overlooks members that it does not know ([`super::read()`]); a person who mistyped one wants to know.

use super::read::is_base64;
use super::{Kind, Member, RequestShape, Shape};
use crate::diagnostic::{Code, Diagnostic};
use serde_json::Value;

/// The members that the shape does not have, and the values of other types than its own. `field` is the
/// name of the whole, empty for a request.
pub(in crate::operations) fn type_findings(
    shape: RequestShape,
    value: &Value,
    field: &str,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    check(shape.0, value, field, &mut found);
    found
}

fn check(shape: &Shape, value: &Value, field: &str, found: &mut Vec<Diagnostic>) {
    match (&shape.kind, value) {
        (_, Value::Null) | (Kind::Text(_), Value::String(_)) | (Kind::Boolean, Value::Bool(_)) => {}
        (Kind::Structure(_, members), Value::Object(given)) => {
            for (name, value) in given {
                let field = if field.is_empty() { name.clone() } else { format!("{field}.{name}") };
                if let Some(member) = members.iter().find(|member| member.name == name) {
                    check(member.shape, value, &field, found);
                } else {
                    found.push(unknown(members, name, field));
                }
            }
        }
        (Kind::Map(_, of), Value::Object(given)) => {
            for (name, value) in given {
                check(of, value, &format!("{field}.{name}"), found);
            }
        }
        (Kind::List(of), Value::Array(items)) => {
            for (index, item) in items.iter().enumerate() {
                check(of, item, &format!("{field}[{index}]"), found);
            }
        }
        (Kind::Integer, Value::Number(number))
            if number.as_i64().is_some_and(|number| i32::try_from(number).is_ok()) => {}
        (Kind::Blob, Value::String(text)) if is_base64(text) => {}
        (kind, _) => {
            let (expected, help) = expected(kind);
            let name = field.rsplit('.').next().unwrap_or(field);
            let message = format!("{name} is not {expected}.");
            found.push(Diagnostic::new(Code::WrongType, field.to_owned(), message).help(help));
        }
    }
}

fn unknown(members: &[Member], name: &str, field: String) -> Diagnostic {
    let names: Vec<&str> = members.iter().map(|member| member.name).collect();
    let shown: String = name.chars().take(40).collect();
    let message = format!("AWS has no member {shown} here.");
    Diagnostic::new(Code::UnknownField, field, message).help(format!("It has {}.", names.join(", ")))
}

/// What a kind of value is called, and how it is written.
const fn expected(kind: &Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Structure(..) | Kind::Map(..) => ("an object", "Write { \"Name\": … }."),
        Kind::List(_) => ("a list", "Write [\"…\"], also for one value."),
        Kind::Text(_) => ("a text", "Write it in double quotes."),
        Kind::Integer => ("a whole number", "Write a number of at most 2147483647, without quotes."),
        Kind::Boolean => ("true or false", "Write it without quotes."),
        Kind::Blob => {
            ("base64", "Write the bytes in base64, as in the API; the AWS CLI does that by itself.")
        }
    }
}
