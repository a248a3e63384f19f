//! JSON → text, without what `serde_json` takes for it.
//!
//! A number with a fraction is the reason: `serde_json`'s table of powers of ten, and the core library's code for
//! all that a float can be asked, are 20 KB of the npm package, for numbers that no request has (decision 38).

mod number;

pub(crate) use number::number_text;

use serde_json::{Map, Value};
use std::fmt::Write;

/// An object with these members. `serde_json`'s macro takes a serializer for it, and its collecting a sort.
///
/// ```
/// use serde_json::json;
/// use window_planner_core::json::object;
///
/// assert_eq!(object(vec![("Key", "Env".into()), ("Value", "prod".into())]), json!({ "Key": "Env", "Value": "prod" }));
/// ```
#[must_use]
pub fn object(members: Vec<(&str, Value)>) -> Value {
    let mut object = Map::new();
    for (name, value) in members {
        object.insert(name.to_owned(), value);
    }
    Value::Object(object)
}

/// Takes a member out of an object and leaves null in its place: to remove it would take 7 KB of WebAssembly.
pub fn take(object: &mut Map<String, Value>, name: &str) -> Option<Value> {
    object.get_mut(name).map(Value::take)
}

/// The other members of an object, in another one.
#[must_use]
pub fn without(object: Map<String, Value>, names: &[&str]) -> Map<String, Value> {
    let mut others = Map::new();
    others.extend(object.into_iter().filter(|(name, _)| !names.contains(&name.as_str())));
    others
}

/// Why a text is not JSON, without the place.
pub(crate) fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    text.strip_suffix(&place).unwrap_or(&text).to_owned()
}

/// The byte of `text` at which it shows that it is not JSON.
pub(crate) fn fault_at(text: &str, error: &serde_json::Error) -> usize {
    let line: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let mut at = line.saturating_add(error.column().saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at = at.saturating_sub(1);
    }
    at
}

/// In one line, without blanks, as `serde_json` writes it.
///
/// ```
/// use serde_json::json;
/// use window_planner_core::json::text;
///
/// assert_eq!(text(&json!({ "Name": "Patching", "Duration": 4 })), r#"{"Duration":4,"Name":"Patching"}"#);
/// ```
#[must_use]
pub fn text(value: &Value) -> String {
    let mut text = String::new();
    write_value(value, None, &mut text);
    text
}

/// Indented by two blanks, as `serde_json` writes it.
#[must_use]
pub fn indented_text(value: &Value) -> String {
    let mut text = String::new();
    write_value(value, Some(0), &mut text);
    text
}

/// Writes a value; `indent` is that of its line, none for a text of one line.
fn write_value(value: &Value, indent: Option<usize>, text: &mut String) {
    match value {
        Value::Null => text.push_str("null"),
        Value::Bool(true) => text.push_str("true"),
        Value::Bool(false) => text.push_str("false"),
        Value::Number(number) => text.push_str(&number_text(number)),
        Value::String(value) => write_string(value, text),
        Value::Array(items) => {
            let items = &mut items.iter().map(|item| (None, item));
            write_parts('[', items, ']', indent, text);
        }
        Value::Object(members) => {
            let members = &mut members.iter().map(|(name, value)| (Some(name), value));
            write_parts('{', members, '}', indent, text);
        }
    }
}

/// Writes the parts of a list or an object between its brackets.
fn write_parts<'v>(
    open: char,
    parts: &mut dyn Iterator<Item = (Option<&'v String>, &'v Value)>,
    close: char,
    indent: Option<usize>,
    text: &mut String,
) {
    let inner = indent.map(|indent| indent.saturating_add(2));
    text.push(open);
    let mut is_empty = true;
    for (name, value) in parts {
        if !is_empty {
            text.push(',');
        }
        is_empty = false;
        begin_line(inner, text);
        if let Some(name) = name {
            write_string(name, text);
            text.push_str(if indent.is_some() { ": " } else { ":" });
        }
        write_value(value, inner, text);
    }
    if !is_empty {
        begin_line(indent, text);
    }
    text.push(close);
}

/// Begins a line that is indented so far, in a text of several.
pub(crate) fn begin_line(indent: Option<usize>, text: &mut String) {
    if let Some(indent) = indent {
        text.push('\n');
        text.extend(std::iter::repeat_n(' ', indent));
    }
}

fn write_string(value: &str, text: &mut String) {
    text.push('"');
    for letter in value.chars() {
        match letter {
            '"' | '\\' => text.extend(['\\', letter]),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\t' => text.push_str("\\t"),
            '\u{8}' => text.push_str("\\b"),
            '\u{c}' => text.push_str("\\f"),
            '\0'..' ' => {
                // Writing to a String does not fail.
                let _ = write!(text, "\\u{:04x}", u32::from(letter));
            }
            _ => text.push(letter),
        }
    }
    text.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::{Map, json};

    fn any_json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<u64>().prop_map(Value::from),
            ".*".prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 32, 5, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
                prop::collection::vec((".*", inner), 0..5)
                    .prop_map(|members| Value::Object(Map::from_iter(members))),
            ]
        })
    }

    proptest! {
        #[test]
        fn it_writes_what_serde_json_writes(value in any_json()) {
            prop_assert_eq!(text(&value), serde_json::to_string(&value).unwrap());
            prop_assert_eq!(indented_text(&value), serde_json::to_string_pretty(&value).unwrap());
        }
    }

    #[test]
    fn every_character_is_written_as_serde_json_writes_it() {
        let all: String = ('\0'..=char::MAX).collect();
        let value = json!({ all.clone(): all });
        assert_eq!(text(&value), serde_json::to_string(&value).unwrap());
    }
}
