//! The text between the parentheses of `cron(...)` → [`Cron`].
//!
//! What is refused although Quartz takes it (`1-5W`) is refused because Quartz ignores part of it, so
//! that taking it would mislead; see docs/decisions.md.

use super::day::{DaysOfMonth, DaysOfWeek, Weekday};
use super::field::{FieldKind, Term, Terms};
use super::term::{note_lower_case, plain, value};
use super::{Cron, Days};
use crate::diagnostic::Code;
use crate::schedule::source::{Source, Token, is_number, quoted};

/// Reads the fields. `None` when something is wrong; what is wrong is then in `source`.
pub(in crate::schedule) fn parse(source: &mut Source<'_>, fields: &[Token<'_>]) -> Option<Cron> {
    let (seconds, [minutes, hours, of_month, months, of_week, years]) = match fields {
        [minutes, hours, of_month, months, of_week, years] => {
            (None, [minutes, hours, of_month, months, of_week, years])
        }
        [seconds, minutes, hours, of_month, months, of_week, years] => {
            (Some(seconds), [minutes, hours, of_month, months, of_week, years])
        }
        _ => return None,
    };
    let seconds = match seconds {
        Some(token) => plain(source, FieldKind::Seconds, *token),
        None => Some(Terms::new(FieldKind::Seconds, vec![Term::One(0)])),
    };
    let minutes = plain(source, FieldKind::Minutes, *minutes);
    let hours = plain(source, FieldKind::Hours, *hours);
    let days = days(source, *of_month, *of_week);
    let months = plain(source, FieldKind::Month, *months);
    let years = plain(source, FieldKind::Year, *years);
    Some(Cron {
        seconds: seconds?,
        minutes: minutes?,
        hours: hours?,
        days: days?,
        months: months?,
        years: years?,
    })
}

/// What stands in one field.
pub(in crate::schedule) enum FieldValue {
    /// `?`
    Unset,
    Plain(Terms),
    DaysOfMonth(DaysOfMonth),
    DaysOfWeek(DaysOfWeek),
}

/// Reads one field by itself, whatever the others hold. `None` when something is wrong with it.
pub(in crate::schedule) fn read_field(kind: FieldKind, text: &str) -> Option<FieldValue> {
    let mut source = Source::new(text);
    let token = Token { text, at: 0 };
    match kind {
        FieldKind::DayOfMonth | FieldKind::DayOfWeek if text == "?" => Some(FieldValue::Unset),
        FieldKind::DayOfMonth => day_of_month(&mut source, token).map(FieldValue::DaysOfMonth),
        FieldKind::DayOfWeek => day_of_week(&mut source, token).map(FieldValue::DaysOfWeek),
        _ => plain(&mut source, kind, token).map(FieldValue::Plain),
    }
}

/// Both day fields are read, so that all their mistakes are found; exactly one may be other than `?`.
///
/// Source: the guide's "you can't specify a value in both"; that `*` counts as a value is the
/// EventBridge guide's word and Quartz's behaviour.
fn days(source: &mut Source<'_>, of_month: Token<'_>, of_week: Token<'_>) -> Option<Days> {
    let unset = |token: Token<'_>| token.text == "?";
    match (unset(of_month), unset(of_week)) {
        (false, true) => day_of_month(source, of_month).map(Days::OfMonth),
        (true, false) => day_of_week(source, of_week).map(Days::OfWeek),
        (true, true) => {
            let finding = source
                .finding(Code::CronNoDayField, of_month.range(), "Both day fields are ?.")
                .help("Write * for every day in one of them.")
                .fix("Run every day", source.replaced(of_month.range(), "*"));
            source.report(finding);
            None
        }
        (false, false) => {
            let known = source.found.len();
            day_of_month(source, of_month);
            day_of_week(source, of_week);
            // The field that says less gives way.
            let (give_way, field, kept) = if of_month.text == "*" {
                (of_month, "day of month", of_week)
            } else {
                (of_week, "day of week", of_month)
            };
            let whole = of_month.at..of_week.range().end;
            let finding = source
                .finding(Code::CronBothDayFields, whole, "Both day fields are set.")
                .help("AWS wants ? in one of them: a cron expression names days by date or by weekday, never both.")
                .fix(
                    format!("Keep {}, write ? for {field}", kept.text),
                    source.replaced(give_way.range(), "?"),
                );
            source.found.insert(known, finding);
            None
        }
    }
}

fn day_of_month(source: &mut Source<'_>, token: Token<'_>) -> Option<DaysOfMonth> {
    let upper = token.text.to_ascii_uppercase();
    if !upper.contains(['L', 'W']) {
        return plain(source, FieldKind::DayOfMonth, token).map(DaysOfMonth::On);
    }
    if !stands_alone(source, token) {
        return None;
    }
    let number = |text: &str| text.parse::<u8>().ok();
    let days = match upper.as_str() {
        "L" => Some(DaysOfMonth::Last),
        "LW" => Some(DaysOfMonth::LastWeekday),
        _ => match (upper.strip_prefix("L-"), upper.strip_suffix('W')) {
            (Some(days), None) if is_number(days) => {
                number(days).filter(|days| *days <= 30).map(DaysOfMonth::BeforeLast)
            }
            (None, Some(day)) if is_number(day) => {
                number(day).filter(|day| (1..=31).contains(day)).map(DaysOfMonth::NearestWeekday)
            }
            _ => None,
        },
    };
    match &days {
        None => {
            let message = format!("{} is no day of the month.", quoted(token.text));
            let finding = source.finding(Code::CronSyntax, token.range(), message).help(
                "With L and W there are: L (the last day), L-3 (three days before it), LW (the last weekday) and 15W (the weekday nearest to the 15th).",
            );
            source.report(finding);
        }
        Some(DaysOfMonth::LastWeekday | DaysOfMonth::BeforeLast(_)) => {
            source.undocumented(&token, &format!("{} in day of month", token.text));
        }
        Some(_) => note_lower_case(source, token),
    }
    days
}

fn day_of_week(source: &mut Source<'_>, token: Token<'_>) -> Option<DaysOfWeek> {
    let upper = token.text.to_ascii_uppercase();
    let is_last = upper.ends_with('L');
    if !upper.as_bytes().contains(&b'#') && !is_last {
        return plain(source, FieldKind::DayOfWeek, token).map(DaysOfWeek::On);
    }
    if !stands_alone(source, token) {
        return None;
    }
    if upper == "L" {
        source.undocumented(&token, "A lone L in day of week (every Saturday)");
        return Some(DaysOfWeek::On(Terms::new(FieldKind::DayOfWeek, vec![Term::One(7)])));
    }
    if let Some((day, nth)) = token.split_once('#') {
        let weekday = weekday(source, day);
        if !matches!(nth.text, "1" | "2" | "3" | "4" | "5") {
            let finding = source
                .finding(
                    Code::CronValue,
                    nth.range(),
                    format!("{} is no place in the month.", quoted(nth.text)),
                )
                .help("After # stands 1 to 5: TUE#3 is the third Tuesday.");
            source.report(finding);
            return None;
        }
        let (weekday, nth) = (weekday?, nth.text.parse().ok()?);
        warn_weekday_number(source, day, weekday, &format!("{}#{nth}", weekday.short_name()));
        return Some(DaysOfWeek::Nth(weekday, nth));
    }
    let day = Token { text: token.text.get(..token.text.len().saturating_sub(1))?, at: token.at };
    let weekday = weekday(source, day)?;
    if is_number(day.text) {
        warn_weekday_number(source, day, weekday, &format!("{}L", weekday.short_name()));
    } else {
        source.undocumented(&token, &format!("{} (a name before L)", token.text));
    }
    Some(DaysOfWeek::Last(weekday))
}

/// The guide calls `5#3` a Friday; by its own table it is a Thursday.
fn warn_weekday_number(source: &mut Source<'_>, day: Token<'_>, weekday: Weekday, by_name: &str) {
    if !is_number(day.text) {
        note_lower_case(source, day);
        return;
    }
    let end = source
        .text
        .get(day.at..)
        .map_or(day.at, |rest| day.at.saturating_add(rest.find([' ', ')']).unwrap_or(rest.len())));
    let finding = source
        .finding(
            Code::CronWeekdayNumber,
            day.at..end,
            format!("{} means {weekday} here: AWS counts 1 = Sunday to 7 = Saturday.", day.text),
        )
        .help("AWS's guide contradicts itself on this; the weekday's name leaves no doubt.")
        .fix(format!("Write {by_name}"), source.replaced(day.at..end, by_name));
    source.report(finding);
}

fn weekday(source: &mut Source<'_>, token: Token<'_>) -> Option<Weekday> {
    value(source, FieldKind::DayOfWeek, token).and_then(Weekday::from_number)
}

/// `L`, `W` and `#` say all there is to say; Quartz and AWS take nothing beside them.
fn stands_alone(source: &mut Source<'_>, token: Token<'_>) -> bool {
    let alone = !token.text.as_bytes().contains(&b',');
    if !alone {
        let special = token.text.chars().find(|c| matches!(c.to_ascii_uppercase(), 'L' | 'W' | '#'));
        let finding = source
            .finding(
                Code::CronSpecialInList,
                token.range(),
                format!("{} must stand alone in its field.", special.unwrap_or('L')),
            )
            .help("Make a second window for the other days.");
        source.report(finding);
    }
    alone
}
