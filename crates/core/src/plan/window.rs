//! A window of an account: its definition, and what has happened to it.

use super::{ResourceType, Target, WindowId, WindowTarget, WindowTask, touches};
use crate::Timestamp;
use crate::occurrence::{Query, Timing};
use crate::record::Record;
use crate::window::{CreateMaintenanceWindowRequest, timing};

/// For how long AWS tells of executions: 30 days (AWS General Reference, quotas of Systems Manager).
pub(super) const HISTORY_MILLIS: i64 = 30 * 24 * 3_600_000;

/// A window.
#[derive(Clone, Debug, PartialEq, Record)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct Window {
    /// Its id.
    #[serde(rename = "WindowId")]
    pub id: WindowId,
    /// Its definition, as somebody wrote it, tags included. It may be wrong.
    pub definition: CreateMaintenanceWindowRequest,
    /// Whether it runs at all.
    #[serde(default = "enabled")]
    pub enabled: bool,
    /// When it was created.
    #[serde(rename = "CreatedDate")]
    pub created: Timestamp,
    /// When it was last changed.
    #[serde(rename = "ModifiedDate")]
    pub modified: Timestamp,
    /// From when its schedule counts: the creation, or the last change of `Schedule` or `StartDate`, or
    /// of `Enabled` to true (decision 12; AWS does not say). A rate runs at this instant and every
    /// period after it, unless `StartDate` is later.
    #[serde(rename = "AnchorDate")]
    pub anchor: Timestamp,
    /// From when on the definition has been as it is, and the window enabled or not.
    #[serde(rename = "SinceDate")]
    pub since: Timestamp,
    /// What its tasks run on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<WindowTarget>,
    /// What it does.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<WindowTask>,
    /// The schedules it had in the last 30 days: their executions are history, whatever it is now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub past_schedules: Vec<PastSchedule>,
    /// The executions that were cancelled.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cancellations: Vec<Cancellation>,
    /// The window as AWS has it; none while it exists in the plan only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_account: Option<InAccount>,
    /// Which of the app's colours is its own, from 0 on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<u8>,
}

fn enabled() -> bool {
    true
}

/// A window as AWS has it, so that only what differs from it need be sent.
#[derive(Clone, Debug, PartialEq, Record)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct InAccount {
    /// Its definition.
    pub definition: CreateMaintenanceWindowRequest,
    /// Whether it is enabled.
    pub enabled: bool,
}

/// A schedule that a window had for some time, enabled.
#[derive(Clone, Debug, PartialEq, Record)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct PastSchedule {
    /// The definition.
    pub definition: CreateMaintenanceWindowRequest,
    /// From when the schedule counted.
    #[serde(rename = "AnchorDate")]
    pub anchor: Timestamp,
    /// Executions that started from here on are its own.
    #[serde(rename = "SinceDate")]
    pub since: Timestamp,
    /// Executions that started before this instant are its own.
    #[serde(rename = "UntilDate")]
    pub until: Timestamp,
}

/// An execution that was cancelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct Cancellation {
    /// When the execution started.
    #[serde(rename = "StartTime")]
    pub start: Timestamp,
    /// When it was cancelled.
    #[serde(rename = "CancelledDate")]
    pub at: Timestamp,
}

impl Window {
    /// A window created at `now`, enabled.
    #[must_use]
    pub fn new(id: WindowId, definition: CreateMaintenanceWindowRequest, now: Timestamp) -> Self {
        Self {
            id,
            definition,
            enabled: true,
            created: now,
            modified: now,
            anchor: now,
            since: now,
            targets: Vec::new(),
            tasks: Vec::new(),
            past_schedules: Vec::new(),
            cancellations: Vec::new(),
            in_account: None,
            color: None,
        }
    }

    /// The name, or what stands for it where there is none.
    #[must_use]
    pub fn title(&self) -> &str {
        self.definition.name.as_deref().filter(|name| !name.is_empty()).unwrap_or("Unnamed window")
    }

    /// What decides when it runs; `None` while its definition is wrong. It is read anew at each call.
    #[must_use]
    pub fn timing(&self) -> Option<Timing> {
        timing(&self.definition).into_parts().0
    }

    /// Asks for the executions after an instant, of a schedule that counts from where this one does.
    #[must_use]
    pub fn query(&self, after: Timestamp) -> Query {
        Query::after(after).created(self.anchor)
    }

    /// The start of the next execution after `now`; none for a window that is disabled, wrong, over, or
    /// never runs. Source: outputs of `describe-maintenance-windows`, in which it is then absent.
    #[must_use]
    pub fn next_execution(&self, now: Timestamp) -> Option<Timestamp> {
        let timing = self.timing().filter(|_| self.enabled)?;
        timing.starts(&self.query(now)).next()
    }

    /// Makes of it, at `now`, a window of another definition, enabled or not. What it ran as before stays
    /// in its history; the anchor moves where decision 12 says so.
    pub fn change(&mut self, definition: CreateMaintenanceWindowRequest, enabled: bool, now: Timestamp) {
        let is_enabled_anew = enabled && !self.enabled;
        let is_scheduled_anew = self.definition.schedule != definition.schedule
            || self.definition.start_date != definition.start_date;
        if self.definition != definition || self.enabled != enabled {
            self.keep_past_schedule(now);
            self.since = now;
        }
        if is_enabled_anew || is_scheduled_anew {
            self.anchor = now;
        }
        self.definition = definition;
        self.enabled = enabled;
        self.modified = now;
    }

    /// Whether a target or a task of it is registered for what `asked` describes; see [`touches`].
    #[must_use]
    pub fn serves(&self, resource_type: ResourceType, asked: &[Target]) -> bool {
        let by_target = self
            .targets
            .iter()
            .any(|target| target.resource_type == resource_type && touches(&target.targets, asked));
        // A task names instances itself, or the window's targets.
        let by_task = || self.tasks.iter().any(|task| touches(&task.targets, asked));
        by_target || resource_type == ResourceType::Instance && by_task()
    }

    /// Whether it is known that no task may run on an instance: it is not registered, and others are not
    /// allowed. A tag or a group may be that of any instance.
    #[must_use]
    pub fn may_not_run_on(&self, instance_id: &str) -> bool {
        let may_be =
            |target: &Target| target.key != "InstanceIds" || target.values.iter().any(|id| id == instance_id);
        let is_open = self.definition.allow_unassociated_targets == Some(true);
        !is_open && !self.targets.iter().flat_map(|target| &target.targets).any(may_be)
    }

    fn keep_past_schedule(&mut self, now: Timestamp) {
        let oldest = now.plus_millis(-HISTORY_MILLIS);
        self.past_schedules.retain(|past| past.until >= oldest);
        self.cancellations.retain(|cancellation| cancellation.start >= oldest);
        if self.enabled && self.since < now {
            self.past_schedules.push(PastSchedule {
                definition: CreateMaintenanceWindowRequest {
                    description: None,
                    client_token: None,
                    tags: None,
                    ..self.definition.clone()
                },
                anchor: self.anchor,
                since: self.since,
                until: now,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        Timestamp::parse_rfc3339(text).unwrap()
    }

    fn window(schedule: &str, now: &str) -> Window {
        let definition = CreateMaintenanceWindowRequest {
            schedule: Some(schedule.into()),
            duration: Some(1),
            cutoff: Some(0),
            ..Default::default()
        };
        Window::new(WindowId::parse("mw-0ab12cd34e0000001").unwrap(), definition, at(now))
    }

    #[test]
    fn a_rate_counts_from_the_creation_and_its_first_run_begins_at_once() {
        let window = window("rate(7 days)", "2026-11-24T10:00:00.991Z");
        assert_eq!(window.next_execution(at("2026-11-24T10:00:00.990Z")), Some(window.created));
        assert_eq!(window.next_execution(window.created), Some(at("2026-12-01T10:00:00.991Z")));
    }

    #[test]
    fn only_what_concerns_the_schedule_moves_the_anchor() {
        let mut window = window("rate(7 days)", "2026-11-24T10:00:00Z");
        let longer = CreateMaintenanceWindowRequest { duration: Some(2), ..window.definition.clone() };
        window.change(longer.clone(), true, at("2026-11-25T00:00:00Z"));
        assert_eq!(window.anchor, window.created);
        window.change(longer.clone(), false, at("2026-11-26T00:00:00Z"));
        assert_eq!(
            (window.anchor, window.next_execution(at("2026-11-26T00:00:00Z"))),
            (window.created, None)
        );
        window.change(longer.clone(), true, at("2026-11-27T00:00:00Z"));
        assert_eq!(window.anchor, at("2026-11-27T00:00:00Z"));
        let other = CreateMaintenanceWindowRequest { schedule: Some("rate(8 days)".into()), ..longer };
        window.change(other, true, at("2026-11-28T00:00:00Z"));
        assert_eq!(window.anchor, at("2026-11-28T00:00:00Z"));
        assert_eq!(window.past_schedules.len(), 3);
    }

    #[test]
    fn what_is_older_than_thirty_days_is_forgotten() {
        let mut window = window("rate(1 day)", "2026-11-24T10:00:00Z");
        for (day, duration) in [("2026-11-25", 2), ("2026-12-24", 3), ("2027-02-01", 4)] {
            let changed =
                CreateMaintenanceWindowRequest { duration: Some(duration), ..window.definition.clone() };
            window.change(changed, true, at(&format!("{day}T00:00:00Z")));
        }
        assert_eq!(window.past_schedules.len(), 1);
    }
}
