//! The window as AWS has it, read from what `aws ssm get-maintenance-window` prints.

use serde_json::Value;
use window_planner_core::{
    Timestamp,
    diagnostic::Diagnostic,
    json,
    window::{CreateMaintenanceWindowRequest, Request},
};

/// What AWS adds to a definition when it is asked for a window, and no request takes.
const ANSWER_ONLY: [&str; 7] = [
    "WindowId",
    "Enabled",
    "CreatedDate",
    "NextExecutionTime",
    "ModifiedDate",
    "ResponseMetadata",
    "WindowArn",
];

/// A window that exists.
#[derive(Clone, Debug, PartialEq)]
pub struct CurrentWindow {
    /// Its id; empty where the text has none.
    pub window_id: String,
    /// Whether it is enabled.
    pub enabled: bool,
    /// When it was created; 1970 where the text does not say.
    pub created: Timestamp,
    /// Its definition.
    pub definition: CreateMaintenanceWindowRequest,
}

/// Reads a window from JSON: the answer of `get-maintenance-window`, or a request to create it.
///
/// # Errors
///
/// What is wrong with the text; nothing is taken from it then.
pub fn read(text: &str) -> Result<CurrentWindow, Vec<Diagnostic>> {
    let Ok(Value::Object(members)) = serde_json::from_str::<Value>(text) else {
        return Err(CreateMaintenanceWindowRequest::from_json(text).1);
    };
    let window_id = members.get("WindowId").and_then(Value::as_str).unwrap_or_default().to_owned();
    let enabled = members.get("Enabled").and_then(Value::as_bool).unwrap_or(true);
    let created = members.get("CreatedDate").and_then(instant).unwrap_or(Timestamp::EPOCH);
    let definition = Value::Object(json::without(members, &ANSWER_ONLY));
    let (definition, found) = CreateMaintenanceWindowRequest::from_value(definition);
    if found.iter().any(Diagnostic::is_error) {
        return Err(found);
    }
    Ok(CurrentWindow { window_id, enabled, created, definition })
}

/// An instant as the AWS CLI prints it: seconds since 1970, or text with an offset.
#[expect(clippy::cast_possible_truncation, reason = "an instant out of range is one at the end of the range")]
fn instant(value: &Value) -> Option<Timestamp> {
    match value {
        Value::Number(seconds) => Some(Timestamp::from_millis((seconds.as_f64()? * 1000.0) as i64)),
        Value::String(text) => Timestamp::parse_rfc3339(text),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_answer_of_get_is_read() {
        let current = read(
            r#"{"WindowId": "mw-0c50858d01EXAMPLE", "Name": "My-Window", "Schedule": "rate(1 day)", "Duration": 6,
                "Cutoff": 1, "AllowUnassociatedTargets": true, "Enabled": false, "CreatedDate": 1530829767.088,
                "ModifiedDate": "2020-02-12T23:19:20.596000+00:00", "NextExecutionTime": "2020-02-19T16:00Z"}"#,
        )
        .unwrap();
        assert_eq!(current.window_id, "mw-0c50858d01EXAMPLE");
        assert!(!current.enabled);
        assert_eq!(current.created.to_string(), "2018-07-05T22:29:27.088Z");
        assert_eq!(current.definition.duration, Some(6));
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        for text in ["", "[]", "{\"Duration\": \"six\"}", "{\"Shedule\": \"rate(1 day)\"}"] {
            assert!(!read(text).unwrap_err().is_empty(), "{text}");
        }
    }
}
