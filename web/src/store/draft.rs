//! The window being written, and the window it starts from.

use serde::{Deserialize, Serialize};
use window_planner_core::window::CreateMaintenanceWindowRequest;

/// What the request is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Purpose {
    /// A window that does not exist yet.
    #[default]
    Create,
    /// Changes to a window that AWS has.
    Update,
}

/// A window as AWS has it, so that only what differs from it need be sent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Baseline {
    /// Its definition.
    pub definition: CreateMaintenanceWindowRequest,
    /// Whether it is enabled.
    pub enabled: bool,
}

/// The window being written. Any text may stand in it; what is wrong is the core's to say.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Draft {
    /// The definition.
    pub request: CreateMaintenanceWindowRequest,
    /// What becomes of it.
    pub purpose: Purpose,
    /// The window to update; empty while it is not known.
    pub window_id: String,
    /// Whether it is to be enabled. A new window always is.
    pub enabled: bool,
    /// The window as AWS has it; in an update only.
    pub baseline: Option<Baseline>,
}

impl Draft {
    /// What the app opens with: a window that patches two days after Patch Tuesday's week has had
    /// its say, and that runs over midnight.
    #[must_use]
    pub fn example() -> Self {
        Self::to_create(CreateMaintenanceWindowRequest {
            name: Some("Production-Patching".to_owned()),
            description: Some("Monthly patches, two days after the third Tuesday".to_owned()),
            schedule: Some("cron(30 23 ? * TUE#3 *)".to_owned()),
            schedule_timezone: Some("America/Los_Angeles".to_owned()),
            schedule_offset: Some(2),
            duration: Some(4),
            cutoff: Some(1),
            allow_unassociated_targets: Some(false),
            ..CreateMaintenanceWindowRequest::default()
        })
    }

    /// A beginning for a window of one's own: Sundays at 02:00 in `zone`, three hours.
    #[must_use]
    pub fn blank(zone: &str) -> Self {
        Self::to_create(CreateMaintenanceWindowRequest {
            name: Some("New-Window".to_owned()),
            schedule: Some("cron(0 2 ? * SUN *)".to_owned()),
            schedule_timezone: Some(zone.to_owned()),
            duration: Some(3),
            cutoff: Some(1),
            allow_unassociated_targets: Some(false),
            ..CreateMaintenanceWindowRequest::default()
        })
    }

    fn to_create(request: CreateMaintenanceWindowRequest) -> Self {
        Self { request, purpose: Purpose::Create, window_id: String::new(), enabled: true, baseline: None }
    }

    /// Takes the window as it stands for the one that AWS has, so that what is changed from now on
    /// is sent.
    pub fn keep_as_baseline(&mut self) {
        self.baseline = Some(Baseline { definition: self.request.clone(), enabled: self.enabled });
    }

    /// Whether AWS has the window, enabled and with this very schedule, so that it runs already.
    /// A change of `Schedule` or `StartDate`, or enabling it, begins it anew.
    #[must_use]
    pub fn runs_already(&self) -> bool {
        self.baseline.as_ref().filter(|_| self.purpose == Purpose::Update).is_some_and(|baseline| {
            let same_schedule = baseline.definition.schedule == self.request.schedule;
            let same_start = baseline.definition.start_date == self.request.start_date;
            baseline.enabled && same_schedule && same_start
        })
    }

    /// The name, or what stands for it where there is none.
    #[must_use]
    pub fn title(&self) -> String {
        self.request.name.clone().unwrap_or_else(|| "Unnamed window".to_owned())
    }
}
