//! Every case of `tests/cases/schedule-cases.json`: what AWS documents or printed, what its dialect's
//! ancestor does, and what we decided.

use serde::Deserialize;
use serde_json::Value;
use window_planner_core::Timestamp;
use window_planner_core::occurrence::Query;
use window_planner_core::window::{CreateMaintenanceWindowRequest, Request, timing};

#[derive(Deserialize)]
struct Case {
    id: String,
    input: Value,
    valid: bool,
    after: Option<String>,
    created: Option<String>,
    runs: Option<Vec<String>>,
}

fn cases() -> Vec<Case> {
    serde_json::from_str(include_str!("../../../tests/cases/schedule-cases.json")).unwrap()
}

fn instant(text: &str) -> Timestamp {
    Timestamp::parse_rfc3339(text).unwrap()
}

/// Reads the case's request, with a name where it has none, so that names are checked too.
fn is_valid(request: &CreateMaintenanceWindowRequest) -> bool {
    let full = CreateMaintenanceWindowRequest {
        name: request.name.clone().or(Some("case".into())),
        duration: request.duration.or(Some(1)),
        cutoff: request.cutoff.or(Some(0)),
        allow_unassociated_targets: Some(false),
        ..request.clone()
    };
    // Long ago, so that no at() has passed.
    window_planner_core::window::check_create(&full, Timestamp::EPOCH).value().is_some()
}

#[test]
fn there_are_124_cases() {
    assert_eq!(cases().len(), 124);
}

#[test]
fn every_case_is_valid_or_not_as_written() {
    for case in cases() {
        let (request, found) = CreateMaintenanceWindowRequest::from_value(case.input);
        assert_eq!(found, [], "{}", case.id);
        assert_eq!(is_valid(&request), case.valid, "{}", case.id);
    }
}

#[test]
fn every_case_runs_when_written() {
    let mut compared = 0;
    for case in cases() {
        let (Some(after), Some(expected)) = (case.after, case.runs) else {
            continue;
        };
        let (request, _) = CreateMaintenanceWindowRequest::from_value(case.input);
        let timing = timing(&request).into_parts().0.unwrap();
        let mut query = Query::after(instant(&after));
        query.created = case.created.as_deref().map(instant);
        // One more than written, so that a list of all runs is seen to end.
        let runs: Vec<String> = timing
            .occurrences(&query)
            .take(expected.len().max(1))
            .map(|occurrence| timing.aws_text(occurrence.start))
            .collect();
        assert_eq!(runs, expected, "{}", case.id);
        compared += runs.len();
    }
    assert_eq!(compared, 223);
}
