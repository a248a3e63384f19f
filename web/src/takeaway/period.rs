//! The days whose executions are taken away.

use crate::{calendar::month::Month, words};
use chrono::{Datelike, NaiveDate};

/// The most months that are printed: a year.
const MOST_MONTHS: usize = 12;

/// Days from one to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first.
    pub first: NaiveDate,
    /// The last; not before the first.
    pub last: NaiveDate,
}

impl Period {
    /// The quarter of the year that is `by` after the one that `day` is in.
    #[must_use]
    pub fn quarter(day: NaiveDate, by: i32) -> Self {
        let month = Month::of(day);
        let into = i32::try_from(day.month0() % 3).unwrap_or(0);
        let first = month.step(by * 3 - into);
        Self { first: first.first_day(), last: first.step(2).last_day() }
    }

    /// The days between two, in whichever order they are given.
    #[must_use]
    pub fn between(one: NaiveDate, other: NaiveDate) -> Self {
        Self { first: one.min(other), last: one.max(other) }
    }

    /// The months that have a day of it, a year of them at most.
    #[must_use]
    pub fn months(self) -> Vec<Month> {
        let last = Month::of(self.last);
        let all = std::iter::successors(Some(Month::of(self.first)), |month| Some(month.step(1)));
        all.take_while(|month| *month <= last).take(MOST_MONTHS).collect()
    }

    /// `January – March 2027`, for whole months; else `Fri 1 Jan 2027 – Sun 3 Jan 2027`.
    #[must_use]
    pub fn words(self) -> String {
        let (first, last) = (Month::of(self.first), Month::of(self.last));
        if self.first != first.first_day() || self.last != last.last_day() {
            return format!("{} – {}", words::day(self.first), words::day(self.last));
        }
        if first == last { first.title() } else { words::months(self.first, self.last) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_quarter_is_three_whole_months_and_the_next_one_follows_it() {
        for (day, by, first, last) in [
            ("2026-11-23", 0, "2026-10-01", "2026-12-31"),
            ("2026-11-23", 1, "2027-01-01", "2027-03-31"),
            ("2026-12-31", 1, "2027-01-01", "2027-03-31"),
            ("2027-01-01", 1, "2027-04-01", "2027-06-30"),
            ("2027-03-31", 0, "2027-01-01", "2027-03-31"),
        ] {
            assert_eq!(Period::quarter(date(day), by), Period { first: date(first), last: date(last) });
        }
        assert_eq!(Period::quarter(date("2026-11-23"), 1).months().len(), 3);
    }

    #[test]
    fn a_period_is_called_by_its_months_where_it_has_whole_ones() {
        let words = |first, last| Period::between(date(first), date(last)).words();
        assert_eq!(words("2027-01-01", "2027-03-31"), "January – March 2027");
        assert_eq!(words("2026-11-01", "2027-01-31"), "November 2026 – January 2027");
        assert_eq!(words("2027-02-01", "2027-02-28"), "February 2027");
        assert_eq!(words("2027-01-03", "2027-01-02"), "Sat 2 Jan 2027 – Sun 3 Jan 2027");
        assert_eq!(Period::between(date("2020-01-01"), date("2030-01-01")).months().len(), 12);
    }
}
