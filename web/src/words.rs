//! Times and spans of time in words: English, with dates and times of day as the viewer's locale has them.

use crate::locale::{self, DateForm};
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Weekday};
use window_planner_core::{
    occurrence::Timing,
    schedule::{HourCycle, describe_by},
};

/// The language of dates, for the `lang` of what says nothing else: `de-DE`.
#[must_use]
pub fn language() -> String {
    locale::with(|locale| locale.language.clone())
}

/// `Thu 17 Dec 2026`.
#[must_use]
pub fn day(date: NaiveDate) -> String {
    in_form(DateForm::Day, date)
}

/// `Thu 17 Dec`, where the year is said elsewhere.
#[must_use]
pub fn short_day(date: NaiveDate) -> String {
    in_form(DateForm::ShortDay, date)
}

/// `Thursday 17 December 2026`, for screen readers and headings.
#[must_use]
pub fn long_day(date: NaiveDate) -> String {
    in_form(DateForm::LongDay, date)
}

/// `23:30` or `11:30 PM`; seconds only where there are some.
#[must_use]
pub fn time(local: NaiveDateTime) -> String {
    time_of_day(local.time())
}

/// `23:30` or `11:30 PM`; seconds only where there are some.
#[must_use]
pub fn time_of_day(time: NaiveTime) -> String {
    isolated(&locale::with(|locale| locale.times.write(time)))
}

/// The same without seconds.
#[must_use]
pub fn time_to_minutes(local: NaiveDateTime) -> String {
    time_of_day(local.with_second(0).unwrap_or(local).time())
}

/// `23:30` or `11:30p`, to the minute, where there is no room for more.
#[must_use]
pub fn brief_time(local: NaiveDateTime) -> String {
    isolated(&locale::with(|locale| locale.times.write_brief(local.time())))
}

/// `23:00` or `11 PM`, beside a calendar.
#[must_use]
pub fn hour(hour: u32) -> String {
    isolated(&locale::with(|locale| locale.times.write_hour(hour)))
}

/// `Thu 17 Dec 2026, 23:30`.
#[must_use]
pub fn moment(local: NaiveDateTime) -> String {
    format!("{}, {}", day(local.date()), time(local))
}

/// A schedule in English, with times of day as the viewer counts them.
#[must_use]
pub fn schedule(timing: &Timing) -> String {
    let has_halves = locale::with(|locale| locale.times.has_halves());
    describe_by(timing, if has_halves { HourCycle::H12 } else { HourCycle::H23 })
}

/// How often, in brief: `48×`.
#[must_use]
pub fn times(count: usize) -> String {
    format!("{count}×")
}

/// An offset from UTC as people write it: `UTC−08:00`, `UTC+05:30`, `UTC`.
#[must_use]
pub fn offset(seconds: i32) -> String {
    if seconds == 0 {
        return "UTC".to_owned();
    }
    let sign = if seconds < 0 { '−' } else { '+' };
    let minutes = seconds.unsigned_abs() / 60;
    format!("UTC{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

/// How far off an instant is: `in 24 d 7 h`, `in 12 min`, `3 d ago`, `now`.
#[must_use]
pub fn relative(millis: i64) -> String {
    let span = span(millis.abs());
    if millis.abs() < 60_000 {
        "now".to_owned()
    } else if millis > 0 {
        format!("in {span}")
    } else {
        format!("{span} ago")
    }
}

/// How far off an instant to come is, in brief: `in 17 d`, `in 36 h`, `in 2 h 10 min`.
#[must_use]
pub fn about(millis: i64) -> String {
    const HOUR: i64 = 3_600_000;
    match millis / HOUR {
        hours if hours >= 72 => format!("in {} d", hours / 24),
        hours if hours >= 3 => format!("in {hours} h"),
        _ => relative(millis),
    }
}

/// A span of time in its two largest units: `24 d 7 h`, `1 h 30 min`, `5 min`.
#[must_use]
pub fn span(millis: i64) -> String {
    let minutes = millis / 60_000;
    let (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
    match (days, hours, rest) {
        (0, 0, 0) => format!("{} s", millis / 1000),
        (0, 0, minutes) => format!("{minutes} min"),
        (0, hours, 0) => format!("{hours} h"),
        (0, hours, minutes) => format!("{hours} h {minutes} min"),
        (days, 0, _) => format!("{days} d"),
        (days, hours, _) => format!("{days} d {hours} h"),
    }
}

/// The last part of an IANA name as a person writes it: `Los Angeles`.
#[must_use]
pub fn city(zone: &str) -> String {
    zone.rsplit('/').next().unwrap_or(zone).replace('_', " ")
}

/// What happens to a clock that shows `before` and is set to `after`: `02:00→03:00`.
#[must_use]
pub fn clock_change(before: NaiveDateTime, after: NaiveDateTime) -> String {
    format!("{}→{}{}", time(before), time(after), weekday_if_other(after, before))
}

/// The same in brief: `2a→3a`.
#[must_use]
pub fn brief_clock_change(before: NaiveDateTime, after: NaiveDateTime) -> String {
    format!("{}→{}{}", brief_time(before), brief_time(after), weekday_if_other(after, before))
}

/// `December 2026`.
#[must_use]
pub fn month(date: NaiveDate) -> String {
    in_form(DateForm::Month, date)
}

/// `January – March 2027`.
#[must_use]
pub fn months(first: NaiveDate, last: NaiveDate) -> String {
    locale::with(|locale| locale.dates(DateForm::Month, DateForm::MonthName, [first, last]))
}

/// `14 Dec – 20 Dec 2026`, the week that begins on `first`.
#[must_use]
pub fn week(first: NaiveDate) -> String {
    let last = first.checked_add_days(chrono::Days::new(6)).unwrap_or(first);
    locale::with(|locale| locale.dates(DateForm::Date, DateForm::ShortDate, [first, last]))
}

/// The day of the month, with the month's name where it begins: `17`, `1 Dec`.
#[must_use]
pub fn day_number(date: NaiveDate) -> String {
    if date.day() == 1 { in_form(DateForm::ShortDate, date) } else { date.day().to_string() }
}

/// `Mon`.
#[must_use]
pub fn weekday(date: NaiveDate) -> String {
    in_form(DateForm::Weekday, date)
}

/// ` Fri` after a time that is of another day than the one before it; else nothing.
#[must_use]
pub fn weekday_if_other(moment: NaiveDateTime, other: NaiveDateTime) -> String {
    if moment.date() == other.date() { String::new() } else { format!(" {}", weekday(moment.date())) }
}

/// The names of the days of the week in a form, in the order in which the viewer's weeks have them.
#[must_use]
pub fn weekdays(form: DateForm) -> [String; 7] {
    locale::with(|locale| locale.week.days().map(|day| locale.date(form, a_day(day))))
}

/// A day of the week by its name in a form: `Tuesday`.
#[must_use]
pub fn weekday_name(form: DateForm, day: Weekday) -> String {
    in_form(form, a_day(day))
}

/// Some date that is a `day`.
fn a_day(day: Weekday) -> NaiveDate {
    NaiveDate::default().week(day).first_day()
}

fn in_form(form: DateForm, date: NaiveDate) -> String {
    locale::with(|locale| locale.date(form, date))
}

/// A text that may be written from right to left, so that it does not turn what stands beside it: within
/// isolating marks, without marks of its own. A text that reads from left to right is as it was.
#[must_use]
pub fn isolated(text: &str) -> String {
    let is_mark = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let turns = |c: char| {
        // Hebrew, Arabic and their neighbours, their forms of presentation, and scripts that are no more.
        is_mark(c)
            || matches!(
                c,
                '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
                    | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}'
            )
    };
    if !text.chars().any(turns) {
        return text.to_owned();
    }
    let inner: String = text.chars().filter(|c| !is_mark(*c)).collect();
    format!("\u{2068}{inner}\u{2069}")
}

/// A count with its noun: `1 run`, `288 runs`.
#[must_use]
pub fn count(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: i64 = 60_000;

    #[test]
    fn a_span_names_its_two_largest_units() {
        for (minutes, words) in [
            (5, "5 min"),
            (60, "1 h"),
            (90, "1 h 30 min"),
            (1440, "1 d"),
            (34_980, "24 d 7 h"),
            (1441, "1 d"),
        ] {
            assert_eq!(span(minutes * MINUTE), words);
        }
        assert_eq!(span(30_000), "30 s");
    }

    #[test]
    fn what_is_to_come_and_what_has_passed_read_differently() {
        assert_eq!(relative(12 * MINUTE), "in 12 min");
        assert_eq!(relative(-3 * 1440 * MINUTE), "3 d ago");
        assert_eq!(relative(-20_000), "now");
        assert_eq!(about(34_980 * MINUTE), "in 24 d");
        assert_eq!(about(2190 * MINUTE), "in 36 h");
        assert_eq!(about(130 * MINUTE), "in 2 h 10 min");
    }

    #[test]
    fn a_week_says_what_its_ends_do_not_share() {
        let week = |monday: &str| week(monday.parse().unwrap());
        assert_eq!(week("2026-12-14"), "14 Dec – 20 Dec 2026");
        assert_eq!(week("2026-12-28"), "28 Dec 2026 – 3 Jan 2027");
    }

    #[test]
    fn what_reads_from_right_to_left_stays_within_its_marks() {
        assert_eq!(isolated("Web-Tier é 東京 ⇄"), "Web-Tier é 東京 ⇄");
        assert_eq!(isolated("שרתים"), "\u{2068}שרתים\u{2069}");
        assert_eq!(isolated("a\u{202e}b\u{2069}c"), "\u{2068}abc\u{2069}");
    }

    #[test]
    fn an_offset_keeps_its_minutes() {
        assert_eq!(offset(-8 * 3600), "UTC−08:00");
        assert_eq!(offset(20_700), "UTC+05:45");
        assert_eq!(offset(0), "UTC");
    }
}
