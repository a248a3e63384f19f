//! A window that is looked at, and the blocks of time in which it is open.

use super::{Question, Run};
use crate::Timestamp;
use crate::occurrence::{Occurrence, Query, Starts, Timing};
use crate::plan::Window;
use std::iter::Peekable;

/// An enabled window whose definition is right.
pub(super) struct Subject<'p> {
    pub(super) window: &'p Window,
    pub(super) timing: Timing,
    /// The executions that are asked for.
    pub(super) query: Query,
}

/// Time in which a window is open without a pause, since each of its runs reaches into the next.
///
/// Runs that only touch are two blocks, so where no run reaches into another, blocks are runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) start: Timestamp,
    pub(super) end: Timestamp,
}

impl<'p> Subject<'p> {
    pub(super) fn of(window: &'p Window, question: &Question<'_>) -> Option<Self> {
        let timing = window.timing().filter(|_| window.enabled)?;
        let created = question.planned.map_or(window.anchor, |planned| window.counts_from(planned));
        let query = Query::after(question.from.plus_millis(-1))
            .before(question.until)
            .created(created)
            .policy(question.policy);
        Some(Self { window, timing, query })
    }

    pub(super) fn title(&self) -> &str {
        self.window.title()
    }

    pub(super) fn open_millis(&self) -> i64 {
        self.timing.duration().get().saturating_mul(3_600_000)
    }

    pub(super) fn blocks(&self) -> Blocks<'_> {
        Blocks { starts: self.timing.starts(&self.query).peekable(), open_millis: self.open_millis() }
    }

    /// The first run that is open at an instant.
    pub(super) fn open_at(&self, instant: Timestamp) -> Option<Run> {
        // It starts later than a duration before, or it has ended.
        let after = instant.plus_millis(self.open_millis().saturating_neg()).max(self.query.after);
        let query =
            Query { after, created: Some(self.query.created.unwrap_or(self.query.after)), ..self.query };
        let occurrence = self.timing.occurrences(&query).next().filter(|run| run.start <= instant)?;
        Some(self.run(occurrence))
    }

    /// The first runs of those that start from an instant on.
    pub(super) fn runs_from(&self, instant: Timestamp) -> impl Iterator<Item = Run> {
        let after = instant.plus_millis(-1).max(self.query.after);
        let query =
            Query { after, created: Some(self.query.created.unwrap_or(self.query.after)), ..self.query };
        self.timing.occurrences(&query).map(|occurrence| self.run(occurrence))
    }

    pub(super) fn run(&self, occurrence: Occurrence) -> Run {
        Run { window: self.window.id.clone(), occurrence }
    }
}

/// The blocks of a window, in their order.
pub(super) struct Blocks<'s> {
    starts: Peekable<Starts<'s>>,
    open_millis: i64,
}

impl Iterator for Blocks<'_> {
    type Item = Block;

    fn next(&mut self) -> Option<Block> {
        let start = self.starts.next()?;
        let mut end = start.plus_millis(self.open_millis);
        while let Some(next) = self.starts.next_if(|next| *next < end) {
            end = next.plus_millis(self.open_millis);
        }
        Some(Block { start, end })
    }
}
