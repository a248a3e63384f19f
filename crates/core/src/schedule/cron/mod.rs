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

impl Days {
    /// The days of a month as bits, bit d for day d.
    ///
    /// `length` is the month's number of days, `first` the weekday of its first day.
    #[must_use]
    pub fn bits(&self, length: u8, first: Weekday) -> u32 {
        match self {
            Self::OfMonth(days) => days.bits(length, first),
            Self::OfWeek(days) => days.bits(length, first),
        }
    }
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
    let values: Vec<u32> = (0..size).filter(|bit| bits.checked_shr(*bit).unwrap_or(0) & 1 == 1).collect();
    let following =
        values.iter().skip(1).copied().chain(values.first().map(|first| first.saturating_add(size)));
    values.iter().zip(following).map(|(value, next)| next.saturating_sub(*value)).min().unwrap_or(size)
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
