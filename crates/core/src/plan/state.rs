//! What a window is doing at an instant.

use super::Window;
use crate::Timestamp;
use crate::occurrence::{NoRuns, Occurrence, Query, Timing};
use crate::schedule::Schedule;

/// What a window is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WindowState {
    /// Its definition says no schedule that can be read.
    Invalid,
    /// It is disabled: it keeps its schedule and does not run.
    Disabled,
    /// An execution's window is open.
    Active(Occurrence),
    /// The next execution is to come.
    Waiting(Occurrence),
    /// It has run, or could have; it will not run again.
    Ended(NoRuns),
    /// It never runs.
    Never(NoRuns),
}

impl WindowState {
    /// The execution that is open or the next to come.
    #[must_use]
    pub fn occurrence(&self) -> Option<Occurrence> {
        match self {
            Self::Active(occurrence) | Self::Waiting(occurrence) => Some(*occurrence),
            _ => None,
        }
    }
}

impl Window {
    /// What the window is doing at `now`, when it was read as `timing` and counts from `anchor`
    /// ([`Window::counts_from`]).
    ///
    /// An execution that was cancelled is over, though tasks may still run on.
    ///
    /// A window that is in the plan only is taken to run by its calendar already, as its executions in
    /// the past show its pattern. The first run of a rate that is created now is no news.
    #[must_use]
    pub fn state(&self, timing: Option<&Timing>, anchor: Timestamp, now: Timestamp) -> WindowState {
        let Some(timing) = timing else { return WindowState::Invalid };
        if !self.enabled {
            return WindowState::Disabled;
        }
        let is_rate = matches!(timing.schedule(), Schedule::Rate(_));
        if !is_rate || self.runs_already() {
            let longest_ago = now.plus_hours(timing.duration().get().saturating_neg()).plus_millis(1);
            let open = timing.pattern(longest_ago, now.plus_millis(1), anchor);
            let is_cancelled = |run: &Occurrence| self.cancellations.iter().any(|it| it.start == run.start);
            if let Some(open) = open.last().filter(|run| run.end > now && !is_cancelled(run)) {
                return WindowState::Active(open);
            }
        }
        let query = Query::after(now).created(anchor);
        if let Some(next) = timing.occurrences(&query).next() {
            return WindowState::Waiting(next);
        }
        match timing.no_runs(&query) {
            None => WindowState::Invalid,
            Some(reason @ (NoRuns::MomentPast | NoRuns::YearsPast { .. })) => WindowState::Ended(reason),
            Some(reason @ NoRuns::EndDate) if timing.end_date().is_some_and(|end| end <= now) => {
                WindowState::Ended(reason)
            }
            Some(reason) => WindowState::Never(reason),
        }
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

    fn state(schedule: &str, end_date: Option<&str>, now: &str) -> WindowState {
        let definition = CreateMaintenanceWindowRequest {
            schedule: Some(schedule.into()),
            end_date: end_date.map(str::to_owned),
            duration: Some(4),
            cutoff: Some(1),
            ..Default::default()
        };
        let now = at(now);
        let window = Window::new(WindowId::parse("mw-0123456789abcdef0").unwrap(), definition, now);
        window.state(window.timing().as_ref(), window.counts_from(now), now)
    }

    #[track_caller]
    fn active_from(state: WindowState, start: &str) {
        assert!(matches!(state, WindowState::Active(run) if run.start == at(start)), "{state:?}");
    }

    #[track_caller]
    fn waits_for(state: WindowState, start: &str) {
        assert!(matches!(state, WindowState::Waiting(run) if run.start == at(start)), "{state:?}");
    }

    #[test]
    fn a_window_is_active_from_its_start_to_just_before_its_end() {
        let daily = "cron(0 2 ? * * *)";
        waits_for(state(daily, None, "2026-11-24T01:59:59Z"), "2026-11-24T02:00:00Z");
        active_from(state(daily, None, "2026-11-24T02:00:00Z"), "2026-11-24T02:00:00Z");
        active_from(state(daily, None, "2026-11-24T05:59:59Z"), "2026-11-24T02:00:00Z");
        waits_for(state(daily, None, "2026-11-24T06:00:00Z"), "2026-11-25T02:00:00Z");
    }

    #[test]
    fn an_execution_that_was_cancelled_is_over() {
        let now = at("2026-11-24T03:00:00Z");
        let definition = CreateMaintenanceWindowRequest {
            schedule: Some("cron(0 2 ? * * *)".into()),
            duration: Some(4),
            cutoff: Some(1),
            ..Default::default()
        };
        let created = at("2026-11-20T00:00:00Z");
        let id = WindowId::parse("mw-0123456789abcdef0").unwrap();
        let mut window = Window::new(id, definition, created);
        assert!(window.cancel(at("2026-11-24T02:00:00Z"), now));
        let state = window.state(window.timing().as_ref(), created, now.plus_hours(1));
        waits_for(state, "2026-11-25T02:00:00Z");
    }

    #[test]
    fn the_first_run_of_a_rate_that_is_created_now_is_no_news() {
        waits_for(state("rate(7 days)", None, "2026-11-24T00:00:00Z"), "2026-12-01T00:00:00Z");
    }

    #[test]
    fn what_is_over_is_told_apart_from_what_never_runs() {
        let now = "2026-11-24T00:00:00Z";
        assert_eq!(state("at(2026-11-20T02:00:00)", None, now), WindowState::Ended(NoRuns::MomentPast));
        let year = state("cron(0 2 ? * * 2025)", None, now);
        assert_eq!(year, WindowState::Ended(NoRuns::YearsPast { last: 2025 }));
        let ended = state("cron(0 2 ? * * *)", Some("2026-11-01T00:00:00Z"), now);
        assert_eq!(ended, WindowState::Ended(NoRuns::EndDate));
        let too_early = state("cron(0 2 1 1 ? *)", Some("2026-12-01T00:00:00Z"), now);
        assert_eq!(too_early, WindowState::Never(NoRuns::EndDate));
        assert_eq!(state("cron(0 2 31 2 ? *)", None, now), WindowState::Never(NoRuns::NoSuchDay));
        assert_eq!(state("cron(0 99 ? * * *)", None, now), WindowState::Invalid);
    }
}
