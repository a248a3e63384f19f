//! Values as JSON. Characters that do not show are `\u…` escapes.

use super::is_visible;
use super::node::Node;
use crate::json::{begin_line, number_text};
use std::fmt::Write;

/// Indented by two blanks, with a line end.
pub(super) fn pretty(value: &Node) -> String {
    let mut text = String::new();
    write_value(value, Some(0), &mut text);
    text.push('\n');
    text
}

/// In one line, without blanks.
pub(super) fn compact(value: &Node) -> String {
    let mut text = String::new();
    write_value(value, None, &mut text);
    text
}

/// Writes a value; `indent` is that of its line, none for a text of one line.
fn write_value(value: &Node, indent: Option<usize>, text: &mut String) {
    let inner = indent.map(|indent| indent.saturating_add(2));
    match value {
        Node::List(items) if !items.is_empty() => {
            for (index, item) in items.iter().enumerate() {
                text.push(if index == 0 { '[' } else { ',' });
                begin_line(inner, text);
                write_value(item, inner, text);
            }
            begin_line(indent, text);
            text.push(']');
        }
        Node::Object(members) if !members.is_empty() => {
            for (index, (key, value)) in members.iter().enumerate() {
                text.push(if index == 0 { '{' } else { ',' });
                begin_line(inner, text);
                write_string(key, text);
                text.push_str(if indent.is_some() { ": " } else { ":" });
                write_value(value, inner, text);
            }
            begin_line(indent, text);
            text.push('}');
        }
        Node::List(_) => text.push_str("[]"),
        Node::Object(_) => text.push_str("{}"),
        Node::Flag(true) => text.push_str("true"),
        Node::Flag(false) => text.push_str("false"),
        Node::Number(number) => text.push_str(&number_text(number)),
        Node::Text(value) | Node::Bytes(value) => write_string(value, text),
        Node::Verbatim(value) => text.push_str(value),
        // JSON knows no ids to come.
        Node::Null | Node::TargetId(_) => text.push_str("null"),
    }
}

fn write_string(value: &str, text: &mut String) {
    text.push('"');
    let mut units = [0; 2];
    for letter in value.chars() {
        match letter {
            '"' | '\\' => text.extend(['\\', letter]),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\t' => text.push_str("\\t"),
            _ if is_visible(letter) => text.push(letter),
            _ => {
                for unit in letter.encode_utf16(&mut units) {
                    // Writing to a String does not fail.
                    let _ = write!(text, "\\u{unit:04x}");
                }
            }
        }
    }
    text.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn every_text_reads_back_and_shows_what_it_is() {
        let hostile = "\u{202e}\u{2028}\0\"\\\n</script>😀 \u{7f}ü";
        let text = compact(&Node::Text(hostile.into()));
        assert_eq!(serde_json::from_str::<String>(&text).unwrap(), hostile);
        assert_eq!(text, r#""\u202e\u2028\u0000\"\\\n</script>\ud83d\ude00 \u007fü""#);
    }

    #[test]
    fn values_are_laid_out_as_serde_json_does() {
        let value = json!({"a": [], "b": {}, "c": [1, -2.5, {"d": null, "e": [true, false]}], "f": "g"});
        assert_eq!(
            pretty(&value.clone().into()),
            format!("{}\n", serde_json::to_string_pretty(&value).unwrap())
        );
        assert_eq!(compact(&value.clone().into()), value.to_string());
        assert_eq!(serde_json::from_str::<Value>(&compact(&value.clone().into())).unwrap(), value);
    }
}
