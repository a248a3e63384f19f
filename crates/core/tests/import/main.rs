//! Files as AWS's clients print them, imported into a plan.

mod hostile;
mod many;
mod merging;
mod reports;
mod spellings;

use std::fmt::Write;
use window_planner_core::Timestamp;
use window_planner_core::import::{File, Import, Report};
use window_planner_core::plan::Plan;

/// A file of `tests/cases/aws-samples`: real answers of AWS.
fn sample(name: &str) -> String {
    let path = format!("{}/../../tests/cases/aws-samples/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn at(text: &str) -> Timestamp {
    Timestamp::parse_rfc3339(text).unwrap()
}

fn now() -> Timestamp {
    at("2026-11-24T12:00:00Z")
}

/// Merges texts into a plan, each as a file of its own.
fn merge<T: AsRef<str>>(plan: &mut Plan, texts: &[T]) -> Report {
    let names: Vec<String> = (1..=texts.len()).map(|number| format!("{number}.json")).collect();
    let files = texts.iter().zip(&names).map(|(text, name)| File { name, text: text.as_ref() });
    Import::read(files).merge_into(plan, now())
}

/// The plan that texts make.
#[track_caller]
fn plan_of<T: AsRef<str>>(texts: &[T]) -> Plan {
    let mut plan = Plan::default();
    let report = merge(&mut plan, texts);
    let wrong: Vec<String> =
        report.findings.iter().filter(|found| found.finding.is_error()).map(ToString::to_string).collect();
    assert_eq!(wrong, [""; 0]);
    plan
}

/// The codes of all findings, each with its place.
fn codes(report: &Report) -> Vec<(String, &'static str)> {
    report.findings.iter().map(|found| (found.path(), found.finding.code.as_str())).collect()
}

fn pairs<'c>(codes: &'c [(String, &'static str)]) -> Vec<(&'c str, &'static str)> {
    codes.iter().map(|(place, code)| (place.as_str(), *code)).collect()
}

/// A report as people read it.
fn told(report: &Report) -> String {
    let mut text = String::new();
    for line in report.summary() {
        writeln!(text, "{line}").unwrap();
    }
    for window in &report.windows {
        let changed = if window.changed.is_empty() {
            String::new()
        } else {
            format!(": {}", window.changed.join(", "))
        };
        writeln!(text, "  {} {} is {}{changed}", window.id, window.title, window.fate.words()).unwrap();
    }
    for found in &report.findings {
        let severity = format!("{:?}", found.finding.severity).to_lowercase();
        writeln!(text, "{severity}[{}] {found}", found.finding.code).unwrap();
    }
    text
}
