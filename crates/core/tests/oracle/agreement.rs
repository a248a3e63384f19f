//! The engine answers what the oracle answers.

use crate::case::cases;
use crate::expected;
use crate::runner::hold;
use chrono::{Datelike, NaiveDateTime, Timelike};
use proptest::prelude::*;
use std::cell::Cell;

/// How many executions of a case are compared; so no case of every second fills the count.
const COMPARED: usize = 100;

#[test]
fn engine_and_oracle_agree_on_every_execution() {
    let (compared, touched) = (Cell::new(0), Cell::new(0));
    hold(6000, &cases(), |case| {
        let (timing, query) = (case.timing(), case.query());
        let answered: Vec<expected::Run> = timing
            .occurrences(&query)
            .take(COMPARED + 1)
            .map(|run| expected::Run {
                start: run.start.as_millis(),
                note: run.clock_change.map(|note| (note.effect, note.change.at.as_millis())),
            })
            .collect();
        let mut expected = expected::runs(&case);
        expected.truncate(COMPARED + 1);
        compared.set(compared.get() + expected.len().clamp(1, COMPARED));
        touched.set(touched.get() + expected.iter().filter(|run| run.note.is_some()).count());
        prop_assert_eq!(answered, expected);
        Ok(())
    });
    let (compared, touched) = (compared.get(), touched.get());
    println!("{compared} executions and empty answers compared, {touched} touched by a change of the clocks");
    assert!(std::env::var_os("PROPTEST_CASES").is_some() || compared >= 100_000 && touched >= 3000);
}

#[test]
fn engine_and_oracle_agree_on_what_the_clocks_skip() {
    let skipped = Cell::new(0);
    hold(3000, &cases(), |case| {
        let answered: Vec<(String, i64)> = case
            .timing()
            .skipped(&case.query())
            .take(COMPARED)
            .map(|run| (wall(run.local), run.change.at.as_millis()))
            .collect();
        let expected: Vec<(String, i64)> = expected::skipped(&case)
            .into_iter()
            .take(COMPARED)
            .map(|(local, change)| (local.to_string(), change))
            .collect();
        skipped.set(skipped.get() + expected.len());
        prop_assert_eq!(answered, expected);
        Ok(())
    });
    println!("{} skipped runs compared", skipped.get());
}

/// As jiff prints a local time.
fn wall(local: NaiveDateTime) -> String {
    let (date, time) = (local.date(), local.time());
    let (year, month, day) = (date.year(), date.month(), date.day());
    format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}", time.hour(), time.minute(), time.second())
}
