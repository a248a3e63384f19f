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

/// All items of a list, page by page.
#[track_caller]
pub(super) fn paged(
    plan: &mut Plan,
    operation: &str,
    mut request: Value,
    list: &str,
    size: usize,
) -> Vec<Value> {
    let mut items = Vec::new();
    request["MaxResults"] = size.into();
    loop {
        let mut page = does(plan, operation, request.clone());
        items.append(page[list].as_array_mut().unwrap());
        request["NextToken"] = page["NextToken"].take();
        if request["NextToken"].is_null() {
            return items;
        }
    }
}
