//! An IANA time-zone name → its offsets from UTC.

mod data;
mod history;
mod lookup;
mod policy;
mod stretch;

pub use policy::ClockChangePolicy;
pub(crate) use stretch::{MARGIN_SECONDS, Stretch};

use crate::Timestamp;
use chrono::{FixedOffset, NaiveDateTime, Offset};
use chrono_tz::{TZ_VARIANTS, Tz};
use history::History;
use std::fmt;

/// The version of the IANA time-zone data that answers are computed from, such as `2026f`.
pub const TZDATA: &str = data::TZDATA;

/// A day of 24 hours.
pub(crate) const DAY_SECONDS: i64 = 86_400;

/// A time zone of the IANA database, from 1970 to 2099. Before and after that it keeps the offset that it
/// has there.
#[derive(Clone, Copy)]
pub struct Zone {
    tz: Tz,
    history: &'static History,
}

/// Two zones are the same when their names are.
impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        self.tz == other.tz
    }
}

impl Eq for Zone {}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Zone").field(&self.name()).finish()
    }
}

/// A moment at which a zone's clocks change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OffsetChange {
    /// The first instant of the new offset.
    pub at: Timestamp,
    /// The offset until then.
    pub before: FixedOffset,
    /// The offset from then on.
    pub after: FixedOffset,
}

impl OffsetChange {
    /// By how many seconds the clocks go forward; negative when they go back.
    #[must_use]
    pub fn forward_seconds(self) -> i32 {
        self.after.local_minus_utc().saturating_sub(self.before.local_minus_utc())
    }

    /// What the clock on the wall shows when the change comes, and what it shows then.
    #[must_use]
    pub fn local_times(self) -> (NaiveDateTime, NaiveDateTime) {
        (local_time(self.at, self.before), local_time(self.at, self.after))
    }
}

impl Zone {
    /// UTC, AWS's default.
    pub const UTC: Self = Self { tz: Tz::UTC, history: &History::UTC };

    fn new(tz: Tz) -> Self {
        let index = data::HISTORY_OF.get(tz as usize).copied();
        let history = index.and_then(|index| data::HISTORIES.get(usize::from(index)));
        Self { tz, history: history.unwrap_or(&History::UTC) }
    }

    /// The zone with this exact name, alias or not: `America/Los_Angeles`, `US/Pacific`.
    ///
    /// [`Zone::read`] is for what people type.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        // chrono-tz's own table of hashes for it takes 5 KB of WebAssembly.
        let index = TZ_VARIANTS.binary_search_by(|tz| tz.name().cmp(name)).ok()?;
        TZ_VARIANTS.get(index).copied().map(Self::new)
    }

    /// The name in IANA's letter case.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.tz.name()
    }

    /// The last part of the name without underscores: `Los Angeles`.
    #[must_use]
    pub fn city(self) -> String {
        let name = self.name();
        name.rsplit('/').next().unwrap_or(name).replace('_', " ")
    }

    /// The offset from UTC at an instant.
    #[must_use]
    pub fn offset_at(self, instant: Timestamp) -> FixedOffset {
        fixed(self.offset_seconds(instant.floor_seconds()))
    }

    /// What the clock on the wall shows at an instant.
    #[must_use]
    pub fn local(self, instant: Timestamp) -> NaiveDateTime {
        local_time(instant, self.offset_at(instant))
    }

    /// The instant at which the wall shows `local`: the later one when there are two; for a time
    /// that the clocks skip, the instant of the change.
    #[must_use]
    pub fn instant(self, local: NaiveDateTime) -> Timestamp {
        let local = local.and_utc().timestamp();
        let mut stretch = Stretch::at(self, local.saturating_sub(DAY_SECONDS));
        while local >= stretch.next_local() {
            stretch = stretch.next();
        }
        Timestamp::from_seconds(local.saturating_sub(stretch.offset().into()).min(stretch.until()))
    }

    /// The changes of the clocks in the instants from `from` (included) to `to` (not included), in
    /// their order; none after 2099.
    ///
    /// ```
    /// use window_planner_core::{Timestamp, zone::Zone};
    ///
    /// let berlin = Zone::named("Europe/Berlin").unwrap();
    /// let year = |text| Timestamp::parse_rfc3339(text).unwrap();
    /// let changes: Vec<String> = berlin
    ///     .changes(year("2027-01-01T00:00:00Z"), year("2028-01-01T00:00:00Z"))
    ///     .map(|change| change.at.to_string())
    ///     .collect();
    /// assert_eq!(changes, ["2027-03-28T01:00:00Z", "2027-10-31T01:00:00Z"]);
    /// ```
    pub fn changes(self, from: Timestamp, to: Timestamp) -> impl Iterator<Item = OffsetChange> {
        let first = Stretch::at(self, from.floor_seconds().saturating_sub(1));
        std::iter::successors(Some(first), |stretch| Some(stretch.next()))
            .map_while(|stretch| stretch.ends_with())
            .skip_while(move |change| change.at < from)
            .take_while(move |change| change.at < to)
    }

    /// The offset in seconds at a local time, in seconds as if it were UTC, on a day of the year on which no
    /// change of the clocks is near; `None` where one may be. To ask it is a fraction of the cost of
    /// [`Stretch::at`].
    pub(crate) fn calm_offset(self, local: i64) -> Option<i32> {
        self.history.calm_offset(local)
    }

    /// Seconds to add to UTC at an instant, in seconds since the epoch.
    fn offset_seconds(self, utc: i64) -> i32 {
        Stretch::at(self, utc).offset()
    }
}

/// All names that [`Zone::named`] knows, in alphabetical order.
#[must_use]
pub fn names() -> impl ExactSizeIterator<Item = &'static str> {
    TZ_VARIANTS.iter().map(|tz| tz.name())
}

/// An offset of less than a day, as all in the IANA data are.
fn fixed(seconds: i32) -> FixedOffset {
    FixedOffset::east_opt(seconds).unwrap_or_else(|| chrono::Utc.fix())
}

/// The wall's date and time; the epoch for instants outside chrono's years.
fn local_time(instant: Timestamp, offset: FixedOffset) -> NaiveDateTime {
    instant.to_utc().map(|utc| utc.with_timezone(&offset).naive_local()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    #[test]
    fn a_wall_time_that_comes_twice_is_the_later_one() {
        let new_york = Zone::named("America/New_York").unwrap();
        let at = |day: NaiveDate, hour| new_york.instant(day.and_hms_opt(hour, 30, 0).unwrap()).to_string();
        let autumn = NaiveDate::from_ymd_opt(2027, 11, 7).unwrap();
        let spring = NaiveDate::from_ymd_opt(2027, 3, 14).unwrap();
        assert_eq!(at(autumn, 0), "2027-11-07T04:30:00Z");
        assert_eq!(at(autumn, 1), "2027-11-07T06:30:00Z");
        assert_eq!(at(spring, 1), "2027-03-14T06:30:00Z");
        assert_eq!(at(spring, 2), "2027-03-14T07:00:00Z");
        assert_eq!(at(spring, 3), "2027-03-14T07:30:00Z");
    }

    #[test]
    fn every_name_is_found() {
        assert!(names().is_sorted());
        assert!(names().all(|name| Zone::named(name).is_some_and(|zone| zone.name() == name)));
        assert_eq!(Zone::named("Europe/Atlantis"), None);
    }

    #[test]
    fn a_wall_time_is_read_back_from_its_instant() {
        for name in ["Europe/Berlin", "Australia/Lord_Howe", "Asia/Kolkata", "Africa/Casablanca"] {
            let zone = Zone::named(name).unwrap();
            for day in 0..800 {
                let instant = Timestamp::from_seconds(1_798_761_600 + day * 40_000);
                let local = zone.local(instant);
                assert_eq!(zone.local(zone.instant(local)), local, "{name} {instant}");
            }
        }
    }

    #[test]
    fn changes_stop_at_the_horizon() {
        let paris = Zone::named("Europe/Paris").unwrap();
        let all = paris.changes(Timestamp::EPOCH, Timestamp::from_millis(i64::MAX));
        assert!(all.last().unwrap().at < Timestamp::HORIZON);
        assert_eq!(Zone::UTC.changes(Timestamp::EPOCH, Timestamp::HORIZON).count(), 0);
    }
}
