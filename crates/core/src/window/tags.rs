//! The tags of a window.

use super::limits;
use super::request::Tag;
use crate::characters::ALPHABET;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::distinct::Texts;
use crate::quoted::quoted_letter;

/// Moves all that is wrong with the tags to `found`.
pub(super) fn check_tags(tags: &[Tag], found: &mut Vec<Diagnostic>) {
    if tags.len() > limits::TAGS {
        let message = format!("{} tags; AWS takes {}.", tags.len(), limits::TAGS);
        found.push(Diagnostic::new(Code::TagCount, "Tags", message).help("Remove some."));
    }
    let mut keys = Texts::default();
    for (index, tag) in tags.iter().enumerate() {
        let key_field = format!("Tags[{index}].Key");
        found.extend(limits::TAG_KEY.length_finding(&key_field, &tag.key));
        found.extend(check_tag_text(Code::TagKeyPattern, &key_field, &tag.key));
        // Source: the CloudFormation schema.
        if tag.key.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("aws:")) {
            let finding =
                Diagnostic::new(Code::TagKeyReserved, key_field.clone(), "A key must not begin with aws:.");
            found.push(finding.help("AWS keeps that prefix for its own tags."));
        }
        if !keys.insert(&tag.key) {
            let finding =
                Diagnostic::new(Code::TagKeyTwice, key_field, format!("The key {} stands twice.", tag.key));
            found.push(finding.help("Keep one of them."));
        }
        let value_field = format!("Tags[{index}].Value");
        found.extend(limits::TAG_VALUE.length_finding(&value_field, &tag.value));
        found.extend(check_tag_text(Code::TagValuePattern, &value_field, &tag.value));
    }
}

/// Whether tags can have a character: `[\p{L}\p{Z}\p{N}_.:/=+\-@]`.
pub(crate) fn is_tag_character(c: char) -> bool {
    matches!(c, '_' | '.' | ':' | '/' | '=' | '+' | '-' | '@') || ALPHABET.contains(c)
}

fn check_tag_text(code: Code, field: &str, text: &str) -> Option<Diagnostic> {
    let (at, stranger) = text.char_indices().find(|(_, c)| !is_tag_character(*c))?;
    let constraint = format!("Member must satisfy regular expression pattern: {}", limits::TAG_PATTERN);
    Some(
        Diagnostic::new(code, field.to_owned(), format!("A tag cannot have {}.", quoted_letter(stranger)))
            .at(Span::of_bytes(text, at..at.saturating_add(stranger.len_utf8())))
            .help("AWS takes letters, digits, blanks and _ . : / = + - @.")
            .aws(limits::constraint_violation(field, Some(text), &constraint)),
    )
}
