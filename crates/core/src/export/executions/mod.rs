//! Executions of windows → the files that calendars and spreadsheets read.
//!
//! A file comes in parts, so that a million executions need no memory.

mod calendar_file;
mod comma_separated;

pub use calendar_file::calendar_file;
pub use comma_separated::comma_separated;

use crate::Timestamp;
use crate::occurrence::{Occurrence, Occurrences, Query, Timing};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// A window whose executions are written.
#[derive(Clone, Copy, Debug)]
pub struct Scheduled<'w> {
    /// What it is called.
    pub name: Option<&'w str>,
    /// What stays as it is as long as it is the same window: its id, or its name. By this a calendar
    /// that reads a second file knows the executions of the first again.
    pub identity: &'w str,
    /// When it runs.
    pub timing: &'w Timing,
    /// Which executions are written.
    pub query: Query,
}

/// The executions of all windows in the order of their starts, each with its window's index; of those
/// that start at once, the first window's comes first.
pub fn merged<'w>(windows: &'w [Scheduled<'w>]) -> impl Iterator<Item = (usize, Occurrence)> + 'w {
    Merged::new(windows)
}

struct Merged<'w> {
    /// The executions to come of each window, and the next one.
    windows: Vec<(Occurrences<'w>, Option<Occurrence>)>,
    /// The start of the next execution of each window that has one.
    next: BinaryHeap<Reverse<(Timestamp, usize)>>,
}

impl<'w> Merged<'w> {
    fn new(windows: &'w [Scheduled<'w>]) -> Self {
        let windows = windows.iter().map(|window| (window.timing.occurrences(&window.query), None)).collect();
        let mut merged = Self { windows, next: BinaryHeap::new() };
        for index in 0..merged.windows.len() {
            merged.advance(index);
        }
        merged
    }

    /// Takes the pending execution of a window, and looks for the one after it.
    fn advance(&mut self, index: usize) -> Option<Occurrence> {
        let (occurrences, pending) = self.windows.get_mut(index)?;
        let taken = std::mem::replace(pending, occurrences.next());
        self.next.extend(pending.map(|following| Reverse((following.start, index))));
        taken
    }
}

impl Iterator for Merged<'_> {
    type Item = (usize, Occurrence);

    fn next(&mut self) -> Option<Self::Item> {
        let Reverse((_, index)) = self.next.pop()?;
        self.advance(index).map(|occurrence| (index, occurrence))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedule::Schedule;

    #[test]
    fn the_executions_of_several_windows_come_in_order_of_their_starts() {
        let timings =
            ["rate(5 hours)", "cron(0 3/3 * * ? *)", "at(1970-01-02T03:00:00)", "cron(0 2 31 2 ? *)"]
                .map(|expression| Timing::new(Schedule::parse(expression).into_parts().0.unwrap(), None));
        let windows = timings.each_ref().map(|timing| Scheduled {
            name: None,
            identity: "",
            timing,
            query: Query::after(Timestamp::EPOCH).before(Timestamp::from_seconds(200_000)),
        });
        let merged: Vec<_> = Merged::new(&windows).map(|(index, run)| (run.start, index)).collect();
        let mut expected: Vec<_> = windows
            .iter()
            .enumerate()
            .flat_map(|(index, window)| window.timing.starts(&window.query).map(move |start| (start, index)))
            .collect();
        expected.sort_unstable();
        assert_eq!(merged, expected);
        assert_eq!(merged.len(), 11 + 16 + 1);
    }
}
