//! An execution as JSON shows it: times in AWS's spelling, and a note where the clocks change.

use super::{ClockChange, ClockChangeEffect, Occurrence, Timing};
use crate::record::Record;

/// One execution of a window, in the texts that AWS prints.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct Execution {
    /// When it starts: `2024-03-12T09:00-05:00`, in the schedule's zone; seconds only when not zero.
    pub start: String,
    /// From then on no new task starts: `Cutoff` hours before the end.
    pub cutoff: String,
    /// When the window closes: `Duration` hours after the start.
    pub end: String,
    /// What a change of the clocks does to it; absent when none does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clock_change: Option<ClockChangeNote>,
}

/// A change of the clocks that touches an execution.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct ClockChangeNote {
    /// The first instant of the new offset, in the schedule's zone.
    pub at: String,
    /// What the change does to the execution.
    pub effect: ClockChangeEffect,
    /// The offset from UTC until then: `-07:00`.
    pub before: String,
    /// The offset from UTC from then on: `-08:00`.
    pub after: String,
    /// Whether the effect rests on a rule that AWS has not documented.
    pub unverified: bool,
}

impl Execution {
    /// Writes an occurrence of `timing` out.
    ///
    /// ```
    /// use window_planner_core::Timestamp;
    /// use window_planner_core::occurrence::{Execution, Hours, Query, Timing};
    /// use window_planner_core::schedule::Schedule;
    /// use window_planner_core::zone::Zone;
    ///
    /// let (schedule, _) = Schedule::parse("cron(30 0 ? * SUN *)").into_parts();
    /// let timing = Timing::new(schedule.unwrap(), Zone::named("Europe/London"))
    ///     .with_length(Hours::new(2).unwrap(), Hours::default());
    /// let october = Timestamp::parse_rfc3339("2026-10-24T00:00:00Z").unwrap();
    /// let run = timing.occurrences(&Query::after(october)).next().unwrap();
    ///
    /// // Open for two hours, of which the wall's clock shows one.
    /// let execution = Execution::new(&timing, &run);
    /// assert_eq!(execution.start, "2026-10-25T00:30+01:00");
    /// assert_eq!(execution.end, "2026-10-25T01:30Z");
    /// ```
    #[must_use]
    pub fn new(timing: &Timing, occurrence: &Occurrence) -> Self {
        Self {
            start: timing.aws_text(occurrence.start),
            cutoff: timing.aws_text(occurrence.cutoff),
            end: timing.aws_text(occurrence.end),
            clock_change: occurrence.clock_change.map(ClockChangeNote::from),
        }
    }
}

impl From<ClockChange> for ClockChangeNote {
    fn from(ClockChange { change, effect }: ClockChange) -> Self {
        Self {
            at: change.at.to_aws_text(change.after),
            effect,
            before: change.before.to_string(),
            after: change.after.to_string(),
            unverified: effect.is_unverified(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Timestamp;
    use crate::occurrence::{Hours, Query};
    use crate::schedule::Schedule;
    use crate::zone::Zone;
    use serde_json::{Value, json};

    fn first_after(expression: &str, zone: &str, after: &str) -> Value {
        let (schedule, _) = Schedule::parse(expression).into_parts();
        let timing = Timing::new(schedule.unwrap(), Zone::named(zone))
            .with_length(Hours::new(3).unwrap(), Hours::new(1).unwrap());
        let after = Timestamp::parse_rfc3339(after).unwrap();
        let run = timing.occurrences(&Query::after(after)).next().unwrap();
        serde_json::to_value(Execution::new(&timing, &run)).unwrap()
    }

    #[test]
    fn an_execution_on_a_quiet_day_has_no_note() {
        assert_eq!(
            first_after("cron(0 9 ? * TUE *)", "America/Chicago", "2024-03-11T00:00:00Z"),
            json!({"start": "2024-03-12T09:00-05:00", "cutoff": "2024-03-12T11:00-05:00", "end": "2024-03-12T12:00-05:00"})
        );
    }

    #[test]
    fn each_instant_has_the_offset_of_its_own_side_of_the_change() {
        assert_eq!(
            first_after("cron(0 0 ? * SUN *)", "America/Los_Angeles", "2026-10-31T12:00:00Z"),
            json!({
                "start": "2026-11-01T00:00-07:00",
                "cutoff": "2026-11-01T01:00-08:00",
                "end": "2026-11-01T02:00-08:00",
                "clockChange": {
                    "at": "2026-11-01T01:00-08:00",
                    "effect": "during-window",
                    "before": "-07:00",
                    "after": "-08:00",
                    "unverified": false,
                },
            })
        );
    }

    #[test]
    fn a_run_in_the_repeated_hour_is_marked_as_unverified() {
        let run = first_after("cron(30 1 ? * SUN *)", "America/Los_Angeles", "2026-10-31T12:00:00Z");
        assert_eq!(run["start"], "2026-11-01T01:30-08:00");
        assert_eq!(run["clockChange"]["effect"], "repeated-runs-second");
        assert_eq!(run["clockChange"]["unverified"], true);
    }
}
