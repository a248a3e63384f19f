//! What is to come for a window, from an instant on: dates that have passed, runs that never come,
//! runs that begin too soon.

use crate::Timestamp;
use crate::diagnostic::{Code, Diagnostic};
use crate::occurrence::{NoRuns, Query, Timing};
use crate::schedule::Schedule;

/// How many executions are looked at for one that begins before the one before has ended.
const LOOK_AHEAD: usize = 400;

/// By how much a change of the clocks brings two executions nearer to each other, at most. Only a day
/// that is left out, as Apia's in 2011, brings them nearer; then both would have to be on that night.
const NEARER_SECONDS: i64 = 2 * 3600;

/// What depends on the moment `query.after`: dates that have passed, and whether any run is to come
/// and ends in time for the next one. An `at` whose moment has passed is an error in a request; a
/// window that exists is merely done.
///
/// ```
/// use window_planner_core::Timestamp;
/// use window_planner_core::occurrence::{Query, Timing};
/// use window_planner_core::schedule::Schedule;
/// use window_planner_core::window::outlook;
///
/// let (schedule, _) = Schedule::parse("cron(0 2 31 2 ? *)").into_parts();
/// let found = outlook(&Timing::new(schedule.unwrap(), None), &Query::after(Timestamp::EPOCH));
/// assert_eq!(found[0].code.as_str(), "schedule.never-runs");
/// ```
#[must_use]
pub fn outlook(timing: &Timing, query: &Query) -> Vec<Diagnostic> {
    let now = query.after;
    let mut found = Vec::new();
    let rate = matches!(timing.schedule(), Schedule::Rate(_));
    if rate && timing.start_date().is_some_and(|start| start < now) {
        found.push(
            Diagnostic::new(
                Code::StartDatePast,
                "StartDate",
                "StartDate has passed: the rate counts from now instead.",
            )
            .help("AWS replaces a past StartDate of a rate by the current time."),
        );
    }
    if timing.end_date().is_some_and(|end| end < now) {
        found.push(
            Diagnostic::new(Code::EndDatePast, "EndDate", "EndDate has passed: the window never runs.")
                .help("Write a later EndDate, or leave it out."),
        );
        return found;
    }
    match timing.no_runs(query) {
        None => found.extend(check_self_overlap(timing, query)),
        Some(reason) => found.push(never_runs(timing, reason)),
    }
    found
}

fn never_runs(timing: &Timing, reason: NoRuns) -> Diagnostic {
    match reason {
        NoRuns::MomentPast => Diagnostic::new(Code::AtPast, "Schedule", "The moment has passed.")
            .help("Write a moment to come."),
        NoRuns::MomentSkipped => Diagnostic::new(
            Code::AtInGap,
            "Schedule",
            format!(
                "This local time does not exist in {}: the clocks go forward over it.",
                timing.zone().name()
            ),
        )
        .help("Whether AWS then runs the window is not known. Write a time an hour earlier or later."),
        reason => Diagnostic::new(Code::NeverRuns, "Schedule", format!("The window never runs. {reason}"))
            .help("AWS accepts such a window, and some people mean it: it runs by hand only."),
    }
}

/// AWS skips an execution while the one before still runs; how long it runs, no plan can know.
fn check_self_overlap(timing: &Timing, query: &Query) -> Option<Diagnostic> {
    let length = timing.duration().get();
    if shortest_gap_seconds(timing.schedule()) >= length.saturating_mul(3600).saturating_add(NEARER_SECONDS) {
        return None;
    }
    let starts = timing.starts(query);
    let following = starts.clone().skip(1);
    let (first, second): (Timestamp, Timestamp) =
        starts.zip(following).take(LOOK_AHEAD).find(|(first, second)| *second < first.plus_hours(length))?;
    let message = format!(
        "The run of {} begins before the run of {} has ended.",
        timing.aws_text(second),
        timing.aws_text(first)
    );
    Some(
        Diagnostic::new(Code::OverlapsItself, "Duration", message)
            .help("AWS skips a run while the one before is still busy. Shorten Duration or run less often."),
    )
}

/// The least time between two runs while the clocks do not change.
fn shortest_gap_seconds(schedule: &Schedule) -> i64 {
    match schedule {
        Schedule::Cron(cron) => cron.shortest_gap_seconds().into(),
        // A rate knows no clocks.
        Schedule::Rate(rate) => (rate.period_millis() / 1000).saturating_add(NEARER_SECONDS),
        Schedule::At(_) => i64::MAX,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::occurrence::Hours;
    use crate::zone::Zone;

    fn codes(expression: &str, duration: u8, after: &str) -> Vec<Code> {
        let (schedule, _) = Schedule::parse(expression).into_parts();
        let timing = Timing::new(schedule.unwrap(), Zone::named("America/New_York"))
            .with_length(Hours::new(duration).unwrap(), Hours::default());
        let after = Timestamp::parse_rfc3339(after).unwrap();
        outlook(&timing, &Query::after(after)).into_iter().map(|found| found.code).collect()
    }

    #[test]
    fn runs_that_touch_do_not_overlap() {
        let summer = "2027-06-01T00:00:00Z";
        assert_eq!(codes("cron(0 2,6 ? * * *)", 4, summer), []);
        assert_eq!(codes("cron(0 2,6 ? * * *)", 5, summer), [Code::OverlapsItself]);
        assert_eq!(codes("cron(0 23,1 ? * * *)", 2, summer), []);
        assert_eq!(codes("cron(0 23,1 ? * * *)", 3, summer), [Code::OverlapsItself]);
        assert_eq!(codes("rate(4 hours)", 4, summer), []);
        assert_eq!(codes("rate(4 hours)", 5, summer), [Code::OverlapsItself]);
    }

    #[test]
    fn the_night_the_clocks_go_forward_brings_runs_nearer() {
        let march = "2027-03-01T00:00:00Z";
        assert_eq!(codes("cron(0 1,3 ? * * *)", 2, march), [Code::OverlapsItself]);
        assert_eq!(codes("cron(0 1,3 ? * * *)", 1, march), []);
    }

    #[test]
    fn what_is_over_is_said_once() {
        assert_eq!(codes("at(2027-01-01T00:00:00)", 1, "2028-01-01T00:00:00Z"), [Code::AtPast]);
        assert_eq!(codes("cron(0 2 ? * * 2027)", 1, "2028-02-01T00:00:00Z"), [Code::NeverRuns]);
    }
}
