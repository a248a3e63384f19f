//! Changes of the clocks that come every year.

use anyhow::{Result, bail, ensure};
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use jiff_core::tz::posix::{Day, DayTime};

/// A change that comes on the first such weekday from a day of the year on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct YearlyChange {
    /// How many days of a common year come before that day; in a leap year it is one day later.
    pub(crate) earliest_day: i16,
    /// 0 is Sunday.
    pub(crate) weekday: i8,
    /// In seconds since that weekday's midnight in UTC. It may be on another day.
    pub(crate) second: i32,
    /// The offset from then on, in seconds.
    pub(crate) offset: i32,
}

impl YearlyChange {
    /// Takes over a rule of the POSIX form.
    ///
    /// # Errors
    ///
    /// When it is not a weekday of a month, or so early or late that the year in UTC may be another.
    pub(crate) fn new(rule: DayTime, before: i32, after: i32) -> Result<Self> {
        let Day::WeekdayOfMonth { month, week, weekday } = rule.date else {
            bail!("a change comes on a day of the year");
        };
        ensure!((3..=11).contains(&month), "a change comes in month {month}");
        let common_year = Date::new(2027, month, 1)?;
        let first = match week {
            5 => common_year.last_of_month().day_of_year() - 7,
            _ => common_year.day_of_year() - 1 + 7 * (i16::from(week) - 1),
        };
        Ok(Self {
            earliest_day: first,
            weekday: weekday.to_sunday_zero_offset(),
            second: rule.time.second - before,
            offset: after,
        })
    }

    /// The instant of the change in a year, in seconds since the epoch.
    ///
    /// # Errors
    ///
    /// For years that jiff does not know.
    pub(crate) fn at(&self, year: i16) -> Result<i64> {
        let new_year = Date::new(year, 1, 1)?;
        let earliest = new_year
            .checked_add(jiff::Span::new().days(self.earliest_day + i16::from(new_year.in_leap_year())))?;
        let weekday = Weekday::from_sunday_zero_offset(self.weekday)?;
        let day =
            earliest.checked_add(jiff::Span::new().days(weekday.since(earliest.weekday()).rem_euclid(7)))?;
        Ok(TimeZone::UTC.to_timestamp(day.to_datetime(jiff::civil::Time::midnight()))?.as_second()
            + i64::from(self.second))
    }
}
