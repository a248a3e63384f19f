//! A cron expression, made ready for looking up days and times.

use crate::schedule::Cron;
use crate::schedule::cron::Weekday;

/// The first year a cron expression can name.
const FIRST_YEAR: i32 = 1970;

/// How many years from then on it can name: to 2199.
const YEARS: usize = 230;

/// The year 2100, no leap year, in years since 1970.
const YEAR_2100: usize = 130;

/// February's days in a common year.
const SHORTEST_MONTH: u8 = 28;

/// The days before each month of a common year, January first.
const DAYS_BEFORE_MONTH: [i64; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/// What a year looks like: leap or not, and the weekday of its first day. There are 14 shapes.
#[derive(Clone, Copy, Debug)]
struct Shape(usize);

impl Shape {
    /// Of a year after 1970 that begins on this day since the epoch.
    fn new(index: usize, first_day: i64) -> Self {
        // 1970 began on a Thursday; 1972 and every fourth year from it are leap years, but for 2100.
        let weekday = usize::try_from(first_day.saturating_add(4) % 7).unwrap_or(0);
        let leap = index % 4 == 2 && index != YEAR_2100;
        Self(weekday.saturating_mul(2).saturating_add(leap.into()))
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
    /// Years since 1970.
    index: usize,
    shape: Shape,
    /// 1 January in days since the epoch.
    first_day: i64,
    /// Bit m for each month with days, January 1.
    pub(super) months: u16,
}

impl Calendar {
    pub(crate) fn new(cron: &Cron) -> Self {
        let allowed_months = cron.months.bits();
        let days_of = days_by_length_and_first_weekday(cron);
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
                let first = shape.first_weekday().saturating_add(day_of_year) % 7;
                let length = month_length(month, shape.is_leap()).saturating_sub(SHORTEST_MONTH);
                let of_length = days_of.get(usize::from(length));
                *month_days = of_length
                    .and_then(|of_length| of_length.get(usize::try_from(first).ok()?))
                    .copied()
                    .unwrap_or(0);
                if *month_days != 0 {
                    *year_months |= 1_u16.wrapping_shl(month);
                }
            }
        }
        Self {
            seconds: cron.seconds.bits(),
            minutes: cron.minutes.bits(),
            hours: cron.hours.bits(),
            days,
            months,
            years: years_with_days(cron, &months),
        }
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
        self.year_at(usize::try_from(year.max(FIRST_YEAR).saturating_sub(FIRST_YEAR)).ok()?)
    }

    /// The first year after `year` that has any day.
    pub(super) fn year_after(&self, year: &Year) -> Option<Year> {
        self.year_at(year.index.saturating_add(1))
    }

    /// The first year from so many years after 1970 on that has any day.
    fn year_at(&self, index: usize) -> Option<Year> {
        let mut word = index / 64;
        let mut mask = u64::MAX.wrapping_shl(u32::try_from(index % 64).unwrap_or(0));
        loop {
            let bits = self.years.get(word)? & mask;
            if bits != 0 {
                let bit = usize::try_from(bits.trailing_zeros()).unwrap_or(0);
                return self.look_up(word.saturating_mul(64).saturating_add(bit));
            }
            mask = u64::MAX;
            word = word.saturating_add(1);
        }
    }

    fn look_up(&self, index: usize) -> Option<Year> {
        let days = i64::try_from(index.saturating_mul(1461).saturating_add(1) / 4).ok()?;
        let first_day = days.saturating_sub(i64::from(index > YEAR_2100));
        let shape = Shape::new(index, first_day);
        Some(Year { index, shape, first_day, months: self.months.get(shape.0).copied()? })
    }

    /// A month's days: bit d for day d, and day 0 in days since the epoch.
    pub(super) fn month(&self, year: &Year, month: u32) -> (u32, i64) {
        let index = usize::try_from(month.saturating_sub(1)).unwrap_or(0);
        let days = self.days.get(year.shape.0).and_then(|months| months.get(index)).copied().unwrap_or(0);
        let before = DAYS_BEFORE_MONTH.get(index).copied().unwrap_or(0);
        let leap_day = i64::from(year.shape.is_leap() && month > 2);
        (days, year.first_day.saturating_add(before).saturating_add(leap_day).saturating_sub(1))
    }
}

impl Year {
    pub(super) fn number(&self) -> i32 {
        i32::try_from(self.index).unwrap_or(i32::MAX).saturating_add(FIRST_YEAR)
    }
}

/// The days of a month as bits, by its length less 28 and the weekday of its first day: all that
/// tells one month from another.
fn days_by_length_and_first_weekday(cron: &Cron) -> [[u32; 7]; 4] {
    let mut days = [[0; 7]; 4];
    for (length, of_length) in (SHORTEST_MONTH..).zip(&mut days) {
        for (first, bits) in (0..).map(Weekday::from_days_since_sunday).zip(of_length) {
            *bits = cron.days.bits(length, first);
        }
    }
    days
}

/// The allowed years that have any day, as bits from 1970 on; `months` tells by a year's shape whether
/// it has.
fn years_with_days(cron: &Cron, months: &[u16; 14]) -> [u64; 4] {
    let mut with_days = [0_u64; 4];
    for (years, _) in YEARS_BY_SHAPE.iter().zip(months).filter(|(_, months)| **months != 0) {
        for (word, of_shape) in with_days.iter_mut().zip(years) {
            *word |= of_shape;
        }
    }
    if cron.years.is_every() {
        return with_days;
    }
    let mut allowed = [0_u64; 4];
    for year in cron.years.values() {
        let index = i32::from(year).saturating_sub(FIRST_YEAR).unsigned_abs();
        if let Some(word) = allowed.get_mut(usize::try_from(index / 64).unwrap_or(usize::MAX)) {
            *word |= 1_u64.wrapping_shl(index % 64);
        }
    }
    for (word, with_days) in allowed.iter_mut().zip(with_days) {
        *word &= with_days;
    }
    allowed
}

/// For each shape the years from 1970 to 2199 that have it, as bits.
#[expect(clippy::indexing_slicing, reason = "the compiler evaluates it: a wrong index would not build")]
const YEARS_BY_SHAPE: [[u64; 4]; 14] = {
    let mut years = [[0; 4]; 14];
    let mut index = 0;
    // 1970 began on a Thursday.
    let mut first_weekday = 4;
    while index < YEARS {
        let year = 1970 + index;
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        years[first_weekday * 2 + leap as usize][index / 64] |= 1_u64 << (index % 64);
        first_weekday = (first_weekday + 1 + leap as usize) % 7;
        index += 1;
    }
    years
};

fn month_length(month: u32, leap: bool) -> u8 {
    match month {
        2 => 28_u8.saturating_add(leap.into()),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedule::Schedule;
    use chrono::{Datelike, NaiveDate};

    fn calendar(expression: &str) -> Calendar {
        match Schedule::parse(expression).into_parts() {
            (Some(Schedule::Cron(cron)), _) => Calendar::new(&cron),
            (_, found) => panic!("{expression}: {found:?}"),
        }
    }

    #[test]
    fn the_years_are_those_that_chrono_gives_a_day() {
        for (expression, month, day) in [
            ("cron(0 2 29 2 ? *)", 2, 29),
            ("cron(0 2 31 12 ? 1970-2199)", 12, 31),
            ("cron(0 2 30 2 ? *)", 2, 30),
        ] {
            let calendar = calendar(expression);
            let found: Vec<i32> =
                std::iter::successors(calendar.year_from(0), |year| calendar.year_after(year))
                    .map(|year| year.number())
                    .collect();
            let expected: Vec<i32> =
                (1970..=2199).filter(|year| NaiveDate::from_ymd_opt(*year, month, day).is_some()).collect();
            assert_eq!(found, expected, "{expression}");
        }
    }

    #[test]
    fn a_year_begins_on_the_day_that_chrono_says() {
        let calendar = calendar("cron(0 2 1 * ? *)");
        let years = std::iter::successors(calendar.year_from(0), |year| calendar.year_after(year));
        for (expected, year) in (1970..=2199).zip(years) {
            let new_year = NaiveDate::from_ymd_opt(expected, 1, 1).unwrap();
            assert_eq!((year.number(), year.first_day), (expected, new_year.to_epoch_days().into()));
            assert_eq!(year.shape.first_weekday(), new_year.weekday().num_days_from_sunday(), "{expected}");
            assert_eq!(year.shape.is_leap(), new_year.leap_year(), "{expected}");
        }
    }

    #[test]
    fn a_fifth_monday_of_february_needs_a_leap_year_that_begins_the_month_with_it() {
        let calendar = calendar("cron(0 2 ? 2 MON#5 *)");
        let found: Vec<i32> =
            std::iter::successors(calendar.year_from(2020), |year| calendar.year_after(year))
                .map(|year| year.number())
                .take(3)
                .collect();
        assert_eq!(found, [2044, 2072, 2112]);
    }
}
