//! A calendar day as the instants it is made of: 23, 24 or 25 hours.

use super::month::add_days;
use chrono::{NaiveDate, NaiveTime};
use window_planner_core::{Timestamp, zone::Zone};

/// The instants of one local day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DaySpan {
    /// The first instant.
    pub from: Timestamp,
    /// The first instant of the next day.
    pub until: Timestamp,
}

impl DaySpan {
    /// The span of `date` in `zone`.
    #[must_use]
    pub fn of(date: NaiveDate, zone: Zone) -> Self {
        Self { from: start_of_day(date, zone), until: start_of_day(add_days(date, 1), zone) }
    }

    /// Where in the day an instant is: 0 at its beginning, 1 at its end and for all that is outside.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a day's milliseconds fit a double exactly")]
    pub fn fraction(self, instant: Timestamp) -> f64 {
        let length = self.until.millis_since(self.from).max(1);
        (instant.millis_since(self.from) as f64 / length as f64).clamp(0.0, 1.0)
    }
}

/// The first instant at which the wall shows `date`: not always midnight, and not always the later
/// one of two midnights.
#[must_use]
pub fn start_of_day(date: NaiveDate, zone: Zone) -> Timestamp {
    let midnight = date.and_time(NaiveTime::MIN);
    let last = zone.instant(midnight);
    // Clocks that go back over midnight show it twice: once at the offset from before, too.
    let offset_before = zone.offset_at(last.plus_millis(-1)).local_minus_utc();
    let first = Timestamp::from_seconds(midnight.and_utc().timestamp() - i64::from(offset_before));
    if zone.local(first) == midnight { first.min(last) } else { last }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn hours(zone: &str, date: &str, expected: i64) {
        let span = DaySpan::of(date.parse().unwrap(), Zone::named(zone).unwrap());
        assert_eq!(span.until.millis_since(span.from), expected * 3_600_000, "{zone} {date}");
    }

    #[test]
    fn a_day_is_as_long_as_the_clocks_make_it() {
        hours("America/Los_Angeles", "2027-03-14", 23);
        hours("America/Los_Angeles", "2027-11-07", 25);
        hours("America/Los_Angeles", "2027-11-08", 24);
        hours("Asia/Tokyo", "2027-03-14", 24);
    }

    #[test]
    fn a_day_without_midnight_begins_when_its_clocks_do() {
        // Cairo: 00:00 → 01:00.
        hours("Africa/Cairo", "2027-04-30", 23);
        let start = start_of_day("2027-04-30".parse().unwrap(), Zone::named("Africa/Cairo").unwrap());
        assert_eq!(start.to_string(), "2027-04-29T22:00:00Z");
    }

    #[test]
    fn a_day_with_two_midnights_begins_at_the_first() {
        // Havana: 01:00 → 00:00.
        hours("America/Havana", "2027-11-07", 25);
    }
}
