//! Executions that have begun, derived from the schedules a window had.
//!
//! Nobody runs tasks here, so how long they take is an assumption, made once (decision 15): an execution
//! is in progress while its window is open, whatever it does; its tasks run one priority after the
//! other, each with an equal share of the time until the cutoff, the last ones until the end.

use super::window::HISTORY_MILLIS;
use super::{Cancellation, ExecutionId, Plan, Window, WindowTask};
use crate::Timestamp;
use crate::distinct::distinct;
use crate::occurrence::{Occurrence, Query};
use crate::record::Record;
use crate::window::timing;

/// How an execution is doing, or a task's part in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub enum ExecutionStatus {
    /// It has not begun.
    Pending,
    /// It runs.
    InProgress,
    /// It has ended well.
    Success,
    /// It has failed. Never of a plan's own executions.
    Failed,
    /// It took too long. Never of a plan's own executions.
    TimedOut,
    /// It was cancelled, and what had begun still runs.
    Cancelling,
    /// It was cancelled.
    Cancelled,
    /// It was left out, since the one before still ran. Never of a plan's own executions.
    SkippedOverlapping,
}

/// An execution of a window that has begun.
#[derive(Clone, Debug)]
pub struct WindowExecution<'p> {
    /// The window.
    pub window: &'p Window,
    /// Its start, cutoff and end by the schedule that the window had then.
    pub occurrence: Occurrence,
    /// When it was cancelled.
    pub cancelled: Option<Timestamp>,
}

/// A task's part in an execution.
#[derive(Clone, Copy, Debug)]
pub struct TaskExecution<'p> {
    /// The task.
    pub task: &'p WindowTask,
    /// When it begins.
    pub start: Timestamp,
    /// When it ends.
    pub end: Timestamp,
    cancelled: Option<Timestamp>,
}

impl Plan {
    /// The execution of this id, if it has begun at `now`, within the last 30 days.
    #[must_use]
    pub fn execution(&self, id: &ExecutionId, now: Timestamp) -> Option<WindowExecution<'_>> {
        let start = id.start()?;
        let window = self.windows.iter().find(|window| ExecutionId::of(&window.id, start) == *id)?;
        window.executions(start, now).find(|execution| execution.occurrence.start == start)
    }
}

impl Window {
    /// The executions that started at `from` or later and have begun at `now`, by start; at most those
    /// of the last 30 days.
    pub fn executions(&self, from: Timestamp, now: Timestamp) -> impl Iterator<Item = WindowExecution<'_>> {
        let from = from.max(now.plus_millis(-HISTORY_MILLIS));
        let past =
            self.past_schedules.iter().map(|past| (&past.definition, past.anchor, past.since, past.until));
        let present = self.enabled.then_some((&self.definition, self.anchor, self.since, Timestamp::HORIZON));
        past.chain(present).flat_map(move |(definition, anchor, since, until)| {
            let query = Query::after(since.max(from).plus_millis(-1))
                .before(until.min(now.plus_millis(1)))
                .created(anchor);
            let occurrences: Vec<Occurrence> = timing(definition)
                .value()
                .map(|timing| timing.occurrences(&query).collect())
                .unwrap_or_default();
            occurrences.into_iter().map(|occurrence| self.execution(occurrence))
        })
    }

    /// The execution that is in progress at `now`: the latest one that has begun and whose window is open.
    #[must_use]
    pub fn execution_in_progress(&self, now: Timestamp) -> Option<WindowExecution<'_>> {
        self.executions(now.plus_hours(-24), now).filter(|execution| execution.occurrence.end > now).last()
    }

    /// Cancels the execution that started at an instant, if it is in progress at `now`; whether it was.
    pub fn cancel(&mut self, start: Timestamp, now: Timestamp) -> bool {
        let is_in_progress = self.status_of(start, now) == Some(ExecutionStatus::InProgress);
        if is_in_progress {
            self.cancellations.push(Cancellation { start, at: now });
        }
        is_in_progress
    }

    /// How the execution that started at an instant is doing at `now`; `None` where none did.
    #[must_use]
    pub fn status_of(&self, start: Timestamp, now: Timestamp) -> Option<ExecutionStatus> {
        let execution = self.executions(start, now).find(|execution| execution.occurrence.start == start)?;
        Some(execution.status(now))
    }

    fn execution(&self, occurrence: Occurrence) -> WindowExecution<'_> {
        let cancellation =
            self.cancellations.iter().find(|cancellation| cancellation.start == occurrence.start);
        WindowExecution { window: self, occurrence, cancelled: cancellation.map(|found| found.at) }
    }
}

impl<'p> WindowExecution<'p> {
    /// Its id: always the same.
    #[must_use]
    pub fn id(&self) -> ExecutionId {
        ExecutionId::of(&self.window.id, self.occurrence.start)
    }

    /// How it is doing at `now`.
    #[must_use]
    pub fn status(&self, now: Timestamp) -> ExecutionStatus {
        match self.cancelled {
            Some(_) if self.end(now).is_none() => ExecutionStatus::Cancelling,
            Some(_) => ExecutionStatus::Cancelled,
            None if now < self.occurrence.end => ExecutionStatus::InProgress,
            None => ExecutionStatus::Success,
        }
    }

    /// What AWS says of it beside its status. Source: outputs in the user guide.
    #[must_use]
    pub fn status_details(&self, now: Timestamp) -> Option<&'static str> {
        let is_idle = self.window.tasks.is_empty() && self.status(now) == ExecutionStatus::Success;
        is_idle.then_some("No tasks to execute.")
    }

    /// When it ended; `None` while it goes on at `now`.
    #[must_use]
    pub fn end(&self, now: Timestamp) -> Option<Timestamp> {
        let end = match self.cancelled {
            None => self.occurrence.end,
            Some(cancelled) => {
                let running = self.tasks().into_iter().filter(|task| task.runs_at(cancelled));
                // With nothing left to wait for it is cancelled in the next moment.
                running.map(|task| task.end).max().unwrap_or(cancelled.plus_millis(1))
            }
        };
        (end <= now).then_some(end)
    }

    /// The parts of its tasks, those of the first priority first.
    #[must_use]
    pub fn tasks(&self) -> Vec<TaskExecution<'p>> {
        let priorities = distinct(self.window.tasks.iter().map(|task| task.priority));
        let Occurrence { start, cutoff, end, .. } = self.occurrence;
        let count = i64::try_from(priorities.len()).unwrap_or(i64::MAX);
        let share = cutoff.millis_since(start).checked_div(count).unwrap_or(0);
        let mut tasks = Vec::new();
        let mut begin = start;
        for (priority, following) in priorities.iter().zip(priorities.iter().skip(1).map(Some).chain([None]))
        {
            let stop = if following.is_some() { begin.plus_millis(share) } else { end };
            let of_priority = self.window.tasks.iter().filter(|task| task.priority == *priority);
            tasks.extend(of_priority.map(|task| TaskExecution {
                task,
                start: begin,
                end: stop,
                cancelled: self.cancelled,
            }));
            begin = stop;
        }
        tasks
    }
}

impl TaskExecution<'_> {
    /// How it is doing at `now`. A cancelled execution lets what has begun go on to its end.
    #[must_use]
    pub fn status(&self, now: Timestamp) -> ExecutionStatus {
        let never_begins = self.cancelled.is_some_and(|cancelled| cancelled <= now && cancelled < self.start);
        match () {
            () if never_begins => ExecutionStatus::Cancelled,
            () if now < self.start => ExecutionStatus::Pending,
            () if now < self.end => ExecutionStatus::InProgress,
            () => ExecutionStatus::Success,
        }
    }

    fn runs_at(&self, now: Timestamp) -> bool {
        self.start <= now && now < self.end
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::TaskType;
    use crate::window::CreateMaintenanceWindowRequest;

    fn at(text: &str) -> Timestamp {
        Timestamp::parse_rfc3339(text).unwrap()
    }

    /// Daily at 02:00 UTC, four hours with one of cutoff.
    fn plan(priorities: &[u64]) -> Plan {
        let mut plan = Plan::default();
        let definition = CreateMaintenanceWindowRequest {
            name: Some("Nightly".into()),
            schedule: Some("cron(0 2 ? * * *)".into()),
            duration: Some(4),
            cutoff: Some(1),
            ..Default::default()
        };
        let created = at("2026-11-20T12:00:00Z");
        let tasks: Vec<WindowTask> = priorities
            .iter()
            .map(|&priority| {
                let id = plan.new_task_id(created);
                WindowTask {
                    priority,
                    ..WindowTask::new(id, TaskType::RunCommand, "AWS-RunPatchBaseline".into())
                }
            })
            .collect();
        plan.add(definition, created).tasks = tasks;
        plan
    }

    fn starts(plan: &Plan, now: &str) -> Vec<String> {
        let window = &plan.windows[0];
        window.executions(Timestamp::EPOCH, at(now)).map(|run| run.occurrence.start.to_string()).collect()
    }

    #[test]
    fn executions_follow_the_schedule_that_the_window_had_then() {
        let mut plan = plan(&[]);
        let window = &mut plan.windows[0];
        let later = CreateMaintenanceWindowRequest {
            schedule: Some("cron(0 5 ? * * *)".into()),
            ..window.definition.clone()
        };
        window.change(later.clone(), true, at("2026-11-22T03:00:00Z"));
        window.change(later.clone(), false, at("2026-11-22T12:00:00Z"));
        window.change(later, true, at("2026-11-23T12:00:00Z"));
        assert_eq!(
            starts(&plan, "2026-11-24T05:00:00Z"),
            ["2026-11-21T02:00:00Z", "2026-11-22T02:00:00Z", "2026-11-22T05:00:00Z", "2026-11-24T05:00:00Z"]
        );
    }

    #[test]
    fn an_execution_is_found_by_its_id_once_it_has_begun() {
        let plan = plan(&[]);
        let (before, start) = (at("2026-11-22T01:59:59.999Z"), at("2026-11-22T02:00:00Z"));
        let id = ExecutionId::of(&plan.windows[0].id, start);
        assert!(plan.execution(&id, before).is_none());
        assert_eq!(plan.execution(&id, start).unwrap().occurrence.start, start);
        assert!(plan.execution(&id, at("2026-12-25T00:00:00Z")).is_none(), "AWS forgets it after 30 days");
        let no_start = ExecutionId::of(&plan.windows[0].id, at("2026-11-22T02:00:01Z"));
        assert!(plan.execution(&no_start, at("2026-11-23T00:00:00Z")).is_none());
    }

    #[test]
    fn an_execution_without_tasks_is_in_progress_while_the_window_is_open() {
        let plan = plan(&[]);
        let open = at("2026-11-22T05:59:59Z");
        let run = plan.windows[0].execution_in_progress(open).unwrap();
        assert_eq!(
            (run.status(open), run.end(open), run.status_details(open)),
            (ExecutionStatus::InProgress, None, None)
        );
        let closed = at("2026-11-22T06:00:00Z");
        assert_eq!((run.status(closed), run.end(closed)), (ExecutionStatus::Success, Some(closed)));
        assert_eq!(run.status_details(closed), Some("No tasks to execute."));
        assert!(plan.windows[0].execution_in_progress(closed).is_none());
    }

    #[test]
    fn a_cancelled_execution_lets_running_tasks_end_and_never_begins_the_others() {
        let mut plan = plan(&[5, 1, 1]);
        let (start, cancelled) = (at("2026-11-22T02:00:00Z"), at("2026-11-22T02:30:00Z"));
        plan.windows[0].cancellations.push(Cancellation { start, at: cancelled });
        let run = plan.windows[0].execution_in_progress(cancelled).unwrap();
        let statuses = |now| run.tasks().iter().map(|task| task.status(now)).collect::<Vec<_>>();
        assert_eq!(run.status(cancelled), ExecutionStatus::Cancelling);
        assert_eq!(
            statuses(cancelled),
            [ExecutionStatus::InProgress, ExecutionStatus::InProgress, ExecutionStatus::Cancelled]
        );
        // Two priorities share the three hours until the cutoff.
        let ended = at("2026-11-22T03:30:00Z");
        assert_eq!((run.status(ended), run.end(ended)), (ExecutionStatus::Cancelled, Some(ended)));
        assert_eq!(
            statuses(ended),
            [ExecutionStatus::Success, ExecutionStatus::Success, ExecutionStatus::Cancelled]
        );
    }

    #[test]
    fn only_what_is_in_progress_is_cancelled_and_once() {
        let mut plan = plan(&[]);
        let window = &mut plan.windows[0];
        let start = at("2026-11-22T02:00:00Z");
        let cancel = |window: &mut Window, now| window.cancel(start, at(now));
        assert!(!cancel(window, "2026-11-22T01:59:00Z"), "it has not begun");
        assert!(!cancel(window, "2026-11-22T06:00:00Z"), "it has ended");
        assert_eq!(window.cancellations, []);
        assert!(cancel(window, "2026-11-22T02:30:00Z"));
        assert!(!cancel(window, "2026-11-22T02:40:00Z"), "it is cancelled already");
        assert_eq!(window.cancellations.len(), 1);
        assert_eq!(window.status_of(start, at("2026-11-22T03:00:00Z")), Some(ExecutionStatus::Cancelled));
        assert_eq!(window.status_of(start.plus_hours(1), at("2026-11-22T04:00:00Z")), None);
    }

    #[test]
    fn with_no_task_running_a_cancelled_execution_is_cancelled_in_the_next_moment() {
        let mut plan = plan(&[]);
        let (start, cancelled) = (at("2026-11-22T02:00:00Z"), at("2026-11-22T02:30:00Z"));
        plan.windows[0].cancellations.push(Cancellation { start, at: cancelled });
        let run = plan.windows[0].execution_in_progress(cancelled).unwrap();
        assert_eq!(run.status(cancelled), ExecutionStatus::Cancelling);
        assert_eq!(run.status(cancelled.plus_millis(1)), ExecutionStatus::Cancelled);
    }
}
