//! What a case must be answered with: every local time of its span, held against the written rules.

use crate::case::Case;
use crate::clock::{Clock, Fate};
use crate::expression::{Cron, Expression};
use jiff::ToSpan;
use jiff::civil::DateTime;
use window_planner_core::occurrence::ClockChangeEffect;
use window_planner_core::zone::ClockChangePolicy;

const HOUR: i64 = 3_600_000;

/// The first and the last instant that are ever answered: 1970-01-01 and the end of 2099, UTC.
const FIRST: i64 = 0;
const LAST: i64 = 4_102_444_799_999;

/// An execution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) start: i64,
    /// What a change of the clocks does to it, and when the change comes.
    pub(crate) note: Option<(ClockChangeEffect, i64)>,
}

/// The executions, in their order.
pub(crate) fn runs(case: &Case) -> Vec<Run> {
    let clock = case.clock();
    let mut runs = match case.expression() {
        Expression::Rate(period) => rate_runs(case, period),
        Expression::Cron(_) | Expression::At(_) => {
            let locals = local_times(case, &clock);
            let mut runs: Vec<Run> =
                locals.iter().filter_map(|local| wall_run(case, &clock, *local)).collect();
            // A time that was shifted on a time that is named anyway is the same run.
            runs.sort_by_key(|run| {
                (run.start, run.note.is_some_and(|(effect, _)| effect == ClockChangeEffect::ShiftedForward))
            });
            runs.dedup_by_key(|run| run.start);
            runs
        }
    };
    runs.retain(|run| is_within(case, run.start));
    for run in &mut runs {
        let end = run.start + i64::from(case.duration) * HOUR;
        let during = clock
            .changes(run.start, end - 1)
            .first()
            .map(|change| (ClockChangeEffect::DuringWindow, *change));
        run.note = run.note.or(during);
    }
    runs
}

/// The local times that would be executions, did the clocks not skip them, and the changes that do.
pub(crate) fn skipped(case: &Case) -> Vec<(DateTime, i64)> {
    if case.policy == ClockChangePolicy::ShiftForward {
        return Vec::new();
    }
    let clock = case.clock();
    let fate = |local: DateTime| match clock.fate(local) {
        Fate::Never { change, .. } => Some((local, change)),
        Fate::Once(_) | Fate::Twice { .. } => None,
    };
    let never = local_times(case, &clock).into_iter().filter_map(fate);
    never.filter(|(_, change)| is_within(case, *change)).collect()
}

/// `after` and `before` are exclusive, `StartDate` and `EndDate` inclusive.
fn is_within(case: &Case, instant: i64) -> bool {
    (FIRST..=LAST).contains(&instant)
        && instant > case.after
        && instant < case.before
        && case.start_date.is_none_or(|start| instant >= start)
        && case.end_date.is_none_or(|end| instant <= end)
}

/// Anchor, anchor plus period, and so on. A `StartDate` that is still to come at creation is the anchor.
fn rate_runs(case: &Case, period: i64) -> Vec<Run> {
    let created = case.created.unwrap_or(case.after);
    let anchor = case.start_date.filter(|start| *start > created).unwrap_or(created);
    let mut runs = Vec::new();
    let mut start = anchor;
    while start < case.before {
        runs.push(Run { start, note: None });
        start += period;
    }
    runs
}

/// The local times around the case's span at which an execution is due: those that the expression
/// names, `ScheduleOffset` days later.
fn local_times(case: &Case, clock: &Clock) -> Vec<DateTime> {
    let cron = match case.expression() {
        Expression::Cron(cron) => cron,
        Expression::At(moment) => return vec![moment],
        Expression::Rate(_) => return Vec::new(),
    };
    // Further than any change of the clocks moves a local time.
    let first = clock.local(case.after.max(FIRST)) - 26.hours();
    let last = clock.local(case.before.min(LAST)) + 26.hours();
    let days = case.schedule_offset.unwrap_or(0);
    let times = cron.times();
    let mut locals = Vec::new();
    let mut date = first.date() - i32::from(days).days();
    while date <= last.date() {
        if cron.names_date(date) {
            for time in &times {
                let fire = date.to_datetime(*time);
                let run = fire + i32::from(days).days();
                if first <= run && run <= last && (days == 0 || fires_after_creation(case, clock, fire)) {
                    locals.push(run);
                }
            }
        }
        date = date.tomorrow().unwrap();
    }
    locals
}

/// With a `ScheduleOffset`, a time of the expression that came before the window's creation leads to
/// no execution. A time that the clocks skip has come when they do, whatever the policy: the execution
/// is due days later, and only its own local time is shifted or skipped.
fn fires_after_creation(case: &Case, clock: &Clock, fire: DateTime) -> bool {
    let created = case.created.unwrap_or(case.after);
    match (clock.fate(fire), case.policy) {
        (Fate::Once(at), _) => at > created,
        (Fate::Twice { second, .. }, ClockChangePolicy::Quartz) => second > created,
        (Fate::Twice { first, .. }, _) => first > created,
        (Fate::Never { change, .. }, _) => change > created,
    }
}

/// The execution due at a local time, if there is one.
fn wall_run(case: &Case, clock: &Clock, local: DateTime) -> Option<Run> {
    let noted = |start, effect, change| Some(Run { start, note: Some((effect, change)) });
    match (clock.fate(local), case.policy) {
        (Fate::Once(start), _) => Some(Run { start, note: None }),
        (Fate::Twice { first, second }, policy) => {
            let change = *clock.changes(first, second).first().unwrap();
            match policy {
                ClockChangePolicy::Quartz => noted(second, ClockChangeEffect::RepeatedRunsSecond, change),
                ClockChangePolicy::EarlierOffset | ClockChangePolicy::ShiftForward => {
                    noted(first, ClockChangeEffect::RepeatedRunsFirst, change)
                }
            }
        }
        (Fate::Never { change, shifted }, ClockChangePolicy::ShiftForward) => {
            noted(shifted, ClockChangeEffect::ShiftedForward, change)
        }
        (Fate::Never { .. }, _) => None,
    }
}

/// Whether the expression names the local time at which an execution starts, or would have started
/// but for a shift.
pub(crate) fn is_named(cron: &Cron, case: &Case, local: DateTime) -> bool {
    cron.names(local - i32::from(case.schedule_offset.unwrap_or(0)).days())
}
