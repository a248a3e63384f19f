//! The texts that people take away.

use serde_json::{Value, json};
use window_planner_core::Timestamp;
use window_planner_core::export::{
    Exported, Format, Scheduled, calendar_file, comma_separated, export, export_plan,
};
use window_planner_core::occurrence::{Hours, Query, Timing};
use window_planner_core::plan::Plan;
use window_planner_core::schedule::Schedule;
use window_planner_core::window::{CreateMaintenanceWindowRequest, Request, UpdateMaintenanceWindowRequest};
use window_planner_core::zone::Zone;

/// The text, and below it the notes.
fn shown(Exported { text, notes }: &Exported) -> String {
    let notes: Vec<String> = notes.iter().map(|note| format!("{} {note}\n", note.code)).collect();
    format!("{text}---\n{}", notes.concat())
}

fn create(request: Value, format: Format) -> String {
    shown(&export(&CreateMaintenanceWindowRequest::from_value(request).0, format))
}

fn update(request: Value, format: Format) -> String {
    shown(&export(&UpdateMaintenanceWindowRequest::from_value(request).0, format))
}

fn every_member() -> Value {
    json!({
        "Name": "prod-patching.1", "Description": "Third Tuesday, \"two days on\": ${HOME}",
        "StartDate": "2030-01-01T00:00:00-08:00", "EndDate": "2031-01-01T00:00:00-08:00",
        "Schedule": "cron(0 30 23 ? * TUE#3 *)", "ScheduleTimezone": "America/Los_Angeles", "ScheduleOffset": 2,
        "Duration": 4, "Cutoff": 1, "AllowUnassociatedTargets": false, "ClientToken": "6f1c5bd2",
        "Tags": [{"Key": "team", "Value": "platform"}, {"Key": "cost center", "Value": ""}],
    })
}

#[test]
fn a_window_becomes_a_template() {
    insta::assert_snapshot!(create(every_member(), Format::CloudFormation));
}

#[test]
fn a_window_becomes_a_configuration() {
    insta::assert_snapshot!(create(every_member(), Format::Terraform));
}

#[test]
fn a_change_becomes_a_template_that_says_what_it_lacks() {
    let change = json!({"WindowId": "mw-0ab12cd34e0000001", "Duration": 4, "Enabled": false});
    insta::assert_snapshot!(update(change, Format::CloudFormation));
}

#[test]
fn a_change_becomes_a_configuration_that_adopts_the_window() {
    let change = json!({"WindowId": "mw-0ab12cd34e0000001", "Duration": 4, "Enabled": false});
    insta::assert_snapshot!(update(change, Format::Terraform));
}

#[test]
fn a_replacement_is_a_whole_window() {
    let change = json!({
        "WindowId": "mw-0ab12cd34e0000001", "Replace": true, "Name": "abc", "Schedule": "rate(1 day)", "Duration": 4,
        "Cutoff": 0, "AllowUnassociatedTargets": true,
    });
    insta::assert_snapshot!(update(change, Format::Terraform));
}

#[test]
fn what_cloudformation_would_replace_is_left_out() {
    let description = "{{resolve:secretsmanager:prod/db:SecretString:password}}";
    let request = json!({"Name": "abc", "Description": description});
    insta::assert_snapshot!(create(request, Format::CloudFormation));
}

#[test]
fn a_note_shows_nothing_that_does_not_show() {
    let change = json!({"WindowId": "mw-\u{202e}\n  Resources: \0", "Replace": true});
    let text = update(change, Format::CloudFormation);
    assert!(text.contains("# CloudFormation creates another window beside mw- Resources: , unless"));
    let comments = text.lines().filter(|line| line.starts_with('#'));
    assert!(comments.flat_map(str::chars).all(|letter| matches!(letter, ' '..='~' | '…')));
}

fn exported_plan(format: Format) -> String {
    let text = include_str!("../../../tests/cases/export-plan.json");
    shown(&export_plan(&Plan::from_json(text).unwrap(), format))
}

#[test]
fn a_plan_becomes_a_program() {
    insta::assert_snapshot!(exported_plan(Format::Boto3));
}

#[test]
fn a_plan_becomes_a_script() {
    insta::assert_snapshot!(exported_plan(Format::AwsCli));
}

#[test]
fn a_plan_becomes_a_template() {
    insta::assert_snapshot!(exported_plan(Format::CloudFormation));
}

#[test]
fn a_plan_becomes_a_configuration() {
    insta::assert_snapshot!(exported_plan(Format::Terraform));
}

#[test]
fn a_plan_is_its_own_file() {
    let plan = Plan::from_json(include_str!("../../../tests/cases/export-plan.json")).unwrap();
    assert_eq!(Plan::from_json(&export_plan(&plan, Format::Json).text), Ok(plan));
}

/// Two windows around the night on which the clocks go back in Los Angeles.
fn with_two_windows(write: impl Fn(&[Scheduled<'_>]) -> String) -> String {
    let timing = |expression: &str, zone| {
        let (schedule, _) = Schedule::parse(expression).into_parts();
        Timing::new(schedule.unwrap(), zone).with_length(Hours::new(3).unwrap(), Hours::new(1).unwrap())
    };
    let query = Query::after(Timestamp::parse_rfc3339("2026-11-01T00:00:00Z").unwrap());
    let (sundays, days) =
        (timing("cron(30 1 ? * SUN *)", Zone::named("America/Los_Angeles")), timing("rate(1 day)", None));
    write(&[
        Scheduled { name: Some("Sundays, \"half past one\""), identity: "mw-1", timing: &sundays, query },
        Scheduled { name: Some("-daily"), identity: "mw-2", timing: &days, query },
    ])
}

#[test]
fn the_executions_of_two_windows_become_a_calendar_file() {
    let written = Timestamp::from_seconds(1_790_000_000);
    insta::assert_snapshot!(with_two_windows(|windows| calendar_file(windows, 3, written).collect()));
}

#[test]
fn the_executions_of_two_windows_become_comma_separated_values() {
    insta::assert_snapshot!(with_two_windows(|windows| comma_separated(windows, 3).collect()));
}
