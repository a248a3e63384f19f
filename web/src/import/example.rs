//! An example to try: what an account's windows look like as the AWS CLI prints them, and a calendar.

use super::given::{Gathered, Given};
use chrono::Datelike;
use serde_json::{Value, json};
use window_planner_core::{Timestamp, plan::Plan, window::CreateMaintenanceWindowRequest, zone::Zone};

/// How many milliseconds one of the example's next executions is off.
const OFF_MILLIS: i64 = 3_600_000;

/// Four windows and a calendar, as though printed at `now`. AWS's next execution of the last one is an
/// hour off on purpose, which its description says.
#[must_use]
pub fn example(now: Timestamp) -> Gathered {
    let windows = [
        ("Domain-Controllers", "Patches of the month", "cron(0 3 ? * TUE#2 *)", "America/New_York", 0),
        ("Web-Tier", "Rolling restarts", "cron(0 2 ? * SUN *)", "Europe/Berlin", 0),
        ("Batch-Workers", "Every other week", "rate(14 days)", "", 5 * 86_400_000),
        (
            "Month-End-Reports",
            "In this example AWS's next execution is an hour off, to show how that is told",
            "cron(30 23 L * ? *)",
            "Europe/London",
            OFF_MILLIS,
        ),
    ];
    let mut account = Plan::default();
    let told: Vec<Value> = windows.iter().filter_map(|window| told(&mut account, *window, now)).collect();
    let text = serde_json::to_string_pretty(&json!({ "WindowIdentities": told })).unwrap_or_default();
    let files = [("describe-maintenance-windows.json", text), ("year-end.ics", calendar(now))];
    let given = |(name, text): (&str, String)| Given { name: name.to_owned(), text: text.into() };
    Gathered { files: files.map(given).to_vec(), refused: Vec::new() }
}

/// A window as `describe-maintenance-windows` prints it; its next execution is `off` from ours.
fn told(
    account: &mut Plan,
    (name, description, schedule, zone, off): (&str, &str, &str, &str, i64),
    now: Timestamp,
) -> Option<Value> {
    let definition = CreateMaintenanceWindowRequest {
        name: Some(name.to_owned()),
        schedule: Some(schedule.to_owned()),
        schedule_timezone: Some(zone.to_owned()).filter(|zone| !zone.is_empty()),
        duration: Some(3),
        cutoff: Some(1),
        ..CreateMaintenanceWindowRequest::default()
    };
    let window = account.add(definition, Timestamp::from_millis(now.as_millis() / 60_000 * 60_000));
    let next = window.next_execution(now)?.plus_millis(off);
    let mut told = json!({
        "WindowId": window.id,
        "Name": name,
        "Description": description,
        "Enabled": true,
        "Duration": 3,
        "Cutoff": 1,
        "Schedule": schedule,
        "NextExecutionTime": window.timing()?.aws_text(next),
    });
    if let (Some(members), false) = (told.as_object_mut(), zone.is_empty()) {
        members.insert("ScheduleTimezone".to_owned(), zone.into());
    }
    Some(told)
}

/// From 18 December on changes are frozen, until the new year's first full week.
fn calendar(now: Timestamp) -> String {
    let year = Zone::UTC.local(now).year();
    let next = year.saturating_add(1);
    let lines = [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Window Planner//Example//EN".to_owned(),
        "X-CALENDAR-TYPE:DEFAULT_OPEN".to_owned(),
        "X-WR-CALNAME:Change freezes".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        "UID:year-end@example.org".to_owned(),
        "SUMMARY:Year-end freeze".to_owned(),
        format!("DTSTART;TZID=Europe/London:{year}1218T180000"),
        format!("DTEND;TZID=Europe/London:{next}0104T060000"),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
        String::new(),
    ];
    lines.join("\r\n")
}

#[cfg(test)]
mod tests {
    use super::super::preview::{Preview, Way};
    use super::*;

    #[test]
    fn the_example_shows_what_agrees_what_differs_and_a_freeze() {
        let now = Timestamp::parse_rfc3339("2026-11-23T16:00:00Z").unwrap();
        let preview = Preview::of(&Plan::default(), &example(now), Way::Add, now);
        assert_eq!(
            preview.report.summary(),
            [
                "4 windows came in: 4 new.",
                "1 calendar came in: 1 new.",
                "AWS's next executions: 2 agree with ours, 1 tells from when a rate counts, 1 differs from ours.",
            ]
        );
        let differing: Vec<_> =
            preview.report.windows.iter().filter_map(|it| preview.comparison(it)).collect();
        assert!(differing[3].1 && differing[3].0.contains("1 h later"), "{differing:?}");
        assert!(preview.obstacle.is_none());
    }
}
