//! Requests that AWS refuses for what its service model says: the code and the text of each.
//!
//! The templates are AWS's (decision 20). What the model does not say is tested beside the operations.

use serde_json::{Value, json};
use window_planner_core::Timestamp;
use window_planner_core::operations::{ErrorCode, OUR_WORDS, call, names};
use window_planner_core::plan::Plan;

const ID: &str = "mw-0123456789abcdef0";
const UUID_PATTERN: &str =
    r"^[0-9a-fA-F]{8}\-[0-9a-fA-F]{4}\-[0-9a-fA-F]{4}\-[0-9a-fA-F]{4}\-[0-9a-fA-F]{12}$";
const TAG_PATTERN: &str = r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$";

#[track_caller]
fn refused(operation: &str, request: Value, code: ErrorCode, message: &str) {
    let error = call(&mut Plan::default(), operation, request, Timestamp::EPOCH).unwrap_err();
    assert_eq!((error.code, error.message.as_str()), (code, message));
    assert_eq!(error.to_value(), json!({ "__type": code.as_str(), "message": message }));
}

/// Refused for one violation, without AWS's words before it.
#[track_caller]
fn violates(operation: &str, request: Value, violation: &str) {
    let message = format!("1 validation error detected: {violation}");
    refused(operation, request, ErrorCode::Validation, &message);
}

/// A create request with other members.
fn create(more: Value) -> Value {
    let mut request = json!({
        "Name": "abc", "Schedule": "rate(1 day)", "Duration": 2, "Cutoff": 1, "AllowUnassociatedTargets": false,
    });
    let Value::Object(more) = more else { panic!("an object is wanted") };
    request.as_object_mut().unwrap().extend(more);
    request
}

/// A runbook with other members.
fn task(more: Value) -> Value {
    let mut request = json!({ "WindowId": ID, "TaskArn": "a", "TaskType": "AUTOMATION" });
    let Value::Object(more) = more else { panic!("an object is wanted") };
    request.as_object_mut().unwrap().extend(more);
    request
}

#[test]
fn what_is_required_is_missing_or_null() {
    for request in [json!({}), json!({ "WindowId": null }), json!({ "windowId": ID })] {
        violates(
            "GetMaintenanceWindow",
            request,
            "Value null at 'windowId' failed to satisfy constraint: Member must not be null",
        );
    }
    refused(
        "CreateMaintenanceWindow",
        json!({}),
        ErrorCode::Validation,
        "5 validation errors detected: Value null at 'name' failed to satisfy constraint: Member must not be null; \
         Value null at 'schedule' failed to satisfy constraint: Member must not be null; \
         Value null at 'duration' failed to satisfy constraint: Member must not be null; \
         Value null at 'cutoff' failed to satisfy constraint: Member must not be null; \
         Value null at 'allowUnassociatedTargets' failed to satisfy constraint: Member must not be null",
    );
}

#[test]
fn numbers_are_out_of_their_range() {
    let value = |member: &str, value: i64, relation: &str, bound: i64| {
        format!(
            "Value '{value}' at '{member}' failed to satisfy constraint: Member must have value {relation} than or equal to {bound}"
        )
    };
    for (member, name, number, relation, bound) in [
        ("Duration", "duration", 0, "greater", 1),
        ("Duration", "duration", 25, "less", 24),
        ("Cutoff", "cutoff", -1, "greater", 0),
        ("Cutoff", "cutoff", 24, "less", 23),
        ("ScheduleOffset", "scheduleOffset", 0, "greater", 1),
        ("ScheduleOffset", "scheduleOffset", 7, "less", 6),
    ] {
        violates(
            "CreateMaintenanceWindow",
            create(json!({ member: number })),
            &value(name, number, relation, bound),
        );
    }
    for (number, relation, bound) in [(9, "greater", 10), (101, "less", 100)] {
        let request = json!({ "MaxResults": number });
        violates("DescribeMaintenanceWindows", request, &value("maxResults", number, relation, bound));
    }
    violates(
        "DescribeMaintenanceWindowSchedule",
        json!({ "MaxResults": 0 }),
        &value("maxResults", 0, "greater", 1),
    );
    violates(
        "RegisterTaskWithMaintenanceWindow",
        task(json!({ "Priority": -1 })),
        &value("priority", -1, "greater", 0),
    );
}

#[test]
fn texts_are_too_short_too_long_or_of_another_pattern() {
    for member in ["StartDate", "EndDate", "ScheduleTimezone", "Schedule"] {
        let name = format!("{}{}", member[..1].to_lowercase(), &member[1..]);
        let violation = format!(
            "Value '' at '{name}' failed to satisfy constraint: Member must have length greater than or equal to 1"
        );
        violates("CreateMaintenanceWindow", create(json!({ member: "" })), &violation);
    }
    refused(
        "GetMaintenanceWindowExecution",
        json!({ "WindowExecutionId": "x" }),
        ErrorCode::Validation,
        &format!(
            "2 validation errors detected: Value 'x' at 'windowExecutionId' failed to satisfy constraint: Member must have length greater than or equal to 36; \
             Value 'x' at 'windowExecutionId' failed to satisfy constraint: Member must satisfy regular expression pattern: {UUID_PATTERN}"
        ),
    );
    violates(
        "RegisterTargetWithMaintenanceWindow",
        json!({ "WindowId": ID, "ResourceType": "NODE", "Targets": [] }),
        "Value 'NODE' at 'resourceType' failed to satisfy constraint: Member must satisfy enum value set: [INSTANCE, RESOURCE_GROUP]",
    );
    violates(
        "RegisterTaskWithMaintenanceWindow",
        task(json!({ "MaxConcurrency": "0" })),
        "Value '0' at 'maxConcurrency' failed to satisfy constraint: Member must satisfy regular expression pattern: ^([1-9][0-9]*|[1-9][0-9]%|[1-9]%|100%)$",
    );
}

#[test]
fn what_the_model_calls_sensitive_is_not_told() {
    violates(
        "CreateMaintenanceWindow",
        create(json!({ "Description": "d".repeat(129) })),
        "Value at 'description' failed to satisfy constraint: Member must have length less than or equal to 128",
    );
    violates(
        "RegisterTaskWithMaintenanceWindow",
        task(json!({ "TaskParameters": { "": { "Values": ["a"] } } })),
        "Value at 'taskParameters' failed to satisfy constraint: Map keys must satisfy constraint: [Member must have length less than or equal to 255, Member must have length greater than or equal to 1]",
    );
    violates(
        "RegisterTaskWithMaintenanceWindow",
        task(json!({ "TaskParameters": { "a": { "Values": [""] } } })),
        "Value at 'taskParameters.a.member.values' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to 255, Member must have length greater than or equal to 1]",
    );
    let payload = "A".repeat(4 * 1366);
    violates(
        "RegisterTaskWithMaintenanceWindow",
        task(json!({ "TaskInvocationParameters": { "Lambda": { "Payload": payload } } })),
        "Value at 'taskInvocationParameters.lambda.payload' failed to satisfy constraint: Member must have length less than or equal to 4096",
    );
}

#[test]
fn lists_are_told_as_java_prints_them_and_their_items_by_number() {
    let targets: Vec<Value> =
        (1..=6).map(|value| json!({ "Key": "tag:a", "Values": [value.to_string()] })).collect();
    violates(
        "DescribeMaintenanceWindowsForTarget",
        json!({ "ResourceType": "INSTANCE", "Targets": targets }),
        "Value '[Target(key=tag:a, values=[1]), Target(key=tag:a, values=[2]), Target(key=tag:a, values=[3]), Target(key=tag:a, values=[4]), Target(key=tag:a, values=[5]), Target(key=tag:a, values=[6])]' at 'targets' failed to satisfy constraint: Member must have length less than or equal to 5",
    );
    violates(
        "CreateMaintenanceWindow",
        create(json!({ "Tags": [{ "Key": "a", "Value": "" }, { "Key": "b?", "Value": "" }] })),
        &format!(
            "Value 'b?' at 'tags.2.member.key' failed to satisfy constraint: Member must satisfy regular expression pattern: {TAG_PATTERN}"
        ),
    );
    violates(
        "CreateMaintenanceWindow",
        create(json!({ "Tags": [{ "Key": "a" }] })),
        "Value null at 'tags.1.member.value' failed to satisfy constraint: Member must not be null",
    );
    violates(
        "DescribeMaintenanceWindows",
        json!({ "Filters": [{ "Key": "Name", "Values": ["a", ""] }] }),
        "Value '[a, ]' at 'filters.1.member.values' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to 256, Member must have length greater than or equal to 1]",
    );
    violates(
        "RegisterTaskWithMaintenanceWindow",
        task(
            json!({ "TaskInvocationParameters": { "RunCommand": { "NotificationConfig": { "NotificationEvents": ["Never"] } } } }),
        ),
        "Value '[Never]' at 'taskInvocationParameters.runCommand.notificationConfig.notificationEvents' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [All, InProgress, Success, TimedOut, Cancelled, Failed]]",
    );
    violates(
        "RegisterTaskWithMaintenanceWindow",
        task(json!({ "AlarmConfiguration": { "Alarms": [] } })),
        "Value '[]' at 'alarmConfiguration.alarms' failed to satisfy constraint: Member must have length greater than or equal to 1",
    );
}

#[test]
fn the_values_of_a_map_are_judged_together() {
    let values: Vec<String> = (0..51).map(|number| number.to_string()).collect();
    let shown = values.join(", ");
    violates(
        "RegisterTaskWithMaintenanceWindow",
        task(json!({ "TaskInvocationParameters": { "Automation": { "Parameters": { "a": values } } } })),
        &format!(
            "Value '{{a=[{shown}]}}' at 'taskInvocationParameters.automation.parameters' failed to satisfy constraint: Map value must satisfy constraint: [Member must have length less than or equal to 50, Member must have length greater than or equal to 0]"
        ),
    );
}

#[test]
fn other_types_are_told_before_anything_else() {
    for (request, message) in [
        (json!([]), "Start of list found where not expected"),
        (json!("x"), "Expected null"),
        (create(json!({ "Name": 1, "Duration": 99 })), "NUMBER_VALUE can not be converted to a String"),
        (create(json!({ "Name": true })), "TRUE_VALUE can not be converted to a String"),
        (create(json!({ "Name": ["a"] })), "Start of list found where not expected"),
        (create(json!({ "Name": {} })), "Start of structure or map found where not expected."),
        (create(json!({ "Duration": "4" })), "STRING_VALUE can not be converted to an Integer"),
        (create(json!({ "AllowUnassociatedTargets": 1 })), "NUMBER_VALUE can not be converted to a Boolean"),
        (
            create(json!({ "AllowUnassociatedTargets": "no" })),
            "STRING_VALUE can not be converted to an Boolean",
        ),
        (create(json!({ "Tags": "a" })), "Expected list or null"),
        (create(json!({ "Tags": {} })), "Start of structure or map found where not expected."),
        (create(json!({ "Tags": ["a"] })), "Expected null"),
        (
            create(json!({ "Tags": [{ "Key": 1, "Value": "" }] })),
            "NUMBER_VALUE can not be converted to a String",
        ),
    ] {
        refused("CreateMaintenanceWindow", request, ErrorCode::Serialization, message);
    }
    for request in [
        json!(null),
        create(json!({ "Duration": 3_000_000_000_i64 })),
        create(json!({ "Duration": 1e300 })),
        task(json!({ "TaskParameters": 1 })),
        task(json!({ "TaskInvocationParameters": { "Lambda": { "Payload": "?" } } })),
    ] {
        let operation = if request.get("TaskArn").is_some() {
            "RegisterTaskWithMaintenanceWindow"
        } else {
            "CreateMaintenanceWindow"
        };
        let error = call(&mut Plan::default(), operation, request, Timestamp::EPOCH).unwrap_err();
        assert_eq!(error.code, ErrorCode::Serialization);
        assert!(error.message.ends_with(OUR_WORDS), "{error}");
    }
}

#[test]
fn strangers_nulls_and_fractions_are_overlooked() {
    let request = create(json!({
        "Nmae": 7, "Description": null, "Duration": 2.9,
        "Tags": [null, { "Key": "a", "Value": "b", "Color": [] }],
    }));
    let mut plan = Plan::default();
    call(&mut plan, "CreateMaintenanceWindow", request, Timestamp::EPOCH).unwrap();
    assert_eq!(plan.windows[0].definition.duration, Some(2));
    assert_eq!(plan.windows[0].definition.tags.as_ref().unwrap().len(), 1);
}

#[test]
fn an_operation_outside_maintenance_windows_is_unknown() {
    for operation in ["", "GetCalendarState", "AmazonSSM.GetMaintenanceWindow", "getMaintenanceWindow"] {
        let error = call(&mut Plan::default(), operation, json!({}), Timestamp::EPOCH).unwrap_err();
        assert_eq!(error.code.as_str(), "UnknownOperationException", "{operation}");
    }
    assert_eq!(names().count(), 23);
    assert!(names().is_sorted());
}
