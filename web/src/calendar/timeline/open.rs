//! How many windows are open at once.

use super::super::runs::WindowRuns;
use std::sync::Arc;
use window_planner_core::{Timestamp, order::sort_by_key};

/// A span of time in which so many windows are open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Open {
    /// Its first instant.
    pub from: Timestamp,
    /// The first instant after it.
    pub until: Timestamp,
    /// How many windows are open.
    pub count: usize,
}

/// The spans in which windows are open, in order; those of which executions are a band are left out.
///
/// Cost: a sort of all beginnings and ends.
#[must_use]
pub fn open_at_once(windows: &[Arc<WindowRuns>]) -> Vec<Open> {
    let runs = windows.iter().flat_map(|window| &window.runs);
    let mut steps: Vec<(Timestamp, i64)> = runs.flat_map(|run| [(run.start, 1), (run.end, -1)]).collect();
    sort_by_key(&mut steps, |(at, _)| *at);
    let mut spans: Vec<Open> = Vec::new();
    let mut count = 0;
    let untils = steps.iter().skip(1).map(|(until, _)| *until);
    for ((from, step), until) in steps.iter().zip(untils) {
        count += step;
        // Of steps at the same instant, the last one tells how many are open then.
        if *from == until {
            continue;
        }
        if let Some(count) = usize::try_from(count).ok().filter(|count| *count > 0) {
            match spans.last_mut() {
                Some(last) if last.until == *from && last.count == count => last.until = until,
                _ => spans.push(Open { from: *from, until, count }),
            }
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::runs::tests::runs;

    /// In two weeks, amid which the clocks change.
    fn in_spring(schedule: &str, hours: u8) -> Arc<WindowRuns> {
        Arc::new(runs(schedule, hours, "2027-03-08", 14))
    }

    fn is_open(windows: &[Arc<WindowRuns>], at: Timestamp) -> usize {
        let runs = windows.iter().flat_map(|window| &window.runs);
        runs.filter(|run| run.start <= at && at < run.end).count()
    }

    #[test]
    fn at_every_instant_as_many_are_open_as_are_told() {
        let windows = [
            in_spring("cron(0 2 ? * * *)", 4),
            // Over the night in which the clocks change; at the end of one, the next begins.
            in_spring("cron(0 22 ? * SAT *)", 10),
            in_spring("cron(0 6 ? * * *)", 2),
            in_spring("cron(0 2/6 ? * MON *)", 6),
        ];
        let spans = open_at_once(&windows);
        let ends = windows.iter().flat_map(|window| &window.runs).flat_map(|run| [run.start, run.end]);
        for at in ends.flat_map(|end| [end.plus_millis(-1), end, end.plus_millis(1)]) {
            let told = spans.iter().find(|span| span.from <= at && at < span.until);
            assert_eq!(told.map_or(0, |span| span.count), is_open(&windows, at), "{at}");
        }
    }

    #[test]
    fn spans_are_in_order_and_none_goes_on_as_the_one_before() {
        let windows = [in_spring("cron(0 0/6 ? * * *)", 6), in_spring("cron(0 3 ? * TUE *)", 1)];
        let spans = open_at_once(&windows);
        assert!(spans.len() > 3);
        for pair in spans.windows(2) {
            assert!(pair[0].until <= pair[1].from);
            assert!(pair[0].until < pair[1].from || pair[0].count != pair[1].count, "{pair:?}");
        }
    }

    #[test]
    fn without_runs_nothing_is_open() {
        assert_eq!(open_at_once(&[]), []);
    }
}
