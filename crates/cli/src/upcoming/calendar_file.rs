//! Runs as an iCalendar file (RFC 5545).
//!
//! Written here and not by a library: those for Rust fold lines one octet too late, or let a carriage
//! return through.

use super::Upcoming;
use crate::words;
use std::io::{self, Write};
use uuid::Uuid;
use window_planner_core::Timestamp;
use window_planner_core::occurrence::Occurrence;
use window_planner_core::schedule::describe;
use window_planner_core::window::CreateMaintenanceWindowRequest;

/// The most octets of a line.
const LINE: usize = 75;

/// Writes an event for each run. The same request and instant give the same file, and a run has the
/// same UID in every file, so that a calendar updates it.
///
/// # Errors
///
/// Those of `output`.
pub(crate) fn write(
    upcoming: &Upcoming<'_>,
    request: &CreateMaintenanceWindowRequest,
    mut output: impl Write,
) -> io::Result<()> {
    let english = describe(upcoming.timing);
    let title = request.name.as_deref().unwrap_or("Maintenance window");
    property(&mut output, "BEGIN", "VCALENDAR")?;
    property(&mut output, "VERSION", "2.0")?;
    property(
        &mut output,
        "PRODID",
        concat!("-//Window Planner//window-planner ", env!("CARGO_PKG_VERSION"), "//EN"),
    )?;
    property(&mut output, "CALSCALE", "GREGORIAN")?;
    for run in upcoming.runs() {
        property(&mut output, "BEGIN", "VEVENT")?;
        property(&mut output, "UID", &uid(&run, request))?;
        property(&mut output, "DTSTAMP", &utc(upcoming.query.after))?;
        property(&mut output, "DTSTART", &utc(run.start))?;
        property(&mut output, "DTEND", &utc(run.end))?;
        property(&mut output, "SUMMARY", &escaped(title))?;
        property(&mut output, "DESCRIPTION", &escaped(&description(upcoming, &run, &english)))?;
        property(&mut output, "TRANSP", "TRANSPARENT")?;
        property(&mut output, "END", "VEVENT")?;
    }
    property(&mut output, "END", "VCALENDAR")?;
    output.flush()
}

fn description(upcoming: &Upcoming<'_>, run: &Occurrence, english: &str) -> String {
    let zone = upcoming.timing.zone();
    let cutoff = (run.cutoff < run.end).then(|| {
        let cutoff = zone.local(run.cutoff);
        format!("No new tasks from {} {}.", words::day(cutoff), words::time(cutoff))
    });
    let clocks = run.clock_change.map(|change| words::clock_change(change, zone));
    let lines: Vec<String> = [Some(format!("{english}.")), cutoff, clocks].into_iter().flatten().collect();
    lines.join("\n")
}

/// From the window's name, or what stands for it, and the start.
fn uid(run: &Occurrence, request: &CreateMaintenanceWindowRequest) -> String {
    let window = match &request.name {
        Some(name) => name.clone(),
        None => format!(
            "{} {} {}",
            request.schedule.as_deref().unwrap_or_default(),
            request.schedule_timezone.as_deref().unwrap_or("UTC"),
            request.schedule_offset.unwrap_or_default()
        ),
    };
    let name = format!("{window}\n{}", run.start);
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

/// Writes a property, on as many lines as its length takes. A line that goes on begins with a blank.
fn property(output: &mut impl Write, name: &str, value: &str) -> io::Result<()> {
    let line = format!("{name}:{value}");
    let mut rest = line.as_str();
    let mut room = LINE;
    while rest.len() > room {
        let cut = (0..=room).rev().find(|at| rest.is_char_boundary(*at)).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(cut);
        write!(output, "{piece}\r\n ")?;
        rest = after;
        room = LINE - 1;
    }
    write!(output, "{rest}\r\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(value: &str) -> String {
        let mut output = Vec::new();
        property(&mut output, "SUMMARY", &escaped(value)).unwrap();
        String::from_utf8(output).unwrap()
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
