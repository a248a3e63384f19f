//! How many windows are open at once.

use super::super::runs::WindowRuns;
use std::{collections::BTreeMap, sync::Arc};
use window_planner_core::Timestamp;

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
    let mut steps: BTreeMap<Timestamp, i64> = BTreeMap::new();
    for run in windows.iter().flat_map(|window| &window.runs) {
        *steps.entry(run.start).or_default() += 1;
        *steps.entry(run.end).or_default() -= 1;
    }
    let mut spans: Vec<Open> = Vec::new();
    let mut count = 0;
    let untils = steps.keys().skip(1).copied();
    for ((from, step), until) in steps.iter().zip(untils) {
        count += step;
        if let Some(count) = usize::try_from(count).ok().filter(|count| *count > 0) {
            match spans.last_mut() {
                Some(last) if last.until == *from && last.count == count => last.until = until,
                _ => spans.push(Open { from: *from, until, count }),
            }
        }
    }
    spans
}
