//! Another implementation as a witness: the crate croner, on the ground that both have in common and
//! in UTC, where no clocks change. Where the dialects part, a test says who is right for AWS, and why.

use chrono::{DateTime, Utc};
use croner::Cron;
use croner::parser::{CronParser, Seconds};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, RngSeed};
use window_planner_core::Timestamp;
use window_planner_core::occurrence::{Query, Timing};
use window_planner_core::schedule::Schedule;

/// One field in both dialects: ours, croner's.
type Both = (String, String);

fn same(text: &str) -> Both {
    (text.to_owned(), text.to_owned())
}

/// Minutes or hours: a value, a list, a range, steps. Croner wants a range before a step.
fn time(greatest: u32) -> impl Strategy<Value = Both> {
    let value = 0..=greatest;
    prop_oneof![
        2 => Just(same("*")),
        4 => value.clone().prop_map(|value| same(&value.to_string())),
        2 => (value.clone(), value.clone()).prop_map(|(one, other)| same(&format!("{one},{other}"))),
        2 => (value.clone(), value.clone()).prop_map(|(one, other)| same(&format!("{}-{}", one.min(other), one.max(other)))),
        2 => (value, 2..greatest).prop_map(move |(first, step)| {
            (format!("{first}/{step}"), format!("{first}-{greatest}/{step}"))
        }),
    ]
}

fn months() -> impl Strategy<Value = Both> {
    prop_oneof![
        3 => Just(same("*")),
        1 => select(&["JAN", "2", "FEB,AUG", "3-5", "*/3", "11,12"][..]).prop_map(same),
    ]
}

/// Day of month and day of week; croner writes `*` where we write `?`.
fn days() -> impl Strategy<Value = (Both, Both)> {
    let unset = || ("?".to_owned(), "*".to_owned());
    let of_month = prop_oneof![
        3 => (1..=31_u32).prop_map(|day| same(&day.to_string())),
        1 => (1..=28_u32, 1..=31_u32).prop_map(|(one, other)| same(&format!("{one},{other}"))),
        1 => (1..=31_u32).prop_map(|day| same(&format!("{day}W"))),
        1 => Just(same("L")),
        1 => Just(same("*")),
    ];
    let name = || select(&["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"][..]);
    let of_week = prop_oneof![
        3 => name().prop_map(same),
        2 => (name(), 1..=5_u32).prop_map(|(day, nth)| same(&format!("{day}#{nth}"))),
        1 => name().prop_map(|day| (format!("{day}L"), format!("{day}#L"))),
        1 => Just(same("MON-FRI")),
        1 => Just(same("TUE,SAT")),
    ];
    prop_oneof![
        of_month.prop_map(move |days| (days, unset())),
        of_week.prop_map(move |days| (("?".to_owned(), "*".to_owned()), days)),
    ]
}

fn croner(pattern: &str) -> Cron {
    let parser = CronParser::builder().seconds(Seconds::Disallowed).build();
    parser.parse(pattern).unwrap_or_else(|error| panic!("{pattern}: {error}"))
}

fn ours(expression: &str, after: i64, count: usize) -> Vec<i64> {
    let (schedule, found) = Schedule::parse(expression).into_parts();
    let schedule = schedule.unwrap_or_else(|| panic!("{expression}: {found:?}"));
    let query = Query::after(Timestamp::from_seconds(after));
    Timing::new(schedule, None).starts(&query).take(count).map(Timestamp::floor_seconds).collect()
}

fn theirs(pattern: &str, after: i64, count: usize) -> Vec<i64> {
    let after: DateTime<Utc> = DateTime::from_timestamp(after, 0).unwrap();
    let horizon = Timestamp::HORIZON.floor_seconds();
    let runs = croner(pattern).iter_after(after).map(|run| run.timestamp());
    // croner goes on to year 5000; our time-zone data end in 2099.
    runs.take_while(|run| *run < horizon).take(count).collect()
}

/// 2027-01-01T00:00:00Z, a Friday.
const AFTER: i64 = 1_798_761_600;

/// The day of the month of the first run in 2027.
fn first_day(runs: &[i64]) -> u32 {
    use chrono::Datelike;
    DateTime::from_timestamp(runs[0], 0).unwrap().day()
}

/// AWS's table gives `6L` as the last Friday, so 1 is Sunday; croner counts as Unix does, from 0.
#[test]
fn a_weekdays_number_is_one_more_than_croners() {
    assert_eq!(first_day(&ours("cron(0 2 ? * 5#3 *)", AFTER, 1)), 21, "a Thursday");
    assert_eq!(first_day(&theirs("0 2 * * 5#3", AFTER, 1)), 15, "a Friday");
    assert_eq!(first_day(&theirs("0 2 * * 4#3", AFTER, 1)), 21);
}

/// AWS wants `?` in one of the day fields; croner runs on either, as Unix does.
#[test]
fn two_day_fields_are_refused_where_croner_takes_either() {
    assert!(Schedule::parse("cron(0 2 13 * FRI *)").value().is_none());
    assert_eq!(first_day(&theirs("0 2 13 * FRI", AFTER, 1)), 1, "the first Friday");
}

/// Quartz's wrapping ranges are part of AWS's dialect as far as we know; croner refuses them.
#[test]
fn a_range_that_wraps_is_taken_where_croner_refuses_it() {
    assert_eq!(first_day(&ours("cron(0 2 ? * FRI-MON *)", AFTER, 1)), 1);
    assert!(CronParser::builder().build().parse("0 2 * * FRI-MON").is_err());
}

proptest! {
    #![proptest_config(Config {
        cases: 4000,
        rng_seed: RngSeed::Fixed(20_261_123),
        failure_persistence: None,
        ..Config::default()
    })]

    #[test]
    fn croner_agrees_on_the_common_ground(
        minutes in time(59),
        hours in time(23),
        months in months(),
        (of_month, of_week) in days(),
        after in 1_700_000_000..3_000_000_000_i64,
    ) {
        let expression = format!("cron({} {} {} {} {} *)", minutes.0, hours.0, of_month.0, months.0, of_week.0);
        let pattern = format!("{} {} {} {} {}", minutes.1, hours.1, of_month.1, months.1, of_week.1);
        prop_assert_eq!(ours(&expression, after, 10), theirs(&pattern, after, 10), "{} {}", expression, pattern);
    }
}
