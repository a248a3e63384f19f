//! `StartDate` and `EndDate`.

use super::limits;
use crate::date_time::{self, fits};
use crate::diagnostic::{Checked, Code, Diagnostic, Span};
use chrono::{DateTime, FixedOffset};

/// A date with time of day. AWS gives back the text byte for byte, so text and instant are both kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Date {
    text: String,
    instant: DateTime<FixedOffset>,
}

impl Date {
    /// The instant, in the offset it was written with; UTC where it was written without one.
    #[must_use]
    pub fn instant(&self) -> DateTime<FixedOffset> {
        self.instant
    }

    /// As written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Reads the text of `field`, `StartDate` or `EndDate`: ISO-8601's extended form with seconds,
    /// "with or without an offset". Without one it is read as UTC, with a warning: our decision.
    #[must_use]
    pub fn read(field: &'static str, text: &str) -> Checked<Self> {
        if let Some(finding) = limits::DATE.length_finding(field, text) {
            return Checked::new(None, vec![finding]);
        }
        let Some((local, offset)) = split(text) else {
            return Checked::new(None, vec![wrong_form(field, text)]);
        };
        let instant =
            date_time::local(local).and_then(|local| local.and_local_timezone(offset_of(offset)?).single());
        let Some(instant) = instant else {
            let finding = Diagnostic::new(Code::DateImpossible, field, format!("{text} does not exist."))
                .help("Months are 01-12, days as the month has them, hours 00-23, minutes and seconds 00-59, offsets up to ±18:00.");
            return Checked::new(None, vec![finding]);
        };
        let mut found = Vec::new();
        if offset.is_empty() {
            found.push(
                Diagnostic::new(
                    Code::DateWithoutOffset,
                    field,
                    format!("{field} has no offset; it is read as UTC."),
                )
                .at(Span::of_bytes(text, text.len()..text.len()))
                .help("AWS does not say how it reads such a date. End it with Z or an offset such as -08:00.")
                .fix("Add Z", format!("{text}Z")),
            );
        }
        Checked::new(Some(Self { text: text.to_owned(), instant }), found)
    }
}

/// Parts local time and offset of a text in the extended form: `yyyy-MM-ddThh:mm:ss`, a fraction,
/// `Z` or `±hh:mm`.
fn split(text: &str) -> Option<(&str, &str)> {
    let seconds = text.get(..19)?;
    let rest = text.get(19..)?;
    let pattern = "0000-00-00T00:00:00";
    let fraction = rest
        .strip_prefix('.')
        .map_or(0, |digits| digits.bytes().take_while(u8::is_ascii_digit).count().saturating_add(1));
    let (local, offset) = text.split_at_checked(seconds.len().saturating_add(fraction))?;
    let right = fits(seconds, pattern)
        && (fraction == 0 || (2..=10).contains(&fraction))
        && (matches!(offset, "" | "Z") || fits(offset, "+00:00"));
    right.then_some((local, offset))
}

/// The offset of `""`, `Z` or `±hh:mm`; up to 18 hours, as Java's `OffsetDateTime` has them.
fn offset_of(text: &str) -> Option<FixedOffset> {
    let offset = date_time::offset(if text.is_empty() { "Z" } else { text })?;
    (offset.local_minus_utc().abs() <= 18 * 3600).then_some(offset)
}

fn wrong_form(field: &'static str, text: &str) -> Diagnostic {
    let finding =
        Diagnostic::new(Code::DateForm, field, format!("{field} is not a date with time as AWS writes it."))
            .help("Write yyyy-MM-ddThh:mm:ss and Z or an offset: 2027-01-01T00:00:00-08:00.");
    match repaired(text) {
        Some(fixed) => finding.fix(format!("Write {fixed}"), fixed),
        None => finding,
    }
}

/// The extended form, where a text lacks only the time, the seconds, the `T` or the offset's colon.
fn repaired(text: &str) -> Option<String> {
    let upper = text.trim().replacen(' ', "T", 1).to_ascii_uppercase();
    let (local, offset) = match upper.rfind(['Z', '+', '-']).filter(|at| *at > 10) {
        Some(at) => upper.split_at_checked(at)?,
        None => (upper.as_str(), ""),
    };
    let local = match local.len() {
        10 => format!("{local}T00:00:00"),
        16 => format!("{local}:00"),
        _ => local.to_owned(),
    };
    let offset = match offset.len() {
        3 => format!("{offset}:00"),
        5 if !offset.as_bytes().contains(&b':') => format!("{}:{}", offset.get(..3)?, offset.get(3..)?),
        0 => "Z".to_owned(),
        _ => offset.to_owned(),
    };
    let fixed = format!("{local}{offset}");
    split(&fixed).is_some().then_some(fixed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn code(text: &str, expected: Option<Code>) {
        let read = Date::read("StartDate", text);
        assert_eq!(read.diagnostics().first().map(|found| found.code), expected, "{text}");
    }

    #[test]
    fn the_extended_form_with_seconds_is_taken() {
        for text in
            ["2021-04-07T14:29:00-08:00", "2020-10-01T10:10:10Z", "2020-10-01T10:10:10.123456789+05:45"]
        {
            code(text, None);
            assert_eq!(Date::read("StartDate", text).value().unwrap().as_str(), text);
        }
        code("2020-10-01T10:10:10", Some(Code::DateWithoutOffset));
    }

    #[test]
    fn other_forms_are_refused_with_the_right_one() {
        for (text, fixed) in [
            ("2027-01-01", Some("2027-01-01T00:00:00Z")),
            ("2027-01-01T08:00", Some("2027-01-01T08:00:00Z")),
            ("2027-01-01 08:00:00-0800", Some("2027-01-01T08:00:00-08:00")),
            ("2027-01-01t08:00:00z", Some("2027-01-01T08:00:00Z")),
            ("20270101T080000Z", None),
            ("next Tuesday", None),
        ] {
            code(text, Some(Code::DateForm));
            let read = Date::read("StartDate", text);
            assert_eq!(read.diagnostics()[0].fix.as_ref().map(|fix| fix.value.as_str()), fixed, "{text}");
        }
    }

    #[test]
    fn what_the_calendar_does_not_have_is_refused() {
        for text in [
            "2027-02-29T00:00:00Z",
            "2027-01-01T24:00:00Z",
            "2027-01-01T00:00:60Z",
            "2027-01-01T00:00:00+19:00",
        ] {
            code(text, Some(Code::DateImpossible));
        }
    }
}
