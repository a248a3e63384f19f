//! What the tests of operations share.

use super::{ErrorCode, OperationError, call};
use crate::Timestamp;
use crate::plan::Plan;
use serde_json::{Value, json};

pub(super) fn at(text: &str) -> Timestamp {
    Timestamp::parse_rfc3339(text).unwrap()
}

/// Tuesday, ten o'clock.
pub(super) fn now() -> Timestamp {
    at("2026-11-24T10:00:00.991Z")
}

/// The answer to a request that is not refused.
#[track_caller]
pub(super) fn does(plan: &mut Plan, operation: &str, request: Value) -> Value {
    does_at(plan, operation, request, now())
}

#[track_caller]
pub(super) fn does_at(plan: &mut Plan, operation: &str, request: Value, now: Timestamp) -> Value {
    call(plan, operation, request, now).unwrap_or_else(|error| panic!("{operation}: {error}"))
}

/// The refusal of a request, which leaves the plan as it was.
#[track_caller]
pub(super) fn refuses(plan: &mut Plan, operation: &str, request: Value) -> OperationError {
    let before = plan.clone();
    let error = call(plan, operation, request, now()).unwrap_err();
    assert_eq!(*plan, before, "{operation}: {error}");
    error
}

/// The code and the text of a refusal.
#[track_caller]
pub(super) fn refused(plan: &mut Plan, operation: &str, request: Value, code: ErrorCode, message: &str) {
    let error = refuses(plan, operation, request);
    assert_eq!((error.code, error.message.as_str()), (code, message));
}

/// `base` with the members of `more` in place of its own; null takes one away.
pub(super) fn with(base: Value, more: Value) -> Value {
    let (Value::Object(mut members), Value::Object(more)) = (base, more) else { panic!("these are objects") };
    members.extend(more);
    members.retain(|_, value| !value.is_null());
    Value::Object(members)
}

/// Sundays at two in New York, four hours, the last of them cutoff.
pub(super) fn patching() -> Value {
    json!({
        "Name": "Patching", "Schedule": "cron(0 2 ? * SUN *)", "ScheduleTimezone": "America/New_York",
        "Duration": 4, "Cutoff": 1, "AllowUnassociatedTargets": false,
    })
}

/// The id of a new window of [`patching`], with changes.
#[track_caller]
pub(super) fn create(plan: &mut Plan, more: Value) -> String {
    let created = does(plan, "CreateMaintenanceWindow", with(patching(), more));
    created["WindowId"].as_str().unwrap().to_owned()
}

/// The id of a new target of a window: instances by a tag, with changes.
#[track_caller]
pub(super) fn register_target(plan: &mut Plan, window_id: &str, more: Value) -> String {
    let request = json!({
        "WindowId": window_id, "ResourceType": "INSTANCE", "Targets": [{ "Key": "tag:Role", "Values": ["web"] }],
    });
    let answer = does(plan, "RegisterTargetWithMaintenanceWindow", with(request, more));
    answer["WindowTargetId"].as_str().unwrap().to_owned()
}

/// A runbook without targets.
pub(super) fn runbook(window_id: &str) -> Value {
    json!({ "WindowId": window_id, "TaskArn": "AWS-StopEC2Instance", "TaskType": "AUTOMATION" })
}

/// The id of a new task of a window: a [`runbook`], with changes.
#[track_caller]
pub(super) fn register_task(plan: &mut Plan, window_id: &str, mut more: Value) -> String {
    if more.get("Targets").is_some() {
        more = with(json!({ "MaxConcurrency": "1", "MaxErrors": "1" }), more);
    }
    let answer = does(plan, "RegisterTaskWithMaintenanceWindow", with(runbook(window_id), more));
    answer["WindowTaskId"].as_str().unwrap().to_owned()
}

/// All items of a list, page by page.
#[track_caller]
pub(super) fn paged(plan: &mut Plan, operation: &str, request: Value, list: &str, size: usize) -> Vec<Value> {
    paged_at(plan, operation, request, list, size, now())
}

#[track_caller]
pub(super) fn paged_at(
    plan: &mut Plan,
    operation: &str,
    mut request: Value,
    list: &str,
    size: usize,
    now: Timestamp,
) -> Vec<Value> {
    let mut items = Vec::new();
    request["MaxResults"] = size.into();
    loop {
        let mut page = does_at(plan, operation, request.clone(), now);
        items.append(page[list].as_array_mut().unwrap());
        request["NextToken"] = page["NextToken"].take();
        if request["NextToken"].is_null() {
            return items;
        }
    }
}
