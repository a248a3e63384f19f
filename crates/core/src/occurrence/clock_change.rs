//! What a change of the clocks does to executions.

use super::Timing;
use crate::Timestamp;
use crate::record::Record;
use crate::schedule::Schedule;
use crate::zone::{ClockChangePolicy, OffsetChange, Stretch};
use chrono::{DateTime, NaiveDateTime};
use std::fmt;

/// How a change of the clocks touches one execution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockChange {
    /// The change.
    pub change: OffsetChange,
    /// What it does.
    pub effect: ClockChangeEffect,
}

/// What a change of the clocks does to an execution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub enum ClockChangeEffect {
    /// The start's local time comes twice; it runs once, the first time round.
    RepeatedRunsFirst,
    /// The start's local time comes twice; it runs once, the second time round.
    RepeatedRunsSecond,
    /// The local time the schedule names does not exist; it runs later, by as much as the clocks go
    /// forward.
    ShiftedForward,
    /// The clocks change between start and end: the wall's clock shows another end than start plus
    /// duration.
    DuringWindow,
}

impl ClockChangeEffect {
    /// Whether the effect rests on the policy rather than on what AWS documents.
    #[must_use]
    pub fn is_unverified(self) -> bool {
        self != Self::DuringWindow
    }
}

/// What happens, in a sentence.
impl fmt::Display for ClockChangeEffect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::RepeatedRunsFirst => "The start's local time comes twice; it runs the first time.",
            Self::RepeatedRunsSecond => "The start's local time comes twice; it runs the second time.",
            Self::ShiftedForward => {
                "The local time of the schedule does not exist; it runs later by the gap."
            }
            Self::DuringWindow => {
                "It stays open for its full duration, so the wall's clock shows another end."
            }
        })
    }
}

/// An execution that does not take place, because the clocks skip its local time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SkippedRun {
    /// The local time that does not exist.
    pub local: NaiveDateTime,
    /// The change that skips it.
    pub change: OffsetChange,
}

/// What the clocks do to the execution from `start` to `end`, which starts in `stretch`.
pub(super) fn of(
    timing: &Timing,
    policy: ClockChangePolicy,
    stretch: &Stretch,
    start: Timestamp,
    end: Timestamp,
) -> Option<ClockChange> {
    let second = start.floor_seconds();
    // A rate names no local times, so none of them is skipped or repeated.
    let by_wall_clock = !matches!(timing.schedule(), Schedule::Rate(_));
    if let Some(change) = stretch.begins_with().filter(|_| by_wall_clock) {
        let since = second.saturating_sub(change.at.floor_seconds());
        let forward = i64::from(change.forward_seconds());
        if since < forward.saturating_neg() && policy.takes_later_offset() {
            return Some(ClockChange { change, effect: ClockChangeEffect::RepeatedRunsSecond });
        }
        let local = second.saturating_add(change.after.local_minus_utc().into());
        if since < forward && !timing.names_local(local) {
            return Some(ClockChange { change, effect: ClockChangeEffect::ShiftedForward });
        }
    }
    let change = stretch.ends_with()?;
    let ahead = change.at.floor_seconds().saturating_sub(second);
    let back = i64::from(change.forward_seconds()).saturating_neg();
    if by_wall_clock && ahead <= back && !policy.takes_later_offset() {
        return Some(ClockChange { change, effect: ClockChangeEffect::RepeatedRunsFirst });
    }
    (change.at < end).then_some(ClockChange { change, effect: ClockChangeEffect::DuringWindow })
}

/// The runs between `from` and `to` that the clocks skip, in their order.
pub(super) fn skipped(
    timing: &Timing,
    from: Timestamp,
    to: Timestamp,
    earliest_local: i64,
) -> impl Iterator<Item = SkippedRun> {
    timing.zone().changes(from, to).filter(|change| change.forward_seconds() > 0).flat_map(move |change| {
        let (gap_start, gap_end) = change.local_times();
        let gap_end = gap_end.and_utc().timestamp();
        let first = gap_start.and_utc().timestamp().max(earliest_local);
        timing.local_fires(first).take_while(move |local| *local < gap_end).filter_map(move |local| {
            Some(SkippedRun { local: DateTime::from_timestamp(local, 0)?.naive_utc(), change })
        })
    })
}
