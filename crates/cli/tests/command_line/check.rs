//! What `check` finds, as JSON.

use crate::program::run_with;
use serde_json::{Value, json};

/// The codes of all findings, with severity and place.
#[track_caller]
fn findings(input: &Value) -> Vec<(String, String)> {
    let run =
        run_with(&["check", "--format", "json", "--now", "2027-01-01T00:00:00Z", "-"], input.to_string());
    let answer: Value = serde_json::from_str(&run.output).unwrap_or_else(|_| panic!("{}", run.text()));
    let requests = answer["requests"].as_array().unwrap();
    requests
        .iter()
        .flat_map(|request| request["findings"].as_array().unwrap())
        .map(|finding| {
            let text = |member: &str| finding[member].as_str().unwrap().to_owned();
            (text("field"), text("code"))
        })
        .collect()
}

fn pairs(found: &[(String, String)]) -> Vec<(&str, &str)> {
    found.iter().map(|(field, code)| (field.as_str(), code.as_str())).collect()
}

fn window(schedule: &str, next: &str) -> Value {
    json!({
        "WindowId": "mw-0ab12cd34e0000001", "Name": "patching", "Enabled": true, "Duration": 2, "Cutoff": 1,
        "Schedule": schedule, "ScheduleTimezone": "America/New_York", "NextExecutionTime": next,
    })
}

#[test]
fn the_answers_of_aws_are_read_as_they_are() {
    let listed = json!({"WindowIdentities": [window("cron(0 2 ? * SUN *)", "2027-01-03T02:00-05:00")], "NextToken": "x"});
    assert_eq!(
        pairs(&findings(&listed)),
        [("NextExecutionTime", "window.next-execution-agrees"), ("NextToken", "import.more-pages")]
    );
    let mut got = window("cron(0 2 ? * SUN *)", "2027-01-03T02:00-05:00");
    got["CreatedDate"] = json!(1_515_006_912.957);
    got["ModifiedDate"] = json!("2020-01-01T10:04:04.099000+00:00");
    got["AllowUnassociatedTargets"] = json!(true);
    got["NewInSomeLaterYear"] = json!({});
    assert_eq!(
        pairs(&findings(&got)),
        [
            ("NewInSomeLaterYear", "request.unknown-field"),
            ("NextExecutionTime", "window.next-execution-agrees")
        ]
    );
}

#[test]
fn a_next_execution_that_is_none_of_ours_is_told() {
    for (schedule, next, code) in [
        ("cron(0 2 ? * SUN *)", "2027-01-03T03:00-05:00", Some("window.next-execution-differs")),
        // An old answer: the execution has passed, and is one of ours.
        ("cron(0 2 ? * SUN *)", "2021-01-03T07:00Z", Some("window.next-execution-agrees")),
        // The instant that a rate counts from is not told otherwise.
        ("rate(3 days)", "2027-01-03T02:00:15.099Z", Some("window.next-execution-fixes-rate")),
        ("rate(3 days)", "soon", Some("window.next-execution-form")),
    ] {
        let found = findings(&window(schedule, next));
        assert_eq!(found.first().map(|(_, code)| code.as_str()), code, "{schedule} {next}");
    }
}

#[test]
fn a_window_that_is_done_is_not_refused() {
    let mut done = window("at(2026-07-01T00:00:00)", "2026-07-01T00:00-04:00");
    let found = findings(&done);
    assert!(found.contains(&("Schedule".into(), "schedule.at.past".into())));
    let run = run_with(&["check", "--deny-warnings", "--now", "2027-01-01T00:00:00Z", "-"], done.to_string());
    assert!(run.output.contains("0 errors"), "{}", run.output);
    // The same as a request to create a window is.
    let members = done.as_object_mut().unwrap();
    for answered in ["WindowId", "Enabled", "NextExecutionTime"] {
        members.remove(answered);
    }
    members.insert("AllowUnassociatedTargets".into(), json!(false));
    let run = run_with(&["check", "--now", "2027-01-01T00:00:00Z", "-"], done.to_string());
    assert_eq!(run.code, Some(1));
}

#[test]
fn an_update_needs_only_what_it_changes() {
    let id = "mw-0ab12cd34e0000001";
    assert_eq!(findings(&json!({"WindowId": id, "Schedule": "rate(7 days)"})), []);
    assert_eq!(findings(&json!({"WindowId": id, "Enabled": false})), []);
    assert_eq!(pairs(&findings(&json!({"WindowId": id, "Duration": 30}))), [("Duration", "duration.range")]);
    assert_eq!(
        pairs(&findings(&json!({"WindowId": id, "Tags": []}))),
        [("Tags", "request.unknown-field"), ("", "update.nothing"),]
    );
    let replaced = json!({"WindowId": id, "Replace": true, "Name": "abc", "Duration": "2"});
    assert_eq!(
        pairs(&findings(&replaced)),
        [
            ("Duration", "request.type"),
            ("Schedule", "request.missing"),
            ("Cutoff", "request.missing"),
            ("AllowUnassociatedTargets", "request.missing"),
        ]
    );
}

#[test]
fn a_finding_names_its_line_and_column() {
    let text = "[\n  {},\n  {\"Name\": \"abc\",\n   \"Schedule\": \"cron(0 2 ? * SUM *)\"}\n]";
    let run = run_with(&["check", "--format", "json", "-"], text);
    let answer: Value = serde_json::from_str(&run.output).unwrap();
    let findings = answer["requests"][1]["findings"].as_array().unwrap();
    let finding = findings.iter().find(|finding| finding["field"] == "Schedule").unwrap();
    assert_eq!((&finding["line"], &finding["column"]), (&json!(4), &json!(30)), "{finding}");
    assert_eq!(answer["errors"].as_u64(), Some(5 + 4));
}
