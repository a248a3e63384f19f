//! Times and spans of time in words.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};

/// `Thu 17 Dec 2026`.
#[must_use]
pub fn day(date: NaiveDate) -> String {
    date.format("%a %-d %b %Y").to_string()
}

/// `Thu 17 Dec`, where the year is said elsewhere.
#[must_use]
pub fn short_day(date: NaiveDate) -> String {
    date.format("%a %-d %b").to_string()
}

/// `Thursday 17 December 2026`, for screen readers and headings.
#[must_use]
pub fn long_day(date: NaiveDate) -> String {
    date.format("%A %-d %B %Y").to_string()
}

/// `23:30`; seconds only where there are some.
#[must_use]
pub fn time(local: NaiveDateTime) -> String {
    time_of_day(local.time())
}

/// `23:30`; seconds only where there are some.
#[must_use]
pub fn time_of_day(time: NaiveTime) -> String {
    let form = if time.second() == 0 { "%H:%M" } else { "%H:%M:%S" };
    time.format(form).to_string()
}

/// `Thu 17 Dec 2026, 23:30`.
#[must_use]
pub fn moment(local: NaiveDateTime) -> String {
    format!("{}, {}", day(local.date()), time(local))
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
    let days = after.date().signed_duration_since(before.date());
    let day = if days == TimeDelta::zero() { String::new() } else { format!(" {}", after.format("%a")) };
    format!("{}→{}{day}", time(before), time(after))
}

/// `December 2026`.
#[must_use]
pub fn month(date: NaiveDate) -> String {
    format!("{} {}", date.format("%B"), date.year())
}

/// `14 – 20 December 2026`, the week that begins on `monday`.
#[must_use]
pub fn week(monday: NaiveDate) -> String {
    let sunday = monday.checked_add_days(chrono::Days::new(6)).unwrap_or(monday);
    let begin = match (monday.year() == sunday.year(), monday.month() == sunday.month()) {
        (true, true) => monday.day().to_string(),
        (true, false) => monday.format("%-d %b").to_string(),
        (false, _) => monday.format("%-d %b %Y").to_string(),
    };
    format!("{begin} – {} {}", sunday.day(), month(sunday))
}

/// `Mon`.
#[must_use]
pub fn weekday(date: NaiveDate) -> String {
    date.format("%a").to_string()
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
        assert_eq!(week("2026-12-14"), "14 – 20 December 2026");
        assert_eq!(week("2026-11-30"), "30 Nov – 6 December 2026");
        assert_eq!(week("2026-12-28"), "28 Dec 2026 – 3 January 2027");
    }

    #[test]
    fn an_offset_keeps_its_minutes() {
        assert_eq!(offset(-8 * 3600), "UTC−08:00");
        assert_eq!(offset(20_700), "UTC+05:45");
        assert_eq!(offset(0), "UTC");
    }
}
