//! An account in memory: its windows with their targets and tasks, and what has happened to them.
//!
//! A [`Plan`] holds what a person types, so a window's definition may be wrong; the API's operations
//! ([`crate::operations`]) only let right ones in. Nothing here reads a clock: what depends on the
//! present takes `now`.

mod asked;
mod calendar;
mod execution;
mod file;
mod ids;
mod parts;
mod standing;
mod state;
mod target;
mod task;
mod window;

/// Why a plan's file cannot be read.
pub use crate::record::Fault as FileError;
pub use asked::{Asked, Touch};
pub use calendar::CalendarFile;
pub use execution::{ExecutionStatus, TaskExecution, WindowExecution};
pub use file::VERSION;
pub(crate) use ids::digest;
pub use ids::{ExecutionId, IdForm, WindowId, WindowTargetId, WindowTaskId};
pub use state::WindowState;
use target::meets;
pub use target::{ResourceType, Target, WindowTarget, touches, values_of};
pub use task::{
    Alarm, AlarmConfiguration, AutomationParameters, CloudWatchOutputConfig, CutoffBehavior,
    LambdaParameters, LoggingInfo, NotificationConfig, RunCommandParameters, StepFunctionsParameters,
    TaskInvocationParameters, TaskParameterValues, TaskType, WindowTask,
};
pub use window::{Cancellation, InAccount, PastSchedule, Window};

use crate::Timestamp;
use crate::record::Record;
use crate::window::CreateMaintenanceWindowRequest;
use std::collections::{BTreeMap, HashSet};

/// The windows of an account, and the calendars of the days on which nothing should run.
#[derive(Clone, Debug, Default, PartialEq, Record)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct Plan {
    /// What people call it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its windows, in the order in which they came.
    pub windows: Vec<Window>,
    /// Calendars of freezes, as the files that hold them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub calendars: Vec<CalendarFile>,
    /// The client tokens that made something of the plan.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tokens: Vec<UsedToken>,
    /// How many ids were given out, so that none is given twice.
    #[serde(default)]
    serial: u64,
}

/// A client token and what it made: a call that is repeated with it makes nothing anew.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct UsedToken {
    /// `ClientToken`.
    pub token: String,
    /// The operation it was used with, and all other members of the request, as JSON.
    pub request: String,
    /// The id of what was made.
    pub id: String,
}

impl Plan {
    /// The window of this id.
    #[must_use]
    pub fn window(&self, id: &str) -> Option<&Window> {
        self.windows.iter().find(|window| window.id.as_str() == id)
    }

    /// The window of this id, to be changed.
    #[must_use]
    pub fn window_mut(&mut self, id: &str) -> Option<&mut Window> {
        self.windows.iter_mut().find(|window| window.id.as_str() == id)
    }

    /// Adds a window created at `now`, enabled, whatever its definition is worth. Its id is new.
    pub fn add(&mut self, definition: CreateMaintenanceWindowRequest, now: Timestamp) -> &mut Window {
        let name = definition.name.clone().unwrap_or_default();
        let id = WindowId::new(self.next_serial(), now, &name);
        self.insert(Window::new(id, definition, now))
    }

    /// Adds a window as it is, its id included. The id is the caller's to keep unique.
    pub fn insert(&mut self, window: Window) -> &mut Window {
        let index = self.windows.len();
        self.windows.push(window);
        #[expect(clippy::indexing_slicing, reason = "the window was pushed at this index just before")]
        &mut self.windows[index]
    }

    /// Adds a window like another one under another name, which AWS does not have: its targets and tasks
    /// have ids of their own.
    pub fn duplicate(&mut self, id: &str, name: String, now: Timestamp) -> Option<&mut Window> {
        let original = self.window(id)?.clone();
        let definition =
            CreateMaintenanceWindowRequest { name: Some(name), client_token: None, ..original.definition };
        let mut renamed = BTreeMap::new();
        let mut targets = original.targets;
        for target in &mut targets {
            let new = self.new_target_id(now);
            renamed.insert(target.window_target_id.to_string(), new.to_string());
            target.window_target_id = new;
        }
        let mut tasks = original.tasks;
        for task in &mut tasks {
            task.window_task_id = self.new_task_id(now);
            for value in task.targets.iter_mut().flat_map(|target| &mut target.values) {
                if let Some(new) = renamed.get(value) {
                    value.clone_from(new);
                }
            }
        }
        let copy = self.add(definition, now);
        (copy.targets, copy.tasks, copy.enabled) = (targets, tasks, original.enabled);
        Some(copy)
    }

    /// Takes a window away.
    pub fn remove(&mut self, id: &str) -> Option<Window> {
        let index = self.windows.iter().position(|window| window.id.as_str() == id)?;
        Some(self.windows.remove(index))
    }

    /// Takes over another plan's name, where this one has none, the client tokens that this one does not
    /// know, and the ids that were given out there.
    pub(crate) fn take_over(&mut self, other: &mut Self) {
        self.name = self.name.take().or_else(|| other.name.take());
        let known: HashSet<String> = self.tokens.iter().map(|used| used.token.clone()).collect();
        self.tokens.extend(other.tokens.drain(..).filter(|used| !known.contains(&used.token)));
        self.serial = self.serial.max(other.serial);
    }

    /// A new id for a target of a window.
    pub fn new_target_id(&mut self, now: Timestamp) -> WindowTargetId {
        WindowTargetId::new(self.next_serial(), now)
    }

    /// A new id for a task of a window.
    pub fn new_task_id(&mut self, now: Timestamp) -> WindowTaskId {
        WindowTaskId::new(self.next_serial(), now)
    }

    fn next_serial(&mut self) -> u64 {
        self.serial = self.serial.saturating_add(1);
        self.serial
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_windows_of_one_name_and_instant_have_two_ids() {
        let mut plan = Plan::default();
        let definition = CreateMaintenanceWindowRequest { name: Some("same".into()), ..Default::default() };
        let first = plan.add(definition.clone(), Timestamp::EPOCH).id.clone();
        let second = plan.add(definition, Timestamp::EPOCH).id.clone();
        assert_ne!(first, second);
        assert!(plan.remove(first.as_str()).is_some());
        assert!(plan.window(first.as_str()).is_none() && plan.window(second.as_str()).is_some());
    }
}
