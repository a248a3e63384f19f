//! The request as a Python program.

use super::{is_visible, words_joined};
use serde_json::Value;
use std::fmt::Write;

pub(super) fn program(operation: &str, members: &[(&str, Value)]) -> String {
    let method = words_joined(operation, '_');
    let mut text = format!("import boto3\n\nssm = boto3.client(\"ssm\")\nresponse = ssm.{method}(\n");
    for (name, value) in members {
        // Writing to a String does not fail.
        let _ = writeln!(text, "    {name}={},", literal(value));
    }
    text.push_str(")\nprint(response[\"WindowId\"])\n");
    text
}

/// A Python literal of a JSON value.
fn literal(value: &Value) -> String {
    match value {
        Value::Null => "None".to_owned(),
        Value::Bool(true) => "True".to_owned(),
        Value::Bool(false) => "False".to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => string_literal(text),
        Value::Array(items) => format!("[{}]", items.iter().map(literal).collect::<Vec<_>>().join(", ")),
        Value::Object(members) => {
            let members: Vec<String> = members
                .iter()
                .map(|(key, value)| format!("{}: {}", string_literal(key), literal(value)))
                .collect();
            format!("{{{}}}", members.join(", "))
        }
    }
}

fn string_literal(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        let _ = match letter {
            '"' | '\\' => write!(quoted, "\\{letter}"),
            '\n' => write!(quoted, "\\n"),
            _ if is_visible(letter) => write!(quoted, "{letter}"),
            _ => write!(quoted, "\\U{:08x}", u32::from(letter)),
        };
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_string_cannot_end_its_literal() {
        assert_eq!(string_literal("\"); import os #"), r#""\"); import os #""#);
        assert_eq!(string_literal("a\\\nb\u{2028}\0"), r#""a\\\nb\U00002028\U00000000""#);
    }
}
