//! What can be told of two windows: that both are open.

use super::subject::{Block, Subject};
use super::sweep::Swept;
use super::{Insight, Kind, MOST_OF_A_KIND, Overlaps, Question};
use crate::Timestamp;
use crate::diagnostic::Severity;
use crate::pace::Pace;
use crate::plan::{ResourceType, Window};
use std::iter;

/// How many overlaps of one pair are named, the first ones.
const MOST_REMEMBERED: usize = 5;

pub(super) async fn tell(
    subjects: &[Subject<'_>],
    swept: &Swept,
    question: &Question<'_>,
    found: &mut Vec<Insight>,
    pace: &mut Pace,
) {
    let mut told = [0_usize; 2];
    for (one, other, count) in swept.overlaps.pairs() {
        let (Some(one), Some(other)) = (subjects.get(one), subjects.get(other)) else { continue };
        let is_shared = share_targets(one.window, other.window);
        if question.overlaps == Overlaps::OfSharedTargets && !is_shared {
            continue;
        }
        let [apart, shared] = &mut told;
        let told = if is_shared { shared } else { apart };
        *told = told.saturating_add(1);
        pace.step().await;
        if *told <= MOST_OF_A_KIND {
            let severity = severity(is_shared);
            found.push(Insight { severity, ..overlap(one, other, count, is_shared, question) });
        }
    }
    // Of those beyond, which may be hundreds of thousands, only the number is told.
    for (told, is_shared) in told.into_iter().zip([false, true]) {
        let count = told.saturating_sub(MOST_OF_A_KIND);
        if count > 0 {
            found.push(Insight { severity: severity(is_shared), count, ..Insight::of_kind(Kind::Overlap) });
        }
    }
}

/// What two windows share, tasks of both may run on.
const fn severity(is_shared: bool) -> Severity {
    if is_shared { Severity::Warning } else { Severity::Note }
}

fn overlap(
    one: &Subject<'_>,
    other: &Subject<'_>,
    count: usize,
    is_shared: bool,
    question: &Question<'_>,
) -> Insight {
    let first: Vec<Timestamp> = instants(one, other).take(count.min(MOST_REMEMBERED)).collect();
    let when = first.first().map(|instant| question.when(count, *instant)).unwrap_or_default();
    let runs = first.iter().flat_map(|instant| [one.open_at(*instant), other.open_at(*instant)]);
    Insight {
        message: format!("{} and {} are open together {when}.", one.title(), other.title()),
        help: is_shared
            .then(|| "They share targets: tasks of both may run on one of them at once.".to_owned()),
        windows: vec![one.window.id.clone(), other.window.id.clone()],
        runs: runs.flatten().collect(),
        count,
        ..Insight::of_kind(Kind::Overlap)
    }
}

/// The instants from which on both windows are open.
fn instants(one: &Subject<'_>, other: &Subject<'_>) -> impl Iterator<Item = Timestamp> {
    let is_some_time = |block: &Block| block.start < block.end;
    let mut one = one.blocks().filter(is_some_time).peekable();
    let mut other = other.blocks().filter(is_some_time).peekable();
    iter::from_fn(move || {
        loop {
            let (here, there) = (*one.peek()?, *other.peek()?);
            let (start, end) = (here.start.max(there.start), here.end.min(there.end));
            let _passed = if here.end <= there.end { one.next() } else { other.next() };
            if start < end {
                return Some(start);
            }
        }
    })
}

/// Whether two windows are registered for the same targets, as far as texts tell: what is registered
/// with one serves what is registered with the other, or tasks of both name an instance.
#[must_use]
fn share_targets(one: &Window, other: &Window) -> bool {
    let serves = |one: &Window, other: &Window| {
        let by_target = other.targets.iter().any(|target| one.serves(target.resource_type, &target.targets));
        // A task that names its window's targets adds none.
        let of_task = |targets: &[_]| one.serves(ResourceType::Instance, targets);
        by_target
            || other.tasks.iter().any(|task| {
                task.targets.iter().all(|target| target.key == "InstanceIds") && of_task(&task.targets)
            })
    };
    serves(one, other) || serves(other, one)
}
