//! One walk over the blocks of all windows, in the order in which they begin.

use super::subject::{Blocks, Subject};
use super::{Question, Span};
use crate::pace::Pace;
use crate::window::limits::CONCURRENT_WINDOWS;
use crate::{Timestamp, order::sort_by_key};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// How many pairs of blocks are looked at: a second's work. A thousand windows every night need less.
const MOST_WORK: u64 = 500_000_000;

/// What the walk has found.
#[derive(Debug, Default)]
pub(super) struct Swept {
    pub(super) overlaps: Overlaps,
    /// The stretches in which more windows are open than AWS has in execution.
    pub(super) over_quota: Stretches,
    /// The time in which most are open.
    pub(super) busiest: Option<Busy>,
    /// How often as many are open.
    pub(super) busiest_count: usize,
    /// The longest time in which none is, the first of its length.
    pub(super) longest_gap: Option<Span>,
    /// Where the walk was given up, for there was too much.
    pub(super) given_up: Option<Timestamp>,
}

/// For each two windows how often they are open at once.
#[derive(Debug, Default)]
pub(super) struct Overlaps {
    windows: usize,
    /// A number for each two places; counting one costs an addition.
    counts: Vec<usize>,
}

/// A time in which the same windows are open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Busy {
    pub(super) from: Timestamp,
    pub(super) until: Timestamp,
    /// Their places.
    pub(super) windows: Vec<usize>,
}

/// Stretches of time, and the first of them.
#[derive(Debug, Default)]
pub(super) struct Stretches {
    pub(super) count: usize,
    pub(super) first: Option<Span>,
    open_since: Option<Timestamp>,
}

/// The windows that are open, the one that closes first on top.
#[derive(Default)]
struct Open(BinaryHeap<Reverse<(Timestamp, usize)>>);

/// Looks at all blocks between the question's instants.
pub(super) async fn sweep(subjects: &[Subject<'_>], question: &Question<'_>, pace: &mut Pace) -> Swept {
    let mut blocks: Vec<Blocks<'_>> = subjects.iter().map(Subject::blocks).collect();
    let mut coming = BinaryHeap::new();
    for (place, blocks) in blocks.iter_mut().enumerate() {
        coming.extend(blocks.next().map(|block| Reverse((block.start, block.end, place))));
    }
    let mut swept = Swept { overlaps: Overlaps::of(subjects.len()), ..Swept::default() };
    let mut open = Open::default();
    // The end of all that has been open.
    let mut covered = question.from;
    let mut work = 0_u64;
    while let Some(Reverse((start, end, place))) = coming.pop() {
        pace.step().await;
        let next = blocks.get_mut(place).and_then(Iterator::next);
        coming.extend(next.map(|block| Reverse((block.start, block.end, place))));
        if start >= end {
            continue;
        }
        open.close_until(start, &mut swept);
        if start > covered {
            swept.note_gap(Span { from: covered, until: start });
        }
        covered = covered.max(end);
        work = work.saturating_add(open.0.len() as u64);
        if work > MOST_WORK {
            swept.given_up = Some(start);
            break;
        }
        for Reverse((_, other)) in &open.0 {
            swept.overlaps.count(place, *other);
        }
        open.0.push(Reverse((end, place)));
        swept.note_open(&open, start);
    }
    let until = swept.given_up.unwrap_or(question.until);
    open.close_until(Timestamp::from_millis(i64::MAX), &mut swept);
    if covered < until {
        swept.note_gap(Span { from: covered, until });
    }
    swept
}

impl Open {
    /// Closes what ends at an instant or before it.
    fn close_until(&mut self, instant: Timestamp, swept: &mut Swept) {
        while let Some(Reverse((end, _))) = self.0.peek().filter(|Reverse((end, _))| *end <= instant) {
            let end = *end;
            self.0.pop();
            if self.0.len() == CONCURRENT_WINDOWS {
                swept.over_quota.close(end);
            }
        }
    }
}

impl Overlaps {
    fn of(windows: usize) -> Self {
        Self { windows, counts: vec![0; windows.saturating_mul(windows)] }
    }

    fn count(&mut self, one: usize, other: usize) {
        let place = one.min(other).saturating_mul(self.windows).saturating_add(one.max(other));
        if let Some(count) = self.counts.get_mut(place) {
            *count = count.saturating_add(1);
        }
    }

    /// Each two windows that are open at once, by their places, and how often.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (usize, usize, usize)> {
        let rows = self.counts.chunks(self.windows.max(1)).enumerate();
        rows.flat_map(|(one, row)| {
            let counted = row.iter().enumerate().filter(|(_, count)| **count > 0);
            counted.map(move |(other, count)| (one, other, *count))
        })
    }
}

impl Swept {
    fn note_open(&mut self, open: &Open, start: Timestamp) {
        let count = open.0.len();
        if count == CONCURRENT_WINDOWS.saturating_add(1) {
            self.over_quota.open_since.get_or_insert(start);
        }
        let greatest = self.busiest.as_ref().map_or(1, |busiest| busiest.windows.len());
        if count > greatest {
            let mut windows: Vec<usize> = open.0.iter().map(|Reverse((_, place))| *place).collect();
            sort_by_key(&mut windows, |place| *place);
            let until = open.0.peek().map_or(start, |Reverse((end, _))| *end);
            self.busiest = Some(Busy { from: start, until, windows });
            self.busiest_count = 1;
        } else if count == greatest && self.busiest.is_some() {
            self.busiest_count = self.busiest_count.saturating_add(1);
        }
    }

    fn note_gap(&mut self, gap: Span) {
        let length = |span: Span| span.until.millis_since(span.from);
        if self.longest_gap.is_none_or(|longest| length(gap) > length(longest)) {
            self.longest_gap = Some(gap);
        }
    }
}

impl Stretches {
    fn close(&mut self, until: Timestamp) {
        if let Some(from) = self.open_since.take() {
            self.count = self.count.saturating_add(1);
            self.first.get_or_insert(Span { from, until });
        }
    }
}
