//! The programs that answer a row.

use crate::rows::Row;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use std::hint::black_box;
use std::str::FromStr;
use window_planner_core::Timestamp;
use window_planner_core::occurrence::{Query, Timing};
use window_planner_core::schedule::Schedule;
use window_planner_core::zone::Zone;

/// Answers the row once and says how many executions that were.
pub(crate) type Program = Box<dyn Fn() -> usize>;

/// 2026-01-01T00:00:00Z, after which all begin.
const AFTER: i64 = 1_767_225_600;

/// We say more than the peers: start, cutoff, end and what the clocks do.
pub(crate) fn ours(row: &Row) -> Program {
    let (schedule, _) = Schedule::parse(row.expression).into_parts();
    let schedule = schedule.expect("the rows hold valid expressions");
    let timing = Timing::new(schedule, Zone::named(row.zone)).with_schedule_offset(row.schedule_offset);
    let (query, executions) = (Query::after(Timestamp::from_seconds(AFTER)), row.executions);
    Box::new(move || {
        timing
            .occurrences(black_box(&query))
            .take(executions)
            .fold(0, |count, run| count + usize::from(black_box(run).start < run.end))
    })
}

/// The peers that can express the row.
pub(crate) fn peers(row: &Row) -> Vec<(&'static str, Program)> {
    let zone: Tz = row.zone.parse().expect("the rows hold valid zones");
    let after: DateTime<Tz> =
        DateTime::<Utc>::from_timestamp(AFTER, 0).unwrap_or_default().with_timezone(&zone);
    let executions = row.executions;
    let mut programs: Vec<(&'static str, Program)> = Vec::new();
    if let Some(pattern) = row.croner {
        let cron = croner::parser::CronParser::builder()
            .seconds(croner::parser::Seconds::Required)
            .build()
            .parse(pattern)
            .expect("croner knows the pattern");
        programs.push((
            "croner",
            Box::new(move || cron.clone().iter_after(black_box(after)).take(executions).fold(0, count)),
        ));
    }
    if let Some(pattern) = row.cron {
        let schedule = cron::Schedule::from_str(pattern).expect("cron knows the pattern");
        programs.push((
            "cron",
            Box::new(move || schedule.after(&black_box(after)).take(executions).fold(0, count)),
        ));
    }
    programs
}

/// Counts an execution that the compiler must not leave out.
fn count(count: usize, run: DateTime<Tz>) -> usize {
    black_box(run);
    count + 1
}
