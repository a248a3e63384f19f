//! Times, and what the clocks do, in words: for calendar files and the command line.

use crate::occurrence::{ClockChange, SkippedRun};
use crate::zone::{OffsetChange, Zone};
use chrono::NaiveDateTime;

/// `Tue 2027-01-19`.
#[must_use]
pub fn day(local: NaiveDateTime) -> String {
    local.format("%a %Y-%m-%d").to_string()
}

/// `23:30`; seconds and milliseconds only where there are some.
#[must_use]
pub fn time(local: NaiveDateTime) -> String {
    let millis = local.and_utc().timestamp_millis();
    let pattern = if millis % 60_000 == 0 {
        "%H:%M"
    } else if millis % 1000 == 0 {
        "%H:%M:%S"
    } else {
        "%H:%M:%S%.3f"
    };
    local.format(pattern).to_string()
}

/// What the clocks do, and what that does to the run.
#[must_use]
pub fn clock_change(ClockChange { change, effect }: ClockChange, zone: Zone) -> String {
    let unverified = if effect.is_unverified() { " AWS behaviour unverified." } else { "" };
    format!("{} {effect}{unverified}", change_words(change, zone))
}

/// The runs that one change of the clocks skips. `more` are not named.
#[must_use]
pub fn skipped(runs: &[SkippedRun], more: usize, zone: Zone) -> Option<String> {
    let change = runs.first()?.change;
    let times: Vec<String> = runs.iter().map(|run| time(run.local)).collect();
    let (noun, verb) =
        if runs.len().saturating_add(more) == 1 { ("run of", "is") } else { ("runs of", "are") };
    let rest = if more == 0 { String::new() } else { format!(" and {more} more") };
    Some(format!(
        "{} The {noun} {}{rest} {verb} skipped. AWS behaviour unverified.",
        change_words(change, zone),
        times.join(", ")
    ))
}

/// `Sun 2027-03-14: the clocks in Los Angeles go from 02:00 to 03:00.`
fn change_words(change: OffsetChange, zone: Zone) -> String {
    let (before, after) = change.local_times();
    let after_day = if before.date() == after.date() { String::new() } else { format!("{} ", day(after)) };
    format!(
        "{}: the clocks in {} go from {} to {after_day}{}.",
        day(before),
        zone.city(),
        time(before),
        time(after)
    )
}
