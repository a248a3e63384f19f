//! Where the text of a field stands, so that a report can underline it.

use std::ops::Range;
use window_planner_core::diagnostic::Span;

/// A field's value in the text that it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place<'t> {
    /// The file, or the argument, as it was named.
    pub(crate) origin: &'t str,
    /// The whole text.
    pub(crate) source: &'t str,
    /// The line on which the value begins, from 1.
    pub(crate) line: usize,
    /// Where that line begins.
    pub(crate) line_start: usize,
    /// Whether the text has no character of several bytes.
    pub(crate) is_ascii: bool,
    /// The value in it, in bytes.
    pub(crate) value: Range<usize>,
    /// How the value is written.
    pub(crate) notation: Notation,
}

/// How a value is written where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Notation {
    /// As it is.
    Plain,
    /// As a JSON string, in quotes and with escapes.
    JsonString,
}

impl<'t> Place<'t> {
    /// An argument's value.
    pub(crate) fn of_argument(origin: &'t str, text: &'t str) -> Self {
        let value = 0..text.len();
        let is_ascii = text.is_ascii();
        Self { origin, source: text, line: 1, line_start: 0, is_ascii, value, notation: Notation::Plain }
    }

    /// The bytes of a part of the value; of all of it without a span.
    pub(crate) fn bytes_of(&self, span: Option<Span>) -> Range<usize> {
        span.map_or(self.value.clone(), |span| self.byte_at(span.start)..self.byte_at(span.end))
    }

    /// The line of a byte in the value, from 1. The text before the value is not looked at, however long.
    pub(crate) fn line_of(&self, byte: usize) -> usize {
        let before = self.source.as_bytes().get(self.value.start..byte).unwrap_or_default();
        self.line + memchr::memchr_iter(b'\n', before).count()
    }

    /// Where the line begins that a byte in the value stands in.
    pub(crate) fn line_start_of(&self, byte: usize) -> usize {
        let before = self.source.as_bytes().get(self.value.start..byte).unwrap_or_default();
        memchr::memrchr(b'\n', before).map_or(self.line_start, |end| self.value.start + end + 1)
    }

    /// The column of a byte in the value, in characters from 1.
    pub(crate) fn column_of(&self, byte: usize) -> usize {
        let before = self.source.get(self.line_start_of(byte)..byte).unwrap_or_default();
        // An answer may be one line of megabytes, with thousands of findings.
        let characters = if self.is_ascii { before.len() } else { before.chars().count() };
        characters + 1
    }

    /// The new text for a value that is to be `value`.
    pub(crate) fn written(&self, value: &str) -> String {
        match self.notation {
            Notation::Plain => value.to_owned(),
            Notation::JsonString => serde_json::Value::from(value).to_string(),
        }
    }

    /// The byte at which the value's `unit`th UTF-16 unit begins.
    fn byte_at(&self, unit: u32) -> usize {
        let text = self.source.get(self.value.clone()).unwrap_or_default();
        let quote = usize::from(self.notation == Notation::JsonString);
        let mut rest = text.get(quote..text.len().saturating_sub(quote)).unwrap_or_default();
        let (mut byte, mut units) = (self.value.start + quote, 0);
        while units < unit
            && let Some(first) = rest.chars().next()
        {
            let (width, wide) = match (self.notation, first) {
                (Notation::JsonString, '\\') if rest.starts_with("\\u") => (6, 1),
                (Notation::JsonString, '\\') => (2, 1),
                _ => (first.len_utf8(), if first.len_utf16() == 2 { 2 } else { 1 }),
            };
            byte += width;
            units += wide;
            rest = rest.get(width..).unwrap_or_default();
        }
        byte
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The part of `source`, all of which is the value, that the span names.
    fn part(source: &str, notation: Notation, start: u32, end: u32) -> &str {
        let place = Place { notation, ..Place::of_argument("", source) };
        &source[place.bytes_of(Some(Span { start, end }))]
    }

    #[test]
    fn a_span_is_found_behind_characters_of_any_width() {
        assert_eq!(part("🕐ä at(x)", Notation::Plain, 4, 6), "at");
        assert_eq!(part("abc", Notation::Plain, 1, 99), "bc");
    }

    #[test]
    fn a_span_is_found_behind_the_escapes_of_json() {
        assert_eq!(part(r#""\ud83d\udd50\n\"at(x)""#, Notation::JsonString, 4, 6), "at");
        assert_eq!(part(r#""at(x)""#, Notation::JsonString, 0, 5), "at(x)");
        assert_eq!(part(r#""at(x)""#, Notation::JsonString, 3, 99), "x)");
    }
}
