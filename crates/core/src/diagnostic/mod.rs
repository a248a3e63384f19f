//! What is wrong with a value, where, and what to write instead.

mod code;

pub use code::Code;

use crate::record::Record;
use std::borrow::Cow;
use std::ops::Range;

/// How much a diagnostic weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Record)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub enum Severity {
    /// AWS refuses the request, or no execution can be computed from it.
    Error,
    /// AWS takes it, but it probably does not do what was meant.
    Warning,
    /// Worth knowing; nothing is wrong.
    Note,
}

/// A part of a field's text, in UTF-16 code units as JavaScript and editors count: `start..end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Record)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct Span {
    /// The first code unit.
    pub start: u32,
    /// The code unit after the last; equal to `start` for a place between two characters.
    pub end: u32,
}

impl Span {
    /// The span of the bytes `range` of `text`. A bound inside a character, or past the end, moves
    /// back to the nearest character's start.
    ///
    /// ```
    /// use window_planner_core::diagnostic::Span;
    ///
    /// assert_eq!(Span::of_bytes("🕐 at(x)", 5..10), Span { start: 3, end: 8 });
    /// ```
    #[must_use]
    pub fn of_bytes(text: &str, range: Range<usize>) -> Self {
        let units = |byte: usize| {
            let units: usize =
                text.char_indices().take_while(|(at, _)| *at < byte).map(|(_, c)| c.len_utf16()).sum();
            u32::try_from(units).unwrap_or(u32::MAX)
        };
        Self { start: units(range.start), end: units(range.end.max(range.start)) }
    }
}

/// A remedy that can be applied by a click: the field's whole new text.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct Fix {
    /// What the button says, such as `Write ? for day-of-week`.
    pub label: String,
    /// The new text of the field that the diagnostic names; empty text means: leave the field out.
    pub value: String,
}

/// One finding about one field.
///
/// The wording of `message` and `help` is ours and may change; `code` is stable. AWS's own words
/// stand apart, where they are known.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct Diagnostic {
    /// How much it weighs.
    pub severity: Severity,
    /// What kind of finding it is; stable across versions.
    pub code: Code,
    /// The field in AWS's spelling, with its place in a list: `Schedule`, `Tags[0].Key`. Empty when
    /// it is about the whole request.
    pub field: Cow<'static, str>,
    /// The part of the field's text it is about; absent when it is about all of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// What is wrong.
    pub message: String,
    /// What to write instead, or what follows from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// The remedy, where it is mechanical.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fix: Option<Fix>,
    /// What AWS answers to it, word for word, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aws_message: Option<String>,
}

impl Diagnostic {
    /// A finding of the severity that belongs to `code`.
    #[must_use]
    pub fn new(code: Code, field: impl Into<Cow<'static, str>>, message: impl Into<String>) -> Self {
        Self {
            severity: code.severity(),
            code,
            field: field.into(),
            span: None,
            message: message.into(),
            help: None,
            fix: None,
            aws_message: None,
        }
    }

    /// Says which part of the field's text it is about.
    #[must_use]
    pub fn at(mut self, span: Span) -> Self {
        self.span = Some(span);
        self
    }

    /// Says what to write instead.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Offers the field's new text.
    #[must_use]
    pub fn fix(mut self, label: impl Into<String>, value: impl Into<String>) -> Self {
        self.fix = Some(Fix { label: label.into(), value: value.into() });
        self
    }

    /// Adds AWS's own answer.
    #[must_use]
    pub fn aws(mut self, message: impl Into<String>) -> Self {
        self.aws_message = Some(message.into());
        self
    }

    /// Whether AWS refuses what it is about.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

impl std::fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if !self.field.is_empty() {
            write!(f, "{}: ", self.field)?;
        }
        f.write_str(&self.message)?;
        match &self.help {
            Some(help) => write!(f, " {help}"),
            None => Ok(()),
        }
    }
}

/// A value that was read, and all that was found on the way.
///
/// `value` is there exactly when no finding is an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked<T> {
    value: Option<T>,
    diagnostics: Vec<Diagnostic>,
}

impl<T> Checked<T> {
    /// Joins a value with its findings. An error among them, or no value, means that it has none.
    pub(crate) fn new(value: Option<T>, diagnostics: Vec<Diagnostic>) -> Self {
        let value = value.filter(|_| !diagnostics.iter().any(Diagnostic::is_error));
        Self { value, diagnostics }
    }

    /// The value, when nothing is wrong with it.
    #[must_use]
    pub fn value(&self) -> Option<&T> {
        self.value.as_ref()
    }

    /// All findings, errors and others, in the order of the fields.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// The findings that AWS refuses the request for.
    pub fn errors(&self) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.iter().filter(|found| found.is_error())
    }

    /// The findings that are no errors.
    pub fn warnings(&self) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.iter().filter(|found| !found.is_error())
    }

    /// The value and the findings, apart.
    #[must_use]
    pub fn into_parts(self) -> (Option<T>, Vec<Diagnostic>) {
        (self.value, self.diagnostics)
    }
}
