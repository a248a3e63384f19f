//! Stretches of time in which a zone's offset stays the same.

use super::{OffsetChange, Zone, fixed};
use crate::Timestamp;

/// How far apart the offset is looked at. No zone's offset changes twice within six days after 1970:
/// the test below proves it for the data at hand. (Gaza comes near in 2040, with 167 hours.)
const PROBE_SECONDS: i64 = 6 * DAY_SECONDS;

/// How many looks a stretch takes at most: about half a year, so that a query pays for the time it
/// covers and not for the years up to the horizon.
const PROBES: u8 = 32;

/// A day of 24 hours.
pub(crate) const DAY_SECONDS: i64 = 86_400;

/// Instants up to `until` (not included) with one offset from UTC.
///
/// All in seconds. A long time without a change is cut into several stretches; then `offset` and
/// `next_offset` are equal, and no change comes within six days after `until` either.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stretch {
    zone: Zone,
    pub(crate) until: i64,
    pub(crate) offset: i32,
    pub(crate) next_offset: i32,
}

impl Stretch {
    /// What is left at `from` of the stretch it lies in.
    pub(crate) fn starting_at(zone: Zone, from: i64) -> Self {
        let offset = zone.offset_seconds(from);
        let mut unchanged = from;
        for _ in 0..PROBES {
            let probe = unchanged.saturating_add(PROBE_SECONDS);
            if zone.offset_seconds(probe) != offset {
                let until = first_changed(zone, offset, unchanged, probe);
                return Self { zone, until, offset, next_offset: zone.offset_seconds(until) };
            }
            unchanged = probe;
        }
        Self { zone, until: unchanged.saturating_sub(PROBE_SECONDS), offset, next_offset: offset }
    }

    /// The stretch that follows.
    pub(crate) fn next(&self) -> Self {
        Self::starting_at(self.zone, self.until)
    }

    /// Whether nothing after it is ever asked for.
    pub(crate) fn is_last(&self) -> bool {
        Timestamp::from_seconds(self.until) >= Timestamp::HORIZON
    }

    /// The wall's time at the beginning of the next stretch, in seconds as if it were UTC.
    pub(crate) fn next_local(&self) -> i64 {
        self.until.saturating_add(self.next_offset.into())
    }

    /// The wall's time at the end of this stretch.
    pub(crate) fn last_local(&self) -> i64 {
        self.until.saturating_add(self.offset.into())
    }

    /// By how many seconds the clocks go forward at its end; negative when they go back.
    pub(crate) fn forward(&self) -> i64 {
        self.next_local().saturating_sub(self.last_local())
    }

    /// The change of the clocks at its end.
    pub(crate) fn change(&self) -> Option<OffsetChange> {
        (self.offset != self.next_offset).then(|| OffsetChange {
            at: Timestamp::from_seconds(self.until),
            before: fixed(self.offset),
            after: fixed(self.next_offset),
        })
    }
}

/// The first second between `same` and `changed` at which the offset is no longer `offset`.
fn first_changed(zone: Zone, offset: i32, mut same: i64, mut changed: i64) -> i64 {
    while changed.saturating_sub(same) > 1 {
        let middle = i64::midpoint(same, changed);
        if zone.offset_seconds(middle) == offset {
            same = middle;
        } else {
            changed = middle;
        }
    }
    changed
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The offsets of every zone at every six hours: whatever changes twice in six days would show.
    #[test]
    fn no_offset_changes_twice_within_six_days() {
        for name in crate::zone::names() {
            let zone = Zone::named(name).unwrap();
            let mut last_change = i64::MIN;
            let mut offset = zone.offset_seconds(0);
            for instant in (0..Timestamp::HORIZON.floor_seconds()).step_by(21_600) {
                let now = zone.offset_seconds(instant);
                if now != offset {
                    assert!(instant - PROBE_SECONDS > last_change, "{name} at {instant}");
                    last_change = instant;
                    offset = now;
                }
            }
        }
    }
}
