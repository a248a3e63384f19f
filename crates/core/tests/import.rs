//! Files as AWS's clients print them, imported into a plan.

use std::fmt::Write;
use window_planner_core::Timestamp;
use window_planner_core::import::{File, Import, Report};
use window_planner_core::plan::Plan;

fn sample(name: &str) -> String {
    let path = format!("{}/../../tests/cases/aws-samples/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn now() -> Timestamp {
    Timestamp::parse_rfc3339("2026-11-24T12:00:00Z").unwrap()
}

fn merged(plan: &mut Plan, files: &[(&str, &str)]) -> Report {
    let files = files.iter().map(|&(name, text)| File { name, text });
    Import::read(files).merge_into(plan, now())
}

/// A report as the command line shows it.
fn told(report: &Report) -> String {
    let mut text = String::new();
    for line in report.summary() {
        writeln!(text, "{line}").unwrap();
    }
    for window in &report.windows {
        writeln!(text, "  {:?} {} {} {:?}", window.fate, window.id, window.title, window.changed).unwrap();
    }
    for finding in &report.findings {
        let severity = format!("{:?}", finding.finding.severity).to_lowercase();
        writeln!(text, "{severity}[{}] {finding}", finding.finding.code).unwrap();
    }
    text
}

#[test]
fn the_samples_come_in() {
    let mut text = String::new();
    for name in [
        "create-maintenance-window-request.json",
        "describe-maintenance-windows.json",
        "get-maintenance-window-cli-v1.json",
        "get-maintenance-window-cli-v2.json",
        "describe-maintenance-window-executions.json",
        "describe-maintenance-window-schedule.json",
    ] {
        let mut plan = Plan::default();
        let report = merged(&mut plan, &[(name, &sample(name))]);
        writeln!(text, "=== {name}\n{}", told(&report)).unwrap();
    }
    insta::assert_snapshot!(text);
}
