//! YAML, written so that every reader of YAML 1.1 and 1.2 reads the same.
//!
//! A text stands in double quotes always, so that nothing in it is a number, a flag (`no`), a date, an
//! anchor, a tag or a comment, and what does not show is an escape.

use super::is_visible;
use serde_json::Value;
use std::fmt::Write;

/// A node of a document.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Yaml {
    /// A text.
    Text(String),
    /// Written as it is: a number, a flag, a name of the format's own, a function.
    Plain(String),
    /// A sequence.
    List(Vec<Yaml>),
    /// A mapping in its order. Keys of the format's own are plain, others are quoted.
    Map(Vec<(String, Yaml)>),
}

impl From<Value> for Yaml {
    fn from(value: Value) -> Self {
        match value {
            Value::Null => Self::Plain("null".to_owned()),
            Value::Bool(flag) => Self::Plain(flag.to_string()),
            Value::Number(number) => Self::Plain(number.to_string()),
            Value::String(text) => Self::Text(text),
            Value::Array(items) => Self::List(items.into_iter().map(Self::from).collect()),
            Value::Object(members) => {
                Self::Map(members.into_iter().map(|(key, value)| (key, Self::from(value))).collect())
            }
        }
    }
}

/// A document with this mapping at its root.
pub(super) fn document(root: Vec<(String, Yaml)>) -> String {
    let mut text = String::new();
    map(root, 0, &mut text);
    text
}

/// Writes a mapping; its first line begins where the writer stands.
fn map(members: Vec<(String, Yaml)>, indent: usize, text: &mut String) {
    for (index, (key, value)) in members.into_iter().enumerate() {
        if index > 0 {
            text.push_str(&" ".repeat(indent));
        }
        text.push_str(&key_text(&key));
        text.push(':');
        value_of_key(value, indent, text);
    }
}

/// Writes what follows a key's colon.
fn value_of_key(value: Yaml, indent: usize, text: &mut String) {
    let inner = indent.saturating_add(2);
    match value {
        Yaml::List(items) if !items.is_empty() => {
            text.push('\n');
            for item in items {
                text.push_str(&" ".repeat(inner));
                text.push_str("- ");
                value_of_item(item, inner.saturating_add(2), text);
            }
        }
        Yaml::Map(members) if !members.is_empty() => {
            text.push('\n');
            text.push_str(&" ".repeat(inner));
            map(members, inner, text);
        }
        scalar => {
            text.push(' ');
            line(scalar, text);
        }
    }
}

/// Writes what follows an item's dash.
fn value_of_item(value: Yaml, indent: usize, text: &mut String) {
    match value {
        Yaml::Map(members) if !members.is_empty() => map(members, indent, text),
        Yaml::List(items) if !items.is_empty() => {
            for (index, item) in items.into_iter().enumerate() {
                if index > 0 {
                    text.push_str(&" ".repeat(indent));
                }
                text.push_str("- ");
                value_of_item(item, indent.saturating_add(2), text);
            }
        }
        scalar => line(scalar, text),
    }
}

/// Writes a scalar, or an empty collection, and ends its line.
fn line(value: Yaml, text: &mut String) {
    match value {
        Yaml::Text(value) => text.push_str(&quoted(&value)),
        Yaml::Plain(value) => text.push_str(&value),
        Yaml::List(_) => text.push_str("[]"),
        Yaml::Map(_) => text.push_str("{}"),
    }
    text.push('\n');
}

/// A key: plain when it looks like a member of AWS's and means nothing else to YAML.
fn key_text(key: &str) -> String {
    const WORDS: [&str; 9] = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];
    let is_plain = key.starts_with(|first: char| first.is_ascii_alphabetic())
        && key.chars().all(|letter| letter.is_ascii_alphanumeric())
        && !WORDS.iter().any(|word| key.eq_ignore_ascii_case(word));
    if is_plain { key.to_owned() } else { quoted(key) }
}

/// A scalar in double quotes. Characters beyond `\uffff` have eight digits, since YAML knows no
/// surrogates.
fn quoted(value: &str) -> String {
    let mut text = String::from("\"");
    for letter in value.chars() {
        // Writing to a String does not fail.
        let _ = match letter {
            '"' | '\\' => write!(text, "\\{letter}"),
            '\n' => write!(text, "\\n"),
            '\t' => write!(text, "\\t"),
            _ if is_visible(letter) => write!(text, "{letter}"),
            '\0'..='\u{ffff}' => write!(text, "\\u{:04x}", u32::from(letter)),
            _ => write!(text, "\\U{:08x}", u32::from(letter)),
        };
    }
    text.push('"');
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_text_is_quoted_whatever_it_looks_like() {
        assert_eq!(quoted("no"), r#""no""#);
        assert_eq!(quoted("\" # ' \\ \n&a *b !c"), r#""\" # ' \\ \n&a *b !c""#);
        assert_eq!(quoted("\0\u{2028}\u{202e}\u{1f6e0}ü"), r#""\u0000\u2028\u202e\U0001f6e0ü""#);
    }

    #[test]
    fn a_key_that_yaml_would_read_otherwise_is_quoted() {
        for (key, text) in [("Name", "Name"), ("No", r#""No""#), ("<<", r#""<<""#), ("1e3", r#""1e3""#)] {
            assert_eq!(key_text(key), text);
        }
    }

    #[test]
    fn collections_are_indented_by_two() {
        let value = json!({"A": [{"K": "k", "V": []}, [1, [true]], null], "B": {}, "C": {"D": {"e f": 1}}});
        let Yaml::Map(root) = Yaml::from(value) else { unreachable!() };
        let expected = "\
A:
  - K: \"k\"
    V: []
  - - 1
    - - true
  - null
B: {}
C:
  D:
    \"e f\": 1
";
        assert_eq!(document(root), expected);
    }
}
