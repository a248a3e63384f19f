//! The hours of a week from top to bottom: those of the wall, with the hour that one of its nights has
//! twice drawn twice.

use crate::store::Wall;
use chrono::{NaiveTime, Timelike};
use window_planner_core::{
    Timestamp,
    zone::{OffsetChange, Zone},
};

use super::super::span::{Days, Span};

/// The minutes of a day.
const DAY: u32 = 1440;

/// Minutes of the wall that come twice on one day of the week.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Repeated {
    /// When they come for the second time.
    at: Timestamp,
    /// The first of them, as the wall shows it.
    from: u32,
    /// The first that comes once again.
    until: u32,
}

/// Minutes that a day of the week does not have, or has twice, as fractions of the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Irregular {
    /// The place of the day.
    pub day: usize,
    /// Where they begin.
    pub from: f64,
    /// Where they end.
    pub to: f64,
    /// Whether the day has them twice; else it does not have them.
    pub is_repeated: bool,
}

/// The axis of a week.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    repeated: Vec<Repeated>,
    /// What single days lack or have twice.
    pub irregular: Vec<Irregular>,
}

impl Axis {
    /// The axis of `span` by `wall`. Where each window has its own wall, the clocks of none are drawn.
    #[must_use]
    pub fn new(span: Span, wall: Wall) -> Self {
        let Wall::Of(zone) = wall else {
            return Self { repeated: Vec::new(), irregular: Vec::new() };
        };
        let days = Days::of(span, zone);
        let changes: Vec<OffsetChange> = zone.changes(days.from(), days.until()).collect();
        let repeated = changes.iter().filter_map(repeated).collect();
        let mut axis = Self { repeated, irregular: Vec::new() };
        axis.irregular = changes.iter().filter_map(|change| axis.irregularity(change, &days)).collect();
        axis
    }

    /// How many minutes it has.
    #[must_use]
    pub fn minutes(&self) -> u32 {
        DAY + self.repeated.iter().map(|repeated| repeated.until - repeated.from).sum::<u32>()
    }

    /// Where an instant stands, as a fraction of the axis.
    #[must_use]
    pub fn place(&self, instant: Timestamp, zone: Zone) -> f64 {
        self.fraction(self.shifted(zone.local(instant).time(), Some(instant)))
    }

    /// Where a time of the wall stands that no instant has, or of which any will do.
    #[must_use]
    pub fn place_of_time(&self, time: NaiveTime) -> f64 {
        self.fraction(self.shifted(time, None))
    }

    /// The full hours with their places; one that comes twice is there twice.
    #[must_use]
    pub fn hours(&self) -> Vec<(u32, f64)> {
        let mut hours: Vec<(u32, f64)> = Vec::new();
        for hour in 0..24 {
            let minute = hour * 60;
            hours.push((hour, self.fraction(self.before(minute))));
            let again = self.repeated.iter().find(|it| (it.from..it.until).contains(&minute));
            if let Some(repeated) = again {
                hours.push((hour, self.fraction(self.before(minute) + repeated.until - repeated.from)));
            }
        }
        hours
    }

    /// A minute of the wall, moved down by all that is repeated before it.
    fn before(&self, minute: u32) -> u32 {
        let above = self.repeated.iter().filter(|repeated| repeated.until <= minute);
        minute + above.map(|repeated| repeated.until - repeated.from).sum::<u32>()
    }

    fn shifted(&self, time: NaiveTime, instant: Option<Timestamp>) -> u32 {
        let minute = time.num_seconds_from_midnight() / 60;
        let is_second = |repeated: &&Repeated| {
            (repeated.from..repeated.until).contains(&minute)
                && instant
                    .is_some_and(|instant| (0..24 * 3_600_000).contains(&instant.millis_since(repeated.at)))
        };
        let again = self.repeated.iter().find(is_second);
        self.before(minute) + again.map_or(0, |repeated| repeated.until - repeated.from)
    }

    fn fraction(&self, minute: u32) -> f64 {
        f64::from(minute) / f64::from(self.minutes())
    }

    fn irregularity(&self, change: &OffsetChange, days: &Days) -> Option<Irregular> {
        let (before, after) = change.local_times();
        let day = days.place(change.at.plus_millis(-1))?;
        let is_repeated = after < before;
        let (first, last) = if is_repeated { (after, before) } else { (before, after) };
        let from = self.place_of_time(first.time());
        let crosses = last.date() > first.date();
        let length = last.signed_duration_since(first).num_minutes();
        let length = u32::try_from(length).unwrap_or(0) * if is_repeated { 2 } else { 1 };
        let to = from + self.fraction(length);
        let to = if crosses && !is_repeated { 1.0 } else { to.min(1.0) };
        Some(Irregular { day, from, to, is_repeated })
    }
}

fn repeated(change: &OffsetChange) -> Option<Repeated> {
    let (before, after) = change.local_times();
    let minute = |time: NaiveTime| time.num_seconds_from_midnight() / 60;
    let length = before.signed_duration_since(after).num_minutes();
    let from = minute(after.time());
    let until = from + u32::try_from(length).ok().filter(|length| *length > 0)?;
    // An hour that comes twice round midnight is drawn once: it belongs to two days.
    (until <= DAY).then_some(Repeated { at: change.at, from, until })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LA: &str = "America/Los_Angeles";

    fn axis(zone: &str, monday: &str) -> (Axis, Zone) {
        let zone = Zone::named(zone).unwrap();
        (Axis::new(Span { first: monday.parse().unwrap(), days: 7 }, Wall::Of(zone)), zone)
    }

    fn at(text: &str) -> Timestamp {
        Timestamp::parse_rfc3339(text).unwrap()
    }

    /// The minute of the axis at which an instant stands.
    fn minute(axis: &Axis, zone: Zone, instant: &str) -> String {
        format!("{:.0}", axis.place(at(instant), zone) * f64::from(axis.minutes()))
    }

    #[test]
    fn a_quiet_week_has_twenty_four_hours() {
        let (axis, zone) = axis(LA, "2026-12-14");
        assert_eq!((axis.minutes(), axis.hours().len(), axis.irregular.len()), (1440, 24, 0));
        assert_eq!(minute(&axis, zone, "2026-12-17T12:00:00-08:00"), "720");
    }

    #[test]
    fn the_hour_that_comes_twice_is_there_twice() {
        let (axis, zone) = axis(LA, "2026-10-26");
        assert_eq!(axis.minutes(), 1500);
        let hours: Vec<u32> = axis.hours().iter().take(4).map(|(hour, _)| *hour).collect();
        assert_eq!(hours, [0, 1, 1, 2]);
        let minute = |text| minute(&axis, zone, text);
        assert_eq!(minute("2026-11-01T01:30:00-07:00"), "90");
        assert_eq!(minute("2026-11-01T01:30:00-08:00"), "150");
        assert_eq!(minute("2026-11-01T02:00:00-08:00"), "180");
        // On the other days the second one is passed over.
        assert_eq!(minute("2026-10-28T01:30:00-07:00"), "90");
        assert_eq!(minute("2026-10-28T02:00:00-07:00"), "180");
        let [irregular] = axis.irregular[..] else { panic!("one") };
        assert!(irregular.is_repeated && irregular.day == 6);
        assert_eq!(((irregular.from * 1500.0).round(), (irregular.to * 1500.0).round()), (60.0, 180.0));
    }

    #[test]
    fn the_hour_that_is_missing_is_told() {
        let (axis, zone) = axis(LA, "2027-03-08");
        let [irregular] = axis.irregular[..] else { panic!("one") };
        assert!(!irregular.is_repeated);
        assert_eq!((irregular.day, irregular.from, irregular.to), (6, 2.0 / 24.0, 3.0 / 24.0));
        assert_eq!(minute(&axis, zone, "2027-03-14T03:00:00-07:00"), "180");
    }

    #[test]
    fn half_hours_and_midnights_do_no_harm() {
        let (lord_howe, _) = axis("Australia/Lord_Howe", "2027-04-01");
        assert_eq!(lord_howe.minutes(), 1470);
        for (zone, monday) in [("Africa/Cairo", "2027-04-26"), ("America/Havana", "2027-11-01")] {
            let (axis, _) = axis(zone, monday);
            assert!(
                axis.irregular.iter().all(|it| 0.0 <= it.from && it.from < it.to && it.to <= 1.0),
                "{zone}"
            );
        }
    }
}
