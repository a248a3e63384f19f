//! The parts of an expression as it is being typed: what each is, where, and what it says.

use super::cron::{FieldKind, FieldValue, read_field};
use super::describe::{days_of_month, days_of_week, months, unit, years};
use super::form::Form;
use super::source::{Token, split_fields};
use crate::diagnostic::Span;

/// One part of an expression: a field of cron, the value or unit of a rate, the moment of an at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What the part is: `day of week`.
    pub label: &'static str,
    /// Where it stands, in UTF-16 units of the expression.
    pub span: Span,
    /// What may stand there, in one line.
    pub legal: &'static str,
    /// What it contributes: `on the third Tuesday`; nothing while it cannot be read.
    pub says: Option<String>,
}

/// The parts of an expression, in order. It need not be right, or finished: an open parenthesis is
/// enough. Empty where no form can be told.
///
/// ```
/// use window_planner_core::schedule::anatomy;
///
/// let parts = anatomy("cron(30 23 ? * TUE#3 ");
/// assert_eq!(parts[4].label, "day of week");
/// assert_eq!(parts[4].says.as_deref(), Some("on the third Tuesday"));
/// ```
#[must_use]
pub fn anatomy(text: &str) -> Vec<Part> {
    let Some((keyword, rest)) = text.split_once('(') else {
        return Vec::new();
    };
    let inner = rest.split(')').next().unwrap_or_default();
    let inner = Token { text: inner, at: keyword.len().saturating_add(1) };
    match Form::from_keyword(keyword.trim().to_ascii_lowercase().as_str()) {
        Some(Form::Cron) => cron_parts(text, inner),
        Some(Form::Rate) => rate_parts(text, inner),
        Some(Form::At) => at_parts(text, inner),
        None => Vec::new(),
    }
}

fn cron_parts(text: &str, inner: Token<'_>) -> Vec<Part> {
    let fields = split_fields(inner);
    let kinds: &[FieldKind] = if fields.len() > 6 { &FieldKind::SEVEN } else { &FieldKind::SIX };
    kinds
        .iter()
        .zip(fields)
        .map(|(kind, field)| Part {
            label: kind.name(),
            span: Span::of_bytes(text, field.range()),
            legal: kind.legal(),
            says: read_field(*kind, field.text).map(|value| says(*kind, &value)),
        })
        .collect()
}

fn says(kind: FieldKind, value: &FieldValue) -> String {
    match value {
        FieldValue::Unset if kind == FieldKind::DayOfMonth => "the day of week decides".to_owned(),
        FieldValue::Unset => "the day of month decides".to_owned(),
        FieldValue::DaysOfMonth(days) => days_of_month(days),
        FieldValue::DaysOfWeek(days) => days_of_week(days),
        FieldValue::Plain(terms) => match kind {
            FieldKind::Month => months(terms),
            FieldKind::Year => years(terms),
            _ => unit(terms),
        },
    }
}

fn rate_parts(text: &str, inner: Token<'_>) -> Vec<Part> {
    let parts = [("value", "a whole number from 1"), ("unit", "minute(s), hour(s) or day(s)")];
    parts
        .into_iter()
        .zip(split_fields(inner))
        .map(|((label, legal), token)| Part {
            label,
            span: Span::of_bytes(text, token.range()),
            legal,
            says: None,
        })
        .collect()
}

fn at_parts(text: &str, inner: Token<'_>) -> Vec<Part> {
    let (date, time) = inner.split_once('T').map_or((inner, None), |(date, time)| (date, Some(time)));
    let part = |label, legal, token: Token<'_>| Part {
        label,
        span: Span::of_bytes(text, token.range()),
        legal,
        says: None,
    };
    [Some(part("date", "yyyy-MM-dd", date)), time.map(|time| part("time", "hh:mm:ss", time))]
        .into_iter()
        .flatten()
        .filter(|part| part.span.start < part.span.end)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_of_an_unfinished_expression_has_its_label() {
        let labels = |text: &str| anatomy(text).iter().map(|part| part.label).collect::<Vec<_>>();
        assert_eq!(labels("cron(0"), ["minutes"]);
        assert_eq!(labels("cron(0 30 23 ? * TUE#3 *)"), FieldKind::SEVEN.map(FieldKind::name));
        assert_eq!(labels("rate(5 minutes)"), ["value", "unit"]);
        assert_eq!(labels("at(2027-01-01T00:00"), ["date", "time"]);
        assert_eq!(labels("whenever"), Vec::<&str>::new());
    }

    #[test]
    fn a_broken_field_says_nothing_and_the_others_go_on() {
        let parts = anatomy("cron(61 2 ? * SUN *)");
        let says: Vec<Option<&str>> = parts.iter().map(|part| part.says.as_deref()).collect();
        assert_eq!(
            says,
            [
                None,
                Some("at hour 2"),
                Some("the day of week decides"),
                Some("every month"),
                Some("every Sunday"),
                Some("every year"),
            ]
        );
    }
}
