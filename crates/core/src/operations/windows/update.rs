//! `UpdateMaintenanceWindow`

use crate::operations::{Call, Operation, OperationError, window_mut};
use crate::plan::{Plan, Window};
use crate::record::Record;
use crate::window::{CreateMaintenanceWindowRequest, UpdateMaintenanceWindowRequest, check_update};

/// What `UpdateMaintenanceWindow` answers: the window as it then is.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct UpdateMaintenanceWindowResult {
    /// The window's id.
    pub window_id: String,
    /// The name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// It does not run before, as it was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_date: Option<String>,
    /// It does not run after, as it was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_date: Option<String>,
    /// `cron(...)`, `rate(...)` or `at(...)`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schedule: Option<String>,
    /// The IANA time zone of the schedule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schedule_timezone: Option<String>,
    /// Days after each time of a cron expression.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schedule_offset: Option<i64>,
    /// Hours that it is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration: Option<i64>,
    /// Hours before its end from which no new task starts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cutoff: Option<i64>,
    /// Whether tasks may run on nodes that are not registered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allow_unassociated_targets: Option<bool>,
    /// Whether it runs.
    pub enabled: bool,
}

impl UpdateMaintenanceWindowResult {
    fn of(window: &Window) -> Self {
        let CreateMaintenanceWindowRequest {
            name,
            description,
            start_date,
            end_date,
            schedule,
            schedule_timezone,
            schedule_offset,
            duration,
            cutoff,
            allow_unassociated_targets,
            client_token: _,
            tags: _,
        } = window.definition.clone();
        Self {
            window_id: window.id.to_string(),
            name,
            description,
            start_date,
            end_date,
            schedule,
            schedule_timezone,
            schedule_offset,
            duration,
            cutoff,
            allow_unassociated_targets,
            enabled: window.enabled,
        }
    }
}

impl Operation for UpdateMaintenanceWindowRequest {
    const NAME: &'static str = "UpdateMaintenanceWindow";
    const WRITES: bool = true;
    type Response = UpdateMaintenanceWindowResult;

    fn perform(self, plan: &mut Plan, call: &Call) -> Result<Self::Response, OperationError> {
        let window = window_mut(plan, self.window_id.as_deref().unwrap_or_default())?;
        let errors: Vec<_> = check_update(&window.definition, &self, call.now).errors().cloned().collect();
        if !errors.is_empty() {
            return Err(OperationError::findings(errors));
        }
        let enabled = self.enabled.unwrap_or(window.enabled);
        window.change(self.applied_to(&window.definition), enabled, call.now);
        Ok(UpdateMaintenanceWindowResult::of(window))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::ErrorCode;
    use crate::operations::testing::{create, does, does_at, now, patching, refuses, with};
    use serde_json::json;

    const UPDATE: &str = "UpdateMaintenanceWindow";

    #[test]
    fn only_what_is_given_changes_and_the_answer_is_the_window_without_its_dates() {
        let mut plan = Plan::default();
        let id = create(&mut plan, json!({ "Description": "old", "Tags": [{ "Key": "a", "Value": "b" }] }));
        let answer = does(&mut plan, UPDATE, json!({ "WindowId": id, "Name": "New-Name" }));
        let expected = json!({ "WindowId": id, "Name": "New-Name", "Description": "old", "Enabled": true });
        assert_eq!(answer, with(patching(), expected));
        assert!(plan.windows[0].definition.tags.is_some());
    }

    #[test]
    fn replace_requires_what_create_requires_and_clears_the_rest() {
        let mut plan = Plan::default();
        let id = create(&mut plan, json!({ "Description": "old", "EndDate": "2030-01-01T00:00:00Z" }));
        does(&mut plan, UPDATE, json!({ "WindowId": id, "Enabled": false }));
        let error = refuses(&mut plan, UPDATE, json!({ "WindowId": id, "Replace": true, "Name": "New" }));
        let fields: Vec<_> = error.findings.iter().map(|finding| finding.field.as_ref()).collect();
        assert_eq!(fields, ["Schedule", "Duration", "Cutoff", "AllowUnassociatedTargets"]);
        let whole = with(patching(), json!({ "WindowId": id, "Replace": true, "ScheduleTimezone": null }));
        let answer = does(&mut plan, UPDATE, whole);
        let expected = json!({ "WindowId": id, "ScheduleTimezone": null, "Enabled": false });
        assert_eq!(answer, with(patching(), expected), "whether it is enabled, no update clears");
    }

    #[test]
    fn an_update_that_changes_nothing_is_taken() {
        let mut plan = Plan::default();
        let id = create(&mut plan, json!({}));
        let later = now().plus_hours(1);
        does_at(&mut plan, UPDATE, json!({ "WindowId": id }), later);
        assert_eq!((plan.windows[0].modified, plan.windows[0].anchor), (later, now()));
    }

    #[test]
    fn what_the_window_would_be_is_checked() {
        let mut plan = Plan::default();
        let id = create(&mut plan, json!({}));
        let error = refuses(&mut plan, UPDATE, json!({ "WindowId": id, "Duration": 1 }));
        assert_eq!(error.message, "Cuttoff was 1 but must be smaller than 0 (Duration  - 1 )");
        let missing = json!({ "WindowId": "mw-0123456789abcdef0", "Duration": 1 });
        assert_eq!(refuses(&mut plan, UPDATE, missing).code, ErrorCode::DoesNotExist);
    }
}
