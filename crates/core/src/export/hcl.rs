//! HCL, the language of Terraform's configurations.
//!
//! A text is a quoted template; `${` and `%{`, which would begin an expression in it, are doubled, and
//! what does not show is an escape. Source: the HCL native syntax specification, "Quoted templates".

use super::is_visible;
use super::node::Node;
use crate::json::number_text;
use std::fmt::Write;

/// To which width keys are aligned. Longer ones stand out; the standard library panics beyond 65,535.
const WIDEST: usize = 100;

/// A block: `resource "type" "name" { … }`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Block {
    /// Its type and labels, as they are written.
    pub(super) head: String,
    /// Names, and expressions as text.
    pub(super) attributes: Vec<(String, String)>,
    /// The blocks within.
    pub(super) blocks: Vec<Block>,
}

impl Block {
    pub(super) fn new(head: impl Into<String>) -> Self {
        Self { head: head.into(), attributes: Vec::new(), blocks: Vec::new() }
    }

    /// Adds an attribute whose expression is written as it is.
    pub(super) fn set(&mut self, name: &str, expression: String) {
        self.attributes.push((name.to_owned(), expression));
    }

    /// Writes it, indented and aligned, with its line end.
    pub(super) fn write(&self, text: &mut String) {
        self.write_within(0, text);
    }

    fn write_within(&self, indent: usize, text: &mut String) {
        let margin = " ".repeat(indent);
        let inner = " ".repeat(indent.saturating_add(2));
        if self.attributes.is_empty() && self.blocks.is_empty() {
            let _ = writeln!(text, "{margin}{} {{}}", self.head);
            return;
        }
        // Writing to a String does not fail.
        let _ = writeln!(text, "{margin}{} {{", self.head);
        let is_short = |expression: &str| !expression.as_bytes().contains(&b'\n');
        let (short, long): (Vec<_>, Vec<_>) =
            self.attributes.iter().partition(|(_, expression)| is_short(expression));
        let width = short.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
        for (name, expression) in &short {
            let _ = writeln!(text, "{inner}{name:<width$} = {expression}");
        }
        let mut is_first = short.is_empty();
        for (name, expression) in long {
            separate(&mut is_first, text);
            let expression = expression.replace('\n', &format!("\n{inner}"));
            let _ = writeln!(text, "{inner}{name} = {expression}");
        }
        for block in &self.blocks {
            separate(&mut is_first, text);
            block.write_within(indent.saturating_add(2), text);
        }
        let _ = writeln!(text, "{margin}}}");
    }
}

/// An empty line, but not at the beginning of a block.
fn separate(is_first: &mut bool, text: &mut String) {
    if !std::mem::take(is_first) {
        text.push('\n');
    }
}

/// An expression for a value. Objects take several lines, all else one.
pub(super) fn expression(value: &Node) -> String {
    match value {
        Node::Null | Node::TargetId(_) => "null".to_owned(),
        Node::Flag(flag) => flag.to_string(),
        Node::Number(number) => number_text(number),
        Node::Text(text) => quoted(text),
        // Terraform takes bytes as text, and encodes them itself.
        Node::Bytes(text) => format!("base64decode({})", quoted(text)),
        Node::Verbatim(text) => text.clone(),
        Node::List(items) => format!("[{}]", items.iter().map(expression).collect::<Vec<_>>().join(", ")),
        Node::Object(members) => object(members),
    }
}

fn object(members: &[(String, Node)]) -> String {
    if members.is_empty() {
        return "{}".to_owned();
    }
    let members: Vec<(String, String)> =
        members.iter().map(|(key, value)| (quoted(key), expression(value).replace('\n', "\n  "))).collect();
    let width = members.iter().map(|(key, _)| key.chars().count()).max().unwrap_or(0).min(WIDEST);
    let mut text = String::from("{\n");
    for (key, value) in members {
        // Writing to a String does not fail.
        let _ = writeln!(text, "  {key:<width$} = {value}");
    }
    text.push('}');
    text
}

/// A quoted template that has no expression in it.
pub(super) fn quoted(value: &str) -> String {
    let mut text = String::from("\"");
    let mut letters = value.chars().peekable();
    while let Some(letter) = letters.next() {
        // Writing to a String does not fail.
        let _ = match letter {
            '"' | '\\' => write!(text, "\\{letter}"),
            '\n' => write!(text, "\\n"),
            '\r' => write!(text, "\\r"),
            '\t' => write!(text, "\\t"),
            '$' | '%' if letters.peek() == Some(&'{') => write!(text, "{letter}{letter}"),
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
    fn no_text_begins_an_expression_or_ends_its_quotes() {
        for (value, text) in [
            ("${file(\"/etc/passwd\")}", r#""$${file(\"/etc/passwd\")}""#),
            ("%{ if true }", r#""%%{ if true }""#),
            ("$${x} $ % {", r#""$$${x} $ % {""#),
            ("<<EOF\nx\r\n\tEOF\\", r#""<<EOF\nx\r\n\tEOF\\""#),
            ("\0\u{2028}\u{202e}\u{1f6e0}ü", r#""\u0000\u2028\u202e\U0001f6e0ü""#),
        ] {
            assert_eq!(quoted(value), text);
        }
    }

    #[test]
    fn a_key_of_any_length_is_written() {
        let key = "k".repeat(100_000);
        let text = expression(&Node::from(json!({ key.as_str(): 1, "a": 2 })));
        assert!(
            text.contains(&format!("  \"{key}\" = 1\n"))
                && text.contains(&format!("  {:<WIDEST$} = 2\n", "\"a\""))
        );
    }

    #[test]
    fn blocks_are_indented_and_their_equals_signs_aligned() {
        let mut inner = Block::new("parameter");
        inner.set("name", expression(&Node::from(json!("x"))));
        inner.set("values", expression(&Node::from(json!(["a", 1, null]))));
        let mut block = Block::new("resource \"a\" \"b\"");
        block.set("n", expression(&Node::from(json!(true))));
        block.set("tags", expression(&Node::from(json!({"a": "1", "key b": {"c": 1}}))));
        block.set("longer", expression(&Node::from(json!(3))));
        block.blocks =
            vec![inner.clone(), Block { blocks: vec![inner, Block::new("empty")], ..Block::new("outer") }];
        let mut text = String::new();
        block.write(&mut text);
        insta::assert_snapshot!(text, @r#"
        resource "a" "b" {
          n      = true
          longer = 3

          tags = {
            "a"     = "1"
            "key b" = {
              "c" = 1
            }
          }

          parameter {
            name   = "x"
            values = ["a", 1, null]
          }

          outer {
            parameter {
              name   = "x"
              values = ["a", 1, null]
            }

            empty {}
          }
        }
        "#);
    }
}
