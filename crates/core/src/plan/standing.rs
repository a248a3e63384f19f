//! How a window of the plan stands to the window that AWS has: what is still to be sent, what is wrong
//! with it, and from when its schedule counts.

use super::{InAccount, Window};
use crate::Timestamp;
use crate::diagnostic::{Code, Diagnostic};
use crate::occurrence::Timing;
use crate::schedule::Schedule;
use crate::window::{Difference, UpdateMaintenanceWindowRequest, check_create, check_update, diff, timing};

impl Window {
    /// The update that makes this window of the one that AWS has, its id included; `None` for a window
    /// that is in the plan only, which a create request makes.
    #[must_use]
    pub fn update(&self) -> Option<Difference> {
        let current = self.in_account.as_ref()?;
        let difference = diff(&current.definition, &self.definition)
            .with_enabled(Some(current.enabled), Some(self.enabled));
        let request =
            UpdateMaintenanceWindowRequest { window_id: Some(self.id.to_string()), ..difference.request };
        Some(Difference { request, ..difference })
    }

    /// Whether AWS has the window just as it is here.
    #[must_use]
    pub fn is_applied(&self) -> bool {
        self.in_account.as_ref().is_some_and(|current| {
            self.enabled == current.enabled && diff(&current.definition, &self.definition).is_empty()
        })
    }

    /// Whether AWS has the window, enabled and with this very schedule, so that it runs already. A change
    /// of `Schedule` or `StartDate`, or enabling it, begins it anew (decision 12).
    #[must_use]
    pub fn runs_already(&self) -> bool {
        self.in_account.as_ref().is_some_and(|current| {
            let same_schedule = current.definition.schedule == self.definition.schedule;
            let same_start = current.definition.start_date == self.definition.start_date;
            current.enabled && same_schedule && same_start
        })
    }

    /// From when its schedule counts, for someone who plans it at `now`: a window that runs already
    /// counts from its anchor; any other begins when the request is sent, which is taken to be now.
    ///
    /// An anchor of 1970 says that the creation is not known. It does not matter to a calendar of long
    /// ago; a rate counts from now then, for want of better.
    #[must_use]
    pub fn counts_from(&self, now: Timestamp) -> Timestamp {
        // Most are not, and need not be read to tell.
        let is_cron = || self.definition.schedule.as_deref().is_some_and(|text| text.starts_with("cron"));
        let is_rate = || {
            !is_cron()
                && matches!(self.timing(), Some(timing) if matches!(timing.schedule(), Schedule::Rate(_)))
        };
        let is_known = || self.anchor != Timestamp::EPOCH || !is_rate();
        if self.runs_already() && is_known() { self.anchor } else { now }
    }

    /// When the window that AWS has runs, and from when its schedule counts; none where it does not run.
    /// `planned` is the instant from which a schedule counts that is not AWS's yet, as in
    /// [`Window::counts_from`].
    #[must_use]
    pub fn course_in_account(&self, planned: Timestamp) -> Option<(Timing, Timestamp)> {
        let current = self.in_account.as_ref().filter(|current| current.enabled)?;
        let timing = timing(&current.definition).into_parts().0?;
        let is_known = self.anchor != Timestamp::EPOCH || !matches!(timing.schedule(), Schedule::Rate(_));
        Some((timing, if is_known { self.anchor } else { planned }))
    }

    /// All that is found about the window at `now`, for what is to become of it: a create request, an
    /// update, or nothing when AWS has it as it is.
    #[must_use]
    pub fn findings(&self, now: Timestamp) -> Vec<Diagnostic> {
        let (_, whole) = check_create(&self.definition, now).into_parts();
        let (Some(current), Some(update)) = (&self.in_account, self.update()) else { return whole };
        let mut found = if self.is_applied() {
            Vec::new()
        } else {
            check_update(&current.definition, &update.request, now).into_parts().1
        };
        // What AWS would refuse today it has taken before; what is doubtful stays so.
        let doubtful = whole.into_iter().filter(|finding| !finding.is_error() && !found.contains(finding));
        found.extend(doubtful.collect::<Vec<_>>());
        if self.is_applied() {
            found.retain(|finding| finding.code != Code::AtPast);
        }
        found
    }

    /// Takes the window for one that AWS has just as it is here, created or updated at `now`.
    ///
    /// A window is created enabled, so that one that is disabled here still has an update to come.
    pub fn mark_as_applied(&mut self, now: Timestamp) {
        let (definition, enabled) = (self.definition.clone(), self.enabled);
        let enabled_there = if let Some(before) = self.in_account.take() {
            // What it ran as until now stays in its history.
            (self.definition, self.enabled) = (before.definition, before.enabled);
            self.change(definition.clone(), enabled, now);
            enabled
        } else {
            (self.created, self.modified, self.anchor, self.since) = (now, now, now, now);
            true
        };
        self.in_account = Some(InAccount { definition, enabled: enabled_there });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::WindowId;
    use crate::window::CreateMaintenanceWindowRequest;

    fn at(text: &str) -> Timestamp {
        Timestamp::parse_rfc3339(text).unwrap()
    }

    fn window(schedule: &str) -> Window {
        let definition = CreateMaintenanceWindowRequest {
            name: Some("Nightly".into()),
            schedule: Some(schedule.into()),
            duration: Some(2),
            cutoff: Some(0),
            allow_unassociated_targets: Some(false),
            ..Default::default()
        };
        let id = WindowId::parse("mw-0123456789abcdef0").unwrap();
        Window::new(id, definition, at("2026-11-01T00:00:00Z"))
    }

    fn codes(window: &Window, now: &str) -> Vec<Code> {
        window.findings(at(now)).into_iter().map(|finding| finding.code).collect()
    }

    #[test]
    fn an_update_sends_only_what_differs() {
        let mut window = window("cron(0 2 ? * SUN *)");
        assert_eq!(window.update(), None);
        window.mark_as_applied(window.created);
        assert!(window.is_applied());
        window.definition.duration = Some(6);
        window.enabled = false;
        let expected = UpdateMaintenanceWindowRequest {
            window_id: Some("mw-0123456789abcdef0".to_owned()),
            duration: Some(6),
            enabled: Some(false),
            ..UpdateMaintenanceWindowRequest::default()
        };
        assert_eq!(window.update().unwrap().request, expected);
        window.mark_as_applied(at("2026-11-24T00:00:00Z"));
        assert!(window.is_applied() && window.past_schedules.len() == 1);
    }

    #[test]
    fn a_window_is_created_enabled_so_a_disabled_one_has_an_update_to_come() {
        let mut window = window("cron(0 2 ? * SUN *)");
        window.enabled = false;
        window.mark_as_applied(window.created);
        assert_eq!(window.update().unwrap().request.enabled, Some(false));
        window.mark_as_applied(window.created);
        assert!(window.is_applied());
    }

    #[test]
    fn what_runs_already_counts_from_its_anchor_and_all_else_from_now() {
        let now = at("2026-11-24T00:00:00Z");
        let mut window = window("rate(7 days)");
        assert_eq!(window.counts_from(now), now);
        window.mark_as_applied(window.created);
        assert_eq!(window.counts_from(now), window.created);
        window.anchor = Timestamp::EPOCH;
        assert_eq!(window.counts_from(now), now, "nobody knows when a rate of 1970 began");
        window.definition.schedule = Some("cron(0 2 ? * SUN *)".into());
        assert_eq!(window.counts_from(now), now);
        window.mark_as_applied(Timestamp::EPOCH);
        assert_eq!(window.counts_from(now), Timestamp::EPOCH);
    }

    #[test]
    fn an_edited_window_still_runs_in_aws_as_it_was() {
        let now = at("2026-11-24T00:00:00Z");
        let mut window = window("rate(7 days)");
        assert_eq!(window.course_in_account(now), None);
        window.mark_as_applied(window.created);
        window.definition.schedule = Some("rate(8 days)".into());
        let (timing, counts_from) = window.course_in_account(now).unwrap();
        assert_eq!((timing.schedule().to_string().as_str(), counts_from), ("rate(7 days)", window.created));
        window.anchor = Timestamp::EPOCH;
        assert_eq!(window.course_in_account(now).unwrap().1, now, "nobody knows when a rate of 1970 began");
        window.in_account.as_mut().unwrap().enabled = false;
        assert_eq!(window.course_in_account(now), None);
    }

    #[test]
    fn a_window_that_aws_has_as_it_is_has_no_errors_but_its_doubts() {
        let mut window = window("at(2026-11-20T02:00:00)");
        assert_eq!(codes(&window, "2026-11-24T00:00:00Z"), [Code::AtPast]);
        window.mark_as_applied(window.created);
        assert_eq!(codes(&window, "2026-11-24T00:00:00Z"), []);
        window.definition.schedule = Some("cron(0 2 31 2 ? *)".into());
        window.mark_as_applied(window.created);
        assert_eq!(codes(&window, "2026-11-24T00:00:00Z"), [Code::NeverRuns]);
        window.definition.name = Some("no blanks".into());
        assert_eq!(codes(&window, "2026-11-24T00:00:00Z"), [Code::NamePattern, Code::NeverRuns]);
    }
}
