//! What the calendar and the list show of a window. All of it is asked of the core.

use crate::words;
use std::sync::Arc;
use window_planner_core::{
    Timestamp,
    occurrence::Timing,
    plan::WindowId,
    window::{self, CreateMaintenanceWindowRequest},
};

/// A definition as it was read: its timing, or the last one that was valid.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// When the window runs.
    pub timing: Option<Arc<Timing>>,
    /// The same in words.
    pub description: Option<String>,
    /// The field that keeps the definition from being read; then the rest is the last one that could be.
    pub obstacle: Option<String>,
}

impl Reading {
    /// Reads a definition after `before` was read.
    #[must_use]
    pub fn of(definition: &CreateMaintenanceWindowRequest, before: Option<&Self>) -> Self {
        let (timing, found) = window::timing(definition).into_parts();
        if let Some(timing) = timing {
            return Self {
                description: Some(words::schedule(&timing)),
                timing: Some(Arc::new(timing)),
                obstacle: None,
            };
        }
        let obstacle =
            found.iter().find(|finding| finding.is_error()).map_or("Schedule", |finding| &finding.field);
        Self { obstacle: Some(obstacle.to_owned()), ..before.cloned().unwrap_or_default() }
    }

    /// The timing of the definition as it is written; none while it cannot be read.
    #[must_use]
    pub fn as_written(&self) -> Option<Arc<Timing>> {
        self.timing.clone().filter(|_| self.obstacle.is_none())
    }
}

/// What is shown of one window of the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// Which window.
    pub id: WindowId,
    /// Its name, or what stands for it.
    pub title: String,
    /// Its colour, from 0 on; see [`COLORS`](super::color::COLORS).
    pub color: u8,
    /// When it runs: as it is written, or as it was last valid.
    pub timing: Option<Arc<Timing>>,
    /// From when its schedule counts.
    pub anchor: Timestamp,
    /// Whether it runs at all.
    pub enabled: bool,
    /// Whether the calendar leaves it out.
    pub hidden: bool,
    /// The field that keeps it from being shown as it is written.
    pub obstacle: Option<String>,
    /// Its schedule in words.
    pub description: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{FieldName, example};

    #[test]
    fn a_broken_expression_leaves_the_last_valid_schedule_standing() {
        let mut definition = example(Timestamp::EPOCH).windows[0].definition.clone();
        let before = Reading::of(&definition, None);
        FieldName::Schedule.set(&mut definition, "cron(30 99 ? * TUE#3 *)");
        let after = Reading::of(&definition, Some(&before));
        assert_eq!((after.timing, after.description), (before.timing, before.description));
        assert_eq!(after.obstacle.as_deref(), Some("Schedule"));
    }

    #[test]
    fn a_wrong_name_does_not_touch_the_calendar() {
        let mut definition = example(Timestamp::EPOCH).windows[0].definition.clone();
        FieldName::Name.set(&mut definition, "no blanks allowed");
        assert_eq!(Reading::of(&definition, None).obstacle, None);
    }
}
