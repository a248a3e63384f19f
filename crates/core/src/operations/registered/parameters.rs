//! What a task is run with, as a person writes it: the JSON of the member of its kind.

use crate::diagnostic::{Checked, Code, Diagnostic, Span};
use crate::operations::model::{RequestShape, request_shape, type_findings};
use crate::plan::{TaskInvocationParameters, TaskType};
use crate::{json, record};
use serde_json::{Map, Value};

/// The member of `TaskInvocationParameters` for tasks of a kind.
pub(super) const fn member(kind: TaskType) -> &'static str {
    match kind {
        TaskType::RunCommand => "RunCommand",
        TaskType::Automation => "Automation",
        TaskType::StepFunctions => "StepFunctions",
        TaskType::Lambda => "Lambda",
    }
}

/// The JSON of the parameters of tasks of this kind, indented; empty where there are none.
#[must_use]
pub fn parameters_text(kind: TaskType, parameters: Option<&TaskInvocationParameters>) -> String {
    let value = parameters.map(|parameters| record::to_value(parameters));
    value.as_ref().and_then(|value| value.get(member(kind))).map(json::indented_text).unwrap_or_default()
}

/// Reads the parameters of tasks of this kind; nothing of empty text. Findings are about
/// `TaskInvocationParameters` and what is in it; a member that AWS does not have is an error, since AWS
/// would overlook it.
///
/// ```
/// use window_planner_core::operations::registered::read_parameters;
/// use window_planner_core::plan::TaskType;
///
/// let text = r#"{"Comment": "Nightly", "Parameters": {"Operation": "Install"}}"#;
/// let read = read_parameters(TaskType::RunCommand, text);
/// let found: Vec<_> = read.errors().map(|found| &*found.field).collect();
/// assert_eq!(found, ["TaskInvocationParameters.RunCommand.Parameters.Operation"]);
/// ```
#[must_use]
pub fn read_parameters(kind: TaskType, text: &str) -> Checked<Option<TaskInvocationParameters>> {
    const FIELD: &str = "TaskInvocationParameters";
    if text.trim().is_empty() {
        return Checked::new(Some(None), Vec::new());
    }
    let value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(error) => return Checked::new(None, vec![not_json(FIELD, text, &error)]),
    };
    let name = member(kind);
    let shape = request_shape("RegisterTaskWithMaintenanceWindow")
        .and_then(|shape| shape.member(FIELD))
        .and_then(|shape| shape.member(name));
    let found = shape.map(|shape: RequestShape| type_findings(shape, &value, &format!("{FIELD}.{name}")));
    let whole = json::object(vec![(name, without_nulls(value))]);
    let mut found = found.unwrap_or_default();
    let read = record::from_value(whole);
    if let Err(error) = &read
        && found.is_empty()
    {
        found.push(Diagnostic::new(Code::WrongType, FIELD, format!("They cannot be read: {error}.")));
    }
    Checked::new(read.ok().map(Some), found)
}

fn not_json(field: &'static str, text: &str, error: &serde_json::Error) -> Diagnostic {
    let reason = json::reason(error);
    let at = json::fault_at(text, error);
    let message = format!("Line {}, column {}: {reason}.", error.line(), error.column());
    Diagnostic::new(Code::RequestNotJson, field, message)
        .at(Span::of_bytes(text, at..at.saturating_add(1)))
        .help("Write a JSON object, as the AWS CLI takes it.")
}

/// AWS takes null for a member that is not there.
fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            let members = members.into_iter().filter(|(_, value)| !value.is_null());
            let mut kept = Map::new();
            kept.extend(members.map(|(name, value)| (name, without_nulls(value))));
            Value::Object(kept)
        }
        Value::Array(items) => {
            Value::Array(items.into_iter().filter(|item| !item.is_null()).map(without_nulls).collect())
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back_for_every_kind() {
        for (kind, text) in [
            (
                TaskType::RunCommand,
                r#"{"Comment": "c", "TimeoutSeconds": 60, "Parameters": {"Operation": ["Install"]}}"#,
            ),
            (
                TaskType::Automation,
                r#"{"DocumentVersion": "$LATEST", "Parameters": {"InstanceId": ["{{RESOURCE_ID}}"]}}"#,
            ),
            (TaskType::StepFunctions, r#"{"Input": "{}", "Name": "n"}"#),
            (TaskType::Lambda, r#"{"Payload": "e30=", "Qualifier": null}"#),
        ] {
            let (read, found) = read_parameters(kind, text).into_parts();
            assert_eq!(found, [], "{text}");
            let read = read.unwrap();
            let written = parameters_text(kind, read.as_ref());
            assert_eq!(read_parameters(kind, &written).into_parts().0, Some(read), "{written}");
        }
        assert_eq!(read_parameters(TaskType::Lambda, " \n").into_parts(), (Some(None), Vec::new()));
        assert_eq!(parameters_text(TaskType::Lambda, None), "");
    }

    #[test]
    fn all_that_cannot_be_read_is_told_at_its_place() {
        let text = r#"{"Coment": "c", "TimeoutSeconds": "60", "Parameters": {"Operation": [1]}, "NotificationConfig": []}"#;
        let (read, found) = read_parameters(TaskType::RunCommand, text).into_parts();
        assert_eq!(read, None);
        let told: Vec<String> =
            found.iter().map(|found| format!("{}: {}", found.field, found.message)).collect();
        assert_eq!(
            told,
            [
                "TaskInvocationParameters.RunCommand.Coment: AWS has no member Coment here.",
                "TaskInvocationParameters.RunCommand.NotificationConfig: NotificationConfig is not an object.",
                "TaskInvocationParameters.RunCommand.Parameters.Operation[0]: Operation[0] is not a text.",
                "TaskInvocationParameters.RunCommand.TimeoutSeconds: TimeoutSeconds is not a whole number.",
            ]
        );
        let payload = read_parameters(TaskType::Lambda, r#"{"Payload": "{}"}"#);
        assert_eq!(payload.diagnostics()[0].message, "Payload is not base64.");
    }

    #[test]
    fn text_that_is_no_json_is_told_with_its_place() {
        let (read, found) = read_parameters(TaskType::Lambda, "{\n  \"Qualifier\": 1,\n}").into_parts();
        assert_eq!(read, None);
        assert!(found[0].message.starts_with("Line 3, column 1"), "{found:?}");
        for text in ["[]", "7", "{", "\"\u{1f550}", "nul"] {
            assert!(read_parameters(TaskType::RunCommand, text).errors().next().is_some(), "{text}");
        }
    }
}
