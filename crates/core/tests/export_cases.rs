//! The cases of `tests/cases/export-cases.json` are valid, or not, as written. The tests with AWS's own
//! clients rest on that.

use serde::Deserialize;
use serde_json::Value;
use window_planner_core::Timestamp;
use window_planner_core::diagnostic::Diagnostic;
use window_planner_core::window::{CreateMaintenanceWindowRequest, judge_create, judge_update};

#[derive(Deserialize)]
struct Case {
    id: String,
    operation: Operation,
    request: Value,
    valid: bool,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Operation {
    Create,
    Update,
}

/// What the updates change.
fn current() -> CreateMaintenanceWindowRequest {
    CreateMaintenanceWindowRequest {
        name: Some("Before".into()),
        schedule: Some("cron(0 4 ? * MON *)".into()),
        duration: Some(6),
        cutoff: Some(2),
        allow_unassociated_targets: Some(true),
        ..Default::default()
    }
}

#[test]
fn every_export_case_is_valid_or_not_as_written() {
    let cases: Vec<Case> =
        serde_json::from_str(include_str!("../../../tests/cases/export-cases.json")).unwrap();
    assert!(cases.len() > 80);
    for Case { id, operation, request, valid } in cases {
        let checked = match operation {
            Operation::Create => judge_create(request, Timestamp::EPOCH),
            Operation::Update => judge_update(&current(), request, Timestamp::EPOCH),
        };
        let errors: Vec<&Diagnostic> = checked.errors().collect();
        assert_eq!(errors.is_empty(), valid, "{id}: {errors:?}");
    }
}
