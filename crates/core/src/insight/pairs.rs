//! What can be told of two windows: that both are open.

use super::subject::Subject;
use super::sweep::Swept;
use super::{Insight, Kind, Overlaps, Question};
use crate::diagnostic::Severity;
use crate::plan::{ResourceType, Window};

pub(super) fn tell(
    subjects: &[Subject<'_>],
    swept: &Swept,
    question: &Question<'_>,
    found: &mut Vec<Insight>,
) {
    for (one, other, count, first) in swept.overlaps.pairs() {
        let (Some(one), Some(other)) = (subjects.get(one), subjects.get(other)) else { continue };
        let is_shared = share_targets(one.window, other.window);
        if question.overlaps == Overlaps::OfSharedTargets && !is_shared {
            continue;
        }
        let Some(instant) = first.first() else { continue };
        let message = format!(
            "{} and {} are open together {}.",
            one.title(),
            other.title(),
            question.when(count, *instant)
        );
        let help =
            is_shared.then(|| "They share targets: tasks of both may run on one of them at once.".to_owned());
        let severity = if is_shared { Severity::Warning } else { Severity::Note };
        let runs = first.iter().flat_map(|instant| [one.open_at(*instant), other.open_at(*instant)]);
        found.push(Insight {
            kind: Kind::Overlap,
            severity,
            message,
            help,
            windows: vec![one.window.id.clone(), other.window.id.clone()],
            runs: runs.flatten().collect(),
            count,
            stretch: None,
        });
    }
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
