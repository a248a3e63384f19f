//! What a zone's clocks do from 1970 to 2099: change by change, then by a rule for every year.

use super::DAY_SECONDS;
use super::data::{CLOCK_OF, CLOCKS, DAYS, RULES};

/// The unit of times and offsets in the data: half a minute. Liberia was 44.5 minutes behind UTC until
/// 1972; all other offsets since 1970 are quarters of an hour.
const UNIT_SECONDS: i64 = 30;

/// The days of four years, one of them a leap year.
const FOUR_YEARS_DAYS: u32 = 1461;

/// 1970-01-01 was a Thursday, four days after a Sunday.
const EPOCH_WEEKDAY: u32 = 4;

/// How many days around a yearly change its own day may be moved by, and yet a time beyond them have no
/// change near: the day of the week, the leap day, the time of day, the offset from UTC and
/// [`MARGIN_SECONDS`](super::MARGIN_SECONDS). The test below holds all zones against them.
const DAYS_BEFORE_CHANGE: u32 = 4;
const DAYS_AFTER_CHANGE: u32 = 12;

/// The first year of the data.
const FIRST_YEAR: u32 = 1970;

/// 2099-12-31, in days since the epoch.
const LAST_DAY: u32 = 47_481;

/// The last year of the data.
const LAST_YEAR: u32 = 2099;

/// The changes of a zone's clocks, counted from 0 in their order.
#[derive(Debug)]
pub(super) struct History {
    /// The offset before the first change, in units.
    pub(super) first: i16,
    /// Where its changes are in [`DAYS`] and [`CLOCK_OF`]: the first, and the first that is another's.
    pub(super) listed: (u16, u16),
    /// The changes after those.
    pub(super) yearly: Option<Yearly>,
}

/// What a change does to the clocks on its day: the units since midnight in UTC when it comes, and the
/// offset from then on in units. Some two hundred of them make all eleven thousand changes.
#[derive(Debug)]
pub(super) struct Clock(pub(super) u16, pub(super) i16);

/// The two changes of each year from one on: which of the [`RULES`].
#[derive(Debug)]
pub(super) struct Yearly {
    pub(super) from_year: u16,
    pub(super) rule: u8,
}

/// A change on the first such weekday from a day of the year on: how many days of a common year come
/// before that day, the weekday counted from Sunday, the units since the weekday's midnight in UTC
/// (maybe of another day), and the offset from then on in units.
///
/// No such change comes before March, or so late that it falls into another year.
#[derive(Debug)]
pub(super) struct YearlyChange(pub(super) u16, pub(super) u8, pub(super) i16, pub(super) i16);

/// The two changes between which an instant lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Around {
    /// How many changes have come.
    pub(super) changes: usize,
    /// The last of them in seconds since the epoch, or [`i64::MIN`].
    pub(super) from: i64,
    /// The next, or [`i64::MAX`].
    pub(super) until: i64,
    /// The offsets before the last, between the two and after the next, in seconds.
    pub(super) offsets: [i32; 3],
}

impl History {
    /// UTC's: nothing ever changes.
    pub(super) const UTC: Self = Self { first: 0, listed: (0, 0), yearly: None };

    /// What lies around an instant, in seconds since the epoch.
    pub(super) fn around(&self, utc: i64) -> Around {
        if let Some(around) = self.yearly.as_ref().and_then(|yearly| yearly.around(utc)) {
            return Around { changes: self.days().len().saturating_add(around.changes), ..around };
        }
        let changes = self.listed_until(utc);
        let (last, second_last) = (changes.checked_sub(1), changes.checked_sub(2));
        let listed = |index: Option<usize>| index.and_then(|index| self.listed(index));
        let offset = |index| listed(index).map_or(seconds(self.first), |(_, offset)| offset);
        let (until, after) = self.change(changes).unwrap_or((i64::MAX, offset(last)));
        let from = listed(last).map_or(i64::MIN, |(at, _)| at);
        Around { changes, from, until, offsets: [offset(second_last), offset(last), after] }
    }

    /// The offset in seconds at a local time that no change of the clocks is near; `None` where one may be,
    /// and before the yearly changes. It is told from the day of the year alone.
    pub(super) fn calm_offset(&self, local: i64) -> Option<i32> {
        self.yearly.as_ref()?.calm_offset(local)
    }

    /// The instant of a change in seconds since the epoch, and the offset from then on in seconds; `None`
    /// after 2099.
    pub(super) fn change(&self, index: usize) -> Option<(i64, i32)> {
        self.listed(index).or_else(|| self.yearly.as_ref()?.change(index.saturating_sub(self.days().len())))
    }

    /// The days since the epoch on which the listed changes come, in their order.
    fn days(&self) -> &'static [u16] {
        DAYS.get(self.listed.0.into()..self.listed.1.into()).unwrap_or_default()
    }

    /// The instant of a listed change in seconds since the epoch, and the offset from then on in seconds.
    fn listed(&self, index: usize) -> Option<(i64, i32)> {
        let day = self.days().get(index)?;
        let clock = CLOCK_OF.get(index.saturating_add(self.listed.0.into()))?;
        let Clock(units, offset) = CLOCKS.get(usize::from(*clock))?;
        // Both are below 2^16.
        let midnight = i64::from(*day).wrapping_mul(DAY_SECONDS);
        Some((midnight.wrapping_add(i64::from(*units).wrapping_mul(UNIT_SECONDS)), seconds(*offset)))
    }

    /// How many of the listed changes have come by an instant, in seconds since the epoch.
    fn listed_until(&self, utc: i64) -> usize {
        let today = utc.div_euclid(DAY_SECONDS);
        let mut changes = self.days().partition_point(|day| i64::from(*day) < today);
        while self.listed(changes).is_some_and(|(at, _)| at <= utc) {
            changes = changes.saturating_add(1);
        }
        changes
    }
}

impl Yearly {
    /// The two changes, in their order.
    fn changes(&self) -> Option<&'static [YearlyChange; 2]> {
        RULES.get(usize::from(self.rule))
    }

    /// What lies around an instant from the first of these changes on, counting from it; `None` before it.
    fn around(&self, utc: i64) -> Option<Around> {
        let day = utc.div_euclid(DAY_SECONDS).clamp(0, LAST_DAY.into());
        let day = u32::try_from(day).unwrap_or(LAST_DAY);
        let year = year_of(day);
        let years = year.checked_sub(self.from_year.into())?;
        let [first, second] = self.changes()?;
        let changes = usize::try_from(years.saturating_mul(2)).ok()?;
        let (summer, winter) = (seconds(first.3), seconds(second.3));

        let first_at = first.at(year);
        if utc < first_at {
            let year_before = year.checked_sub(1).filter(|_| years > 0)?;
            let from = second.at(year_before);
            return Some(Around { changes, from, until: first_at, offsets: [summer, winter, summer] });
        }
        let second_at = second.at(year);
        if utc < second_at {
            let (changes, offsets) = (changes.saturating_add(1), [winter, summer, winter]);
            return Some(Around { changes, from: first_at, until: second_at, offsets });
        }
        let changes = changes.saturating_add(2);
        let (until, after) = self.change(changes).unwrap_or((i64::MAX, winter));
        Some(Around { changes, from: second_at, until, offsets: [summer, winter, after] })
    }

    /// See [`History::calm_offset`].
    fn calm_offset(&self, local: i64) -> Option<i32> {
        let day = u32::try_from(local.div_euclid(DAY_SECONDS)).ok().filter(|day| *day <= LAST_DAY)?;
        let year = year_of(day);
        if year <= self.from_year.into() {
            return None;
        }
        let day = day.wrapping_sub(new_year(year));
        let [first, second] = self.changes()?;
        let is_before = |change: &YearlyChange| day.wrapping_add(DAYS_BEFORE_CHANGE) < change.0.into();
        let is_after = |change: &YearlyChange| day > u32::from(change.0).wrapping_add(DAYS_AFTER_CHANGE);
        if is_before(first) || is_after(second) {
            Some(seconds(second.3))
        } else if is_after(first) && is_before(second) {
            Some(seconds(first.3))
        } else {
            None
        }
    }

    /// The instant and the new offset of a change; `None` after 2099.
    fn change(&self, index: usize) -> Option<(i64, i32)> {
        let years = u32::try_from(index / 2).ok()?;
        let year = years.saturating_add(self.from_year.into());
        let [first, second] = self.changes()?;
        let change = if index.is_multiple_of(2) { first } else { second };
        (year <= LAST_YEAR).then(|| (change.at(year), seconds(change.3)))
    }
}

impl YearlyChange {
    /// Its instant in a year from 1970 to 2099, in seconds since the epoch.
    fn at(&self, year: u32) -> i64 {
        // All numbers are below 2^16 until they become seconds.
        let leap_day = u32::from(year.is_multiple_of(4));
        let earliest = new_year(year).wrapping_add(leap_day).wrapping_add(self.0.into());
        let weekday = earliest.wrapping_add(EPOCH_WEEKDAY) % 7;
        let ahead = u32::from(self.1).wrapping_add(7).wrapping_sub(weekday) % 7;
        let day = i64::from(earliest.wrapping_add(ahead));
        day.wrapping_mul(DAY_SECONDS).wrapping_add(i64::from(self.2).wrapping_mul(UNIT_SECONDS))
    }
}

/// The year of a day since the epoch. From 1970 to 2099 every fourth year is a leap year.
fn year_of(day: u32) -> u32 {
    (day.wrapping_mul(4).wrapping_add(2) / FOUR_YEARS_DAYS).wrapping_add(FIRST_YEAR)
}

/// 1 January of a year in days since the epoch.
fn new_year(year: u32) -> u32 {
    year.wrapping_sub(FIRST_YEAR).wrapping_mul(FOUR_YEARS_DAYS).wrapping_add(1) / 4
}

/// An offset of the data in seconds.
fn seconds(units: i16) -> i32 {
    i32::from(units).wrapping_mul(30)
}

#[cfg(test)]
mod tests {
    use super::super::MARGIN_SECONDS;
    use super::super::data::{HISTORIES, HISTORY_OF};
    use super::*;
    use chrono::{Datelike, NaiveDate, Weekday};

    #[test]
    fn a_day_is_in_the_year_that_chrono_says() {
        for day in 0..=LAST_DAY {
            let date = NaiveDate::from_epoch_days(day.cast_signed()).unwrap();
            assert_eq!(year_of(day), date.year_ce().1, "{date}");
        }
        assert_eq!(NaiveDate::from_epoch_days(LAST_DAY.cast_signed()), NaiveDate::from_ymd_opt(2099, 12, 31));
    }

    #[test]
    fn a_yearly_change_comes_on_the_weekday_that_chrono_says() {
        // The second Sunday of March at 07:00 UTC, as in New York.
        let march = YearlyChange(66, 0, 840, -480);
        for year in 1970..2100 {
            let sunday = NaiveDate::from_weekday_of_month_opt(year, 3, Weekday::Sun, 2).unwrap();
            let expected = sunday.and_hms_opt(7, 0, 0).unwrap().and_utc().timestamp();
            assert_eq!(march.at(year.cast_unsigned()), expected, "{year}");
        }
    }

    #[test]
    fn what_has_come_by_an_instant_is_what_has_come() {
        for history in HISTORIES {
            let changes: Vec<(i64, i32)> = (0..).map_while(|index| history.change(index)).collect();
            assert!(changes.is_sorted_by(|before, after| before.0 < after.0));
            let mut offset = seconds(history.first);
            let (mut before, mut last) = (offset, i64::MIN);
            for (index, (at, after)) in changes.iter().copied().enumerate() {
                let around =
                    Around { changes: index, from: last, until: at, offsets: [before, offset, after] };
                assert_eq!(history.around(last.max(0)), around);
                assert_eq!(history.around(at - 1), around);
                (before, offset, last) = (offset, after, at);
            }
            let offsets = [before, offset, offset];
            let around = Around { changes: changes.len(), from: last, until: i64::MAX, offsets };
            assert_eq!(history.around(last), around);
            assert_eq!(history.around(i64::MAX), around);
        }
    }

    #[test]
    fn where_it_is_calm_no_change_is_near() {
        for history in HISTORIES {
            for day in
                (0..=i64::from(LAST_DAY)).filter(|day| history.calm_offset(day * DAY_SECONDS).is_some())
            {
                for local in [day * DAY_SECONDS, (day + 1) * DAY_SECONDS - 1] {
                    let calm = history.calm_offset(local);
                    for offset in [-DAY_SECONDS, DAY_SECONDS] {
                        let around = history.around(local + offset);
                        assert_eq!(calm, Some(around.offsets[1]));
                        assert!(around.from < local + offset - MARGIN_SECONDS);
                        assert!(local + offset + MARGIN_SECONDS < around.until);
                    }
                }
            }
        }
    }

    #[test]
    fn most_days_of_the_year_are_calm() {
        for history in HISTORIES.iter().filter(|history| history.yearly.is_some()) {
            let is_calm = |day: &u32| history.calm_offset(i64::from(*day) * DAY_SECONDS).is_some();
            // The last ten years, with two changes each.
            assert_eq!((LAST_DAY - 3651..=LAST_DAY).filter(is_calm).count(), 3652 - 20 * 17);
        }
    }

    #[test]
    fn every_name_has_a_history() {
        assert_eq!(HISTORY_OF.len(), chrono_tz::TZ_VARIANTS.len());
        assert!(HISTORY_OF.iter().all(|index| usize::from(*index) < HISTORIES.len()));
        for (index, tz) in chrono_tz::TZ_VARIANTS.iter().enumerate() {
            assert_eq!(*tz as usize, index, "{tz}");
        }
    }
}
