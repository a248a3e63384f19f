//! What the executions of a window are drawn from.

use std::sync::Arc;
use window_planner_core::{
    Timestamp,
    occurrence::{Changes, Comparison, Course, Timing},
};

/// When a window runs, and what there is to mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    /// Its timing, as it is written or was last valid.
    pub timing: Arc<Timing>,
    /// From when its schedule counts.
    pub anchor: Timestamp,
    /// Whether it runs at all.
    pub enabled: bool,
    /// How AWS runs it, where an update is to be sent.
    pub update: Option<Update>,
    /// The starts of the executions that were cancelled.
    pub cancelled: Vec<Timestamp>,
}

/// An update that is to be sent.
#[derive(Clone, Debug, PartialEq)]
pub struct Update {
    /// How AWS runs the window; none where it does not.
    pub before: Option<(Arc<Timing>, Timestamp)>,
    /// Executions from here on will be other ones.
    pub since: Timestamp,
}

impl Drawn {
    /// A window that is only planned.
    #[must_use]
    pub fn planned(timing: Arc<Timing>, anchor: Timestamp) -> Self {
        Self { timing, anchor, enabled: true, update: None, cancelled: Vec::new() }
    }

    /// Whether there is anything to draw: it runs, or an update keeps it from running.
    #[must_use]
    pub const fn has_runs(&self) -> bool {
        self.enabled || self.update.is_some()
    }

    /// What the update does to the executions between two instants; `None` without one.
    #[must_use]
    pub fn changes(&self, from: Timestamp, until: Timestamp) -> Option<Changes> {
        let update = self.update.as_ref()?;
        let before = update.before.as_ref().map(|(timing, created)| Course { timing, created: *created });
        let after = self.enabled.then(|| Course { timing: &self.timing, created: self.anchor });
        Some(Comparison { before, after, since: update.since }.changes(from, until))
    }
}
