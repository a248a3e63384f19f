//! Calendars of freezes, as programs write them: when they are closed.
//!
//! `tests/cases/calendars` holds the files and what they say; `tests/ical/test_freezes.py` holds the same
//! against the Python package recurring-ical-events. The recurrence rules were expanded by
//! python-dateutil 2.9.

use chrono::NaiveDateTime;
use proptest::prelude::*;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;
use window_planner_core::freeze::{Calendar, Freeze};
use window_planner_core::zone::{ClockChangePolicy, Zone};
use window_planner_core::{Diagnostic, Timestamp};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Case {
    about: String,
    file: String,
    /// The zone that is asked for where the file names none.
    zone: String,
    /// The zone its days are then read in.
    read_in: String,
    from: String,
    to: String,
    name: Option<String>,
    events: usize,
    closed: Vec<(String, String, Vec<String>)>,
    #[serde(default)]
    advisories: Vec<(String, String, Vec<String>)>,
    /// Field and code of each finding.
    #[serde(default)]
    findings: Vec<(String, String)>,
    #[serde(default, rename = "unlikeRecurringIcalEvents")]
    _unlike: BTreeMap<String, String>,
}

fn cases_folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases")
}

fn at(text: &str) -> Timestamp {
    Timestamp::parse_rfc3339(text).unwrap()
}

fn read(text: &str, zone: &str) -> (Calendar, Vec<Diagnostic>) {
    let (calendar, found) = Calendar::read(text, Zone::named(zone).unwrap()).into_parts();
    (calendar.unwrap_or_else(|| panic!("{found:?}")), found)
}

fn rows(freezes: &[Freeze<'_>]) -> Vec<(String, String, Vec<String>)> {
    let texts = |summaries: &[&str]| summaries.iter().map(|summary| (*summary).to_owned()).collect();
    freezes
        .iter()
        .map(|freeze| (freeze.start.to_string(), freeze.end.to_string(), texts(&freeze.summaries)))
        .collect()
}

#[test]
fn files_of_many_programs_are_read_as_they_are_meant() {
    let folder = cases_folder().join("calendars");
    let cases: Vec<Case> =
        serde_json::from_str(&std::fs::read_to_string(folder.join("expected.json")).unwrap()).unwrap();
    for case in cases {
        let (calendar, found) = read(&std::fs::read_to_string(folder.join(&case.file)).unwrap(), &case.zone);
        let (from, to) = (at(&case.from), at(&case.to));
        assert_eq!(rows(&calendar.closed(from, to)), case.closed, "{}", case.about);
        assert_eq!(rows(&calendar.advisories(from, to)), case.advisories, "{}", case.about);
        assert_eq!(
            (calendar.name(), calendar.events()),
            (case.name.as_deref(), case.events),
            "{}",
            case.about
        );
        assert_eq!(calendar.zone().name(), case.read_in, "{}", case.about);
        let found: Vec<(String, String)> =
            found.iter().map(|found| (found.field.to_string(), found.code.to_string())).collect();
        assert_eq!(found, case.findings, "{}", case.about);
    }
}

#[test]
fn recurrence_rules_lead_where_dateutil_says() {
    let text = std::fs::read_to_string(cases_folder().join("recurrence-cases.json")).unwrap();
    let cases: Vec<(String, String, Vec<String>)> = serde_json::from_str(&text).unwrap();
    let seconds = |text: &str| {
        let local = NaiveDateTime::parse_from_str(text, "%Y%m%dT%H%M%S").unwrap();
        Timestamp::from_seconds(local.and_utc().timestamp())
    };
    for (start, rule, expected) in cases {
        let (calendar, found) = read(
            &format!(
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:{start}Z\nDURATION:PT1S\nRRULE:{rule}\nEND:VEVENT\nEND:VCALENDAR"
            ),
            "UTC",
        );
        assert_eq!(found, [], "{rule}");
        let until = match expected.last() {
            Some(last) if expected.len() == 8 => seconds(last).plus_millis(1000),
            _ => at("2090-01-01T00:00:00Z"),
        };
        // Each event lasts a second; events of neighbouring seconds are one freeze.
        let starts: Vec<Timestamp> = calendar
            .closed(Timestamp::EPOCH, until)
            .iter()
            .flat_map(|freeze| {
                (freeze.start.floor_seconds()..freeze.end.floor_seconds()).map(Timestamp::from_seconds)
            })
            .collect();
        // A start that its rule does not lead to is one all the same.
        let expected: Vec<Timestamp> = expected.iter().map(|text| seconds(text)).collect();
        let unexpected = |found: &Timestamp| !expected.contains(found) && *found != seconds(&start);
        assert!(!starts.iter().any(unexpected), "{start} {rule}: {starts:?} {expected:?}");
        assert!(
            expected.iter().all(|wanted| starts.contains(wanted)),
            "{start} {rule}: {starts:?} {expected:?}"
        );
    }
}

#[test]
fn each_finding_says_what_is_wrong_and_what_follows() {
    let text = std::fs::read_to_string(cases_folder().join("calendars/broken.ics")).unwrap();
    let found = read(&text, "UTC").1;
    let lines: Vec<String> = found.iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn what_is_no_calendar_is_refused() {
    let code = |text: &str| {
        let (calendar, found) = Calendar::read(text, Zone::UTC).into_parts();
        assert!(calendar.is_none());
        found[0].code.to_string()
    };
    assert_eq!(code(""), "calendar.form");
    assert_eq!(code("BEGIN:VCARD\nFN:x\nEND:VCARD"), "calendar.form");
    assert_eq!(code("{\"Windows\": []}"), "calendar.form");
    assert_eq!(code(&"x".repeat(window_planner_core::freeze::LARGEST_FILE + 1)), "calendar.too-large");
}

/// A file of 10 MB whose every event is built to cost as much as it can.
fn hostile(event: &str) -> String {
    let mut text = "BEGIN:VCALENDAR\n".to_owned();
    while text.len() + event.len() < window_planner_core::freeze::LARGEST_FILE {
        text.push_str(event);
    }
    text
}

#[test]
fn a_hostile_file_is_read_and_asked_in_bounded_time() {
    for event in [
        "BEGIN:VEVENT\nDTSTART:20270101T000000Z\nDURATION:P1D\nEND:VEVENT\n",
        "BEGIN:VEVENT\nDTSTART:00010101\nRRULE:FREQ=DAILY;COUNT=4000000000\nEND:VEVENT\n",
        "BEGIN:VEVENT\nDTSTART:19700101T000000Z\nDURATION:P9999999W\nRRULE:FREQ=MINUTELY;INTERVAL=6;BYMONTH=2;BYMONTHDAY=30\nEND:VEVENT\n",
        "BEGIN:VEVENT\nDTSTART:20270101\nRRULE:FREQ=YEARLY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23\nEND:VEVENT\n",
        "BEGIN:VTIMEZONE\n",
        "BEGIN:VTIMEZONE\nTZID:a\nBEGIN:STANDARD\nDTSTART:00010101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0100\nRRULE:FREQ=DAILY\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nDTSTART;TZID=a:20270101T000000\nDURATION:P1D\nEND:VEVENT\n",
        "BEGIN:VEVENT\nDTSTART:20270101\nRDATE:20270102,20270103,20270104,20270105,20270106\nEXDATE:20270102,20270103,20270104\nEND:VEVENT\n",
        "BEGIN:VEVENT\nUID:a\nDTSTART:20270101\nEND:VEVENT\nBEGIN:VEVENT\nUID:a\nRECURRENCE-ID:20270101\nDTSTART:20270102\nEND:VEVENT\n",
        "nonsense\n",
        "BEGIN:VEVENT\nDTSTART;TZID=Zone\u{fc}:20270101T000000\nDTEND;TZID=Other:1\n \n \n \nEND:VEVENT\n",
        "\n \n\t",
        "X;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;",
    ] {
        let text = hostile(event);
        let (calendar, found) = Calendar::read(&text, Zone::UTC).into_parts();
        assert!(found.len() <= 104, "{event}: {}", found.len());
        let calendar = calendar.unwrap();
        let freezes = calendar.closed(at("2027-01-01T00:00:00Z"), at("2028-01-01T00:00:00Z"));
        assert!(freezes.is_sorted_by_key(|freeze| freeze.start), "{event}");
    }
}

proptest! {
    #[test]
    fn any_text_is_answered(lines in prop::collection::vec(
        prop_oneof![
            "[A-Z]{1,9}[;:=A-Za-z0-9,\"-]{0,20}",
            Just("BEGIN:VEVENT".to_owned()),
            Just("END:VEVENT".to_owned()),
            "(DTSTART|DTEND|RDATE|EXDATE|RECURRENCE-ID)(;TZID=Europe/Berlin)?(;VALUE=DATE)?:[0-9]{8}(T[0-9]{6}Z?)?",
            "RRULE:FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY|HOURLY);(BYDAY|BYMONTHDAY|COUNT|INTERVAL|BYSETPOS|BYWEEKNO)=[-0-9A-Z,]{1,9}",
            "DURATION:P[0-9]{0,9}[WDT][0-9]{0,9}[HMS]?",
            "\\PC{0,30}",
        ], 0..30)
    ) {
        // A first line that begins with a space is the rest of the line above it, by RFC 5545, 3.1.
        let text = format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{}\r\nEND:VCALENDAR\r\n", lines.join("\r\n"));
        let (calendar, _) = read(&text, "America/Sao_Paulo");
        let (from, to) = (at("2026-01-01T00:00:00Z"), at("2028-01-01T00:00:00Z"));
        for freezes in [calendar.closed(from, to), calendar.advisories(from, to)] {
            prop_assert!(freezes.windows(2).all(|pair| pair[0].end < pair[1].start));
            prop_assert!(freezes.iter().all(|freeze| from <= freeze.start && freeze.start < freeze.end && freeze.end <= to));
        }
        prop_assert_eq!(calendar.closed(to, from), []);
    }

    /// A day of local times in a zone with a change of the clocks, against the rule that shifts what
    /// does not exist and takes the first of what comes twice.
    #[test]
    fn a_daily_event_begins_where_a_daily_window_would(hour in 0..24_u32, minute in 0..60_u32, year in 2024..2040) {
        use window_planner_core::occurrence::{Query, Timing};
        use window_planner_core::schedule::Schedule;
        let zone = "America/New_York";
        let text = format!(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;TZID={zone}:{year}0101T{hour:02}{minute:02}00\nDURATION:PT1M\nRRULE:FREQ=DAILY\nEND:VEVENT\nEND:VCALENDAR"
        );
        let (from, to) = (at(&format!("{year}-01-03T00:00:00Z")), at(&format!("{}-01-03T00:00:00Z", year + 1)));
        let (calendar, _) = read(&text, "UTC");
        let events: Vec<Timestamp> = calendar.closed(from, to).iter().map(|freeze| freeze.start).collect();
        let schedule = Schedule::parse(&format!("cron({minute} {hour} * * ? *)")).into_parts().0.unwrap();
        let query = Query::after(from.plus_millis(-1)).before(to).policy(ClockChangePolicy::ShiftForward);
        let runs: Vec<Timestamp> = Timing::new(schedule, Zone::named(zone)).starts(&query).collect();
        prop_assert_eq!(events, runs);
    }
}
