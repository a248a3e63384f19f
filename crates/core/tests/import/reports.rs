//! What people read about an import, in snapshots. Read one by one: does each say what came in, what did
//! not, why, where, and what to do?

use crate::{merge, sample, told};
use serde_json::json;
use std::fmt::Write;
use window_planner_core::plan::Plan;

/// The reports of imports into empty plans.
fn reports<T: AsRef<str>>(cases: &[(&str, &[T])]) -> String {
    let mut text = String::new();
    for (what, texts) in cases {
        writeln!(text, "=== {what}\n{}", told(&merge(&mut Plan::default(), texts))).unwrap();
    }
    text
}

#[test]
fn the_samples_come_in() {
    let names = [
        "create-maintenance-window-request.json",
        "describe-maintenance-windows.json",
        "get-maintenance-window-cli-v1.json",
        "get-maintenance-window-cli-v2.json",
        "describe-maintenance-window-executions.json",
        "describe-maintenance-window-schedule.json",
    ];
    let texts = names.map(sample);
    let mut cases: Vec<(&str, &[String])> =
        names.into_iter().zip(&texts).map(|(name, text)| (name, std::slice::from_ref(text))).collect();
    cases.push(("all of them", &texts));
    insta::assert_snapshot!(reports(&cases));
}

#[test]
fn files_that_are_none_say_what_to_do() {
    let python = "{'WindowIdentities': [{'WindowId': 'mw-0ab12cd34e0000001', 'Enabled': True}]}";
    let table = "-----------------------------\n|  DescribeMaintenanceWindows |\n";
    let pages = json!({ "WindowIdentities": [], "NextToken": "AAEAB" }).to_string();
    insta::assert_snapshot!(reports(&[
        ("nothing", &[""]),
        ("Python's print", &[python]),
        ("a table", &[table]),
        ("YAML", &["WindowIdentities:\n- Cutoff: 1\n"]),
        ("a command", &["aws ssm describe-maintenance-windows"]),
        ("broken off", &["{\"WindowIdentities\": [\n  {\"WindowId\": \"mw-0ab12cd34e00"]),
        ("a page", &[&pages]),
        ("a plan of a later time", &[r#"{"Version": 9, "Windows": []}"#]),
        ("something else", &[r#"{"Reservations": []}"#]),
        (
            "names of windows",
            &[r#"{"WindowIdentities": [{"WindowId": "mw-0ab12cd34e0000001", "Name": "a"}]}"#]
        ),
    ]));
}

#[test]
fn an_account_with_all_kinds_of_trouble_is_told() {
    let windows = json!({ "WindowIdentities": [
        { "WindowId": "mw-0ab12cd34e0000001", "Name": "weekly", "Enabled": true, "Duration": 4, "Cutoff": 1,
          "Schedule": "cron(0 2 ? * SUN *)", "NextExecutionTime": "2026-11-29T02:00Z" },
        { "WindowId": "mw-0ab12cd34e0000002", "Name": "rate", "Enabled": true, "Duration": 2, "Cutoff": 0,
          "Schedule": "rate(3 days)", "NextExecutionTime": "2026-11-26T00:08:15.099Z" },
        { "WindowId": "mw-0ab12cd34e0000003", "Name": "off", "Enabled": false, "Duration": 2, "Cutoff": 0,
          "Schedule": "rate(3 days)" },
        { "WindowId": "mw-0ab12cd34e0000004", "Name": "weeks", "Enabled": true, "Duration": 2, "Cutoff": 0,
          "Schedule": "rate(2 weeks)", "NextExecutionTime": "2026-11-26T00:08:15.099Z" },
        { "WindowId": "mw-0ab12cd34e0000005", "Name": "other", "Enabled": true, "Duration": 2, "Cutoff": 0,
          "Schedule": "cron(0 3 ? * * *)", "NextExecutionTime": "2026-11-25T04:00Z", "Region": "eu-west-1" },
        { "WindowId": "mw-0ab12cd34eEXAMPLE", "Name": "guide", "Enabled": true, "Duration": "2", "Cutoff": 0,
          "Schedule": "cron(0 3 ? * * *)" },
        { "WindowId": "window-1", "Name": "no-id", "Enabled": true, "Schedule": "rate(1 day)" },
    ]});
    let registered = json!([
        { "Targets": [
            { "WindowId": "mw-0ab12cd34e0000001", "WindowTargetId": "350d44e6-28cc-44e2-951f-4b2c90000001",
              "ResourceType": "INSTANCES", "Targets": [] },
            { "WindowId": "mw-0ab12cd34e0000009", "WindowTargetId": "350d44e6-28cc-44e2-951f-4b2c90000002",
              "ResourceType": "INSTANCE", "Targets": [] },
        ]},
        { "Tasks": [
            { "WindowId": "mw-0ab12cd34e0000001", "WindowTaskId": "018b31c3-2d77-4b9e-bd48-c91ed0000001",
              "TaskArn": "AWS-RunPatchBaseline", "Type": "RUN_COMMAND", "Priority": "first", "Weight": 3 },
        ]},
        { "WindowExecutions": [
            { "WindowId": "mw-0ab12cd34e0000001", "WindowExecutionId": "6027b513-64fe-4cf0-be7d-1191a0000001",
              "Status": "SUCCESS", "StartTime": "2026-11-22T02:00:23.123Z" },
            { "WindowId": "mw-0ab12cd34e0000001", "WindowExecutionId": "6027b513-64fe-4cf0-be7d-1191a0000002",
              "Status": "DONE", "StartTime": "2026-11-15T02:00:23.123Z" },
        ]},
    ]);
    let requests = json!([
        { "WindowId": "mw-0ab12cd34e0000001", "Duration": 5 },
        { "WindowId": "mw-0ab12cd34e0000008", "Duration": 5 },
        { "WindowId": "mw-0ab12cd34e0000002" },
        { "Name": "new", "Schedule": "rate(1 day)", "Duration": 2, "Cutoff": 1, "Colour": "red" },
        { "Name": "new", "Schedule": "rate(2 days)", "Duration": 2, "Cutoff": 1 },
    ]);
    let texts = [windows, registered, requests].map(|value| serde_json::to_string_pretty(&value).unwrap());
    insta::assert_snapshot!(reports(&[("all of it", &texts)]));
}
