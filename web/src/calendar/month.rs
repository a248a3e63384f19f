//! The days that a month view shows.

use crate::{locale, words};
use chrono::{Datelike, Days, Months, NaiveDate};

/// One month, by its first day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month(NaiveDate);

impl Month {
    /// The month that `date` is in.
    #[must_use]
    pub fn of(date: NaiveDate) -> Self {
        Self(date.with_day(1).unwrap_or(date))
    }

    /// `December 2026`.
    #[must_use]
    pub fn title(self) -> String {
        words::month(self.0)
    }

    /// Its first day.
    #[must_use]
    pub const fn first_day(self) -> NaiveDate {
        self.0
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        add_days(add_months(self.0, 1), -1)
    }

    /// Whether `date` is in this month.
    #[must_use]
    pub fn has(self, date: NaiveDate) -> bool {
        Self::of(date) == self
    }

    /// The month after, or before with a negative `by`; at the ends of the calendar the same one.
    #[must_use]
    pub fn step(self, by: i32) -> Self {
        Self(add_months(self.0, by))
    }

    /// Whole weeks, as the viewer has them, that hold the month: four, five or six.
    #[must_use]
    pub fn weeks(self) -> Vec<[NaiveDate; 7]> {
        let start = locale::with(|locale| locale.week.start(self.0));
        let next = add_months(self.0, 1);
        (0..6)
            .map(|week| start + Days::new(week * 7))
            .take_while(|first| *first < next)
            .map(|first| std::array::from_fn(|day| first + Days::new(day as u64)))
            .collect()
    }

    /// The first and the last day that the view shows.
    #[must_use]
    pub fn shown_days(self) -> (NaiveDate, NaiveDate) {
        let weeks = self.weeks();
        let first = weeks.first().map_or(self.0, |week| week[0]);
        let last = weeks.last().map_or(self.0, |week| week[6]);
        (first, last)
    }
}

/// The same day `by` months later, or the month's last day where there is no such day.
#[must_use]
pub fn add_months(date: NaiveDate, by: i32) -> NaiveDate {
    let months = Months::new(by.unsigned_abs());
    let moved = if by < 0 { date.checked_sub_months(months) } else { date.checked_add_months(months) };
    moved.unwrap_or(date)
}

/// The day `by` days later; at the ends of the calendar the same one.
#[must_use]
pub fn add_days(date: NaiveDate, by: i64) -> NaiveDate {
    let days = Days::new(by.unsigned_abs());
    let moved = if by < 0 { date.checked_sub_days(days) } else { date.checked_add_days(days) };
    moved.unwrap_or(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_weeks_begin_on_monday_and_hold_every_day_of_the_month() {
        for month in 1..=12 {
            let first = NaiveDate::from_ymd_opt(2026, month, 1).unwrap();
            let weeks = Month::of(first).weeks();
            assert!(weeks.iter().all(|week| week[0].weekday() == chrono::Weekday::Mon));
            let shown: Vec<_> = weeks.concat().into_iter().filter(|day| day.month() == month).collect();
            assert_eq!(shown.len(), usize::from(first.num_days_in_month()));
        }
    }

    #[test]
    fn a_february_of_four_weeks_shows_four() {
        assert_eq!(Month::of(date("2027-02-14")).weeks().len(), 4);
        assert_eq!(Month::of(date("2026-08-14")).weeks().len(), 6);
    }

    #[test]
    fn the_month_after_january_31_is_february() {
        assert_eq!(add_months(date("2027-01-31"), 1), date("2027-02-28"));
        assert_eq!(Month::of(date("2026-12-31")).step(1), Month::of(date("2027-01-01")));
    }
}
