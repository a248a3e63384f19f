//! The next execution as AWS tells it, beside ours.

use crate::Timestamp;
use crate::diagnostic::{Code, Diagnostic};
use crate::occurrence::{Query, Timing};
use crate::quoted;
use crate::schedule::Schedule;

/// The field of AWS's answers.
const FIELD: &str = "NextExecutionTime";

/// What an execution that AWS tells says about ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextExecution {
    /// One of ours starts then.
    Agrees,
    /// It tells from when the rate counts: an instant at which an execution starts, the first one that
    /// is not before the window was there.
    FixesRate(Timestamp),
    /// None of ours starts then, but at this instant; at none, when we know of none.
    Differs(Option<Timestamp>),
}

impl NextExecution {
    /// Compares the start that AWS told with ours, of a window that was created at an instant.
    ///
    /// The answer may be old, so what was told may have passed: it has to be one of ours, not the first
    /// after `now`. A rate counts from an instant that AWS does not tell, so that it follows from what it
    /// tells: the start modulo the period (observed in outputs of the user guide; AWS does not say so).
    /// Only a rate that counts from its `StartDate` is known without.
    ///
    /// ```
    /// use window_planner_core::Timestamp;
    /// use window_planner_core::occurrence::Timing;
    /// use window_planner_core::schedule::Schedule;
    /// use window_planner_core::window::NextExecution;
    ///
    /// let at = |text| Timestamp::parse_rfc3339(text).unwrap();
    /// let (rate, _) = Schedule::parse("rate(3 days)").into_parts();
    /// let (told, created) = (at("2020-02-25T00:08:15.099Z"), at("2018-01-03T19:01:52.957Z"));
    /// let compared = NextExecution::compare(&Timing::new(rate.unwrap(), None), told, created, told);
    /// assert_eq!(compared, NextExecution::FixesRate(at("2018-01-06T00:08:15.099Z")));
    /// ```
    #[must_use]
    pub fn compare(timing: &Timing, told: Timestamp, created: Timestamp, now: Timestamp) -> Self {
        let at = |instant: Timestamp| Query::after(instant.plus_millis(-1)).created(created);
        let is_ours = |query: &Query| timing.starts(query).next() == Some(told);
        match timing.schedule() {
            Schedule::Rate(rate) => {
                let counts_from_start = timing.start_date().is_some_and(|start| start > created);
                if counts_from_start && is_ours(&at(told)) {
                    return Self::Agrees;
                }
                let anchor = first_in_step(told, rate.period_millis(), timing.start_date(), created);
                let counted = Query::after(told.plus_millis(-1)).created(anchor);
                if is_ours(&counted) {
                    return Self::FixesRate(anchor);
                }
            }
            Schedule::Cron(_) | Schedule::At(_) if is_ours(&at(told)) => return Self::Agrees,
            Schedule::Cron(_) | Schedule::At(_) => {}
        }
        Self::Differs(timing.starts(&at(now.min(told))).next())
    }

    /// The finding about a text that is no instant.
    #[must_use]
    pub fn unreadable(told: &str) -> Diagnostic {
        Diagnostic::new(
            Code::NextExecutionForm,
            FIELD,
            format!("{FIELD} {} is no instant as AWS writes it.", quoted(told)),
        )
        .help("AWS writes 2027-01-03T02:00-05:00, seconds only where there are some.")
    }

    /// The finding about it. `told` is what AWS said, word for word.
    #[must_use]
    pub fn finding(self, timing: &Timing, told: &str) -> Diagnostic {
        match self {
            Self::Agrees => Diagnostic::new(
                Code::NextExecutionAgrees,
                FIELD,
                format!("AWS's next execution is one of ours: {told}."),
            ),
            Self::FixesRate(anchor) => Diagnostic::new(
                Code::NextExecutionFixesRate,
                FIELD,
                format!(
                    "AWS's next execution, {told}, tells from when the rate counts: {}.",
                    timing.aws_text(anchor)
                ),
            ),
            Self::Differs(ours) => {
                let expected = ours.map_or("we know of none".to_owned(), |ours| {
                    format!("ours is {}", timing.aws_text(ours))
                });
                Diagnostic::new(
                    Code::NextExecutionDiffers,
                    FIELD,
                    format!("AWS's next execution is {told}; {expected}."),
                )
                .help(
                    "Please report the difference, with the schedule and its time zone: one of us is wrong.",
                )
            }
        }
    }
}

/// The first instant in step with `told` that is not before the window was there, nor before a
/// `StartDate`: that one would have to count.
fn first_in_step(told: Timestamp, period: i64, start: Option<Timestamp>, created: Timestamp) -> Timestamp {
    let floor = start.map_or(created, |start| start.max(created)).max(Timestamp::EPOCH);
    let before = told.millis_since(floor);
    if before < 0 {
        return told;
    }
    floor.plus_millis(before.checked_rem_euclid(period).unwrap_or(0))
}
