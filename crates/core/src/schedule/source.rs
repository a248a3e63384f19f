//! The text of a `Schedule` field while it is read: its pieces, their places, and what is found.

use crate::diagnostic::{Code, Diagnostic, Span};
use std::ops::Range;

/// The text of a `Schedule` field, and what has been found in it.
pub(super) struct Source<'t> {
    pub(super) text: &'t str,
    pub(super) found: Vec<Diagnostic>,
}

impl<'t> Source<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, found: Vec::new() }
    }

    /// A finding about the bytes `range`.
    pub(super) fn finding(&self, code: Code, range: Range<usize>, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(code, "Schedule", message).at(Span::of_bytes(self.text, range))
    }

    /// The whole text with the bytes `range` replaced.
    pub(super) fn replaced(&self, range: Range<usize>, with: &str) -> String {
        let before = self.text.get(..range.start).unwrap_or_default();
        let after = self.text.get(range.end..).unwrap_or_default();
        format!("{before}{with}{after}")
    }

    pub(super) fn report(&mut self, finding: Diagnostic) {
        self.found.push(finding);
    }

    /// Says once for each field that something works, but not by AWS's word.
    pub(super) fn undocumented(&mut self, token: &Token<'_>, what: &str) {
        let finding = self
            .finding(Code::CronUndocumented, token.range(), format!("{what} is not documented by AWS."))
            .help("It works in the Quartz dialect, which AWS's cron follows.");
        self.report(finding);
    }
}

/// A piece of the text and the byte at which it begins.
#[derive(Clone, Copy)]
pub(super) struct Token<'t> {
    pub(super) text: &'t str,
    pub(super) at: usize,
}

impl Token<'_> {
    pub(super) fn range(&self) -> Range<usize> {
        self.at..self.at.saturating_add(self.text.len())
    }

    /// The parts between the separators, each with its place.
    pub(super) fn split(self, separator: char) -> impl Iterator<Item = Self> {
        let mut at = self.at;
        self.text.split(separator).map(move |text| {
            let part = Self { text, at };
            at = at.saturating_add(text.len()).saturating_add(separator.len_utf8());
            part
        })
    }

    pub(super) fn split_once(self, separator: char) -> Option<(Self, Self)> {
        let (before, after) = self.text.split_once(separator)?;
        let at = self.at.saturating_add(before.len()).saturating_add(separator.len_utf8());
        Some((Self { text: before, at: self.at }, Self { text: after, at }))
    }
}

/// The fields of the text between the parentheses: runs of blanks part them.
pub(super) fn split_fields(inner: Token<'_>) -> Vec<Token<'_>> {
    inner.split(' ').filter(|field| !field.text.is_empty()).collect()
}

pub(super) fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The text as a message quotes it: in quotes unless it is a number, and never long.
pub(super) fn quoted(text: &str) -> String {
    match text.char_indices().nth(20) {
        Some((end, _)) => format!("\"{}…\"", text.get(..end).unwrap_or_default()),
        None if is_number(text) => text.to_owned(),
        None => format!("\"{text}\""),
    }
}
