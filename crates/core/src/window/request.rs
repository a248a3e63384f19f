//! The requests as AWS's clients write them.

use crate::record::Record;

/// One tag of a resource.
#[derive(Clone, Debug, Default, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct Tag {
    /// 1 to 128 characters.
    pub key: String,
    /// Up to 256 characters.
    pub value: String,
}

/// What `CreateMaintenanceWindow` takes.
///
/// Every member is optional here, so that an unfinished request can be held and checked; the check
/// says which ones are missing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase", default, deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct CreateMaintenanceWindowRequest {
    /// Required. 3 to 128 letters, digits, `_`, `-` and `.`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// 1 to 128 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// No execution before it: ISO-8601, such as `2027-01-01T00:00:00-08:00`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_date: Option<String>,
    /// No execution after it: ISO-8601, such as `2027-06-30T00:00:00-07:00`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_date: Option<String>,
    /// Required. `cron(...)`, `rate(...)` or `at(...)`, 1 to 256 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schedule: Option<String>,
    /// The IANA time zone of the schedule; UTC where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schedule_timezone: Option<String>,
    /// Days to wait after each time of a cron expression, 1 to 6.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schedule_offset: Option<i64>,
    /// Required. Hours that the window is open, 1 to 24.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration: Option<i64>,
    /// Required. Hours before the end from which no new task starts, 0 to 23 and below `Duration`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cutoff: Option<i64>,
    /// Required. Whether tasks may run on managed nodes that are not registered as targets.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allow_unassociated_targets: Option<bool>,
    /// 1 to 64 characters that make a repeated call harmless.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_token: Option<String>,
    /// At most 1000.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
}

/// What `UpdateMaintenanceWindow` takes: only the members that are given change, unless `Replace`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase", default, deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct UpdateMaintenanceWindowRequest {
    /// Required. `mw-` and 17 hexadecimal digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub window_id: Option<String>,
    /// 3 to 128 letters, digits, `_`, `-` and `.`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// 1 to 128 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// No execution before it: ISO-8601.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_date: Option<String>,
    /// No execution after it: ISO-8601.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_date: Option<String>,
    /// `cron(...)`, `rate(...)` or `at(...)`, 1 to 256 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schedule: Option<String>,
    /// The IANA time zone of the schedule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schedule_timezone: Option<String>,
    /// Days to wait after each time of a cron expression, 1 to 6.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schedule_offset: Option<i64>,
    /// Hours that the window is open, 1 to 24.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration: Option<i64>,
    /// Hours before the end from which no new task starts, 0 to 23 and below `Duration`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cutoff: Option<i64>,
    /// Whether tasks may run on managed nodes that are not registered as targets.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allow_unassociated_targets: Option<bool>,
    /// Whether the window runs at all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    /// Makes all that `CreateMaintenanceWindow` requires required here too, and clears every other
    /// member that is not given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replace: Option<bool>,
}
