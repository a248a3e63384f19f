//! Texts of any length do not stop the program: the standard library panics where it is to fill a text up to
//! more than 65,535 characters.

use crate::program::{run, run_with};
use serde_json::json;

#[test]
fn a_table_of_runs_has_windows_of_any_name() {
    let window = |number: u8, name: &str| {
        json!({
            "WindowId": format!("mw-{number:017}"),
            "CreatedDate": "2026-01-01T00:00:00Z",
            "Definition": { "Name": name, "Schedule": "cron(0 2 ? * SUN *)", "Duration": 2, "Cutoff": 1 },
        })
    };
    let plan = json!({ "Version": 2, "Windows": [window(1, &"x".repeat(100_000)), window(2, "Short")] });
    let arguments = ["upcoming", "--request", "-", "--after", "2027-01-01T00:00:00Z", "--limit", "4"];
    let run = run_with(&arguments, plan.to_string());
    assert_eq!(run.code, Some(0), "{}", run.log);
    assert!(run.output.contains("Short") && run.output.contains(&"x".repeat(100_000)));
}

#[test]
fn an_expression_of_any_length_is_explained() {
    let run = run(&["explain", &format!("cron({} 2 ? * SUN *)", "0,".repeat(40_000))]);
    assert_ne!(run.code, Some(101), "{}", run.log);
    assert!(!run.log.contains("panicked"), "{}", run.log);
}
