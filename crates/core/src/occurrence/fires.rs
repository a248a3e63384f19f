//! The local times at which a cron expression fires.

use super::calendar::Calendar;
use super::years::Year;
use crate::zone::DAY_SECONDS;
use chrono::{Datelike, NaiveDate};

/// A cursor over the local times of a [`Calendar`], in seconds since 1970-01-01T00:00:00 on the wall.
///
/// Units that have one value, as the seconds mostly do, are not stepped through: the days of 02:30 every
/// day are a month's. For the smallest unit that is, and for each above it, the cursor holds the values
/// still to come as bits; a step takes the lowest. So a fire costs a few instructions, and nothing is
/// allocated.
#[derive(Clone, Debug)]
pub(super) struct Fires<'c> {
    calendar: &'c Calendar,
    /// The smallest unit with more than one value.
    smallest: Unit,
    /// Seconds added to each value of that unit: the values of those below it, and the days of
    /// `ScheduleOffset`.
    added: i64,
    year: Option<Year>,
    months: u16,
    /// What is to come in the month, the day and the hour; not used below the smallest unit.
    days: Values,
    hours: Values,
    minutes: Values,
    /// What is to come of the smallest unit.
    values: Values,
}

/// A unit of time that a cron expression has values of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Second,
    Minute,
    Hour,
    Day,
}

impl Unit {
    const fn seconds(self) -> i64 {
        match self {
            Self::Second => 1,
            Self::Minute => 60,
            Self::Hour => 3600,
            Self::Day => DAY_SECONDS,
        }
    }
}

/// Values of a unit in one span of the unit above it.
#[derive(Clone, Copy, Debug, Default)]
struct Values {
    /// Bit v for value v.
    bits: u64,
    /// The local time of value 0.
    zero: i64,
    /// The unit's seconds.
    step: i64,
}

impl Values {
    const fn new(bits: u64, zero: i64, unit: Unit) -> Self {
        Self { bits, zero, step: unit.seconds() }
    }

    /// Takes out the lowest value: its local time. There must be one.
    #[inline]
    fn take(&mut self) -> i64 {
        let value = i64::from(self.bits.trailing_zeros());
        self.bits &= self.bits.wrapping_sub(1);
        // Fires end in 2199, so nothing can overflow.
        self.zero.wrapping_add(value.wrapping_mul(self.step))
    }

    /// The same values, each so many seconds later.
    fn later(self, seconds: i64) -> Self {
        Self { zero: self.zero.wrapping_add(seconds), ..self }
    }

    /// Takes out all values below one. Whether that one is there.
    fn skip_to(&mut self, value: u32) -> bool {
        self.bits &= u64::MAX.wrapping_shl(value);
        self.bits.checked_shr(value).unwrap_or(0) & 1 == 1
    }
}

impl<'c> Fires<'c> {
    /// A cursor whose first fire is the first at or after `local`; each fire is `shift_days` of local
    /// time after the time the expression names.
    pub(super) fn from(calendar: &'c Calendar, shift_days: u8, local: i64) -> Self {
        let (smallest, below) = smallest_unit(calendar);
        let mut fires = Self {
            calendar,
            smallest,
            added: i64::from(shift_days).saturating_mul(DAY_SECONDS).saturating_add(below),
            year: None,
            months: 0,
            days: Values::default(),
            hours: Values::default(),
            minutes: Values::default(),
            values: Values::default(),
        };
        fires.seek(local);
        fires
    }

    /// Moves to the first fire at or after `local`, forward or back.
    pub(super) fn seek(&mut self, local: i64) {
        // The first value of the smallest unit that does not come too early, as a time of its own.
        let unit = self.smallest.seconds();
        let behind = local.saturating_sub(self.added).saturating_add(unit.saturating_sub(1)).max(0);
        let named = behind.saturating_sub(behind.checked_rem(unit).unwrap_or(0));
        let (day, second) = (named.div_euclid(DAY_SECONDS), named.rem_euclid(DAY_SECONDS));
        let date = i32::try_from(day).ok().and_then(NaiveDate::from_epoch_days);
        let second = u32::try_from(second).unwrap_or(0);
        self.year = date.and_then(|date| self.calendar.year_from(date.year()));
        self.months = 0;
        for values in [&mut self.days, &mut self.hours, &mut self.minutes, &mut self.values] {
            *values = Values::default();
        }
        if let (Some(date), Some(year)) = (date, self.year) {
            self.months = self.calendar.months();
            if year.number() == date.year() {
                self.descend(year, date, second);
            }
        }
    }

    /// Goes down the units as long as the time's own value is among them; the rest of each unit's values
    /// stays for later.
    fn descend(&mut self, year: Year, date: NaiveDate, second: u32) {
        self.months &= u16::MAX.wrapping_shl(date.month());
        if u32::from(self.months).checked_shr(date.month()).unwrap_or(0) & 1 == 0 {
            return;
        }
        self.months &= self.months.wrapping_sub(1);
        self.days = self.days_of(year, date.month());
        let is_there = self.days.skip_to(date.day());
        if self.smallest == Unit::Day {
            self.values = self.days.later(self.added);
            return;
        }
        if !is_there {
            return;
        }
        self.hours = Values::new(self.calendar.hours, self.days.take(), Unit::Hour);
        let is_there = self.hours.skip_to(second / 3600);
        if self.smallest == Unit::Hour {
            self.values = self.hours.later(self.added);
            return;
        }
        if !is_there {
            return;
        }
        self.minutes = Values::new(self.calendar.minutes, self.hours.take(), Unit::Minute);
        let is_there = self.minutes.skip_to(second / 60 % 60);
        if self.smallest == Unit::Minute {
            self.values = self.minutes.later(self.added);
            return;
        }
        if !is_there {
            return;
        }
        let mut seconds = Values::new(self.calendar.seconds, self.minutes.take(), Unit::Second);
        seconds.skip_to(second % 60);
        self.values = seconds.later(self.added);
    }

    /// Takes up the next span that has values of the smallest unit. `None` when the years are used up.
    #[inline(never)]
    fn refill(&mut self) -> Option<()> {
        let calendar = self.calendar;
        let fires = match self.smallest {
            Unit::Day => self.next_month()?,
            Unit::Hour => Values::new(calendar.hours, self.next_day()?, Unit::Hour),
            Unit::Minute => Values::new(calendar.minutes, self.next_hour()?, Unit::Minute),
            Unit::Second => Values::new(calendar.seconds, self.next_minute()?, Unit::Second),
        };
        self.values = fires.later(self.added);
        Some(())
    }

    /// The days of the next month that has any.
    #[inline]
    fn next_month(&mut self) -> Option<Values> {
        loop {
            if self.months == 0 {
                self.year = self.calendar.year_after(self.year?);
                self.months = self.calendar.months();
            }
            let month = u32::from(self.months).trailing_zeros();
            self.months &= self.months.wrapping_sub(1);
            let days = self.days_of(self.year?, month);
            if days.bits != 0 {
                return Some(days);
            }
        }
    }

    fn days_of(&self, year: Year, month: u32) -> Values {
        let (days, day_zero) = self.calendar.month(year, month);
        Values::new(days.into(), day_zero.wrapping_mul(DAY_SECONDS), Unit::Day)
    }

    fn next_day(&mut self) -> Option<i64> {
        if self.days.bits == 0 {
            self.days = self.next_month()?;
        }
        Some(self.days.take())
    }

    fn next_hour(&mut self) -> Option<i64> {
        if self.hours.bits == 0 {
            self.hours = Values::new(self.calendar.hours, self.next_day()?, Unit::Hour);
        }
        Some(self.hours.take())
    }

    fn next_minute(&mut self) -> Option<i64> {
        if self.minutes.bits == 0 {
            self.minutes = Values::new(self.calendar.minutes, self.next_hour()?, Unit::Minute);
        }
        Some(self.minutes.take())
    }
}

/// The smallest unit with more than one value, and the values below it in seconds; days when all times of
/// the day have one value.
fn smallest_unit(calendar: &Calendar) -> (Unit, i64) {
    let mut below = 0_i64;
    for (unit, bits) in
        [(Unit::Second, calendar.seconds), (Unit::Minute, calendar.minutes), (Unit::Hour, calendar.hours)]
    {
        if !bits.is_power_of_two() {
            return (unit, below);
        }
        let value = i64::from(bits.trailing_zeros());
        below = below.saturating_add(value.saturating_mul(unit.seconds()));
    }
    (Unit::Day, below)
}

impl Iterator for Fires<'_> {
    type Item = i64;

    #[inline]
    fn next(&mut self) -> Option<i64> {
        if self.values.bits == 0 {
            self.refill()?;
        }
        Some(self.values.take())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedule::Schedule;

    fn calendar(text: &str) -> Calendar {
        match Schedule::parse(text).into_parts().0 {
            Some(Schedule::Cron(cron)) => Calendar::new(&cron),
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn a_seek_finds_what_a_walk_from_the_start_finds() {
        for text in [
            "cron(7 5/9 3,14 ? 2,11 TUE#2 *)",
            "cron(0 0 29 2 ? *)",
            "cron(59 59 23 L * ? 2000-2005)",
            "cron(30 2/7 ? * MON *)",
            "cron(0,30 15 2 * * ? *)",
            "cron(7,9 20 2,4 ? 3 FRI *)",
        ] {
            let calendar = calendar(text);
            let all: Vec<i64> = Fires::from(&calendar, 3, 0).take(500).collect();
            for pair in all.windows(2) {
                assert!(pair[0] < pair[1]);
                for local in [pair[0] + 1, i64::midpoint(pair[0], pair[1]), pair[1]] {
                    assert_eq!(
                        Fires::from(&calendar, 3, local.max(pair[0] + 1)).next(),
                        Some(pair[1]),
                        "{text}"
                    );
                }
            }
        }
    }

    #[test]
    fn an_impossible_date_has_no_years() {
        for text in ["cron(0 0 30 2 ? *)", "cron(0 0 31 4,6,9,11 ? *)", "cron(0 0 29 2 ? 2025-2027)"] {
            assert!(calendar(text).is_empty(), "{text}");
            assert_eq!(Fires::from(&calendar(text), 0, 0).next(), None);
        }
        assert_eq!(calendar("cron(0 0 ? 2 MON#5 2025-2032)").years(), None);
        assert_eq!(calendar("cron(0 0 ? 2 MON#5 *)").years(), Some((1988, 2196)));
    }

    #[test]
    fn the_ends_of_time_are_no_trouble() {
        let calendar = calendar("cron(* * * * ? *)");
        assert_eq!(Fires::from(&calendar, 0, i64::MAX).next(), None);
        assert_eq!(Fires::from(&calendar, 6, i64::MIN).next(), Some(6 * DAY_SECONDS));
    }
}
