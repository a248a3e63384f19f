//! Why an execution takes place just then.

use crate::occurrence::{Occurrence, Query, Timing};
use crate::schedule::{Part, Schedule, anatomy};
use crate::words;
use chrono::{Days, NaiveDateTime};
use serde::Serialize;

/// One reason, in a short sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct Reason {
    /// The part of the definition that it comes from: a piece of the expression in its usual form, or a
    /// field's name.
    /// Absent for what the clocks do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<String>,
    /// What it does.
    pub text: String,
}

impl Reason {
    fn of(part: impl Into<String>, text: impl Into<String>) -> Self {
        Self { part: Some(part.into()), text: text.into() }
    }
}

/// Why `occurrence`, one of those that `query` leads to, starts when it does: what names its day and its
/// time, the offset, the bounds and the clocks.
///
/// ```
/// use window_planner_core::Timestamp;
/// use window_planner_core::insight::explain_execution;
/// use window_planner_core::occurrence::{Query, Timing};
/// use window_planner_core::schedule::Schedule;
/// use window_planner_core::zone::Zone;
///
/// let (schedule, _) = Schedule::parse("cron(30 23 ? * TUE#3 *)").into_parts();
/// let timing = Timing::new(schedule.unwrap(), Zone::named("America/Los_Angeles"))
///     .with_schedule_offset(Some(2));
/// let query = Query::after(Timestamp::parse_rfc3339("2027-01-01T00:00:00Z").unwrap());
/// let run = timing.occurrences(&query).next().unwrap();
///
/// let reasons = explain_execution(&timing, &query, &run);
/// let lines: Vec<String> =
///     reasons.iter().map(|reason| format!("{}: {}", reason.part.as_deref().unwrap_or_default(), reason.text)).collect();
/// assert_eq!(
///     lines,
///     [
///         "TUE#3: on the third Tuesday: Tue 2027-01-19.",
///         "30 23: at 23:30, Los Angeles time.",
///         "ScheduleOffset: 2 days later: Thu 2027-01-21.",
///     ]
/// );
/// ```
#[must_use]
pub fn explain_execution(timing: &Timing, query: &Query, occurrence: &Occurrence) -> Vec<Reason> {
    let mut reasons = match timing.schedule() {
        Schedule::Cron(_) => of_cron(timing, occurrence),
        Schedule::Rate(_) => of_rate(timing, query, occurrence),
        Schedule::At(moment) => {
            let text =
                format!("once, on {} at {}, {}.", words::day(*moment), words::time(*moment), zone(timing));
            vec![Reason::of(timing.schedule().to_string(), text)]
        }
    };
    reasons.extend(of_bounds(timing, query, occurrence));
    reasons.extend(
        occurrence
            .clock_change
            .map(|change| Reason { part: None, text: words::clock_change(change, timing.zone()) }),
    );
    reasons
}

/// `UTC` or `Los Angeles time`.
fn zone(timing: &Timing) -> String {
    let zone = timing.zone();
    if zone.name() == "UTC" { "UTC".to_owned() } else { format!("{} time", zone.city()) }
}

fn of_cron(timing: &Timing, occurrence: &Occurrence) -> Vec<Reason> {
    let text = timing.schedule().to_string();
    let parts = anatomy(&text);
    // The clocks may show another time than the expression names; what they do is told apart.
    let shown = timing.zone().local(occurrence.start);
    let offset = timing.schedule_offset().map_or(0, u64::from);
    let named = shown.checked_sub_days(Days::new(offset)).unwrap_or(shown);
    let find = |label: &str| parts.iter().find(|part| part.label == label);
    let mut reasons = vec![of_day(&text, &parts, named)];
    let times = ["seconds", "minutes", "hours"].map(|label| find(label).map(|part| written(&text, part)));
    let times: Vec<&str> = times.into_iter().flatten().collect();
    reasons.push(Reason::of(times.join(" "), format!("at {}, {}.", words::time(named), zone(timing))));
    if offset > 0 {
        let days = if offset == 1 { "1 day".to_owned() } else { format!("{offset} days") };
        reasons.push(Reason::of("ScheduleOffset", format!("{days} later: {}.", words::day(shown))));
    }
    reasons
}

/// What names the day: the field of days that is not `?`, and month and year where they leave some out.
fn of_day(text: &str, parts: &[Part], named: NaiveDateTime) -> Reason {
    let find = |label: &str| parts.iter().find(|part| part.label == label);
    let days = ["day of month", "day of week"]
        .map(find)
        .into_iter()
        .flatten()
        .find(|part| written(text, part) != "?");
    let further = ["month", "year"].map(find).into_iter().flatten().filter(|part| written(text, part) != "*");
    let naming: Vec<&Part> = days.into_iter().chain(further).collect();
    let written: Vec<&str> = naming.iter().map(|part| written(text, part)).collect();
    let says: Vec<&str> = naming.iter().filter_map(|part| part.says.as_deref()).collect();
    Reason::of(written.join(" "), format!("{}: {}.", says.join(", "), words::day(named)))
}

/// A part's text; an expression that prints itself is ASCII, so spans are bytes.
fn written<'t>(text: &'t str, part: &Part) -> &'t str {
    let bound = |at: u32| usize::try_from(at).unwrap_or(usize::MAX);
    text.get(bound(part.span.start)..bound(part.span.end)).unwrap_or_default()
}

fn of_rate(timing: &Timing, query: &Query, occurrence: &Occurrence) -> Vec<Reason> {
    let Schedule::Rate(rate) = timing.schedule() else {
        return Vec::new();
    };
    let created = query.created.unwrap_or(query.after);
    let later_start = timing.start_date().filter(|start| *start > created);
    let (part, anchor) = match later_start {
        Some(start) => ("StartDate", start),
        None => ("creation", created),
    };
    let periods = occurrence.start.millis_since(anchor).checked_div(rate.period_millis()).unwrap_or(0);
    let local = timing.zone().local(anchor);
    let since = format!("{} {}, {}", words::day(local), words::time(local), zone(timing));
    let text = match periods {
        0 => "its first run.".to_owned(),
        1 => "once that long after.".to_owned(),
        periods => format!("{periods} times that long after."),
    };
    vec![
        Reason::of(part, format!("the rate counts from {since}.")),
        Reason::of(timing.schedule().to_string(), text),
    ]
}

/// Whether it is the first that `StartDate` lets run, or the last before `EndDate`.
fn of_bounds(timing: &Timing, query: &Query, occurrence: &Occurrence) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let is_rate = matches!(timing.schedule(), Schedule::Rate(_));
    let created = query.created.unwrap_or(query.after);
    if let Some(start) = timing.start_date().filter(|_| !is_rate) {
        let before = Query {
            after: start.plus_millis(-1),
            before: Some(occurrence.start),
            created: Some(created),
            ..*query
        };
        if timing.starts(&before).next().is_none() {
            reasons.push(Reason::of("StartDate", "the first run that it allows."));
        }
    }
    if timing.end_date().is_some() {
        let after = Query { after: occurrence.start, before: None, created: Some(created), ..*query };
        if timing.starts(&after).next().is_none() {
            reasons.push(Reason::of("EndDate", "the last run that it allows."));
        }
    }
    reasons
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Timestamp;
    use crate::zone::Zone;
    use chrono::DateTime;

    fn at(text: &str) -> Timestamp {
        Timestamp::parse_rfc3339(text).unwrap()
    }

    fn timing(expression: &str, zone: &str) -> Timing {
        Timing::new(Schedule::parse(expression).into_parts().0.unwrap(), Zone::named(zone))
    }

    fn lines(timing: &Timing, after: &str) -> Vec<String> {
        let query = Query::after(at(after)).created(at("2027-01-01T00:00:00Z"));
        let run = timing.occurrences(&query).next().unwrap();
        let line = |reason: Reason| format!("{}: {}", reason.part.unwrap_or_default(), reason.text);
        explain_execution(timing, &query, &run).into_iter().map(line).collect()
    }

    #[test]
    fn months_and_years_name_the_day_where_they_leave_some_out() {
        assert_eq!(
            lines(&timing("cron(0 2 L 3,6 ? 2027)", "UTC"), "2027-01-01T00:00:00Z"),
            [
                "L MAR,JUN 2027: on the last day, March and June, in 2027: Wed 2027-03-31.",
                "0 2: at 02:00, UTC."
            ]
        );
    }

    #[test]
    fn a_rate_is_told_from_where_it_counts() {
        assert_eq!(
            lines(&timing("rate(90 minutes)", "UTC"), "2027-01-01T12:00:00Z"),
            [
                "creation: the rate counts from Fri 2027-01-01 00:00, UTC.",
                "rate(90 minutes): 9 times that long after."
            ]
        );
    }

    #[test]
    fn the_clocks_and_the_bounds_are_told_where_they_matter() {
        let date = |text| DateTime::parse_from_rfc3339(text).ok();
        let timing = timing("cron(30 1 ? * SUN *)", "America/Los_Angeles")
            .with_dates(date("2027-11-01T00:00:00Z"), date("2027-11-08T00:00:00Z"));
        assert_eq!(
            lines(&timing, "2027-10-01T00:00:00Z"),
            [
                "SUN: every Sunday: Sun 2027-11-07.",
                "30 1: at 01:30, Los Angeles time.",
                "StartDate: the first run that it allows.",
                "EndDate: the last run that it allows.",
                ": Sun 2027-11-07: the clocks in Los Angeles go from 02:00 to 01:00. The start's local time comes twice; it runs the second time. AWS behaviour unverified.",
            ]
        );
    }
}
