//! `DescribeMaintenanceWindows`

use super::next_execution_time;
use crate::Timestamp;
use crate::operations::filter::{Filters, MaintenanceWindowFilter};
use crate::operations::page::{Key, Page};
use crate::operations::{Call, Operation, OperationError};
use crate::plan::{Plan, Window};
use crate::record::Record;
use crate::window::CreateMaintenanceWindowRequest;

/// What `DescribeMaintenanceWindows` takes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase", default)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct DescribeMaintenanceWindowsRequest {
    /// `Name`, how a name begins; `Enabled`, `true` or `false`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filters: Option<Vec<MaintenanceWindowFilter>>,
    /// The most windows of a page, 10 to 100; 50 where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_results: Option<i64>,
    /// From the answer before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// What `DescribeMaintenanceWindows` answers.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct DescribeMaintenanceWindowsResult {
    /// The windows, in the order in which they were created.
    pub window_identities: Vec<MaintenanceWindowIdentity>,
    /// Asks for the next page; absent on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// A window in a list.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct MaintenanceWindowIdentity {
    /// Its id.
    pub window_id: String,
    /// The name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Whether it runs.
    pub enabled: bool,
    /// Hours that it is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration: Option<i64>,
    /// Hours before its end from which no new task starts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cutoff: Option<i64>,
    /// `cron(...)`, `rate(...)` or `at(...)`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schedule: Option<String>,
    /// The IANA time zone of the schedule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schedule_timezone: Option<String>,
    /// Days after each time of a cron expression.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schedule_offset: Option<i64>,
    /// It does not run after, as it was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_date: Option<String>,
    /// It does not run before, as it was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_date: Option<String>,
    /// The start of the next execution; absent when there is none to come.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_execution_time: Option<String>,
}

impl MaintenanceWindowIdentity {
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
            ..
        } = window.definition.clone();
        Self {
            window_id: window.id.to_string(),
            name,
            description,
            enabled: window.enabled,
            duration,
            cutoff,
            schedule,
            schedule_timezone,
            schedule_offset,
            end_date,
            start_date,
            next_execution_time: next_execution_time(window, now),
        }
    }
}

impl Operation for DescribeMaintenanceWindowsRequest {
    const NAME: &'static str = "DescribeMaintenanceWindows";
    type Response = DescribeMaintenanceWindowsResult;

    fn perform(self, plan: &mut Plan, call: &Call) -> Result<Self::Response, OperationError> {
        let filters = Filters::of(self.filters, "Name; Enabled, true or false", |key, value| match key {
            "Name" => true,
            "Enabled" => flag(value).is_some(),
            _ => false,
        })?;
        let page = Page::of(call, self.max_results, self.next_token.as_deref())?;
        let passes = |window: &&Window| {
            filters.pass(|key, value| match key {
                "Name" => window.definition.name.as_deref().is_some_and(|name| name.starts_with(value)),
                _ => flag(value) == Some(window.enabled),
            })
        };
        let windows =
            plan.windows.iter().filter(passes).map(|window| (by_creation(window), window)).collect();
        let (windows, next_token) = page.sort_and_cut(windows);
        let window_identities =
            windows.into_iter().map(|window| MaintenanceWindowIdentity::of(window, page.now)).collect();
        Ok(DescribeMaintenanceWindowsResult { window_identities, next_token })
    }
}

/// The key of a window in a list.
pub(super) fn by_creation(window: &Window) -> Key {
    (window.created.as_millis(), window.id.to_string())
}

/// `true` or `false`. The API reference writes `True`.
fn flag(value: &str) -> Option<bool> {
    [("true", true), ("false", false)]
        .into_iter()
        .find_map(|(text, flag)| value.eq_ignore_ascii_case(text).then_some(flag))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::testing::{create, does, now, paged, refuses};
    use serde_json::{Value, json};

    const LIST: &str = "DescribeMaintenanceWindows";

    fn names(windows: &[Value]) -> Vec<&str> {
        let mut names: Vec<&str> = windows.iter().map(|window| window["Name"].as_str().unwrap()).collect();
        names.sort_unstable();
        names
    }

    #[track_caller]
    fn listed(filters: Value, expected: &[&str]) {
        let answer =
            does(&mut plan(), LIST, Value::Object([("Filters".to_owned(), filters)].into_iter().collect()));
        assert_eq!(names(answer["WindowIdentities"].as_array().unwrap()), expected);
    }

    fn plan() -> Plan {
        let mut plan = Plan::default();
        for name in ["Patch-a", "Patch-b", "patch", "Backup"] {
            create(&mut plan, json!({ "Name": name }));
        }
        let id = plan.windows[1].id.to_string();
        does(&mut plan, "UpdateMaintenanceWindow", json!({ "WindowId": id, "Enabled": false }));
        plan
    }

    #[test]
    fn a_window_passes_a_filter_by_one_value_and_has_to_pass_all() {
        listed(json!([]), &["Backup", "Patch-a", "Patch-b", "patch"]);
        listed(json!([{ "Key": "Name", "Values": ["Patch"] }]), &["Patch-a", "Patch-b"]);
        listed(json!([{ "Key": "Name", "Values": ["Patch", "B"] }]), &["Backup", "Patch-a", "Patch-b"]);
        listed(json!([{ "Key": "Enabled", "Values": ["True"] }]), &["Backup", "Patch-a", "patch"]);
        listed(
            json!([{ "Key": "Enabled", "Values": ["true", "false"] }]),
            &["Backup", "Patch-a", "Patch-b", "patch"],
        );
        let both = json!([{ "Key": "Enabled", "Values": ["false"] }, { "Key": "Name", "Values": ["Patch"] }]);
        listed(both, &["Patch-b"]);
    }

    #[test]
    fn other_filters_are_refused() {
        let mut plan = plan();
        for filter in [
            json!({ "Key": "Color", "Values": ["red"] }),
            json!({ "Key": "Enabled", "Values": ["yes"] }),
            json!({ "Key": "Name" }),
            json!({ "Values": ["a"] }),
        ] {
            refuses(&mut plan, LIST, json!({ "Filters": [filter] }));
        }
    }

    #[test]
    fn windows_that_come_and_go_between_pages_neither_double_nor_hide_another() {
        let mut plan = Plan::default();
        for hour in 0..25_i64 {
            let created = now().plus_hours(hour);
            let definition =
                CreateMaintenanceWindowRequest { name: Some(format!("w{hour:02}")), ..Default::default() };
            plan.add(definition, created);
        }
        let first = does(&mut plan, LIST, json!({ "MaxResults": 10 }));
        let gone: Vec<String> = [0, 9, 10].map(|index| plan.windows[index].id.to_string()).to_vec();
        for id in gone {
            plan.remove(&id);
        }
        let rest = does(&mut plan, LIST, json!({ "MaxResults": 100, "NextToken": first["NextToken"] }));
        let rest = names(rest["WindowIdentities"].as_array().unwrap()).len();
        assert_eq!(rest, 14);
        assert_eq!(paged(&mut plan, LIST, json!({}), "WindowIdentities", 10).len(), 22);
    }
}
