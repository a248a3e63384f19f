//! A cron expression, made ready for looking up days and times.

use super::years::{self, FIRST_YEAR, Year};
use crate::schedule::Cron;
use crate::schedule::cron::MonthTable;

/// The days and times of a cron expression.
///
/// A month's days depend only on its length and the weekday of its first day, so all days that can ever
/// fire fit into 28 words. A time without executions is never searched: from any day the next is found in
/// a fixed number of steps, and an expression without days (31 February) has no years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Calendar {
    /// Bit s for second s; likewise minutes and hours.
    pub(super) seconds: u64,
    pub(super) minutes: u64,
    pub(super) hours: u64,
    days: MonthTable,
    /// Bit m for each month that the expression allows, January 1.
    months: u16,
    /// The years that have any day: bit y for year 1970 + y.
    years: [u64; 4],
}

impl Calendar {
    pub(crate) fn new(cron: &Cron) -> Self {
        let calendar = Self {
            seconds: cron.seconds.bits(),
            minutes: cron.minutes.bits(),
            hours: cron.hours.bits(),
            days: cron.days.by_month(),
            months: u16::try_from(cron.months.bits()).unwrap_or(0),
            years: allowed_years(cron),
        };
        Self { years: calendar.years_with_days(), ..calendar }
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
    pub(super) fn year_after(&self, year: Year) -> Option<Year> {
        self.year_at(usize::from(year.index).saturating_add(1))
    }

    /// The first year from so many years after 1970 on that has any day.
    fn year_at(&self, index: usize) -> Option<Year> {
        let mut word = index / 64;
        let mut mask = u64::MAX.wrapping_shl(u32::try_from(index % 64).unwrap_or(0));
        loop {
            let bits = self.years.get(word)? & mask;
            if bits != 0 {
                let bit = usize::try_from(bits.trailing_zeros()).unwrap_or(0);
                return years::ALL.get(word.saturating_mul(64).saturating_add(bit)).copied();
            }
            mask = u64::MAX;
            word = word.saturating_add(1);
        }
    }

    /// The allowed months, bit m for month m. Some may have no day.
    pub(super) fn months(&self) -> u16 {
        self.months
    }

    /// A month's days: bit d for day d, and day 0 in days since the epoch.
    pub(super) fn month(&self, year: Year, month: u32) -> (u32, i64) {
        let months = years::MONTHS.get(usize::from(year.shape));
        let month = usize::try_from(month).ok().and_then(|month| months?.get(month.wrapping_sub(1)));
        month.map_or((0, 0), |month| {
            let day_zero = i64::from(year.first_day).wrapping_add(month.day_of_year.into()).wrapping_sub(1);
            (self.days.get(usize::from(month.kind)).copied().unwrap_or(0), day_zero)
        })
    }

    /// Of the years those that have any day: what days a year has, its shape tells.
    fn years_with_days(&self) -> [u64; 4] {
        let mut with_days = [0_u64; 4];
        for (months, years) in years::MONTHS.iter().zip(years::BY_SHAPE) {
            let has_days = months.iter().zip(1..).any(|(month, number)| {
                self.months.wrapping_shr(number) & 1 == 1
                    && self.days.get(usize::from(month.kind)).is_some_and(|days| *days != 0)
            });
            if has_days {
                for ((word, allowed), of_shape) in with_days.iter_mut().zip(self.years).zip(years) {
                    *word |= allowed & of_shape;
                }
            }
        }
        with_days
    }
}

/// The years that the expression allows, bit y for year 1970 + y.
fn allowed_years(cron: &Cron) -> [u64; 4] {
    if cron.years.is_every() {
        return [u64::MAX; 4];
    }
    let mut allowed = [0_u64; 4];
    for year in cron.years.values() {
        let index = i32::from(year).saturating_sub(FIRST_YEAR).unsigned_abs();
        if let Some(word) = allowed.get_mut(usize::try_from(index / 64).unwrap_or(usize::MAX)) {
            *word |= 1_u64.wrapping_shl(index % 64);
        }
    }
    allowed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedule::Schedule;
    use chrono::NaiveDate;

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
                std::iter::successors(calendar.year_from(0), |year| calendar.year_after(*year))
                    .map(Year::number)
                    .collect();
            let expected: Vec<i32> =
                (1970..=2199).filter(|year| NaiveDate::from_ymd_opt(*year, month, day).is_some()).collect();
            assert_eq!(found, expected, "{expression}");
        }
    }

    #[test]
    fn a_fifth_monday_of_february_needs_a_leap_year_that_begins_the_month_with_it() {
        let calendar = calendar("cron(0 2 ? 2 MON#5 *)");
        let found: Vec<i32> =
            std::iter::successors(calendar.year_from(2020), |year| calendar.year_after(*year))
                .map(Year::number)
                .take(3)
                .collect();
        assert_eq!(found, [2044, 2072, 2112]);
    }
}
