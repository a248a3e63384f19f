//! Executions as an iCalendar file (RFC 5545).
//!
//! Written here and not by a library: those for Rust fold lines one octet too late, or let a carriage
//! return through.

use super::{Merged, Scheduled};
use crate::Timestamp;
use crate::occurrence::Occurrence;
use crate::schedule::describe;
use crate::words;
use std::iter::once;
use uuid::Uuid;

/// The most octets of a line.
const LINE: usize = 75;

const PRODUCT: &str = concat!("-//Window Planner//window-planner ", env!("CARGO_PKG_VERSION"), "//EN");

/// Writes an event for each of the first `limit` executions, with the cutoff and what the clocks do in
/// its description. `written` is when the file is written.
///
/// The same windows and instant give the same file, and an execution has the same UID in every file, so
/// that a calendar updates it.
///
/// ```
/// use window_planner_core::Timestamp;
/// use window_planner_core::export::{Scheduled, calendar_file};
/// use window_planner_core::occurrence::{Query, Timing};
/// use window_planner_core::schedule::Schedule;
/// use window_planner_core::zone::Zone;
///
/// let (schedule, _) = Schedule::parse("cron(30 1 ? * SUN *)").into_parts();
/// let timing = Timing::new(schedule.unwrap(), Zone::named("America/Los_Angeles"));
/// let november = Timestamp::parse_rfc3339("2026-11-01T00:00:00Z").unwrap();
/// let query = Query::after(november);
/// let windows = [Scheduled { name: Some("Patching"), identity: "Patching", timing: &timing, query }];
/// let file: String = calendar_file(&windows, 1, november).collect();
///
/// // Half past one comes twice that night; the second time it is 09:30 in UTC.
/// assert!(file.contains("\r\nDTSTART:20261101T093000Z\r\n"));
/// ```
pub fn calendar_file<'w>(
    windows: &'w [Scheduled<'w>],
    limit: usize,
    written: Timestamp,
) -> impl Iterator<Item = String> + 'w {
    let english: Vec<String> = windows.iter().map(|window| describe(window.timing)).collect();
    let events = Merged::new(windows).take(limit).filter_map(move |(index, run)| {
        windows
            .get(index)
            .zip(english.get(index))
            .map(|(window, english)| event(window, &run, english, written))
    });
    once(beginning()).chain(events).chain(once(properties(&[("END", "VCALENDAR")])))
}

fn beginning() -> String {
    properties(&[("BEGIN", "VCALENDAR"), ("VERSION", "2.0"), ("PRODID", PRODUCT), ("CALSCALE", "GREGORIAN")])
}

fn event(window: &Scheduled<'_>, run: &Occurrence, english: &str, written: Timestamp) -> String {
    let title = window.name.unwrap_or("Maintenance window");
    properties(&[
        ("BEGIN", "VEVENT"),
        ("UID", &uid(window, run)),
        ("DTSTAMP", &utc(written)),
        ("DTSTART", &utc(run.start)),
        ("DTEND", &utc(run.end)),
        ("SUMMARY", &escaped(title)),
        ("DESCRIPTION", &escaped(&description(window, run, english))),
        ("TRANSP", "TRANSPARENT"),
        ("END", "VEVENT"),
    ])
}

fn description(window: &Scheduled<'_>, run: &Occurrence, english: &str) -> String {
    let zone = window.timing.zone();
    let cutoff = (run.cutoff < run.end).then(|| {
        let cutoff = zone.local(run.cutoff);
        format!("No new tasks from {} {}.", words::day(cutoff), words::time(cutoff))
    });
    let clocks = run.clock_change.map(|change| words::clock_change(change, zone));
    let lines: Vec<String> = [Some(format!("{english}.")), cutoff, clocks].into_iter().flatten().collect();
    lines.join("\n")
}

fn uid(window: &Scheduled<'_>, run: &Occurrence) -> String {
    let name = format!("{}\n{}", window.identity, run.start);
    format!("{}@window-planner", Uuid::new_v5(&Uuid::NAMESPACE_OID, name.as_bytes()))
}

/// iCalendar has no fractions of a second; one is cut off.
fn utc(instant: Timestamp) -> String {
    instant.to_utc().map(|utc| utc.format("%Y%m%dT%H%M%SZ").to_string()).unwrap_or_default()
}

/// A text value. Line ends become `\n`; other control characters have no form and are left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' | '\r' => escaped.push_str("\\n"),
            letter if letter.is_control() && letter != '\t' => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// Properties, each on as many lines as its length takes. A line that goes on begins with a blank.
fn properties(properties: &[(&str, &str)]) -> String {
    let mut text = String::new();
    for (name, value) in properties {
        let mut octets: usize = 0;
        for letter in name.chars().chain(once(':')).chain(value.chars()) {
            octets = octets.saturating_add(letter.len_utf8());
            if octets > LINE {
                text.push_str("\r\n ");
                octets = letter.len_utf8().saturating_add(1);
            }
            text.push(letter);
        }
        text.push_str("\r\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(value: &str) -> String {
        properties(&[("SUMMARY", &escaped(value))])
    }

    proptest! {
        #[test]
        fn no_line_is_too_long_and_unfolding_gives_the_value_back(value in "[a-zü🕐,;\\\\ ]{0,300}") {
            let text = written(&value);
            for line in text.split_terminator("\r\n") {
                prop_assert!(line.len() <= LINE);
                prop_assert!(!line.contains(['\r', '\n']));
            }
            let unfolded = text.strip_suffix("\r\n").unwrap().replace("\r\n ", "");
            prop_assert_eq!(unfolded, format!("SUMMARY:{}", escaped(&value)));
        }
    }

    #[test]
    fn no_text_ends_its_line() {
        assert_eq!(written("a\r\nb\nc\rd\u{0}\u{7};,\\"), "SUMMARY:a\\nb\\nc\\nd\\;\\,\\\\\r\n");
    }
}
