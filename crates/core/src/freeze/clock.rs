//! A clock on the wall → instants: a zone of the IANA data, or one that the file defines itself.

use crate::zone::{MARGIN_SECONDS, Stretch, Zone};

/// What tells the time of a calendar's events.
#[derive(Clone, Debug)]
pub(super) enum Clock {
    Zone(Zone),
    Observed(Observed),
}

/// The clock that a file's own definition of a zone describes.
#[derive(Clone, Debug)]
pub(super) struct Observed {
    /// The offset from UTC before the first shift, in seconds.
    pub(super) first: i64,
    /// In the order of their instants.
    pub(super) shifts: Vec<Shift>,
}

/// A change of the offset from UTC; all in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Shift {
    pub(super) at: i64,
    pub(super) before: i64,
    pub(super) after: i64,
}

impl Clock {
    /// The second, since 1970-01-01T00:00:00Z, at which the wall shows `local`. Of a time that comes
    /// twice the first; one that is skipped is read with the offset from before the gap.
    ///
    /// Source: RFC 5545, 3.3.5, for times that are written; 3.3.10 reads those that a rule leads to in
    /// the same manner. (The same section has a rule pass over times that do not exist. A freeze is
    /// kept: it guards more than one that vanishes on that night.)
    pub(super) fn instant(&self, local: i64) -> i64 {
        let offset = match self {
            Self::Zone(zone) => {
                let mut stretch = Stretch::at(*zone, local.saturating_sub(MARGIN_SECONDS));
                while stretch.until() != i64::MAX && local >= stretch.last_local().max(stretch.next_local()) {
                    stretch = stretch.next();
                }
                stretch.offset().into()
            }
            Self::Observed(observed) => observed.offset(local),
        };
        local.saturating_sub(offset)
    }
}

impl Observed {
    fn offset(&self, local: i64) -> i64 {
        let passed = self
            .shifts
            .partition_point(|shift| local >= shift.at.saturating_add(shift.before.max(shift.after)));
        match passed.checked_sub(1).and_then(|last| self.shifts.get(last)) {
            Some(shift) => shift.after,
            None => self.first,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Timestamp;
    use chrono::NaiveDateTime;

    fn local(text: &str) -> i64 {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap().and_utc().timestamp()
    }

    fn instant(text: &str) -> i64 {
        Timestamp::parse_rfc3339(text).unwrap().floor_seconds()
    }

    /// What New York does in 2027, told by the data and by a definition.
    fn new_york() -> [Clock; 2] {
        let shift = |at, before: i64, after: i64| Shift {
            at: instant(at),
            before: before * 3600,
            after: after * 3600,
        };
        let shifts = vec![shift("2027-03-14T07:00:00Z", -5, -4), shift("2027-11-07T06:00:00Z", -4, -5)];
        [
            Clock::Zone(Zone::named("America/New_York").unwrap()),
            Clock::Observed(Observed { first: -5 * 3600, shifts }),
        ]
    }

    #[test]
    fn a_time_that_is_skipped_or_comes_twice_is_read_as_the_standard_says() {
        for clock in new_york() {
            for (wall, expected) in [
                ("2027-03-14T01:59", "2027-03-14T06:59:00Z"),
                ("2027-03-14T02:30", "2027-03-14T07:30:00Z"),
                ("2027-03-14T03:00", "2027-03-14T07:00:00Z"),
                ("2027-11-07T01:30", "2027-11-07T05:30:00Z"),
                ("2027-11-07T02:00", "2027-11-07T07:00:00Z"),
            ] {
                assert_eq!(clock.instant(local(wall)), instant(expected), "{wall} {clock:?}");
            }
        }
    }

    #[test]
    fn the_ends_of_time_are_answered() {
        let clock = Clock::Zone(Zone::named("Pacific/Apia").unwrap());
        assert!(clock.instant(i64::MIN) < 0);
        assert!(clock.instant(i64::MAX) > instant("2099-12-31T00:00:00Z"));
    }
}
