//! `GetMaintenanceWindow`

use super::next_execution_time;
use crate::Timestamp;
use crate::operations::{Call, EpochSeconds, Operation, OperationError, window};
use crate::plan::{Plan, Window};
use crate::record::Record;
use crate::window::CreateMaintenanceWindowRequest;

/// What `GetMaintenanceWindow` takes.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct GetMaintenanceWindowRequest {
    /// The window's id.
    pub window_id: String,
}

/// What `GetMaintenanceWindow` answers.
#[derive(Clone, Debug, PartialEq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct GetMaintenanceWindowResult {
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
    /// The start of the next execution: `2020-02-25T00:08:15.099Z`. Absent when there is none to come.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_execution_time: Option<String>,
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
    /// When it was created.
    pub created_date: EpochSeconds,
    /// When it was last changed.
    pub modified_date: EpochSeconds,
}

impl GetMaintenanceWindowResult {
    fn of(window: &Window, now: Timestamp) -> Self {
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
            next_execution_time: next_execution_time(window, now),
            duration,
            cutoff,
            allow_unassociated_targets,
            enabled: window.enabled,
            created_date: window.created.into(),
            modified_date: window.modified.into(),
        }
    }
}

impl Operation for GetMaintenanceWindowRequest {
    const NAME: &'static str = "GetMaintenanceWindow";
    type Response = GetMaintenanceWindowResult;

    fn perform(self, plan: &mut Plan, call: &Call) -> Result<Self::Response, OperationError> {
        Ok(GetMaintenanceWindowResult::of(window(plan, &self.window_id)?, call.now))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::ErrorCode;
    use crate::operations::testing::{create, does, does_at, now, patching, refused, with};
    use serde_json::json;

    const GET: &str = "GetMaintenanceWindow";

    #[test]
    fn it_tells_what_was_created_and_nothing_that_was_not() {
        let mut plan = Plan::default();
        let id = create(&mut plan, json!({ "ClientToken": "t", "Tags": [] }));
        let expected = json!({
            "WindowId": id, "Enabled": true, "NextExecutionTime": "2026-11-29T02:00-05:00",
            "CreatedDate": 1_795_514_400.991, "ModifiedDate": 1_795_514_400.991,
        });
        assert_eq!(does(&mut plan, GET, json!({ "WindowId": id })), with(patching(), expected));
    }

    #[test]
    fn the_next_execution_is_the_one_after_now_while_it_is_enabled() {
        let mut plan = Plan::default();
        let id = create(&mut plan, json!({ "Schedule": "rate(1 hour)", "ScheduleTimezone": null }));
        let next = |plan: &mut Plan, now| {
            does_at(plan, GET, json!({ "WindowId": id }), now)["NextExecutionTime"].clone()
        };
        assert_eq!(next(&mut plan, now()), "2026-11-24T11:00:00.991Z");
        assert_eq!(next(&mut plan, now().plus_hours(1)), "2026-11-24T12:00:00.991Z");
        does(&mut plan, "UpdateMaintenanceWindow", json!({ "WindowId": id, "Enabled": false }));
        assert!(next(&mut plan, now()).is_null());
    }

    #[test]
    fn a_window_that_is_not_there_is_told_in_aws_words() {
        let id = "mw-0123456789abcdef0";
        let message = "Maintenance window mw-0123456789abcdef0 does not exist";
        refused(&mut Plan::default(), GET, json!({ "WindowId": id }), ErrorCode::DoesNotExist, message);
    }
}
