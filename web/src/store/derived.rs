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
    /// The field that keeps the draft itself from being shown; then this is the last one that could.
    pub obstacle: Option<String>,
}

/// What to show for a draft after `before` has been shown.
#[must_use]
pub fn shown(draft: &Draft, before: Option<&Shown>) -> Shown {
    let (timing, found) = window::timing(&draft.request).into_parts();
    if let Some(timing) = timing {
        return Shown {
            description: Some(schedule::describe(&timing)),
            timing: Some(timing),
            obstacle: None,
        };
    }
    let obstacle =
        found.iter().find(|finding| finding.is_error()).map_or("Schedule", |finding| &finding.field);
    Shown { obstacle: Some(obstacle.to_owned()), ..before.cloned().unwrap_or_default() }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::FieldName;

    #[test]
    fn a_broken_expression_leaves_the_last_valid_schedule_standing() {
        let mut draft = Draft::example();
        let before = shown(&draft, None);
        draft.set_text(FieldName::Schedule, "cron(30 99 ? * TUE#3 *)");
        let after = shown(&draft, Some(&before));
        assert_eq!((after.timing, after.description), (before.timing, before.description));
        assert_eq!(after.obstacle.as_deref(), Some("Schedule"));
    }

    #[test]
    fn a_wrong_name_does_not_touch_the_calendar() {
        let mut draft = Draft::example();
        draft.set_text(FieldName::Name, "no blanks allowed");
        assert_eq!(shown(&draft, None).obstacle, None);
        assert!(findings(&draft, Timestamp::EPOCH).iter().any(|finding| finding.field == "Name"));
    }

    #[test]
    fn an_update_sends_only_what_differs() {
        let mut draft = Draft::example();
        draft.purpose = Purpose::Update;
        assert_eq!(draft.update(), None);
        draft.window_id = "mw-0123456789abcdef0".to_owned();
        draft.keep_as_baseline();
        draft.set_text(FieldName::Duration, "6");
        assert!(draft.runs_already());
        draft.enabled = false;
        let expected = UpdateMaintenanceWindowRequest {
            window_id: Some("mw-0123456789abcdef0".to_owned()),
            duration: Some(6),
            enabled: Some(false),
            ..UpdateMaintenanceWindowRequest::default()
        };
        assert_eq!(draft.update().unwrap().request, expected);
    }
}
