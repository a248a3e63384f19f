//! A cron expression, made ready for looking up days and times.

use crate::schedule::Cron;
use crate::schedule::cron::Weekday;
use chrono::{Datelike, NaiveDate};

/// The first year a cron expression can name.
const FIRST_YEAR: i32 = 1970;

/// The days before each month of a common year, January first.
const DAYS_BEFORE_MONTH: [i64; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/// What a year looks like: leap or not, and the weekday of its first day. There are 14 shapes.
#[derive(Clone, Copy)]
struct Shape(usize);

impl Shape {
    fn new(leap: bool, first: u32) -> Self {
        Self(usize::try_from(first % 7).unwrap_or(0).saturating_mul(2).saturating_add(leap.into()))
    }

    fn is_leap(self) -> bool {
        self.0 & 1 == 1
    }

    /// The weekday of 1 January, counted from Sunday.
    fn first_weekday(self) -> u32 {
        u32::try_from(self.0 / 2).unwrap_or(0)
    }
}

/// The days and times of a cron expression.
///
/// A month's days depend only on the shape of its year, so all days that can ever fire fit into
/// 14 × 12 words, and a time without executions is never searched: from any day the next one is
/// found in a fixed number of steps, and an expression without days (31 February) has no years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Calendar {
    /// Bit s for second s; likewise minutes and hours.
    pub(super) seconds: u64,
    pub(super) minutes: u64,
    pub(super) hours: u64,
    /// For each shape and month the days: bit d for day d.
    days: Box<[[u32; 12]; 14]>,
    /// For each shape the months that have any day: bit m for month m, January 1.
    months: [u16; 14],
    /// The years that have any day: bit y for year 1970 + y.
    years: [u64; 4],
}

/// A year's place in the calendar.
#[derive(Clone, Copy, Debug)]
pub(super) struct Year {
    number: i32,
    shape: usize,
    /// 1 January in days since the epoch.
    first_day: i64,
    /// Bit m for each month with days, January 1.
    pub(super) months: u16,
}

impl Calendar {
    pub(crate) fn new(cron: &Cron) -> Self {
        let allowed_months = cron.months.bits();
        let mut days = Box::new([[0; 12]; 14]);
        let mut months = [0; 14];
        for (index, (year_days, year_months)) in days.iter_mut().zip(&mut months).enumerate() {
            let shape = Shape(index);
            for ((month, before), month_days) in (1_u32..).zip(DAYS_BEFORE_MONTH).zip(year_days) {
                if allowed_months.checked_shr(month).unwrap_or(0) & 1 == 0 {
                    continue;
                }
                let after_leap_day = u32::from(shape.is_leap() && month > 2);
                let day_of_year = u32::try_from(before).unwrap_or(0).saturating_add(after_leap_day);
                let first =
                    Weekday::from_days_since_sunday(shape.first_weekday().saturating_add(day_of_year));
                *month_days = cron.days.bits(month_length(month, shape.is_leap()), first);
                if *month_days != 0 {
                    *year_months |= 1_u16.wrapping_shl(month);
                }
            }
        }
        let mut calendar = Self {
            seconds: cron.seconds.bits(),
            minutes: cron.minutes.bits(),
            hours: cron.hours.bits(),
            days,
            months,
            years: [0; 4],
        };
        for year in cron.years.values().map(i32::from) {
            if calendar.look_up(year).is_some_and(|year| year.months != 0) {
                let index = usize::try_from(year.saturating_sub(FIRST_YEAR)).unwrap_or(usize::MAX);
                if let Some(word) = calendar.years.get_mut(index / 64) {
                    *word |= 1_u64.wrapping_shl(u32::try_from(index % 64).unwrap_or(0));
                }
            }
        }
        calendar
    }

    /// Whether no day of any allowed year fires: 30 February, or 29 February of common years only.
    #[cfg(test)]
    pub(super) fn is_empty(&self) -> bool {
        self.years == [0; 4]
    }

    /// The first and the last year with any day.
    pub(crate) fn years(&self) -> Option<(i32, i32)> {
        let words = || (0_u32..4).zip(self.years);
        let year = |word: u32, bit: u32| {
            i32::try_from(word.saturating_mul(64).saturating_add(bit))
                .ok()
                .map(|index| index.saturating_add(FIRST_YEAR))
        };
        let first = words().find(|(_, bits)| *bits != 0)?;
        let last = words().rev().find(|(_, bits)| *bits != 0)?;
        Some((year(first.0, first.1.trailing_zeros())?, year(last.0, last.1.checked_ilog2()?)?))
    }

    /// The first year from `year` on that has any day.
    pub(super) fn year_from(&self, year: i32) -> Option<Year> {
        let index = usize::try_from(year.max(FIRST_YEAR).saturating_sub(FIRST_YEAR)).ok()?;
        let mut word_index = index / 64;
        let mut mask = u64::MAX.wrapping_shl(u32::try_from(index % 64).unwrap_or(0));
        loop {
            let bits = self.years.get(word_index)? & mask;
            if bits != 0 {
                let found = word_index
                    .saturating_mul(64)
                    .saturating_add(usize::try_from(bits.trailing_zeros()).ok()?);
                return self.look_up(i32::try_from(found).ok()?.saturating_add(FIRST_YEAR));
            }
            mask = u64::MAX;
            word_index = word_index.saturating_add(1);
        }
    }

    /// The first year after `year` that has any day.
    pub(super) fn year_after(&self, year: &Year) -> Option<Year> {
        self.year_from(year.number.saturating_add(1))
    }

    fn look_up(&self, number: i32) -> Option<Year> {
        let first = NaiveDate::from_ymd_opt(number, 1, 1)?;
        let shape = Shape::new(first.leap_year(), first.weekday().num_days_from_sunday());
        Some(Year {
            number,
            shape: shape.0,
            first_day: i64::from(first.to_epoch_days()),
            months: self.months.get(shape.0).copied()?,
        })
    }

    /// A month's days: bit d for day d, and day 0 in days since the epoch.
    pub(super) fn month(&self, year: &Year, month: u32) -> (u32, i64) {
        let index = usize::try_from(month.saturating_sub(1)).unwrap_or(0);
        let days = self.days.get(year.shape).and_then(|months| months.get(index)).copied().unwrap_or(0);
        let before = DAYS_BEFORE_MONTH.get(index).copied().unwrap_or(0);
        let leap_day = i64::from(Shape(year.shape).is_leap() && month > 2);
        (days, year.first_day.saturating_add(before).saturating_add(leap_day).saturating_sub(1))
    }
}

impl Year {
    pub(super) fn number(&self) -> i32 {
        self.number
    }
}

fn month_length(month: u32, leap: bool) -> u8 {
    match month {
        2 => 28_u8.saturating_add(leap.into()),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
