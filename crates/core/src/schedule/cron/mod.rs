//! `cron(...)`: six fields, or seven with seconds first.

mod day;
mod field;
mod parser;
mod term;
mod unix;

pub use day::{DaysOfMonth, DaysOfWeek, Weekday};
use field::WEEKDAY_NAMES;
pub use field::{FieldKind, StepBase, Term, Terms};
pub(super) use parser::{FieldValue, parse, read_field};
pub(super) use unix::to_aws;

use std::fmt;

/// A cron expression that has passed all checks.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Cron {
    /// 0 where the expression has six fields.
    pub seconds: Terms,
    /// 0-59.
    pub minutes: Terms,
    /// 0-23.
    pub hours: Terms,
    /// What stands in the one of the two day fields that is not `?`.
    pub days: Days,
    /// 1-12.
    pub months: Terms,
    /// 1970-2199.
    pub years: Terms,
}

/// The days on which a cron expression fires: exactly one of its two day fields says so.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Days {
    /// The day of week is `?`.
    OfMonth(DaysOfMonth),
    /// The day of month is `?`.
    OfWeek(DaysOfWeek),
}

/// The days of every kind of month as bits, bit d for day d. A kind is a length, from 28 days on, and the
/// weekday of the first day, from Sunday on: all in which one month differs from another.
pub(crate) type MonthTable = [u32; 28];

impl Days {
    /// The days of every kind of month.
    pub(crate) fn by_month(&self) -> MonthTable {
        match self {
            Self::OfMonth(DaysOfMonth::On(terms)) => {
                let days = terms.bits();
                month_table(|length, _| day::numbered(days, length))
            }
            Self::OfWeek(DaysOfWeek::On(terms)) => {
                let weekdays = terms.bits();
                month_table(|length, first| day::weekly(weekdays, length, first))
            }
            Self::OfMonth(days) => month_table(|length, first| days.bits(length, first)),
            Self::OfWeek(days) => month_table(|length, first| days.bits(length, first)),
        }
    }
}

fn month_table(days: impl Fn(u8, Weekday) -> u32) -> MonthTable {
    let kinds = (28..=31).flat_map(|length| (0..7).map(move |first| (length, first)));
    let mut table = [0; 28];
    for (bits, (length, first)) in table.iter_mut().zip(kinds) {
        *bits = days(length, Weekday::from_days_since_sunday(first));
    }
    table
}

impl Cron {
    /// The least number of seconds between two fires of one day; 86,400 with one fire a day.
    #[must_use]
    pub fn shortest_gap_seconds(&self) -> u32 {
        let (seconds, minutes, hours) = (self.seconds.bits(), self.minutes.bits(), self.hours.bits());
        if seconds.count_ones() > 1 {
            return cyclic_gap(seconds, 60);
        }
        if minutes.count_ones() > 1 {
            return cyclic_gap(minutes, 60).saturating_mul(60);
        }
        cyclic_gap(hours, 24).saturating_mul(3600)
    }
}

/// The least distance between two set bits of a cycle of `size` values.
fn cyclic_gap(bits: u64, size: u32) -> u32 {
    let first = bits.trailing_zeros();
    let (mut value, mut rest, mut gap) = (first, bits & bits.wrapping_sub(1), size);
    while rest != 0 {
        let next = rest.trailing_zeros();
        gap = gap.min(next.saturating_sub(value));
        (value, rest) = (next, rest & rest.wrapping_sub(1));
    }
    gap.min(first.saturating_add(size).saturating_sub(value))
}

/// The expression in its shortest usual form: six fields when the seconds are 0, names for weekdays
/// and months. It parses to the same value.
impl fmt::Display for Cron {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("cron(")?;
        if self.seconds.terms() != [Term::One(0)] {
            write!(f, "{} ", self.seconds)?;
        }
        let (of_month, of_week): (&dyn fmt::Display, &dyn fmt::Display) = match &self.days {
            Days::OfMonth(days) => (days, &"?"),
            Days::OfWeek(days) => (&"?", days),
        };
        write!(f, "{} {} {of_month} {} {of_week} {})", self.minutes, self.hours, self.months, self.years)
    }
}
