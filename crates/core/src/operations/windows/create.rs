//! `CreateMaintenanceWindow`

use crate::operations::token::{made_before, remember};
use crate::operations::{Call, Operation, OperationError, quota};
use crate::plan::Plan;
use crate::record::Record;
use crate::window::{CreateMaintenanceWindowRequest, check_create};

/// What `CreateMaintenanceWindow` answers.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct CreateMaintenanceWindowResult {
    /// The id of the new window.
    pub window_id: String,
}

impl Operation for CreateMaintenanceWindowRequest {
    const NAME: &'static str = "CreateMaintenanceWindow";
    const WRITES: bool = true;
    type Response = CreateMaintenanceWindowResult;

    fn perform(mut self, plan: &mut Plan, call: &Call) -> Result<Self::Response, OperationError> {
        let token = self.client_token.take();
        if let Some(window_id) = made_before(plan, token.as_deref(), call)? {
            return Ok(CreateMaintenanceWindowResult { window_id });
        }
        let errors: Vec<_> = check_create(&self, call.now).errors().cloned().collect();
        if !errors.is_empty() {
            return Err(OperationError::findings(errors));
        }
        quota::WINDOWS.leaves_room_beside(plan.windows.len())?;
        let window_id = plan.add(self, call.now).id.to_string();
        remember(plan, token, call, &window_id);
        Ok(CreateMaintenanceWindowResult { window_id })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::ErrorCode;
    use crate::operations::testing::{create, does, does_at, now, patching, refused, refuses, with};
    use crate::plan::WindowId;
    use serde_json::json;

    const CREATE: &str = "CreateMaintenanceWindow";

    #[test]
    fn a_new_window_is_enabled_and_keeps_its_tags() {
        let mut plan = Plan::default();
        let id = create(&mut plan, json!({ "Tags": [{ "Key": "Stage", "Value": "prod" }] }));
        assert!(WindowId::parse(&id).is_some());
        let window = plan.window(&id).unwrap();
        assert!(window.enabled && window.anchor == now());
        assert_eq!(window.definition.tags.as_ref().unwrap()[0].key, "Stage");
    }

    #[test]
    fn the_same_token_and_parameters_make_one_window() {
        let mut plan = Plan::default();
        let request = with(patching(), json!({ "ClientToken": "t" }));
        let first = does(&mut plan, CREATE, request.clone());
        let later = now().plus_hours(1);
        assert_eq!(does_at(&mut plan, CREATE, request.clone(), later), first);
        assert_eq!(plan.windows.len(), 1);
        assert_eq!(plan.windows[0].definition.client_token, None);

        let error = refuses(&mut plan, CREATE, with(request, json!({ "Duration": 5 })));
        assert_eq!(error.code, ErrorCode::IdempotentParameterMismatch);
    }

    #[test]
    fn a_repeated_call_succeeds_though_its_moment_has_passed_since() {
        let mut plan = Plan::default();
        let once =
            json!({ "Schedule": "at(2026-11-24T12:00:00)", "ScheduleTimezone": null, "ClientToken": "t" });
        let request = with(patching(), once);
        let first = does(&mut plan, CREATE, request.clone());
        assert_eq!(does_at(&mut plan, CREATE, request, now().plus_hours(24)), first);
    }

    #[test]
    fn a_token_is_free_when_its_window_is_gone() {
        let mut plan = Plan::default();
        let first = create(&mut plan, json!({ "ClientToken": "t" }));
        does(&mut plan, "DeleteMaintenanceWindow", json!({ "WindowId": first }));
        let second = create(&mut plan, json!({ "ClientToken": "t", "Duration": 5 }));
        assert_ne!(first, second);
        assert_eq!(plan.tokens.len(), 1, "what is gone is forgotten");
    }

    #[test]
    fn an_account_has_fifty_windows() {
        let mut plan = Plan::default();
        for _ in 0..50 {
            create(&mut plan, json!({}));
        }
        assert_eq!(refuses(&mut plan, CREATE, patching()).code, ErrorCode::ResourceLimitExceeded);
        let id = plan.windows[0].id.to_string();
        does(&mut plan, "DeleteMaintenanceWindow", json!({ "WindowId": id }));
        create(&mut plan, json!({}));
    }

    #[test]
    fn aws_own_words_stand_where_they_are_known() {
        let mut plan = Plan::default();
        let mut is_refused = |more, message: &str| {
            refused(&mut plan, CREATE, with(patching(), more), ErrorCode::Validation, message);
        };
        is_refused(
            json!({ "Duration": 1, "Cutoff": 2 }),
            "Cuttoff was 2 but must be smaller than 0 (Duration  - 1 )",
        );
        is_refused(
            json!({ "StartDate": "" }),
            "1 validation error detected: Value '' at 'startDate' failed to satisfy constraint: Member must have length greater than or equal to 1",
        );
        is_refused(
            json!({ "Name": "a b", "Duration": 25 }),
            r"2 validation errors detected: Value 'a b' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-zA-Z0-9_\-.]{3,128}$; Value '25' at 'duration' failed to satisfy constraint: Member must have value less than or equal to 24",
        );
        is_refused(
            json!({ "Name": null }),
            "1 validation error detected: Value null at 'name' failed to satisfy constraint: Member must not be null",
        );
    }

    #[test]
    fn our_words_are_marked_and_all_findings_are_told() {
        let mut plan = Plan::default();
        let wrong = json!({ "Schedule": "cron(0 2 * * *)", "EndDate": "2027-01-01" });
        let error = refuses(&mut plan, CREATE, with(patching(), wrong));
        assert!(error.message.ends_with(crate::operations::OUR_WORDS), "{error}");
        let fields: Vec<_> = error.findings.iter().map(|finding| finding.field.as_ref()).collect();
        assert_eq!(fields, ["EndDate", "Schedule"]);
    }
}
