//! What the clocks do to the runs of a table.

use super::Upcoming;
use std::io::{self, Write};
use window_planner_core::Timestamp;
use window_planner_core::occurrence::{Query, SkippedRun};
use window_planner_core::words;

/// How many changes of the clocks that skip runs are told.
const CHANGES: usize = 5;

/// How many runs that one change skips are named.
const NAMED: usize = 3;

/// How many skipped runs are looked at: a schedule of every second skips 3,600 in an hour.
const LOOKED_AT: usize = 20_000;

/// Writes a note for each run that a change of the clocks touches, and for each change that skips runs.
///
/// # Errors
///
/// Those of `output`.
pub(crate) fn write(upcoming: &Upcoming<'_>, output: &mut impl Write) -> io::Result<()> {
    write_all(of(upcoming), output)
}

/// Writes notes in their order, if there are any.
///
/// # Errors
///
/// Those of `output`.
pub(super) fn write_all(mut notes: Vec<(Timestamp, String)>, output: &mut impl Write) -> io::Result<()> {
    notes.sort_by_key(|(at, _)| *at);
    if !notes.is_empty() {
        writeln!(output)?;
    }
    for (_, words) in notes {
        writeln!(output, "* {words}")?;
    }
    Ok(())
}

/// What the clocks do to the runs, and when.
pub(super) fn of(upcoming: &Upcoming<'_>) -> Vec<(Timestamp, String)> {
    let zone = upcoming.timing.zone();
    let mut notes = Vec::new();
    for run in upcoming.runs() {
        notes.extend(run.clock_change.map(|change| (run.start, words::clock_change(change, zone))));
    }
    for (runs, more) in skipped(upcoming) {
        let at = runs.first().map_or(run_end(upcoming), |run| run.change.at);
        notes.extend(words::skipped(&runs, more, zone).map(|words| (at, words)));
    }
    notes
}

/// The end of what is shown: the last run when there are as many as asked for, and else no end.
fn run_end(upcoming: &Upcoming<'_>) -> Timestamp {
    let last = upcoming.runs().enumerate().last().filter(|(index, _)| index + 1 == upcoming.limit);
    let bound = upcoming.query.before.unwrap_or(Timestamp::HORIZON);
    last.map_or(bound, |(_, run)| run.start)
}

/// The runs that are skipped among those shown: for each change of the clocks the first ones, and how
/// many more there are.
fn skipped(upcoming: &Upcoming<'_>) -> Vec<(Vec<SkippedRun>, usize)> {
    let query = Query { before: Some(run_end(upcoming)), ..upcoming.query };
    let mut changes: Vec<(Vec<SkippedRun>, usize)> = Vec::new();
    for run in upcoming.timing.skipped(&query).take(LOOKED_AT) {
        let is_new =
            changes.last().and_then(|(runs, _)| runs.first()).is_none_or(|first| first.change != run.change);
        if is_new && changes.len() == CHANGES {
            break;
        }
        if is_new {
            changes.push((Vec::new(), 0));
        }
        match changes.last_mut() {
            Some((runs, _)) if runs.len() < NAMED => runs.push(run),
            Some((_, more)) => *more += 1,
            None => {}
        }
    }
    changes
}
