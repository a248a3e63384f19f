//! Stretches of time in which a zone's offset stays the same.

use super::overlay::CALM_DAYS;
use super::{OffsetChange, Zone, fixed};
use crate::Timestamp;

/// How far apart the offset is looked at: in no zone but the restless ones it changes twice within
/// this time after 1970. The test below proves it for the data at hand.
pub(super) const CALM_SECONDS: i64 = CALM_DAYS * DAY_SECONDS;

/// The same for the restless zones. (Gaza comes near in 2040, with 167 hours.)
pub(super) const RESTLESS_SECONDS: i64 = 6 * DAY_SECONDS;

/// How far a first stretch looks ahead.
const SHORTEST_LOOK: i64 = RESTLESS_SECONDS;

/// How far a stretch looks ahead at most: about a year.
const LONGEST_LOOK: i64 = 384 * DAY_SECONDS;

const QUARTER_SECONDS: i64 = 15 * 60;

/// A day of 24 hours.
pub(crate) const DAY_SECONDS: i64 = 86_400;

/// How near a change of the clocks can touch an execution: a window is open for a day at most, and
/// the longest change left out a day (Apia, 30 December 2011).
pub(crate) const MARGIN_SECONDS: i64 = 2 * DAY_SECONDS;

/// Instants up to `until` (not included) with one offset from UTC.
///
/// All in seconds. Where no change is found the stretch is cut; then `offset` and `next_offset` are
/// equal, and no change comes within [`MARGIN_SECONDS`] after `until` either.
///
/// A first stretch looks a few days ahead, each that follows it twice as far, so that a query pays
/// little for one execution and little for each of many.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stretch {
    zone: Zone,
    /// The change it begins with, unless it was cut there.
    pub(crate) begins_with: Option<OffsetChange>,
    /// From `quiet_from` to `quiet_until` no change is near.
    quiet_from: Timestamp,
    quiet_until: Timestamp,
    pub(crate) until: i64,
    pub(crate) offset: i32,
    pub(crate) next_offset: i32,
    /// How far it looked ahead for a change.
    look: i64,
}

impl Stretch {
    /// What is left at `from` of the stretch it lies in.
    pub(crate) fn starting_at(zone: Zone, from: i64) -> Self {
        Self::look(zone, from, from.saturating_add(MARGIN_SECONDS), SHORTEST_LOOK)
    }

    /// The stretch that follows.
    pub(crate) fn next(&self) -> Self {
        let begins_with = self.change();
        let unrest = if begins_with.is_some() { MARGIN_SECONDS } else { 0 };
        let next = Self::look(self.zone, self.until, self.until.saturating_add(unrest), self.next_look());
        Self { begins_with, ..next }
    }

    /// What is left at `from` of the stretch of the same zone that it lies in.
    pub(crate) fn anew(&self, from: i64) -> Self {
        Self::starting_at(self.zone, from)
    }

    /// The stretch in which `second` lies, which is this one or comes after it.
    pub(crate) fn reaching(&self, second: i64) -> Self {
        let mut stretch = *self;
        if stretch.is_far_before(second) {
            stretch = self.anew(second.saturating_sub(MARGIN_SECONDS));
        }
        while stretch.until <= second {
            stretch = stretch.next();
        }
        stretch
    }

    fn look(zone: Zone, from: i64, quiet_from: i64, look: i64) -> Self {
        let offset = zone.offset_seconds(from);
        let end = from.saturating_add(look);
        let mut stretch = Self {
            zone,
            begins_with: None,
            quiet_from: Timestamp::from_seconds(quiet_from),
            quiet_until: Timestamp::from_seconds(end.saturating_sub(MARGIN_SECONDS)),
            until: end.saturating_sub(MARGIN_SECONDS),
            offset,
            next_offset: offset,
            look,
        };
        let mut unchanged = from;
        while unchanged < end {
            let probe = unchanged.saturating_add(zone.calm_seconds).min(end);
            if zone.offset_seconds(probe) != offset {
                (stretch.until, stretch.next_offset) = first_change(zone, offset, unchanged, probe);
                stretch.quiet_until = Timestamp::from_seconds(stretch.until.saturating_sub(MARGIN_SECONDS));
                break;
            }
            unchanged = probe;
        }
        stretch
    }

    fn next_look(&self) -> i64 {
        self.look.saturating_mul(2).min(LONGEST_LOOK)
    }

    /// Whether `second` comes so long after this stretch that the next would not reach it: then it is
    /// cheaper to start anew, [`MARGIN_SECONDS`] before it.
    pub(crate) fn is_far_before(&self, second: i64) -> bool {
        second.saturating_sub(self.until) > self.next_look()
    }

    /// Whether `instant` lies in this stretch and no change of the clocks is near.
    pub(crate) fn is_quiet_at(&self, instant: Timestamp) -> bool {
        self.quiet_from <= instant && instant < self.quiet_until
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

/// The first second between `same` and `changed` at which the offset is no longer `offset`, and the
/// offset from then on.
fn first_change(zone: Zone, offset: i32, mut same: i64, mut changed: i64) -> (i64, i32) {
    let mut next_offset = zone.offset_seconds(changed);
    while changed.saturating_sub(same) > 1 {
        // Nearly all changes come at a full quarter of an hour, so that second is tried first.
        let middle = i64::midpoint(same, changed);
        let quarter = middle.saturating_sub(middle % QUARTER_SECONDS);
        let probe = if changed % QUARTER_SECONDS == 0 && changed.saturating_sub(same) <= QUARTER_SECONDS {
            changed.saturating_sub(1)
        } else if same < quarter {
            quarter
        } else {
            middle
        };
        match zone.offset_seconds(probe) {
            unchanged if unchanged == offset => same = probe,
            other => (changed, next_offset) = (probe, other),
        }
    }
    (changed, next_offset)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The offsets of every zone at every six hours: whatever changes twice would show.
    #[test]
    fn no_offset_changes_twice_while_a_zone_is_calm() {
        for name in crate::zone::names() {
            let zone = Zone::named(name).unwrap();
            let mut last_change = i64::MIN;
            let mut offset = zone.offset_seconds(0);
            for instant in (0..Timestamp::HORIZON.floor_seconds()).step_by(21_600) {
                let now = zone.offset_seconds(instant);
                if now != offset {
                    assert!(instant - zone.calm_seconds > last_change, "{name} at {instant}");
                    last_change = instant;
                    offset = now;
                }
            }
        }
    }
}
