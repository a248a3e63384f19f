//! The local times at which a cron expression fires.

use super::calendar::{Calendar, Year};
use crate::zone::DAY_SECONDS;
use chrono::{Datelike, NaiveDate};

/// A cursor over the local times of a [`Calendar`], in seconds since 1970-01-01T00:00:00 on the wall.
///
/// For each unit from months down to seconds it holds the values that are still to come, as bits; a
/// step takes the lowest bit. So a fire costs a few instructions, and nothing is allocated.
#[derive(Clone, Debug)]
pub(super) struct Fires<'c> {
    calendar: &'c Calendar,
    /// Seconds added to each fire: the days of `ScheduleOffset`.
    shift: i64,
    year: Option<Year>,
    months: u16,
    month_start: i64,
    days: u32,
    day_start: i64,
    hours: u64,
    hour_start: i64,
    minutes: u64,
    minute_start: i64,
    seconds: u64,
}

impl<'c> Fires<'c> {
    /// A cursor whose first fire is the first at or after `local`; each fire is `shift_days` of local
    /// time after the time the expression names.
    pub(super) fn from(calendar: &'c Calendar, shift_days: u8, local: i64) -> Self {
        let mut fires = Self {
            calendar,
            shift: i64::from(shift_days).saturating_mul(DAY_SECONDS),
            year: None,
            months: 0,
            month_start: 0,
            days: 0,
            day_start: 0,
            hours: 0,
            hour_start: 0,
            minutes: 0,
            minute_start: 0,
            seconds: 0,
        };
        fires.seek(local);
        fires
    }

    /// Moves to the first fire at or after `local`, forward or back.
    pub(super) fn seek(&mut self, local: i64) {
        let named = local.saturating_sub(self.shift).max(0);
        let (day, second) = (named.div_euclid(DAY_SECONDS), named.rem_euclid(DAY_SECONDS));
        let date = i32::try_from(day).ok().and_then(NaiveDate::from_epoch_days);
        (self.months, self.days, self.hours, self.minutes, self.seconds) = (0, 0, 0, 0, 0);
        self.year = date.and_then(|date| self.calendar.year_from(date.year()));
        let (Some(date), Some(year)) = (date, self.year) else {
            self.year = None;
            return;
        };
        if year.number() > date.year() {
            self.months = year.months;
            return;
        }
        // Down the units as long as the fire's own value is among them; the rest of each unit's
        // values stays for later.
        self.months = year.months & u16::MAX.wrapping_shl(date.month());
        if !has(self.months.into(), date.month()) {
            return;
        }
        self.take_month();
        self.days &= u32::MAX.wrapping_shl(date.day());
        if !has(self.days.into(), date.day()) {
            return;
        }
        self.take_day();
        let second = u32::try_from(second).unwrap_or(0);
        let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
        self.hours &= u64::MAX.wrapping_shl(hour);
        if !has(self.hours, hour) {
            return;
        }
        self.take_hour();
        self.minutes &= u64::MAX.wrapping_shl(minute);
        if !has(self.minutes, minute) {
            return;
        }
        self.take_minute();
        self.seconds &= u64::MAX.wrapping_shl(second);
    }

    fn take_month(&mut self) {
        let month = self.months.trailing_zeros();
        self.months &= self.months.wrapping_sub(1);
        if let Some(year) = &self.year {
            let (days, day_zero) = self.calendar.month(year, month);
            self.days = days;
            self.month_start = day_zero.saturating_mul(DAY_SECONDS).saturating_add(self.shift);
        }
    }

    fn take_day(&mut self) {
        let day = i64::from(self.days.trailing_zeros());
        self.days &= self.days.wrapping_sub(1);
        self.day_start = self.month_start.wrapping_add(day.wrapping_mul(DAY_SECONDS));
        self.hours = self.calendar.hours;
    }

    fn take_hour(&mut self) {
        let hour = i64::from(self.hours.trailing_zeros());
        self.hours &= self.hours.wrapping_sub(1);
        self.hour_start = self.day_start.wrapping_add(hour.wrapping_mul(3600));
        self.minutes = self.calendar.minutes;
    }

    fn take_minute(&mut self) {
        let minute = i64::from(self.minutes.trailing_zeros());
        self.minutes &= self.minutes.wrapping_sub(1);
        self.minute_start = self.hour_start.wrapping_add(minute.wrapping_mul(60));
        self.seconds = self.calendar.seconds;
    }

    /// Refills the minutes from the units above. `None` when the years are used up.
    #[inline(never)]
    fn next_hour(&mut self) -> Option<()> {
        if self.hours == 0 {
            while self.days == 0 {
                if self.months == 0 {
                    let year = self.calendar.year_after(&self.year?);
                    self.year = year;
                    self.months = year?.months;
                }
                self.take_month();
            }
            self.take_day();
        }
        self.take_hour();
        Some(())
    }
}

fn has(bits: u64, bit: u32) -> bool {
    bits.checked_shr(bit).unwrap_or(0) & 1 == 1
}

impl Iterator for Fires<'_> {
    type Item = i64;

    #[inline]
    fn next(&mut self) -> Option<i64> {
        if self.seconds == 0 {
            if self.minutes == 0 {
                self.next_hour()?;
            }
            self.take_minute();
        }
        let second = i64::from(self.seconds.trailing_zeros());
        self.seconds &= self.seconds.wrapping_sub(1);
        Some(self.minute_start.wrapping_add(second))
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
        for text in
            ["cron(7 5/9 3,14 ? 2,11 TUE#2 *)", "cron(0 0 29 2 ? *)", "cron(59 59 23 L * ? 2000-2005)"]
        {
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
