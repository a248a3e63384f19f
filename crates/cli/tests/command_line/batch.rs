//! What `upcoming --batch` answers.

use crate::program::{run, run_with};
use serde_json::{Value, json};

/// The answers to these lines, one each.
#[track_caller]
fn answers(lines: impl Into<Vec<u8>>) -> Vec<Value> {
    let run = run_with(&["upcoming", "--batch"], lines);
    assert_eq!((run.code, run.log.as_str()), (Some(0), ""));
    run.output.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The answer to one line.
#[track_caller]
fn answer(line: &Value) -> Value {
    let answers = answers(format!("{line}\n"));
    assert_eq!(answers.len(), 1);
    answers.into_iter().next().unwrap()
}

/// The fields and codes of the errors in an answer.
fn errors(answer: &Value) -> Vec<(&str, &str)> {
    let errors = answer["errors"].as_array().map(Vec::as_slice).unwrap_or_default();
    errors.iter().map(|error| (error["field"].as_str().unwrap(), error["code"].as_str().unwrap())).collect()
}

fn cases() -> Vec<Value> {
    serde_json::from_str(include_str!("../../../../tests/cases/schedule-cases.json")).unwrap()
}

/// The line that asks what a case says, as many runs as it names.
fn line_of(case: &Value, format: &str) -> Value {
    let mut line = case["input"].clone();
    line["id"] = case["id"].clone();
    line["after"] = case.get("after").cloned().unwrap_or(json!("2024-01-01T00:00:00Z"));
    line["format"] = json!(format);
    line["limit"] = json!(case["runs"].as_array().map_or(1, |runs| runs.len().max(1)));
    if let Some(created) = case.get("created") {
        line["created"] = created.clone();
    }
    line
}

#[test]
fn every_case_is_answered_as_written() {
    let cases = cases();
    for format in ["start", "full"] {
        let lines: Vec<String> = cases.iter().map(|case| line_of(case, format).to_string()).collect();
        let answers = answers(lines.join("\n"));
        assert_eq!(answers.len(), cases.len());
        let mut compared = 0;
        for (case, answer) in cases.iter().zip(&answers) {
            assert_eq!(answer["id"], case["id"]);
            assert_eq!(answer.get("errors").is_none(), case["valid"] == true, "{answer}");
            if let Some(runs) = case.get("runs") {
                let executions = answer["executions"].as_array().unwrap();
                let starts: Vec<&Value> = executions
                    .iter()
                    .map(|execution| if format == "full" { &execution["start"] } else { execution })
                    .collect();
                assert_eq!(json!(starts), *runs, "{}", case["id"]);
                compared += starts.len();
            }
        }
        assert_eq!(compared, 223);
    }
}

#[test]
fn a_full_execution_tells_cutoff_and_end_and_what_the_clocks_do() {
    let line = json!({
        "Schedule": "cron(30 0 ? * SUN *)", "ScheduleTimezone": "Europe/London", "Duration": 3, "Cutoff": 1,
        "after": "2026-10-18T12:00:00Z", "limit": 2, "format": "full",
    });
    assert_eq!(
        answer(&line)["executions"],
        json!([
            {
                "start": "2026-10-25T00:30+01:00", "cutoff": "2026-10-25T01:30Z", "end": "2026-10-25T02:30Z",
                "clockChange": {
                    "at": "2026-10-25T01:00Z", "effect": "during-window",
                    "before": "+01:00", "after": "+00:00", "unverified": false,
                },
            },
            { "start": "2026-11-01T00:30Z", "cutoff": "2026-11-01T02:30Z", "end": "2026-11-01T03:30Z" },
        ])
    );
}

#[test]
fn after_and_before_are_exclusive_to_the_nanosecond() {
    let ask = |after: &str, before: &str| {
        let line = json!({"Schedule": "cron(0 * * * ? *)", "after": after, "before": before});
        answer(&line)["executions"].as_array().unwrap().len()
    };
    assert_eq!(ask("2027-01-01T00:00:00Z", "2027-01-01T02:00:00Z"), 1);
    assert_eq!(ask("2026-12-31T23:59:59.999999999Z", "2027-01-01T02:00:00Z"), 2);
    assert_eq!(ask("2027-01-01T00:00:00.000000001Z", "2027-01-01T02:00:00.000000001Z"), 2);
}

#[test]
fn an_id_comes_back_as_it_was_written() {
    for id in
        ["null", "1e400", "12345678901234567890123", r#""ä\u00e4\/""#, r#"{"b": [1.50], "a":null}"#, "-0.0"]
    {
        let valid = format!(r#"{{"id":{id},"Schedule":"rate(1 day)","after":"2027-01-01T00:00:00Z"}}"#);
        let invalid = format!(r#"{{"Schedule":"rate(0 days)","after":7,"id":{id}}}"#);
        let run = run_with(&["upcoming", "--batch"], format!("{valid}\n{invalid}\n"));
        for line in run.output.lines() {
            assert!(line.starts_with(&format!(r#"{{"id":{id},""#)), "{line}");
        }
        assert_eq!(run.output.lines().count(), 2);
    }
}

#[test]
fn a_broken_line_gets_an_answer_and_the_next_line_too() {
    let mut lines = Vec::new();
    let broken: [&[u8]; 11] = [
        b"",
        b"   ",
        b"{",
        b"nonsense",
        b"[1, 2]",
        b"\"text\"",
        b"{\"id\": \xff}",
        b"{\"Schedule\": \"rate(1 day)\", \"after\": \"2027-01-01T00:00:00Z\"} x",
        b"[\"rate(1 day)\", null, null, null, null, null, null, null, \"2027-01-01T00:00:00Z\"]",
        b"\0",
        b"{\"a\": 1e999}",
    ];
    for line in broken {
        lines.extend(
            [line, b"\n{\"id\": 1, \"Schedule\": \"rate(1 day)\", \"after\": \"2027-01-01T00:00:00Z\"}\n"]
                .concat(),
        );
    }
    lines.extend(vec![b'['; 200_000]);
    let answers = answers(lines);
    assert_eq!(answers.len(), 2 * broken.len() + 1);
    for pair in answers.chunks(2) {
        assert_eq!(pair[0]["id"], Value::Null);
        assert!(!errors(&pair[0]).is_empty(), "{}", pair[0]);
        if let Some(next) = pair.get(1) {
            assert_eq!((&next["id"], next["executions"][0].as_str()), (&json!(1), Some("2027-01-02T00:00Z")));
        }
    }
}

#[test]
fn all_that_is_wrong_with_a_line_is_said_at_once() {
    let line = json!({
        "id": 7, "Schedule": 3, "ScheduleTimezone": "Mars/Phobos", "Duration": 25, "Cutoff": 24, "Name": "a b",
        "after": "tomorrow", "before": "2027-01-01", "limit": -1, "format": "long", "Durration": 2,
        "AllowUnassociatedTargets": true,
    });
    let answer = answer(&line);
    assert_eq!(answer["id"], 7);
    let mut found = errors(&answer);
    found.sort_unstable();
    assert_eq!(
        found,
        [
            ("AllowUnassociatedTargets", "request.unknown-field"),
            ("Cutoff", "cutoff.range"),
            ("Duration", "duration.range"),
            ("Durration", "request.unknown-field"),
            ("Name", "name.pattern"),
            ("Schedule", "request.type"),
            ("ScheduleTimezone", "zone.unknown"),
            ("after", "date.form"),
            ("before", "date.form"),
            ("format", "request.type"),
            ("limit", "request.type"),
        ]
    );
    for error in answer["errors"].as_array().unwrap() {
        assert!(error["message"].is_string() && error["help"].is_string(), "{error}");
    }
}

#[test]
fn a_line_needs_only_schedule_and_after() {
    assert_eq!(errors(&answer(&json!({}))), [("Schedule", "request.missing"), ("after", "request.missing")]);
    let answer =
        answer(&json!({"Schedule": "cron(0 2 * * ? *)", "after": "2027-01-01T00:00:00Z", "Name": null}));
    assert_eq!(answer["executions"].as_array().unwrap().len(), 10);
    assert_eq!(answer["warnings"], json!([]));
}

#[test]
fn what_is_refused_in_a_request_only_is_a_warning() {
    let codes = |line: Value| {
        let answer = answer(&line);
        assert!(answer["executions"].is_array(), "{answer}");
        let warnings = answer["warnings"].as_array().unwrap().clone();
        assert!(warnings.iter().all(|warning| warning["severity"] != "error"));
        warnings.iter().map(|warning| warning["code"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let after = "2027-01-01T00:00:00Z";
    assert_eq!(codes(json!({"Schedule": "at(2020-01-01T00:00:00)", "after": after})), ["schedule.at.past"]);
    assert_eq!(codes(json!({"Schedule": "cron(0 2 31 2 ? *)", "after": after})), ["schedule.never-runs"]);
    assert_eq!(codes(json!({"Schedule": "rate(1 hour)", "after": after})), Vec::<&str>::new());
    assert_eq!(
        codes(json!({"Schedule": "rate(1 hour)", "Duration": 2, "after": after})),
        ["window.overlaps-itself"]
    );
    // Runs that `before` keeps out are no reason to warn.
    let bounded = json!({"Schedule": "cron(0 2 * * ? *)", "after": after, "before": after});
    assert_eq!(codes(bounded), Vec::<&str>::new());
}

#[test]
fn byte_order_mark_and_carriage_returns_are_no_mistakes() {
    let line = r#"{"Schedule":"rate(1 day)","after":"2027-01-01T00:00:00Z","limit":0}"#;
    for answer in answers(format!("\u{feff}{line}\r\n{line}\r\n{line}")) {
        assert_eq!(answer, json!({"id": null, "executions": [], "warnings": []}));
    }
}

#[test]
fn a_line_that_is_too_long_is_answered_and_passed_over() {
    let mut lines = format!("{{\"id\": \"{}\"}}\n", "x".repeat(3 << 20));
    lines += "{\"id\": 2, \"Schedule\": \"rate(1 day)\", \"after\": \"2027-01-01T00:00:00Z\"}\n";
    let answers = answers(lines);
    assert_eq!(errors(&answers[0]), [("", "request.too-large")]);
    assert_eq!(answers[1]["id"], 2);
}

#[test]
fn the_policy_is_the_whole_batchs() {
    let line = r#"{"Schedule":"cron(30 1 ? * SUN *)","ScheduleTimezone":"America/Los_Angeles","after":"2026-10-31T12:00:00Z","limit":1}"#;
    for (policy, start) in
        [("quartz", "2026-11-01T01:30-08:00"), ("earlier-offset", "2026-11-01T01:30-07:00")]
    {
        let run = run_with(&["upcoming", "--batch", "--policy", policy], line);
        assert!(run.output.contains(start), "{}", run.output);
    }
    assert_eq!(run(&["upcoming", "--batch", "--limit", "3"]).code, Some(2));
}
