//! Executions of many windows → the blocks of each day, stacked by start.

use super::{change::Mark, runs::WindowRuns};
use std::sync::Arc;
use window_planner_core::{
    Timestamp,
    occurrence::Occurrence,
    order::{sort_by, sort_by_key},
    pace::Pace,
    plan::WindowId,
};

/// The lanes in which a block stays at its height over midnight: every day shows as many. Further down
/// it would be hidden on the next day, below nothing.
const KEPT_LANES: usize = 2;

/// One execution's part of one day. The fractions are of that day's length.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// The window.
    pub window: WindowId,
    /// The execution.
    pub run: Occurrence,
    /// How many blocks stand above it.
    pub lane: usize,
    /// Where it begins.
    pub from: f64,
    /// From where on no new task starts.
    pub cutoff: f64,
    /// Where it ends.
    pub to: f64,
    /// Whether the execution began on a day before.
    pub came_over: bool,
    /// Whether it ends on a day after.
    pub goes_on: bool,
    /// What an update does to it that is to be sent.
    pub mark: Option<Mark>,
    /// Whether it was cancelled.
    pub cancelled: bool,
}

/// An execution by its window and start.
type Run<'a> = (&'a WindowId, Timestamp);

/// Lays the executions of `windows` out on `days` days: for each day its blocks by lane.
///
/// Cost: a sort of each day's blocks, and for each block a step for every lane that is kept.
pub async fn lay_out(windows: &[Arc<WindowRuns>], days: usize, pace: &mut Pace) -> Vec<Vec<Block>> {
    let mut blocks: Vec<Vec<Block>> = vec![Vec::new(); days];
    for window in windows {
        for run in &window.runs {
            for place in window.days_of(run) {
                if let Some(day) = blocks.get_mut(place) {
                    day.push(block(window, run, place));
                }
            }
        }
        pace.step().await;
    }
    let mut kept: Vec<Option<(WindowId, Timestamp)>> = Vec::new();
    for day in &mut blocks {
        // What came over midnight stands before what begins now; else by the wall's clock.
        sort_by(day, |a, b| {
            let begins = |block: &Block| (!block.came_over, block.from);
            begins(a).partial_cmp(&begins(b)).unwrap_or(std::cmp::Ordering::Equal)
        });
        stack(day, &kept);
        kept = vec![None; KEPT_LANES];
        for block in day.iter().filter(|block| block.goes_on) {
            if let Some(lane) = kept.get_mut(block.lane) {
                *lane = Some((block.window.clone(), block.run.start));
            }
        }
        sort_by_key(day, |block| block.lane);
        pace.pause().await;
    }
    blocks
}

/// Gives each block of a day its lane: that of the day before where it is kept, else the highest free
/// one.
fn stack(day: &mut [Block], kept: &[Option<(WindowId, Timestamp)>]) {
    let held = |run: Run<'_>| {
        kept.iter().position(|lane| lane.as_ref().is_some_and(|(window, start)| (window, *start) == run))
    };
    let mut taken = vec![false; kept.len()];
    for block in day.iter() {
        if let Some(lane) = held((&block.window, block.run.start)).and_then(|lane| taken.get_mut(lane)) {
            *lane = true;
        }
    }
    let mut free = (0..).filter(|lane| !taken.get(*lane).copied().unwrap_or(false));
    for block in day.iter_mut() {
        let lane = held((&block.window, block.run.start)).or_else(|| free.next());
        block.lane = lane.unwrap_or_default();
    }
}

fn block(window: &WindowRuns, run: &Occurrence, place: usize) -> Block {
    let day = window.days.day(place);
    Block {
        window: window.window.clone(),
        run: *run,
        lane: 0,
        from: day.fraction(run.start),
        cutoff: day.fraction(run.cutoff),
        to: day.fraction(run.end),
        came_over: run.start < day.from,
        goes_on: run.end > day.until,
        mark: window.marks.of(run.start),
        cancelled: window.cancelled.contains(&run.start),
    }
}
