//! The seven fields of a cron expression: what each may hold, and the sets they stand for.
//!
//! Source of the ranges and wildcards: "Reference: Cron and rate expressions for Systems Manager" in
//! the AWS Systems Manager user guide. Limits of a step and wrapping ranges: Quartz 2.3.2, whose
//! dialect the guide's table repeats.

use crate::distinct::distinct;
use std::fmt;

/// One of the seven fields, in the order in which they are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FieldKind {
    /// 0-59; the field may be left out and is 0 then.
    Seconds,
    /// 0-59.
    Minutes,
    /// 0-23.
    Hours,
    /// 1-31.
    DayOfMonth,
    /// 1-12 or JAN-DEC.
    Month,
    /// 1-7 or SUN-SAT; 1 is Sunday.
    DayOfWeek,
    /// 1970-2199.
    Year,
}

/// January first.
pub(crate) const MONTH_NAMES: [&str; 12] =
    ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

/// Sunday first, as AWS counts.
pub(crate) const WEEKDAY_NAMES: [&str; 7] = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

impl FieldKind {
    /// The fields of an expression with seconds.
    pub const SEVEN: [Self; 7] = [
        Self::Seconds,
        Self::Minutes,
        Self::Hours,
        Self::DayOfMonth,
        Self::Month,
        Self::DayOfWeek,
        Self::Year,
    ];

    /// The fields of an expression without seconds.
    pub const SIX: [Self; 6] =
        [Self::Minutes, Self::Hours, Self::DayOfMonth, Self::Month, Self::DayOfWeek, Self::Year];

    /// The field's name in running text.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Seconds => "seconds",
            Self::Minutes => "minutes",
            Self::Hours => "hours",
            Self::DayOfMonth => "day of month",
            Self::Month => "month",
            Self::DayOfWeek => "day of week",
            Self::Year => "year",
        }
    }

    /// The least and the greatest value.
    #[must_use]
    pub const fn range(self) -> (u16, u16) {
        match self {
            Self::Seconds | Self::Minutes => (0, 59),
            Self::Hours => (0, 23),
            Self::DayOfMonth => (1, 31),
            Self::Month => (1, 12),
            Self::DayOfWeek => (1, 7),
            Self::Year => (1970, 2199),
        }
    }

    /// The greatest step: what Quartz's `checkIncrementRange` takes; for years, their number.
    #[must_use]
    pub const fn greatest_step(self) -> u16 {
        match self {
            Self::Seconds | Self::Minutes => 59,
            Self::Hours => 23,
            Self::DayOfMonth => 31,
            Self::Month => 12,
            Self::DayOfWeek => 7,
            Self::Year => 230,
        }
    }

    /// Values and wildcards in one line.
    #[must_use]
    pub const fn legal(self) -> &'static str {
        match self {
            Self::Seconds | Self::Minutes => "0-59 with , - * /",
            Self::Hours => "0-23 with , - * /",
            Self::DayOfMonth => "1-31 with , - * / ? L W",
            Self::Month => "1-12 or JAN-DEC with , - * /",
            Self::DayOfWeek => "1-7 or SUN-SAT (1 = SUN) with , - * / ? L #",
            Self::Year => "1970-2199 with , - * /",
        }
    }

    /// The three-letter names of the values, first value first; empty where there are none.
    #[must_use]
    pub const fn names(self) -> &'static [&'static str] {
        match self {
            Self::Month => &MONTH_NAMES,
            Self::DayOfWeek => &WEEKDAY_NAMES,
            _ => &[],
        }
    }

    /// Whether the field is one of the two that name days.
    #[must_use]
    pub const fn is_day(self) -> bool {
        matches!(self, Self::DayOfMonth | Self::DayOfWeek)
    }

    /// The value as it is best written: by name where there is one.
    #[must_use]
    pub fn value_text(self, value: u16) -> String {
        let index = usize::from(value.saturating_sub(self.range().0));
        self.names().get(index).map_or_else(|| value.to_string(), |name| (*name).to_owned())
    }
}

/// Lists longer than this print as numbers.
const MOST_NAMED: usize = 12;

/// What a step counts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StepBase {
    /// `*/n`: from the field's least value to its greatest.
    All,
    /// `v/n`: from `v` to the field's greatest value.
    From(u16),
    /// `a-b/n`: from `a` to `b`.
    Between(u16, u16),
}

/// One of the terms that commas part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Term {
    /// `*`: every value.
    All,
    /// `v`: one value.
    One(u16),
    /// `a-b`: both ends included. With `a` above `b` it wraps round the end of the field, except in
    /// years.
    Between(u16, u16),
    /// `…/n`: every n-th value.
    Step(StepBase, u16),
}

/// What stands in one field: one term or more.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Terms {
    kind: FieldKind,
    terms: Vec<Term>,
}

impl Terms {
    /// The caller has checked that every value lies in the field's range.
    pub(super) fn new(kind: FieldKind, terms: Vec<Term>) -> Self {
        Self { kind, terms }
    }

    /// The field it is written in.
    #[must_use]
    pub fn kind(&self) -> FieldKind {
        self.kind
    }

    /// The terms as written.
    #[must_use]
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// Whether the field is a lone `*`.
    #[must_use]
    pub fn is_every(&self) -> bool {
        self.terms == [Term::All]
    }

    /// The only value, when the field allows just one.
    #[must_use]
    pub fn single(&self) -> Option<u16> {
        let mut values = self.values();
        let first = values.next()?;
        values.all(|value| value == first).then_some(first)
    }

    /// The values of all terms, term by term; a value may come twice.
    pub fn values(&self) -> impl Iterator<Item = u16> + '_ {
        self.terms.iter().flat_map(|term| values_of(self.kind, *term))
    }

    /// The values from the least to the greatest, each once.
    #[must_use]
    pub fn in_order(&self) -> Vec<u16> {
        distinct(self.values())
    }

    /// The values as bits: bit v for value v. For every field but the year, whose values do not fit.
    #[must_use]
    pub fn bits(&self) -> u64 {
        self.values().fold(0, |bits, value| bits | 1_u64.checked_shl(value.into()).unwrap_or(0))
    }
}

/// The values of a term, in the order in which the clock meets them.
fn values_of(kind: FieldKind, term: Term) -> impl Iterator<Item = u16> {
    let (least, greatest) = kind.range();
    let (first, last, step) = match term {
        Term::All => (least, greatest, 1),
        Term::One(value) => (value, value, 1),
        Term::Between(first, last) => (first, last, 1),
        Term::Step(StepBase::All, step) => (least, greatest, step),
        Term::Step(StepBase::From(first), step) => (first, greatest, step),
        Term::Step(StepBase::Between(first, last), step) => (first, last, step),
    };
    let size = greatest.saturating_sub(least).saturating_add(1);
    let last = if last < first { last.saturating_add(size) } else { last };
    (first..=last)
        .step_by(usize::from(step.max(1)))
        .map(move |value| if value > greatest { value.saturating_sub(size) } else { value })
}

impl fmt::Display for Terms {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Names in a long list could print longer than an expression may be.
        let by_name = self.terms.len() <= MOST_NAMED;
        let text = |value: u16| if by_name { self.kind.value_text(value) } else { value.to_string() };
        for (index, term) in self.terms.iter().enumerate() {
            if index > 0 {
                f.write_str(",")?;
            }
            match *term {
                Term::All => f.write_str("*")?,
                Term::One(value) => f.write_str(&text(value))?,
                Term::Between(first, last) => write!(f, "{}-{}", text(first), text(last))?,
                // AWS's dialect takes no step after a name, so these stay numbers.
                Term::Step(StepBase::All, step) => write!(f, "*/{step}")?,
                Term::Step(StepBase::From(first), step) => write!(f, "{first}/{step}")?,
                Term::Step(StepBase::Between(first, last), step) => {
                    write!(f, "{first}-{last}/{step}")?;
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn values(kind: FieldKind, term: Term, expected: &[u16]) {
        let terms = Terms::new(kind, vec![term]);
        assert_eq!(terms.values().collect::<Vec<_>>(), expected, "{terms}");
    }

    #[test]
    fn a_step_begins_at_the_value_before_it() {
        values(FieldKind::Minutes, Term::Step(StepBase::From(1), 10), &[1, 11, 21, 31, 41, 51]);
        values(FieldKind::Month, Term::Step(StepBase::All, 5), &[1, 6, 11]);
        values(FieldKind::DayOfWeek, Term::Step(StepBase::Between(2, 6), 2), &[2, 4, 6]);
    }

    #[test]
    fn a_range_wraps_round_the_end_of_its_field() {
        values(FieldKind::DayOfWeek, Term::Between(6, 2), &[6, 7, 1, 2]);
        values(FieldKind::Hours, Term::Between(22, 2), &[22, 23, 0, 1, 2]);
        values(FieldKind::Month, Term::Between(11, 2), &[11, 12, 1, 2]);
        values(FieldKind::Hours, Term::Step(StepBase::Between(22, 3), 2), &[22, 0, 2]);
    }

    #[test]
    fn a_long_list_prints_no_longer_than_an_expression_may_be() {
        let terms = Terms::new(FieldKind::DayOfWeek, vec![Term::One(1); 120]);
        assert_eq!(terms.to_string().len(), 239);
    }

    #[test]
    fn bits_hold_each_value_once() {
        let terms = Terms::new(FieldKind::Hours, vec![Term::One(2), Term::Between(1, 3)]);
        assert_eq!(terms.bits(), 0b1110);
        assert_eq!(terms.single(), None);
        assert_eq!(Terms::new(FieldKind::Hours, vec![Term::One(2), Term::One(2)]).single(), Some(2));
    }
}
