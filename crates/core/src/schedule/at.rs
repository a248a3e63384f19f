//! `at(yyyy-MM-ddThh:mm:ss)`: once.

use super::source::Source;
use crate::diagnostic::Code;
use chrono::{NaiveDate, NaiveDateTime};

/// Reads the text between the parentheses, which begins at byte `at`.
///
/// The moment is local to `ScheduleTimezone`, UTC without one: our decision, since the guide calls
/// it UTC and yet pairs it with a time zone.
pub(super) fn parse(source: &mut Source<'_>, inner: &str, at: usize) -> Option<NaiveDateTime> {
    let text = inner.trim_matches(' ');
    let start = at.saturating_add(inner.bytes().take_while(|byte| *byte == b' ').count());
    let place = start..start.saturating_add(text.len());
    let Some((date, time)) = numbers(text) else {
        let finding = source
            .finding(Code::AtForm, place.clone(), format!("\"{text}\" is not a moment as AWS writes it."))
            .help("Write at(yyyy-MM-ddThh:mm:ss), such as at(2027-03-14T15:55:00), in ScheduleTimezone's local time, without Z or offset.");
        let finding = match repaired(text) {
            Some(fixed) => finding.fix(format!("Write {fixed}"), source.replaced(place, &fixed)),
            None => finding,
        };
        source.report(finding);
        return None;
    };
    let ([year, month, day], [hour, minute, second]) = (date, time);
    let valid_date = i32::try_from(year).ok().and_then(|year| NaiveDate::from_ymd_opt(year, month, day));
    let moment = valid_date.and_then(|date| date.and_hms_opt(hour, minute, second));
    if moment.is_none() {
        let what = if valid_date.is_none() { "date" } else { "time" };
        let finding = source
            .finding(Code::AtImpossible, place, format!("{text} has a {what} that does not exist."))
            .help("Months are 01-12, days as the month has them, hours 00-23, minutes and seconds 00-59.");
        source.report(finding);
    }
    moment
}

/// The numbers of a text that has the exact form, digits and all.
fn numbers(text: &str) -> Option<([u32; 3], [u32; 3])> {
    let exact = text.len() == 19
        && text.bytes().enumerate().all(|(index, byte)| match index {
            4 | 7 => byte == b'-',
            10 => byte == b'T',
            13 | 16 => byte == b':',
            _ => byte.is_ascii_digit(),
        });
    if !exact {
        return None;
    }
    let number = |from: usize, to: usize| text.get(from..to).and_then(|digits| digits.parse().ok());
    Some((
        [number(0, 4)?, number(5, 7)?, number(8, 10)?],
        [number(11, 13)?, number(14, 16)?, number(17, 19)?],
    ))
}

/// The form AWS wants, where a text differs only in what everybody writes: no seconds, a blank for
/// `T`, a closing `Z`.
fn repaired(text: &str) -> Option<String> {
    let text = text.strip_suffix(['Z', 'z']).unwrap_or(text).replacen([' ', 't'], "T", 1);
    let text = match text.len() {
        10 => format!("{text}T00:00:00"),
        16 => format!("{text}:00"),
        _ => text,
    };
    numbers(&text).is_some().then_some(text)
}
