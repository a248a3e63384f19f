//! `DescribeMaintenanceWindowExecutions`

use crate::Timestamp;
use crate::operations::filter::{Filters, MaintenanceWindowFilter, instant};
use crate::operations::page::{Key, Page};
use crate::operations::{Call, EpochSeconds, Operation, OperationError};
use crate::plan::{ExecutionStatus, Plan, WindowExecution};
use crate::record::Record;

/// What `DescribeMaintenanceWindowExecutions` takes.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct DescribeMaintenanceWindowExecutionsRequest {
    /// The window's id. One that is not there has no executions: AWS's model has no error for it.
    pub window_id: String,
    /// `ExecutedBefore` and `ExecutedAfter`: ISO-8601, both excluded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filters: Option<Vec<MaintenanceWindowFilter>>,
    /// The most executions of a page, 10 to 100; 50 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_results: Option<i64>,
    /// From the answer before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// What `DescribeMaintenanceWindowExecutions` answers.
#[derive(Clone, Debug, PartialEq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct DescribeMaintenanceWindowExecutionsResult {
    /// The executions of the last 30 days, the latest first.
    pub window_executions: Vec<MaintenanceWindowExecution>,
    /// Asks for the next page; absent on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// An execution that has begun.
#[derive(Clone, Debug, PartialEq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct MaintenanceWindowExecution {
    /// The window's id.
    pub window_id: String,
    /// Its id.
    pub window_execution_id: String,
    /// How it is doing.
    pub status: ExecutionStatus,
    /// What there is to say beside the status.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status_details: Option<String>,
    /// When it began.
    pub start_time: EpochSeconds,
    /// When it ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_time: Option<EpochSeconds>,
}

impl MaintenanceWindowExecution {
    fn of(execution: &WindowExecution<'_>, now: Timestamp) -> Self {
        Self {
            window_id: execution.window.id.to_string(),
            window_execution_id: execution.id().into(),
            status: execution.status(now),
            status_details: execution.status_details(now).map(str::to_owned),
            start_time: execution.occurrence.start.into(),
            end_time: execution.end(now).map(EpochSeconds::from),
        }
    }
}

impl Operation for DescribeMaintenanceWindowExecutionsRequest {
    const NAME: &'static str = "DescribeMaintenanceWindowExecutions";
    type Response = DescribeMaintenanceWindowExecutionsResult;

    fn perform(self, plan: &mut Plan, call: &Call) -> Result<Self::Response, OperationError> {
        let keys = "ExecutedBefore and ExecutedAfter, with a time such as 2027-01-01T00:00:00Z";
        let filters = Filters::of(self.filters, keys, |key, value| {
            matches!(key, "ExecutedBefore" | "ExecutedAfter") && instant(value).is_some()
        })?;
        let page = Page::of(call, self.max_results, self.next_token.as_deref())?;
        let (after, before) = filters.bounds("ExecutedAfter", "ExecutedBefore");
        let from = after.map_or(Timestamp::EPOCH, |after| after.plus_millis(1));
        let is_before = |start: Timestamp| before.is_none_or(|before| start < before);
        let executions: Vec<(Key, WindowExecution<'_>)> = plan
            .window(&self.window_id)
            .into_iter()
            .flat_map(|window| window.executions(from, page.now))
            .filter(|execution| is_before(execution.occurrence.start))
            .map(|execution| (latest_first(&execution), execution))
            .collect();
        let (executions, next_token) = page.sort_and_cut(executions);
        let window_executions =
            executions.iter().map(|execution| MaintenanceWindowExecution::of(execution, page.now)).collect();
        Ok(DescribeMaintenanceWindowExecutionsResult { window_executions, next_token })
    }
}

/// A window has one execution at an instant.
fn latest_first(execution: &WindowExecution<'_>) -> Key {
    (execution.occurrence.start.as_millis().saturating_neg(), String::new())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::testing::{at, create, does, does_at, refuses};
    use serde_json::{Value, json};

    const LIST: &str = "DescribeMaintenanceWindowExecutions";

    /// Every hour from 2026-11-24T10:00:00.991Z.
    fn plan() -> (Plan, String) {
        let mut plan = Plan::default();
        let id = create(&mut plan, json!({ "Schedule": "rate(1 hour)", "ScheduleTimezone": null }));
        (plan, id)
    }

    fn starts(answer: &Value) -> Vec<f64> {
        let executions = answer["WindowExecutions"].as_array().unwrap();
        executions.iter().map(|execution| execution["StartTime"].as_f64().unwrap()).collect()
    }

    #[test]
    fn the_latest_comes_first_and_may_be_in_progress() {
        let (mut plan, id) = plan();
        let answer = does_at(&mut plan, LIST, json!({ "WindowId": id }), at("2026-11-24T12:30:00Z"));
        assert_eq!(starts(&answer), [1_795_521_600.991, 1_795_518_000.991, 1_795_514_400.991]);
        assert_eq!(answer["WindowExecutions"][0]["Status"], "IN_PROGRESS");
    }

    #[test]
    fn pages_are_the_list_though_new_executions_begin_meanwhile() {
        let (mut plan, id) = plan();
        let now = at("2026-11-26T00:00:00Z");
        let whole = does_at(&mut plan, LIST, json!({ "WindowId": id, "MaxResults": 100 }), now);
        assert_eq!(starts(&whole).len(), 38);
        let mut pages: Vec<Value> = Vec::new();
        let mut request = json!({ "WindowId": id, "MaxResults": 10 });
        for hour in 0.. {
            let mut page = does_at(&mut plan, LIST, request.clone(), now.plus_hours(hour));
            pages.append(page["WindowExecutions"].as_array_mut().unwrap());
            request["NextToken"] = page["NextToken"].take();
            if request["NextToken"].is_null() {
                break;
            }
        }
        assert_eq!(Value::from(pages), whole["WindowExecutions"]);
    }

    #[test]
    fn executed_before_and_after_are_excluded() {
        let (mut plan, id) = plan();
        let between = json!([
            { "Key": "ExecutedAfter", "Values": ["2026-11-24T10:00:00.991Z"] },
            { "Key": "ExecutedBefore", "Values": ["2026-11-24T12:00:00.991Z"] },
        ]);
        let request = json!({ "WindowId": id, "Filters": between });
        let answer = does_at(&mut plan, LIST, request, at("2026-11-25T00:00:00Z"));
        assert_eq!(starts(&answer), [1_795_518_000.991]);
        refuses(
            &mut plan,
            LIST,
            json!({ "WindowId": id, "Filters": [{ "Key": "STATUS", "Values": ["SUCCESS"] }] }),
        );
    }

    #[test]
    fn a_window_that_is_not_there_has_no_executions() {
        let answer = does(&mut Plan::default(), LIST, json!({ "WindowId": "mw-0123456789abcdef0" }));
        assert_eq!(answer, json!({ "WindowExecutions": [] }));
    }
}
