//! YAML, written so that every reader of YAML 1.1 and 1.2 reads the same.
//!
//! A text stands in double quotes always, so that nothing in it is a number, a flag (`no`), a date, an
//! anchor, a tag or a comment, and what does not show is an escape.

use super::is_visible;
use super::node::Node;
use crate::json::number_text;
use std::fmt::Write;

/// Of a longer key, quotes and escapes included, its value is told apart with `?`: YAML looks for a colon within
/// 1,024 characters.
const LONGEST_KEY: usize = 1000;

/// A document with this mapping at its root.
pub(super) fn document(root: &[(String, Node)]) -> String {
    let mut text = String::new();
    write_mapping(root, 0, &mut text);
    text
}

/// Writes a mapping; its first line begins where the writer stands.
fn write_mapping(members: &[(String, Node)], indent: usize, text: &mut String) {
    let inner = indent.saturating_add(2);
    for (index, (key, value)) in members.iter().enumerate() {
        begin_line(index, indent, text);
        let key = key_text(key);
        if key.len() > LONGEST_KEY {
            text.push_str("? ");
        }
        text.push_str(&key);
        if key.len() > LONGEST_KEY {
            text.push('\n');
            begin_line(1, indent, text);
        }
        text.push(':');
        match value {
            Node::List(items) if !items.is_empty() => {
                text.push('\n');
                begin_line(1, inner, text);
                write_sequence(items, inner, text);
            }
            Node::Object(members) if !members.is_empty() => {
                text.push('\n');
                begin_line(1, inner, text);
                write_mapping(members, inner, text);
            }
            scalar => {
                text.push(' ');
                write_scalar(scalar, text);
            }
        }
    }
}

/// Writes a sequence; its first line begins where the writer stands.
fn write_sequence(items: &[Node], indent: usize, text: &mut String) {
    let inner = indent.saturating_add(2);
    for (index, item) in items.iter().enumerate() {
        begin_line(index, indent, text);
        text.push_str("- ");
        match item {
            Node::List(items) if !items.is_empty() => write_sequence(items, inner, text),
            Node::Object(members) if !members.is_empty() => write_mapping(members, inner, text),
            scalar => write_scalar(scalar, text),
        }
    }
}

/// The blanks before a line, but before the first of a collection.
fn begin_line(index: usize, indent: usize, text: &mut String) {
    if index > 0 {
        text.push_str(&" ".repeat(indent));
    }
}

/// Writes a scalar, or an empty collection, and ends its line.
fn write_scalar(value: &Node, text: &mut String) {
    match value {
        Node::Text(value) | Node::Bytes(value) => text.push_str(&quoted(value)),
        Node::Verbatim(value) => text.push_str(value),
        Node::Number(number) => text.push_str(&number_text(number)),
        Node::Flag(true) => text.push_str("true"),
        Node::Flag(false) => text.push_str("false"),
        Node::Null | Node::TargetId(_) => text.push_str("null"),
        Node::List(_) => text.push_str("[]"),
        Node::Object(_) => text.push_str("{}"),
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
    fn a_key_longer_than_yaml_looks_for_a_colon_is_marked_as_one() {
        let (short, long) = ("k".repeat(1000), "k".repeat(1001));
        let value = json!({"A": [{ short.as_str(): "v" }, { long.as_str(): {"B": 1} }]});
        let expected = format!("A:\n  - {short}: \"v\"\n  - ? {long}\n    :\n      B: 1\n");
        assert_eq!(document(Node::from(value).members()), expected);
    }

    #[test]
    fn collections_are_indented_by_two() {
        let value = json!({"A": [{"K": "k", "V": []}, [1, [true]], null], "B": {}, "C": {"D": {"e f": 1}}});
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
        assert_eq!(document(Node::from(value).members()), expected);
    }
}
