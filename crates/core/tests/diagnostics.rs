//! What people read when something is wrong: every text, with its place underlined.
//!
//! The snapshot is read as a user would: does it say what is wrong, where, and what to write?

use serde_json::{Value, json};
use std::fmt::Write;
use window_planner_core::window::judge_create;
use window_planner_core::{Diagnostic, Timestamp};

/// What every request below has, unless it says otherwise.
fn request(changes: &Value) -> Value {
    let mut request = json!({
        "Name": "Patching",
        "Schedule": "cron(0 2 ? * SUN *)",
        "Duration": 4,
        "Cutoff": 1,
        "AllowUnassociatedTargets": false,
    });
    for (member, value) in changes.as_object().unwrap() {
        request[member] = value.clone();
    }
    request
}

/// The findings about a request at noon on 1 December 2026, as a report.
fn report(changes: &Value) -> String {
    let now = Timestamp::parse_rfc3339("2026-12-01T12:00:00Z").unwrap();
    let mut text = format!("{changes}\n");
    for finding in judge_create(request(changes), now).diagnostics() {
        write_finding(&mut text, changes, finding);
    }
    text
}

fn write_finding(text: &mut String, changes: &Value, finding: &Diagnostic) {
    if let (Some(span), Some(value)) = (finding.span, changes[finding.field.as_ref()].as_str()) {
        let (start, end) = (span.start as usize, span.end as usize);
        writeln!(text, "    {value}").unwrap();
        writeln!(text, "    {}{}", " ".repeat(start), "^".repeat((end - start).max(1))).unwrap();
    }
    let severity = format!("{:?}", finding.severity).to_lowercase();
    writeln!(text, "  {severity}[{}] {}: {}", finding.code, finding.field, finding.message).unwrap();
    let mut line = |label: &str, value: Option<&str>| {
        if let Some(value) = value {
            writeln!(text, "    {label}: {value}").unwrap();
        }
    };
    line("help", finding.help.as_deref());
    line("fix", finding.fix.as_ref().map(|fix| format!("{} -> {:?}", fix.label, fix.value)).as_deref());
    line("AWS", finding.aws_message.as_deref());
}

fn reports(changes: &[Value]) -> String {
    changes.iter().map(report).collect::<Vec<_>>().join("\n")
}

fn schedules(texts: &[&str]) -> String {
    reports(&texts.iter().map(|text| json!({ "Schedule": text })).collect::<Vec<_>>())
}

#[test]
fn a_schedule_of_another_form_is_told_ours() {
    insta::assert_snapshot!(schedules(&[
        "",
        "daily",
        "@daily",
        "every 5 minutes",
        "Daily",
        "0 3 * * 0",
        "0 2 ? * SUN *",
        "CRON(0 2 ? * SUN *)",
        "cron (0 2 ? * SUN *)",
        " cron(0 2 ? * SUN *)",
        "cron(0 2 ? * SUN *",
        "cron(0 2 ? * SUN *))",
        "cron()",
        "cron(0\t2 ? * SUN *)",
        "crno(0 2 ? * SUN *)",
        &format!("cron(0 2 ? * {} *)", ["SUN"; 100].join(",")),
    ]));
}

#[test]
fn a_wrong_number_of_fields_is_told_the_right_one() {
    insta::assert_snapshot!(schedules(&[
        "cron(15 16 * * *)",
        "cron(0 3 * * 1-5)",
        "cron(0 10 * * ?)",
        "cron(0 3 1 * 1)",
        "cron(0 2 ? *)",
        "cron(0 2 ? * MON, WED, FRI *)",
        "cron(0 0 2 ? * SUN * *)",
        "cron(0 15 10 ? * 6L)",
        "cron(1 * * ? * *)",
        "cron(0 0 2 ? * MON)",
    ]));
}

#[test]
fn a_field_says_what_it_takes() {
    insta::assert_snapshot!(schedules(&[
        "cron(60 2 ? * SUN *)",
        "cron(0 24 1 * ? *)",
        "cron(0 2 32 * ? *)",
        "cron(0 2 1 13 ? *)",
        "cron(0 2 ? * 0 *)",
        "cron(0 2 ? * 8 *)",
        "cron(0 2 ? * SUN 1969)",
        "cron(0 2 ? * SUN 99999999999)",
        "cron(0 2 ? * MONDAY *)",
        "cron(0 2 ? * XYZ *)",
        "cron(0 2 1 FEBR ? *)",
        "cron(? 2 1 * ? *)",
        "cron(0 2 ? L MON *)",
        "cron(a 2 ? * MON *)",
        "cron(0 é ? * MON *)",
        "cron(0 2:30 ? * MON *)",
    ]));
}

#[test]
fn lists_ranges_and_steps_are_told_their_form() {
    insta::assert_snapshot!(schedules(&[
        "cron(5,,7 2 ? * MON *)",
        "cron(5- 2 ? * MON *)",
        "cron(-5 2 ? * MON *)",
        "cron(1-2-3 2 ? * MON *)",
        "cron(0 2 ? * 2-FRI *)",
        "cron(0 2 ? * SUN 2029-2027)",
        "cron(0/60 * ? * * *)",
        "cron(0/0 * ? * * *)",
        "cron(0/ * ? * * *)",
        "cron(*/5/2 * ? * * *)",
        "cron(0 2 ? * MON/2 *)",
        "cron(0 2 ? * MON-FRI/2 *)",
        "cron(0 2 ? MAR/4 * *)",
    ]));
}

#[test]
fn day_fields_are_told_their_rules() {
    insta::assert_snapshot!(schedules(&[
        "cron(0 2 * * * *)",
        "cron(0 2 ? * ? *)",
        "cron(0 2 1 * MON *)",
        "cron(0 2 * * MON *)",
        "cron(0 2 1,L * ? *)",
        "cron(0 2 2W,16 * ? *)",
        "cron(0 2 1-5W * ? *)",
        "cron(0 2 L-5W * ? *)",
        "cron(0 2 L-31 * ? *)",
        "cron(0 2 ? * TUE#6 *)",
        "cron(0 2 ? * TUE# *)",
        "cron(0 2 ? * WED#2* *)",
        "cron(0 2 ? * MON#1,MON#3 *)",
        "cron(0 2 TUE#2 * ? *)",
        "cron(0 2 ? * 15W *)",
        "cron(0 2 ?,5 * ? *)",
    ]));
}

#[test]
fn what_is_taken_but_doubtful_is_said() {
    insta::assert_snapshot!(schedules(&[
        "cron(0 2 ? * 5#3 *)",
        "cron(0 2 ? * 6L *)",
        "cron(0 2 ? * FRIL *)",
        "cron(0 2 ? * fri-mon *)",
        "cron(0 2 LW * ? *)",
        "cron(0 2 L-3 * ? *)",
        "cron(0 2 ? * L *)",
        "cron(/15 22-2 * * ? *)",
        "cron(* * * * ? *)",
        "cron(0 2 30 2 ? *)",
        "cron(0 2 ? * SUN 2020)",
        "cron(0 2 ? * SUN 2150)",
        "cron(0 */2 * * ? *)",
        "rate(2 minutes)",
        "rate(1 hour)",
    ]));
}

#[test]
fn rates_and_moments_are_told_their_form() {
    insta::assert_snapshot!(schedules(&[
        "rate(1 hours)",
        "rate(5 hour)",
        "rate(2 weeks)",
        "rate(30 seconds)",
        "rate(1 month)",
        "rate(15 min)",
        "rate(3 fortnights)",
        "rate(-5 minutes)",
        "rate(1.5 hours)",
        "rate(0 days)",
        "rate(7days)",
        "rate(7)",
        "rate(99999999999999999999 days)",
        "at(2020-07-07T15:55:00)",
        "at(2027-07-07T15:55)",
        "at(2027-07-07T15:55:00Z)",
        "at(2027-07-07T15:55:00+02:00)",
        "at(2027-07-07 15:55:00)",
        "at(2027-02-29T15:55:00)",
        "at(2027-07-07T25:00:00)",
        "at(tomorrow)",
        "at()",
    ]));
}

#[test]
fn other_fields_are_told_their_rules() {
    insta::assert_snapshot!(reports(&[
        json!({ "Name": "ab" }),
        json!({ "Name": "a b" }),
        json!({ "Name": "naïve🕐" }),
        json!({ "Name": null }),
        json!({ "Description": "" }),
        json!({ "Description": "x".repeat(130) }),
        json!({ "Duration": 0 }),
        json!({ "Duration": 25 }),
        json!({ "Duration": "4" }),
        json!({ "Duration": 1.5 }),
        json!({ "Cutoff": -1 }),
        json!({ "Cutoff": 4 }),
        json!({ "Duration": 1, "Cutoff": 2 }),
        json!({ "ScheduleOffset": 7 }),
        json!({ "ScheduleOffset": 2, "Schedule": "rate(7 days)" }),
        json!({ "ScheduleTimezone": "" }),
        json!({ "ScheduleTimezone": "PST" }),
        json!({ "ScheduleTimezone": "america/los_angeles" }),
        json!({ "ScheduleTimezone": "America/Los Angles" }),
        json!({ "ScheduleTimezone": "UTC+2" }),
        json!({ "ScheduleTimezone": "EST5EDT" }),
        json!({ "ScheduleTimezone": "Mars/Olympus_Mons" }),
        json!({ "StartDate": "" }),
        json!({ "StartDate": "2027-01-01" }),
        json!({ "StartDate": "2027-01-01T00:00:00" }),
        json!({ "StartDate": "2027-02-30T00:00:00Z" }),
        json!({ "StartDate": "2027-06-01T00:00:00Z", "EndDate": "2027-01-01T00:00:00Z" }),
        json!({ "EndDate": "2026-01-01T00:00:00Z" }),
        json!({ "EndDate": "2026-12-02T00:00:00Z" }),
        json!({ "StartDate": "2026-01-01T00:00:00Z", "Schedule": "rate(7 days)" }),
        json!({ "ScheduleTimezone": "Asia/Tokyo", "Schedule": "at(2027-07-07T15:55:00)" }),
        json!({ "ScheduleTimezone": "America/New_York", "Schedule": "at(2027-03-14T02:30:00)" }),
        json!({ "ClientToken": "x".repeat(65) }),
        json!({ "Tags": [{ "Key": "aws:x", "Value": "<b>" }, { "Key": "", "Value": "1" }, { "Key": "k", "Value": "1" }, { "Key": "k", "Value": "2" }] }),
        json!({ "Tags": [{ "key": "a" }] }),
        json!({ "Enabled": true, "schedule": "rate(1 day)", "Frequency": 7 }),
    ]));
}
