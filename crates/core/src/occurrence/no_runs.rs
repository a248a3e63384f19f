//! Why a window will not run again.

use super::{Query, Timing};
use crate::Timestamp;
use crate::schedule::Schedule;
use chrono::Datelike;
use std::fmt;

/// Why there is no execution to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoRuns {
    /// No year has such a day: 30 February, or 29 February in years that are all common.
    NoSuchDay,
    /// The last year with such a day has passed.
    YearsPast {
        /// That year.
        last: i32,
    },
    /// The first year with such a day is after 2099, where the time-zone data end.
    BeyondHorizon,
    /// The moment of an `at` expression has passed.
    MomentPast,
    /// The clocks skip the moment of an `at` expression.
    MomentSkipped,
    /// The clocks skip every time that the expression names, as 02:30 on the second Sunday of March does
    /// not exist in New York.
    AllSkipped,
    /// `EndDate` has passed, or comes before the first time that the schedule names.
    EndDate,
    /// `StartDate` comes after the last time that the schedule names.
    StartDate,
}

impl Timing {
    /// Why no execution that `query` asks for exists; `None` when there is one.
    ///
    /// It takes a few steps, not a search: an impossible day is known from the expression.
    #[must_use]
    pub fn no_runs(&self, query: &Query) -> Option<NoRuns> {
        if self.starts(query).next().is_some() {
            return None;
        }
        let years = self.calendar().map(super::calendar::Calendar::years);
        if years == Some(None) {
            return Some(NoRuns::NoSuchDay);
        }
        if self.calendar().is_some() && self.skipped(query).next().is_some() {
            return Some(NoRuns::AllSkipped);
        }
        let unbounded = self.clone().with_dates(None, None);
        let without_end = self.clone().without_end_date();
        let runs_otherwise = unbounded.starts(query).next().is_some();
        if runs_otherwise {
            return Some(if without_end.starts(query).next().is_some() {
                NoRuns::EndDate
            } else {
                NoRuns::StartDate
            });
        }
        Some(match (self.schedule(), years.flatten()) {
            (Schedule::At(moment), _) => {
                let any_time = Query { after: Timestamp::EPOCH, before: None, ..*query };
                if moment.year() >= 2100 {
                    NoRuns::BeyondHorizon
                } else if unbounded.starts(&any_time).next().is_none() && moment.year() >= 1970 {
                    NoRuns::MomentSkipped
                } else {
                    NoRuns::MomentPast
                }
            }
            (_, Some((_, last))) if last < 2100 => NoRuns::YearsPast { last },
            _ => NoRuns::BeyondHorizon,
        })
    }
}

impl fmt::Display for NoRuns {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuchDay => f.write_str("No year has a day that the expression names."),
            Self::YearsPast { last } => {
                write!(f, "The last year that the expression allows is {last}.")
            }
            Self::BeyondHorizon => {
                f.write_str("The expression names no time before 2100, where the time-zone data end.")
            }
            Self::MomentPast => f.write_str("The moment has passed."),
            Self::MomentSkipped => f.write_str("The clocks skip the moment."),
            Self::AllSkipped => {
                f.write_str("The clocks go forward over every time to come that the expression names.")
            }
            Self::EndDate => f.write_str("EndDate comes before the next time that the expression names."),
            Self::StartDate => f.write_str("StartDate comes after the last time that the expression names."),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::zone::{ClockChangePolicy, Zone};

    fn reason(expression: &str, after: &str, policy: ClockChangePolicy) -> Option<NoRuns> {
        let (schedule, _) = Schedule::parse(expression).into_parts();
        let timing = Timing::new(schedule.unwrap(), Zone::named("America/New_York"));
        timing.no_runs(&Query::after(Timestamp::parse_rfc3339(after).unwrap()).policy(policy))
    }

    #[test]
    fn a_time_that_the_clocks_always_skip_is_no_time_after_2099() {
        let (quartz, shift) = (ClockChangePolicy::Quartz, ClockChangePolicy::ShiftForward);
        let now = "2026-11-01T12:00:00Z";
        assert_eq!(reason("cron(30 2 ? 3 SUN#2 *)", now, quartz), Some(NoRuns::AllSkipped));
        assert_eq!(reason("cron(30 2 ? 3 SUN#2 *)", now, shift), None);
        assert_eq!(reason("cron(30 2 14 3 ? 2027)", now, quartz), Some(NoRuns::AllSkipped));
        let passed = "2027-03-15T00:00:00Z";
        assert_eq!(reason("cron(30 2 14 3 ? 2027)", passed, quartz), Some(NoRuns::YearsPast { last: 2027 }));
        assert_eq!(reason("cron(30 2 ? 3 SUN#2 2110)", now, quartz), Some(NoRuns::BeyondHorizon));
        assert_eq!(reason("cron(30 2 30 2 ? *)", now, quartz), Some(NoRuns::NoSuchDay));
    }
}
