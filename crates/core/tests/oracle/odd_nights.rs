//! The nights and days on which clocks do what schedules do not expect, zone by zone.

use window_planner_core::Timestamp;
use window_planner_core::occurrence::{ClockChangeEffect, Query, Timing};
use window_planner_core::schedule::Schedule;
use window_planner_core::zone::ClockChangePolicy::{self, EarlierOffset, Quartz, ShiftForward};
use window_planner_core::zone::Zone;

use ClockChangeEffect::{RepeatedRunsFirst, RepeatedRunsSecond, ShiftedForward};

fn timing(expression: &str, zone: &str) -> Timing {
    Timing::new(Schedule::parse(expression).into_parts().0.unwrap(), Some(Zone::named(zone).unwrap()))
}

fn instant(text: &str) -> Timestamp {
    Timestamp::parse_rfc3339(text).unwrap()
}

/// The runs of an expression in a zone after an instant, with what the clocks do to each.
struct Night {
    timing: Timing,
    after: Timestamp,
}

/// A night, as `night("Africa/Cairo", "cron(0 0 * * ? *)", "2026-04-22T12:00:00Z")`.
fn night(zone: &str, expression: &str, after: &str) -> Night {
    Night { timing: timing(expression, zone), after: instant(after) }
}

impl Night {
    #[track_caller]
    fn runs(&self, policy: ClockChangePolicy, expected: &[(&str, Option<ClockChangeEffect>)]) -> &Self {
        let query = Query::after(self.after).policy(policy);
        let runs: Vec<(String, Option<ClockChangeEffect>)> = self
            .timing
            .occurrences(&query)
            .take(expected.len())
            .map(|run| (self.timing.aws_text(run.start), run.clock_change.map(|note| note.effect)))
            .collect();
        let runs: Vec<_> = runs.iter().map(|(start, effect)| (start.as_str(), *effect)).collect();
        assert_eq!(runs, expected, "{policy:?}");
        self
    }

    /// The local times that the clocks skip up to `before`, and the instants at which they do.
    #[track_caller]
    fn skips(&self, before: &str, expected: &[(&str, &str)]) -> &Self {
        let query = Query::after(self.after).before(instant(before));
        let skipped: Vec<(String, String)> = self
            .timing
            .skipped(&query)
            .map(|run| (run.local.format("%Y-%m-%dT%H:%M").to_string(), run.change.at.to_string()))
            .collect();
        let skipped: Vec<_> = skipped.iter().map(|(local, at)| (local.as_str(), at.as_str())).collect();
        assert_eq!(skipped, expected);
        self
    }
}

#[test]
fn lord_howe_goes_by_half_an_hour() {
    night("Australia/Lord_Howe", "cron(45 1 * * ? *)", "2026-04-04T00:00:00Z")
        .runs(Quartz, &[("2026-04-05T01:45+10:30", Some(RepeatedRunsSecond))])
        .runs(EarlierOffset, &[("2026-04-05T01:45+11:00", Some(RepeatedRunsFirst))]);
    night("Australia/Lord_Howe", "cron(15 2 * * ? *)", "2026-10-02T20:00:00Z")
        .skips("2026-10-05T00:00:00Z", &[("2026-10-04T02:15", "2026-10-03T15:30:00Z")])
        .runs(Quartz, &[("2026-10-05T02:15+11:00", None)])
        .runs(ShiftForward, &[("2026-10-04T02:45+11:00", Some(ShiftedForward))]);
}

#[test]
fn chatham_changes_at_a_quarter_to() {
    night("Pacific/Chatham", "cron(0 3 * * ? *)", "2026-04-04T00:00:00Z")
        .runs(
            Quartz,
            &[("2026-04-05T03:00+12:45", Some(RepeatedRunsSecond)), ("2026-04-06T03:00+12:45", None)],
        )
        .runs(ShiftForward, &[("2026-04-05T03:00+13:45", Some(RepeatedRunsFirst))]);
    night("Pacific/Chatham", "cron(40,45 2,3 ? 9 SUN *)", "2026-09-26T00:00:00Z")
        .skips(
            "2026-09-27T00:00:00Z",
            &[("2026-09-27T02:45", "2026-09-26T14:00:00Z"), ("2026-09-27T03:40", "2026-09-26T14:00:00Z")],
        )
        .runs(
            Quartz,
            &[
                ("2026-09-27T02:40+12:45", Some(ClockChangeEffect::DuringWindow)),
                ("2026-09-27T03:45+13:45", None),
            ],
        );
}

#[test]
fn st_johns_once_changed_a_minute_after_midnight() {
    night("America/St_Johns", "cron(30 23 * * ? *)", "2010-11-06T12:00:00Z")
        .runs(
            Quartz,
            &[("2010-11-06T23:30-03:30", Some(RepeatedRunsSecond)), ("2010-11-07T23:30-03:30", None)],
        )
        .runs(EarlierOffset, &[("2010-11-06T23:30-02:30", Some(RepeatedRunsFirst))]);
    night("America/St_Johns", "cron(0,1 0,1 * * ? *)", "2010-03-14T00:00:00Z")
        .skips(
            "2010-03-14T12:00:00Z",
            &[("2010-03-14T00:01", "2010-03-14T03:31:00Z"), ("2010-03-14T01:00", "2010-03-14T03:31:00Z")],
        )
        .runs(
            Quartz,
            &[
                ("2010-03-14T00:00-03:30", Some(ClockChangeEffect::DuringWindow)),
                ("2010-03-14T01:01-02:30", None),
            ],
        )
        .runs(
            ShiftForward,
            &[
                ("2010-03-14T00:00-03:30", Some(ClockChangeEffect::DuringWindow)),
                // 00:01 falls on 01:01, which is named anyway.
                ("2010-03-14T01:01-02:30", None),
                ("2010-03-14T02:00-02:30", Some(ShiftedForward)),
            ],
        );
}

#[test]
fn troll_goes_by_two_hours() {
    night("Antarctica/Troll", "cron(0 1,2 * * ? *)", "2026-03-28T12:00:00Z")
        .skips(
            "2026-03-30T00:00:00Z",
            &[("2026-03-29T01:00", "2026-03-29T01:00:00Z"), ("2026-03-29T02:00", "2026-03-29T01:00:00Z")],
        )
        .runs(Quartz, &[("2026-03-30T01:00+02:00", None)])
        .runs(
            ShiftForward,
            &[
                ("2026-03-29T03:00+02:00", Some(ShiftedForward)),
                ("2026-03-29T04:00+02:00", Some(ShiftedForward)),
            ],
        );
    night("Antarctica/Troll", "cron(0 1,2,3 * * ? *)", "2026-10-24T12:00:00Z")
        .runs(
            Quartz,
            &[
                ("2026-10-25T01:00Z", Some(RepeatedRunsSecond)),
                ("2026-10-25T02:00Z", Some(RepeatedRunsSecond)),
                ("2026-10-25T03:00Z", None),
            ],
        )
        .runs(
            EarlierOffset,
            &[
                ("2026-10-25T01:00+02:00", Some(RepeatedRunsFirst)),
                ("2026-10-25T02:00+02:00", Some(RepeatedRunsFirst)),
                ("2026-10-25T03:00Z", None),
            ],
        );
}

#[test]
fn cairo_has_a_day_without_midnight() {
    night("Africa/Cairo", "cron(0 0 * * ? *)", "2026-04-22T23:00:00Z")
        .skips("2026-04-25T00:00:00Z", &[("2026-04-24T00:00", "2026-04-23T22:00:00Z")])
        .runs(Quartz, &[("2026-04-25T00:00+03:00", None)])
        .runs(
            ShiftForward,
            &[("2026-04-24T01:00+03:00", Some(ShiftedForward)), ("2026-04-25T00:00+03:00", None)],
        );
    night("Africa/Cairo", "cron(30 23 * * ? *)", "2026-10-29T12:00:00Z")
        .runs(Quartz, &[("2026-10-29T23:30+02:00", Some(RepeatedRunsSecond))])
        .runs(EarlierOffset, &[("2026-10-29T23:30+03:00", Some(RepeatedRunsFirst))]);
}

#[test]
fn beirut_has_a_day_without_midnight() {
    night("Asia/Beirut", "cron(0 0 L * ? *)", "2024-03-30T12:00:00Z")
        .skips("2024-04-02T00:00:00Z", &[("2024-03-31T00:00", "2024-03-30T22:00:00Z")])
        .runs(Quartz, &[("2024-04-30T00:00+03:00", None)])
        .runs(ShiftForward, &[("2024-03-31T01:00+03:00", Some(ShiftedForward))]);
    night("Asia/Beirut", "cron(0 23 ? * SAT *)", "2026-10-24T12:00:00Z")
        .runs(Quartz, &[("2026-10-24T23:00+02:00", Some(RepeatedRunsSecond))])
        .runs(ShiftForward, &[("2026-10-24T23:00+03:00", Some(RepeatedRunsFirst))]);
}

/// In the data, Dublin's winter is the exception that goes back from standard time.
#[test]
fn dublin_turns_like_its_neighbours() {
    for zone in ["Europe/Dublin", "Europe/London"] {
        night(zone, "cron(30 1 * * ? *)", "2026-03-28T12:00:00Z")
            .skips("2026-03-30T00:00:00Z", &[("2026-03-29T01:30", "2026-03-29T01:00:00Z")])
            .runs(Quartz, &[("2026-03-30T01:30+01:00", None)])
            .runs(ShiftForward, &[("2026-03-29T02:30+01:00", Some(ShiftedForward))]);
        night(zone, "cron(30 1 * * ? *)", "2026-10-24T12:00:00Z")
            .runs(Quartz, &[("2026-10-25T01:30Z", Some(RepeatedRunsSecond))])
            .runs(EarlierOffset, &[("2026-10-25T01:30+01:00", Some(RepeatedRunsFirst))]);
    }
}

#[test]
fn apia_left_out_a_whole_day() {
    night("Pacific/Apia", "cron(0 9 * * ? *)", "2011-12-28T20:00:00Z")
        .skips("2012-01-01T00:00:00Z", &[("2011-12-30T09:00", "2011-12-30T10:00:00Z")])
        .runs(Quartz, &[("2011-12-29T09:00-10:00", None), ("2011-12-31T09:00+14:00", None)])
        // The 30th's run falls on the 31st's.
        .runs(
            ShiftForward,
            &[
                ("2011-12-29T09:00-10:00", None),
                ("2011-12-31T09:00+14:00", None),
                ("2012-01-01T09:00+14:00", None),
            ],
        );
    let the_30th = timing("cron(0 9 30 12 ? 2011)", "Pacific/Apia");
    assert_eq!(the_30th.starts(&Query::after(Timestamp::EPOCH)).next(), None);
    night("Pacific/Apia", "at(2011-12-30T09:00:00)", "2011-12-01T00:00:00Z")
        .runs(Quartz, &[])
        .skips("2012-01-01T00:00:00Z", &[("2011-12-30T09:00", "2011-12-30T10:00:00Z")])
        .runs(ShiftForward, &[("2011-12-31T09:00+14:00", Some(ShiftedForward))]);
}

#[test]
fn casablanca_turned_back_for_ramadan_until_it_gave_it_up() {
    night("Africa/Casablanca", "cron(30 2 * * ? *)", "2026-02-14T12:00:00Z")
        .runs(Quartz, &[("2026-02-15T02:30Z", Some(RepeatedRunsSecond))])
        .runs(EarlierOffset, &[("2026-02-15T02:30+01:00", Some(RepeatedRunsFirst))]);
    night("Africa/Casablanca", "cron(30 2 * * ? *)", "2026-03-21T12:00:00Z")
        .skips("2026-03-23T00:00:00Z", &[("2026-03-22T02:30", "2026-03-22T02:00:00Z")])
        .runs(Quartz, &[("2026-03-23T02:30+01:00", None)]);
    night("Africa/Casablanca", "cron(0 9 1 JAN,JUL ? *)", "2026-12-01T00:00:00Z").runs(
        Quartz,
        &[("2027-01-01T09:00Z", None), ("2027-07-01T09:00Z", None), ("2028-01-01T09:00Z", None)],
    );
}

#[test]
fn havana_changes_at_midnight_and_once_did_not_turn_back() {
    night("America/Havana", "cron(0 0 * * ? *)", "2025-03-08T12:00:00Z")
        .skips("2025-03-10T00:00:00Z", &[("2025-03-09T00:00", "2025-03-09T05:00:00Z")])
        .runs(Quartz, &[("2025-03-10T00:00-04:00", None)])
        .runs(ShiftForward, &[("2025-03-09T01:00-04:00", Some(ShiftedForward))]);
    night("America/Havana", "cron(30 0 * * ? *)", "2025-11-01T12:00:00Z")
        .runs(Quartz, &[("2025-11-02T00:30-05:00", Some(RepeatedRunsSecond))]);
    night("America/Havana", "cron(0 9 15 1 ? *)", "2026-06-01T00:00:00Z")
        .runs(Quartz, &[("2027-01-15T09:00-04:00", None), ("2028-01-15T09:00-05:00", None)]);
}

#[test]
fn vancouver_stays_in_summer_time() {
    night("America/Vancouver", "cron(0 9 ? * MON#1 *)", "2026-12-20T00:00:00Z")
        .runs(Quartz, &[("2027-01-04T09:00-07:00", None), ("2027-02-01T09:00-07:00", None)])
        .skips("2099-12-31T00:00:00Z", &[]);
}
