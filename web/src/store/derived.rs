//! What follows from a draft. All of it is asked of the core.

use super::{Draft, Purpose};
use window_planner_core::{
    Timestamp,
    diagnostic::Diagnostic,
    occurrence::Timing,
    schedule,
    window::{self, Difference, UpdateMaintenanceWindowRequest},
};

/// What the calendar shows: the draft's timing, or the last one that was valid.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    /// When the window runs.
    pub timing: Option<Timing>,
    /// The same in words.
    pub description: Option<String>,
    /// Whether the draft has gone on to something that cannot be shown.
    pub stale: bool,
}

/// What to show for a draft after `before` has been shown.
#[must_use]
pub fn shown(draft: &Draft, before: Option<&Shown>) -> Shown {
    match window::timing(&draft.request).into_parts().0 {
        Some(timing) => Shown { description: Some(schedule::describe(&timing)), timing: Some(timing), stale: false },
        None => Shown { stale: true, ..before.cloned().unwrap_or_default() },
    }
}

/// All that is found about a draft, for what it is to become.
#[must_use]
pub fn findings(draft: &Draft, now: Timestamp) -> Vec<Diagnostic> {
    let update = draft.update();
    let checked = match (&draft.baseline, update) {
        (Some(baseline), Some(update)) => window::check_update(&baseline.definition, &update.request, now),
        _ => window::check_create(&draft.request, now),
    };
    checked.into_parts().1
}

impl Draft {
    /// The update that makes this window of the one that AWS has; `None` while that one is not
    /// known, or when the window is to be created.
    #[must_use]
    pub fn update(&self) -> Option<Difference> {
        let baseline = self.baseline.as_ref().filter(|_| self.purpose == Purpose::Update)?;
        let difference = window::diff(&baseline.definition, &self.request);
        let request = UpdateMaintenanceWindowRequest {
            window_id: (!self.window_id.is_empty()).then(|| self.window_id.clone()),
            enabled: (self.enabled != baseline.enabled).then_some(self.enabled),
            ..difference.request
        };
        Some(Difference { request, ..difference })
    }
}
