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

/// Two windows that are open together on Sundays, and one of which the clocks skip on 14 March 2027.
fn colliding() -> Value {
    let window = |name, schedule| {
        json!({
            "Name": name, "Schedule": schedule, "ScheduleTimezone": "America/New_York", "Duration": 3,
            "Cutoff": 1, "AllowUnassociatedTargets": true,
        })
    };
    json!([window("Web", "cron(30 2 ? * SUN *)"), window("Database", "cron(0 4 ? * SUN *)")])
}

/// The exit code of a check with these arguments, and the kinds of its insights.
#[track_caller]
fn insights(input: &Value, arguments: &[&str]) -> (Option<i32>, Vec<String>) {
    let always = ["check", "--format", "json", "--now", "2026-12-01T00:00:00Z", "-"];
    let run = run_with(&[&always, arguments].concat(), input.to_string());
    let answer: Value = serde_json::from_str(&run.output).unwrap_or_else(|_| panic!("{}", run.text()));
    let kinds =
        answer["insights"].as_array().unwrap().iter().map(|insight| insight["kind"].as_str().unwrap());
    (run.code, kinds.map(ToOwned::to_owned).collect())
}

#[test]
fn what_windows_do_together_is_told() {
    let (code, kinds) = insights(&colliding(), &[]);
    assert_eq!(
        (code, &*kinds),
        (Some(0), &["clock-skips", "overlap", "busiest", "longest-gap"].map(String::from)[..])
    );
    // The clocks change in March; and the only window of a file is not the busiest.
    assert_eq!(insights(&colliding(), &["--until", "2027-03-14T00:00:00Z"]).1, kinds[1..]);
    assert_eq!(insights(&colliding()[0], &[]).1, ["clock-skips"]);
    // None of them is registered for a target.
    assert!(!insights(&colliding(), &["--shared-targets"]).1.contains(&"overlap".to_owned()));
}

#[test]
fn a_pipeline_chooses_what_fails_it() {
    for (arguments, code) in [
        (&["--deny", "in-freeze"][..], 0),
        (&["--deny", "in-freeze,overlap"], 1),
        (&["--deny-warnings"], 1),
        (&["--deny-warnings", "--until", "2027-01-01T00:00:00Z"], 0),
    ] {
        assert_eq!(insights(&colliding(), arguments).0, Some(code), "{arguments:?}");
    }
    let run = run_with(&["check", "--deny", "rain", "-"], colliding().to_string());
    assert_eq!(run.code, Some(2));
    assert!(run.text().contains("in-freeze"), "{}", run.text());
}

#[test]
fn a_calendar_among_the_files_tells_which_runs_fall_into_a_freeze() {
    let run = run_with(
        &[
            "check",
            "-",
            "freeze.ics",
            "--now",
            "2026-12-01T00:00:00Z",
            "--timezone",
            "america/new_york",
            "--deny",
            "in-freeze",
        ],
        colliding().to_string(),
    );
    assert_eq!(run.code, Some(1), "{}", run.text());
    for told in [
        "freeze.ics:7: The RRULE cannot be read",
        "3 runs of Web fall into a freeze of Year end: Closing the books. First on Sun 2026-12-20 02:30 (New York time).",
        "Database: Sun 2026-12-27 04:00 to 07:00",
        "AWS does not hold a window back for a calendar",
        "2 requests, 1 calendar checked: 0 errors, 4 warnings",
    ] {
        assert!(run.output.contains(told), "{told}\n{}", run.output);
    }
}
