//! What a change of the clocks does to executions.

use super::Timing;
use crate::Timestamp;
use crate::schedule::Schedule;
use crate::zone::{MARGIN_SECONDS, OffsetChange, Stretch, Zone};
use chrono::{DateTime, NaiveDateTime};
use serde::Serialize;

/// How a change of the clocks touches one execution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockChange {
    /// The change.
    pub change: OffsetChange,
    /// What it does.
    pub effect: ClockChangeEffect,
}

/// What a change of the clocks does to an execution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
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

/// An execution that does not take place, because the clocks skip its local time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SkippedRun {
    /// The local time that does not exist.
    pub local: NaiveDateTime,
    /// The change that skips it.
    pub change: OffsetChange,
}

/// Tells of each execution what the clocks do to it. Executions are asked for in their order.
#[derive(Clone, Debug)]
pub(super) struct ClockWatch {
    zone: Zone,
    /// Whether the schedule names local times; a rate does not.
    by_wall_clock: bool,
    second_time_round: bool,
    /// The change at the beginning of the stretch, where there is one.
    before: Option<OffsetChange>,
    stretch: Stretch,
}

impl ClockWatch {
    pub(super) fn new(timing: &Timing, second_time_round: bool, from: Timestamp) -> Self {
        let zone = timing.zone();
        Self {
            zone,
            by_wall_clock: !matches!(timing.schedule(), Schedule::Rate(_)),
            second_time_round,
            before: None,
            stretch: Stretch::starting_at(zone, from.floor_seconds().saturating_sub(MARGIN_SECONDS)),
        }
    }

    /// What the clocks do to the execution from `start` to `end`.
    pub(super) fn look(&mut self, timing: &Timing, start: Timestamp, end: Timestamp) -> Option<ClockChange> {
        let second = start.floor_seconds();
        if self.stretch.is_quiet_at(second) {
            return None;
        }
        self.move_to(second);
        if self.stretch.is_quiet_at(second) { None } else { self.look_closely(timing, second, end) }
    }

    #[cold]
    fn move_to(&mut self, second: i64) {
        if self.stretch.is_far_before(second) {
            self.stretch = Stretch::starting_at(self.zone, second.saturating_sub(MARGIN_SECONDS));
            self.before = None;
        }
        while self.stretch.until <= second {
            self.before = self.stretch.change();
            self.stretch = self.stretch.next();
        }
    }

    #[cold]
    fn look_closely(&self, timing: &Timing, second: i64, end: Timestamp) -> Option<ClockChange> {
        if let Some(change) = self.before {
            let since = second.saturating_sub(change.at.floor_seconds());
            let forward = i64::from(change.forward_seconds());
            if self.by_wall_clock && since < forward.saturating_neg() && self.second_time_round {
                return Some(ClockChange { change, effect: ClockChangeEffect::RepeatedRunsSecond });
            } else if self.by_wall_clock && since < forward {
                let local = second.saturating_add(change.after.local_minus_utc().into());
                if !timing.names_local(local) {
                    return Some(ClockChange { change, effect: ClockChangeEffect::ShiftedForward });
                }
            }
        }
        let change = self.stretch.change()?;
        let ahead = change.at.floor_seconds().saturating_sub(second);
        let back = i64::from(change.forward_seconds()).saturating_neg();
        if self.by_wall_clock && ahead <= back && !self.second_time_round {
            return Some(ClockChange { change, effect: ClockChangeEffect::RepeatedRunsFirst });
        }
        (change.at < end).then_some(ClockChange { change, effect: ClockChangeEffect::DuringWindow })
    }
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
