//! Stretches of time in which a zone's offset stays the same.

use super::history::{Around, History};
use super::{DAY_SECONDS, OffsetChange, Zone, fixed};
use crate::Timestamp;

/// How near a change of the clocks can touch an execution: a window is open for a day at most, and
/// the longest change left out a day (Apia, 30 December 2011).
pub(crate) const MARGIN_SECONDS: i64 = 2 * DAY_SECONDS;

/// The instants from one change of a zone's clocks to the next, in seconds since the epoch.
///
/// Offsets are seconds too. No two changes are nearer than [`MARGIN_SECONDS`]: the test below holds
/// all zones against it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stretch {
    history: &'static History,
    around: Around,
}

impl Stretch {
    /// The stretch in which an instant lies.
    pub(crate) fn at(zone: Zone, second: i64) -> Self {
        Self { history: zone.history, around: zone.history.around(second) }
    }

    /// The stretch that follows; this one again for the last.
    pub(crate) fn next(&self) -> Self {
        let Around { changes, until, offsets: [_, offset, next], .. } = self.around;
        if until == i64::MAX {
            return *self;
        }
        let changes = changes.saturating_add(1);
        let (end, after) = self.history.change(changes).unwrap_or((i64::MAX, next));
        let around = Around { changes, from: until, until: end, offsets: [offset, next, after] };
        Self { history: self.history, around }
    }

    /// Its first instant; [`i64::MIN`] when nothing has changed before.
    pub(crate) fn from(&self) -> i64 {
        self.around.from
    }

    /// The first instant of the next stretch; [`i64::MAX`] when nothing changes any more.
    pub(crate) fn until(&self) -> i64 {
        self.around.until
    }

    pub(crate) fn offset(&self) -> i32 {
        let [_, offset, _] = self.around.offsets;
        offset
    }

    /// The offset of the stretch before it; its own for the first.
    pub(crate) fn before_offset(&self) -> i32 {
        let [before, ..] = self.around.offsets;
        before
    }

    /// The offset of the stretch after it; its own for the last.
    pub(crate) fn next_offset(&self) -> i32 {
        let [.., next] = self.around.offsets;
        next
    }

    /// From the first of these instants until the second no change of the clocks is near.
    pub(crate) fn quiet(&self) -> (Timestamp, Timestamp) {
        (
            Timestamp::from_seconds(self.from().saturating_add(MARGIN_SECONDS)),
            Timestamp::from_seconds(self.until().saturating_sub(MARGIN_SECONDS)),
        )
    }

    /// The wall's time at its beginning, in seconds as if it were UTC.
    pub(crate) fn first_local(&self) -> i64 {
        self.from().saturating_add(self.offset().into())
    }

    /// The wall's time at the end of the stretch before it.
    pub(crate) fn before_local(&self) -> i64 {
        self.from().saturating_add(self.before_offset().into())
    }

    /// The wall's time at its end.
    pub(crate) fn last_local(&self) -> i64 {
        self.until().saturating_add(self.offset().into())
    }

    /// The wall's time at the beginning of the next stretch.
    pub(crate) fn next_local(&self) -> i64 {
        self.until().saturating_add(self.next_offset().into())
    }

    /// The change of the clocks at its beginning.
    pub(crate) fn begins_with(&self) -> Option<OffsetChange> {
        (self.from() != i64::MIN).then(|| OffsetChange {
            at: Timestamp::from_seconds(self.from()),
            before: fixed(self.before_offset()),
            after: fixed(self.offset()),
        })
    }

    /// The change of the clocks at its end.
    pub(crate) fn ends_with(&self) -> Option<OffsetChange> {
        (self.until() != i64::MAX).then(|| OffsetChange {
            at: Timestamp::from_seconds(self.until()),
            before: fixed(self.offset()),
            after: fixed(self.next_offset()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_change_touches_an_execution_that_another_touches() {
        for name in crate::zone::names() {
            let zone = Zone::named(name).unwrap();
            let mut stretch = Stretch::at(zone, i64::MIN);
            while stretch.until() != i64::MAX {
                let next = stretch.next();
                assert!(
                    next.until().saturating_sub(next.from()) > 2 * MARGIN_SECONDS,
                    "{name} at {}",
                    next.from()
                );
                stretch = next;
            }
        }
    }

    #[test]
    fn a_stretch_is_the_same_however_one_comes_to_it() {
        for name in crate::zone::names() {
            let zone = Zone::named(name).unwrap();
            let mut stretch = Stretch::at(zone, i64::MIN);
            while stretch.until() != i64::MAX {
                let (walked, found) = (stretch.next(), Stretch::at(zone, stretch.until()));
                assert_eq!(walked.around, found.around, "{name}");
                stretch = walked;
            }
            assert_eq!(stretch.next().from(), stretch.from());
        }
    }
}
