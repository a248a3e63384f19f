//! `DescribeMaintenanceWindowSchedule`

use crate::Timestamp;
use crate::occurrence::{Starts, Timing};
use crate::operations::filter::{Filters, MaintenanceWindowFilter, instant};
use crate::operations::page::{Key, Page};
use crate::operations::{Call, ErrorCode, Operation, OperationError, window};
use crate::plan::{Plan, ResourceType, Target, Window};
use crate::record::Record;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// What `DescribeMaintenanceWindowSchedule` takes: a window, or targets with their resource type, or
/// nothing, for all windows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase", default)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct DescribeMaintenanceWindowScheduleRequest {
    /// The window's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub window_id: Option<String>,
    /// Only windows that are registered for these resources.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub targets: Option<Vec<Target>>,
    /// What the targets name. Required with `Targets`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resource_type: Option<ResourceType>,
    /// `ScheduledBefore` and `ScheduledAfter`: ISO-8601, both excluded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filters: Option<Vec<MaintenanceWindowFilter>>,
    /// The most executions of a page; 50 where absent, never more than 1000.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_results: Option<i64>,
    /// From the answer before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// What `DescribeMaintenanceWindowSchedule` answers.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct DescribeMaintenanceWindowScheduleResult {
    /// The executions of all windows, in the order of their starts.
    pub scheduled_window_executions: Vec<ScheduledWindowExecution>,
    /// Asks for the next page; absent on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// An execution to come.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct ScheduledWindowExecution {
    /// The window's id.
    pub window_id: String,
    /// The window's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// When it starts, in the window's time zone: `2020-02-19T16:00Z`.
    pub execution_time: String,
}

impl Operation for DescribeMaintenanceWindowScheduleRequest {
    const NAME: &'static str = "DescribeMaintenanceWindowSchedule";
    type Response = DescribeMaintenanceWindowScheduleResult;

    fn perform(self, plan: &mut Plan, call: &Call) -> Result<Self::Response, OperationError> {
        let keys = "ScheduledBefore and ScheduledAfter, with a time such as 2027-01-01T00:00:00Z";
        let filters = Filters::of(self.filters, keys, |key, value| {
            matches!(key, "ScheduledBefore" | "ScheduledAfter") && instant(value).is_some()
        })?;
        if let Some(id) = &self.window_id {
            window(plan, id)?;
        }
        let targets = self.targets.unwrap_or_default();
        if !targets.is_empty() && self.resource_type.is_none() {
            let message = "Targets need a ResourceType.";
            return Err(OperationError::in_our_words(ErrorCode::Validation, message));
        }
        let page = Page::of(call, self.max_results, self.next_token.as_deref())?;
        let is_asked = |window: &&Window| {
            window.enabled
                && self.window_id.as_deref().is_none_or(|id| window.id.as_str() == id)
                && self
                    .resource_type
                    .filter(|_| !targets.is_empty())
                    .is_none_or(|of| window.serves(of, &targets))
        };
        let (after, before) = filters.bounds("ScheduledAfter", "ScheduledBefore");
        // The start that was given out last may be that of other windows too.
        let reached = page.after.as_ref().map(|(millis, _)| Timestamp::from_millis(*millis).plus_millis(-1));
        let after = [Some(page.now), after, reached].into_iter().flatten().max().unwrap_or(page.now);
        let schedules: Vec<(&Window, Timing)> = plan
            .windows
            .iter()
            .filter(is_asked)
            .filter_map(|window| Some((window, window.timing()?)))
            .collect();
        let (executions, next_token) = page.cut(Merged::new(&schedules, after, before));
        let scheduled_window_executions = executions
            .into_iter()
            .map(|(window, timing, start): (&Window, &Timing, Timestamp)| ScheduledWindowExecution {
                window_id: window.id.to_string(),
                name: window.definition.name.clone(),
                execution_time: timing.aws_text(start),
            })
            .collect();
        Ok(DescribeMaintenanceWindowScheduleResult { scheduled_window_executions, next_token })
    }
}

/// The executions of several windows, in the order of their starts; at one instant in that of the ids. Only
/// the next one of each is known.
struct Merged<'s> {
    schedules: Vec<(&'s Window, &'s Timing, Starts<'s>)>,
    next: BinaryHeap<Reverse<(Timestamp, &'s str, usize)>>,
}

impl<'s> Merged<'s> {
    fn new(schedules: &'s [(&'s Window, Timing)], after: Timestamp, before: Option<Timestamp>) -> Self {
        let mut merged = Self { schedules: Vec::new(), next: BinaryHeap::new() };
        for (index, (window, timing)) in schedules.iter().enumerate() {
            let query = window.query(after);
            let query = before.map_or(query, |before| query.before(before));
            merged.schedules.push((window, timing, timing.starts(&query)));
            merged.look_ahead(index);
        }
        merged
    }

    fn look_ahead(&mut self, index: usize) {
        if let Some((window, _, starts)) = self.schedules.get_mut(index)
            && let Some(start) = starts.next()
        {
            self.next.push(Reverse((start, window.id.as_str(), index)));
        }
    }
}

impl<'s> Iterator for Merged<'s> {
    type Item = (Key, (&'s Window, &'s Timing, Timestamp));

    fn next(&mut self) -> Option<Self::Item> {
        let Reverse((start, id, index)) = self.next.pop()?;
        let (window, timing) = self.schedules.get(index).map(|(window, timing, _)| (*window, *timing))?;
        self.look_ahead(index);
        Some(((start.as_millis(), id.to_owned()), (window, timing, start)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::testing::{at, create, does, now, paged, refused, refuses, with};
    use serde_json::{Value, json};

    const SCHEDULE: &str = "DescribeMaintenanceWindowSchedule";

    fn times(answer: &Value) -> Vec<&str> {
        let executions = answer["ScheduledWindowExecutions"].as_array().unwrap();
        executions.iter().map(|execution| execution["ExecutionTime"].as_str().unwrap()).collect()
    }

    /// Every hour from 10:00:00.991, and every day at five in the morning in Los Angeles.
    fn plan() -> Plan {
        let mut plan = Plan::default();
        create(&mut plan, json!({ "Name": "Hourly", "Schedule": "rate(1 hour)", "ScheduleTimezone": null }));
        let los_angeles = json!({ "Name": "Daily", "Schedule": "cron(0 5 ? * * *)", "ScheduleTimezone": "America/Los_Angeles" });
        create(&mut plan, los_angeles);
        plan
    }

    #[test]
    fn windows_are_merged_in_the_order_of_the_instants() {
        let answer = does(&mut plan(), SCHEDULE, json!({ "MaxResults": 4 }));
        assert_eq!(
            times(&answer),
            [
                "2026-11-24T11:00:00.991Z",
                "2026-11-24T12:00:00.991Z",
                "2026-11-24T05:00-08:00",
                "2026-11-24T13:00:00.991Z"
            ]
        );
        let first = &answer["ScheduledWindowExecutions"][0];
        assert_eq!((first["Name"].as_str(), first.as_object().unwrap().len()), (Some("Hourly"), 3));
    }

    #[test]
    fn pages_of_any_size_are_the_list() {
        let mut plan = plan();
        // At the same instants as the first.
        create(&mut plan, json!({ "Name": "Twin", "Schedule": "rate(1 hour)", "ScheduleTimezone": null }));
        let week = json!({ "Filters": [{ "Key": "ScheduledBefore", "Values": ["2026-12-01T00:00:00Z"] }] });
        let whole = does(&mut plan, SCHEDULE, with(week.clone(), json!({ "MaxResults": 1000 })));
        let whole = whole["ScheduledWindowExecutions"].as_array().unwrap().clone();
        assert_eq!(whole.len(), 2 * (6 * 24 + 13) + 7);
        for size in [1, 3, 50] {
            assert_eq!(paged(&mut plan, SCHEDULE, week.clone(), "ScheduledWindowExecutions", size), whole);
        }
    }

    #[test]
    fn an_endless_schedule_always_has_another_page() {
        let mut plan = Plan::default();
        create(&mut plan, json!({ "Schedule": "rate(1 minute)", "ScheduleTimezone": null }));
        let (mut token, mut last, mut count) = (Value::Null, now(), 0);
        for _ in 0..40 {
            let answer = does(&mut plan, SCHEDULE, json!({ "NextToken": token }));
            for time in times(&answer) {
                assert_eq!(at(time), last.plus_millis(60_000));
                last = at(time);
                count += 1;
            }
            token = answer["NextToken"].clone();
        }
        assert_eq!(count, 40 * 50);
        let huge = does(&mut plan, SCHEDULE, json!({ "MaxResults": 2_000_000_000 }));
        assert_eq!((times(&huge).len(), huge["NextToken"].is_string()), (1000, true));
    }

    #[test]
    fn before_and_after_are_excluded() {
        let between = |after: &str, before: &str| {
            json!({ "Filters": [
                { "Key": "ScheduledAfter", "Values": [after] }, { "Key": "ScheduledBefore", "Values": [before] },
            ] })
        };
        let answer =
            does(&mut plan(), SCHEDULE, between("2026-11-24T11:00:00.991Z", "2026-11-24T13:00:00.991Z"));
        assert_eq!(times(&answer), ["2026-11-24T12:00:00.991Z", "2026-11-24T05:00-08:00"]);
        let past = between("2020-01-01T00:00:00Z", "2026-11-24T12:00:00Z");
        assert_eq!(
            times(&does(&mut plan(), SCHEDULE, past)),
            ["2026-11-24T11:00:00.991Z"],
            "what has begun is no more to come"
        );
        for wrong in ["tomorrow", ""] {
            refuses(
                &mut plan(),
                SCHEDULE,
                json!({ "Filters": [{ "Key": "ScheduledAfter", "Values": [wrong] }] }),
            );
        }
    }

    #[test]
    fn one_window_can_be_asked_for() {
        let mut plan = plan();
        let id = plan.windows[1].id.to_string();
        let answer = does(&mut plan, SCHEDULE, json!({ "WindowId": id, "MaxResults": 2 }));
        assert_eq!(times(&answer), ["2026-11-24T05:00-08:00", "2026-11-25T05:00-08:00"]);
        let missing = json!({ "WindowId": "mw-0123456789abcdef0" });
        let message = "Maintenance window mw-0123456789abcdef0 does not exist";
        refused(&mut plan, SCHEDULE, missing, ErrorCode::DoesNotExist, message);
    }

    #[test]
    fn a_disabled_window_has_no_executions_to_come() {
        let mut plan = plan();
        let id = plan.windows[0].id.to_string();
        does(&mut plan, "UpdateMaintenanceWindow", json!({ "WindowId": id, "Enabled": false }));
        let answer = does(&mut plan, SCHEDULE, json!({ "MaxResults": 1 }));
        assert_eq!(times(&answer), ["2026-11-24T05:00-08:00"]);
        let answer = does(&mut plan, SCHEDULE, json!({ "WindowId": id }));
        assert_eq!(answer, json!({ "ScheduledWindowExecutions": [] }));
    }

    #[test]
    fn targets_need_their_type() {
        let targets = json!({ "Targets": [{ "Key": "tag:Role", "Values": ["web"] }] });
        assert_eq!(refuses(&mut plan(), SCHEDULE, targets).code, ErrorCode::Validation);
    }
}
