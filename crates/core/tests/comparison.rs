//! What is said to become of a window's executions leads from those before to those after.

use proptest::prelude::*;
use window_planner_core::Timestamp;
use window_planner_core::occurrence::{
    Changes, Comparison, Course, Hours, MOST_COMPARED, Occurrence, Query, RunChange, Timing,
};
use window_planner_core::schedule::Schedule;
use window_planner_core::zone::Zone;

fn at(text: &str) -> Timestamp {
    Timestamp::parse_rfc3339(text).unwrap()
}

/// Some days before the clocks of New York go forward.
fn since() -> Timestamp {
    at("2027-03-01T09:30:00Z")
}

fn timing(schedule: &str, zone: &str, hours: u8) -> Timing {
    let schedule = Schedule::parse(schedule).into_parts().0.unwrap();
    let length = (Hours::new(hours).unwrap(), Hours::new(0).unwrap());
    Timing::new(schedule, Zone::named(zone)).with_length(length.0, length.1)
}

fn timings() -> impl Strategy<Value = Timing> {
    let schedule = prop_oneof![
        (0..24_u8, 0..2_u8).prop_map(|(hour, half)| format!("cron({} {hour} ? * * *)", half * 30)),
        (0..24_u8, "(SUN|MON|TUE|WED)").prop_map(|(hour, day)| format!("cron(0 {hour} ? * {day} *)")),
        (0..24_u8, "(SUN#1|TUE#2|THU#3|FRIL)").prop_map(|(hour, day)| format!("cron(0 {hour} ? * {day} *)")),
        (1..24_u8).prop_map(|hour| format!("cron(0 {hour},12 ? * MON-FRI *)")),
        (5..400_u32).prop_map(|hours| format!("rate({hours} hours)")),
        Just("at(2027-03-14T02:00:00)".to_owned()),
    ];
    let zone = prop::sample::select(vec!["UTC", "America/New_York", "Asia/Tokyo"]);
    (schedule, zone, 1..5_u8).prop_map(|(schedule, zone, hours)| timing(&schedule, zone, hours))
}

fn course(timing: &Timing) -> Course<'_> {
    Course { timing, created: since() }
}

fn compared<'t>(before: Option<&'t Timing>, after: Option<&'t Timing>) -> Comparison<'t> {
    Comparison { before: before.map(course), after: after.map(course), since: since() }
}

fn runs(timing: &Timing, from: Timestamp, until: Timestamp) -> Vec<Occurrence> {
    let query = Query::after(from.plus_millis(-1)).before(until).created(since());
    timing.occurrences(&query).collect()
}

fn days(days: i64) -> Timestamp {
    since().plus_hours(24 * days)
}

/// Makes of `runs` what the changes say becomes of them.
fn applied(mut runs: Vec<Occurrence>, changes: &Changes) -> Vec<Occurrence> {
    for change in &changes.runs {
        if let Some(before) = change.before() {
            runs.retain(|run| run != before);
        }
    }
    runs.extend(changes.runs.iter().filter_map(RunChange::after));
    runs.sort_by_key(|run| run.start);
    runs
}

proptest! {
    #[test]
    fn the_changes_lead_from_what_was_to_what_is(before in timings(), after in timings()) {
        let (from, until) = (since(), days(60));
        let changes = compared(Some(&before), Some(&after)).changes(from, until);
        prop_assert_eq!(changes.until, until);
        // A run may move in or out at the end.
        let is_within = |run: &Occurrence| run.start < until;
        let told: Vec<Occurrence> = applied(runs(&before, from, until), &changes).into_iter().filter(is_within).collect();
        prop_assert_eq!(told, runs(&after, from, until));
        for change in &changes.runs {
            match change {
                RunChange::Appears(_) | RunChange::Vanishes(_) => {}
                RunChange::Moves { from, to } => {
                    let apart = to.start.millis_since(from.start).abs();
                    prop_assert!(0 < apart && apart <= 7 * 24 * 3_600_000, "{:?}", change);
                }
                RunChange::Lasts { before, after } => {
                    prop_assert_eq!(before.start, after.start);
                    prop_assert_ne!(before.end, after.end);
                }
            }
        }
    }

    #[test]
    fn no_day_is_left_with_one_that_vanishes_and_one_that_appears(before in timings(), after in timings()) {
        let changes = compared(Some(&before), Some(&after)).changes(since(), days(60));
        let day = |run: &Occurrence| after.zone().local(run.start).date();
        let left = |pick: fn(&RunChange) -> Option<&Occurrence>| -> Vec<_> {
            changes.runs.iter().filter_map(pick).map(day).collect()
        };
        let vanishing = left(|change| if let RunChange::Vanishes(run) = change { Some(run) } else { None });
        let appearing = left(|change| if let RunChange::Appears(run) = change { Some(run) } else { None });
        let all = |timing: &Timing| runs(timing, since(), days(60)).iter().map(day).collect::<Vec<_>>();
        let (olds, news) = (all(&before), all(&after));
        let count = |days: &[_], day| days.iter().filter(|other| **other == day).count();
        for day in vanishing {
            let is_alone = count(&olds, day) == 1 && count(&news, day) == 1;
            prop_assert!(!(is_alone && appearing.contains(&day)), "{}", day);
        }
    }

    #[test]
    fn what_is_said_of_a_run_does_not_depend_on_the_stretch(
        before in timings(), after in timings(), start in 0..50_i64, length in 0..20_i64,
    ) {
        let comparison = compared(Some(&before), Some(&after));
        let (from, until) = (days(start), days(start + length));
        let is_within = |run: &Occurrence| from <= run.start && run.start < until;
        let of_all: Vec<RunChange> = comparison
            .changes(since(), days(90))
            .runs
            .into_iter()
            .filter(|change| change.before().is_some_and(is_within) || change.after().is_some_and(is_within))
            .collect();
        prop_assert_eq!(comparison.changes(from, until).runs, of_all);
    }

    #[test]
    fn the_way_back_is_the_same_way(before in timings(), after in timings()) {
        prop_assume!(before.zone() == after.zone());
        let there = compared(Some(&before), Some(&after)).changes(since(), days(60));
        let back = compared(Some(&after), Some(&before)).changes(since(), days(60));
        let ends = |change: &RunChange| (change.before().copied(), change.after().copied());
        let mut there: Vec<_> = there.runs.iter().map(ends).collect();
        let mut back: Vec<_> = back.runs.iter().map(ends).map(|(before, after)| (after, before)).collect();
        let key = |(before, after): &(Option<Occurrence>, Option<Occurrence>)| {
            (before.map(|run| run.start), after.map(|run| run.start))
        };
        there.sort_by_key(key);
        back.sort_by_key(key);
        prop_assert_eq!(there, back);
    }
}

#[test]
fn nothing_changes_where_the_runs_are_the_same() {
    let (daily, same) = (timing("cron(0 2 ? * * *)", "UTC", 2), timing("cron(0 2 * * ? *)", "UTC", 2));
    assert_eq!(compared(Some(&daily), Some(&same)).changes(since(), days(365)).runs, []);
}

#[test]
fn each_kind_of_change_is_told_as_a_person_would() {
    let told = |before: Option<&Timing>, after: Option<&Timing>| -> Vec<String> {
        let text = |run: &Occurrence| run.start.to_string()[5..16].to_owned();
        let line = |change: &RunChange| match change {
            RunChange::Appears(run) => format!("+ {}", text(run)),
            RunChange::Vanishes(run) => format!("- {}", text(run)),
            RunChange::Moves { from, to } => format!("{} > {}", text(from), text(to)),
            RunChange::Lasts { after, .. } => format!("= {}", text(after)),
        };
        compared(before, after).changes(since(), days(8)).runs.iter().map(line).collect()
    };
    let weekly = timing("cron(0 2 ? * TUE *)", "UTC", 2);
    let cases: [(&str, u8, &[&str]); 6] = [
        ("cron(0 23 ? * TUE *)", 2, &["03-02T02:00 > 03-02T23:00", "03-09T02:00 > 03-09T23:00"]),
        ("cron(0 2 ? * WED *)", 2, &["03-02T02:00 > 03-03T02:00", "03-09T02:00 > 03-10T02:00"]),
        ("cron(0 2 ? * TUE *)", 3, &["= 03-02T02:00", "= 03-09T02:00"]),
        ("cron(0 2 ? * TUE,SUN *)", 2, &["+ 03-07T02:00"]),
        ("cron(0 2 ? * TUE#2 *)", 2, &["- 03-02T02:00"]),
        ("cron(0 5 24 * ? *)", 2, &["- 03-02T02:00", "- 03-09T02:00"]),
    ];
    for (schedule, hours, expected) in cases {
        assert_eq!(told(Some(&weekly), Some(&timing(schedule, "UTC", hours))), expected, "{schedule}");
    }
    assert_eq!(told(None, Some(&weekly)), ["+ 03-02T02:00", "+ 03-09T02:00"]);
    assert_eq!(told(Some(&weekly), None), ["- 03-02T02:00", "- 03-09T02:00"]);
    assert_eq!(told(None, None), Vec::<String>::new());
}

#[test]
fn of_too_many_it_is_said_up_to_where_they_were_compared() {
    let (minutes, seconds) = (timing("rate(5 minutes)", "UTC", 1), timing("cron(* * * ? * * *)", "UTC", 1));
    let daily = timing("cron(1 2 ? * * *)", "UTC", 2);
    let changes = compared(Some(&daily), Some(&minutes)).changes(since(), days(365));
    assert!(since() < changes.until && changes.until < days(365));
    assert!(changes.runs.iter().filter_map(RunChange::after).all(|run| run.start < changes.until));
    assert!(changes.runs.len() < 2 * MOST_COMPARED);
    let nothing = compared(Some(&daily), Some(&seconds)).changes(since(), days(365));
    assert_eq!((nothing.until, nothing.runs), (since(), Vec::new()));
}
