//! Changes of what is registered with the selected window: its targets and tasks.

use super::Store;
use leptos::prelude::*;
use window_planner_core::{
    Timestamp,
    plan::{
        Plan, ResourceType, Target, TaskType, Window, WindowTarget, WindowTargetId, WindowTask, WindowTaskId,
        values_of,
    },
};

impl Store {
    /// Reads a target of the selected window.
    pub(crate) fn with_target<T>(
        self,
        id: &WindowTargetId,
        read: impl FnOnce(&WindowTarget) -> T,
    ) -> Option<T> {
        let find =
            |window: &Window| window.targets.iter().find(|target| target.window_target_id == *id).map(read);
        self.with_current(find).flatten()
    }

    /// Reads a task of the selected window.
    pub(crate) fn with_task<T>(
        self,
        id: &WindowTaskId,
        read: impl FnOnce(&Window, &WindowTask) -> T,
    ) -> Option<T> {
        let find = |window: &Window| {
            let task = window.tasks.iter().find(|task| task.window_task_id == *id)?;
            Some(read(window, task))
        };
        self.with_current(find).flatten()
    }

    /// Changes a target of the selected window. Changes of one `part`, one after the other, are one step.
    pub(crate) fn edit_target(self, id: &WindowTargetId, part: &str, change: impl FnOnce(&mut WindowTarget)) {
        let key = format!("target {id} {part}");
        self.edit_current(&format!("change of a target's {part}"), Some(&key), |window| {
            window.targets.iter_mut().find(|target| target.window_target_id == *id).map(change);
        });
    }

    /// Changes a task of the selected window. Changes of one `part`, one after the other, are one step.
    pub(crate) fn edit_task(self, id: &WindowTaskId, part: &str, change: impl FnOnce(&mut WindowTask)) {
        let key = format!("task {id} {part}");
        self.edit_current(&format!("change of a task's {part}"), Some(&key), |window| {
            window.tasks.iter_mut().find(|task| task.window_task_id == *id).map(change);
        });
    }

    /// Registers a target by a tag that is still to be named.
    pub(crate) fn add_target(self) -> Option<WindowTargetId> {
        self.add_registered("new target", |window, plan, now| {
            let target = WindowTarget {
                window_target_id: plan.new_target_id(now),
                resource_type: ResourceType::Instance,
                targets: vec![Target { key: "tag:".to_owned(), values: Vec::new() }],
                owner_information: None,
                name: None,
                description: None,
            };
            let id = target.window_target_id.clone();
            window.targets.push(target);
            id
        })
    }

    /// Registers a command that is still to be named; on the window's only target, if it has one.
    pub(crate) fn add_task(self) -> Option<WindowTaskId> {
        self.add_registered("new task", |window, plan, now| {
            let mut task = WindowTask::new(plan.new_task_id(now), TaskType::RunCommand, String::new());
            if let [only] = &window.targets[..] {
                let values = vec![only.window_target_id.to_string()];
                task.targets = vec![Target { key: "WindowTargetIds".to_owned(), values }];
                (task.max_concurrency, task.max_errors) = (Some("1".to_owned()), Some("1".to_owned()));
            }
            let id = task.window_task_id.clone();
            window.tasks.push(task);
            id
        })
    }

    /// Deregisters a target, and with `from_tasks` takes it out of the tasks that run on it.
    pub(crate) fn remove_target(self, id: &WindowTargetId, title: &str, from_tasks: bool) {
        let done = format!("{title} was removed from the targets.");
        self.remove_registered("removal of a target", done, |window| {
            window.targets.retain(|target| target.window_target_id != *id);
            for task in window.tasks.iter_mut().filter(|_| from_tasks) {
                for target in task.targets.iter_mut().filter(|target| target.key == "WindowTargetIds") {
                    target.values.retain(|value| value != id.as_str());
                }
                task.targets.retain(|target| !target.values.is_empty());
            }
        });
    }

    /// Deregisters a task.
    pub(crate) fn remove_task(self, id: &WindowTaskId, title: &str) {
        let done = format!("{title} was removed from the tasks.");
        self.remove_registered("removal of a task", done, |window| {
            window.tasks.retain(|task| task.window_task_id != *id);
        });
    }

    /// Adds something to the selected window, whose id only the plan can give.
    fn add_registered<T>(
        self,
        words: &str,
        add: impl FnOnce(&mut Window, &mut Plan, Timestamp) -> T,
    ) -> Option<T> {
        let current = self.current.get_untracked()?;
        let now = self.opened_at;
        let mut added = None;
        self.change(words, |plan| {
            let Some(mut window) = plan.window(current.id.as_str()).cloned() else { return };
            added = Some(add(&mut window, plan, now));
            if let Some(place) = plan.window_mut(current.id.as_str()) {
                *place = window;
            }
        });
        added
    }

    fn remove_registered(self, words: &str, done: String, remove: impl FnOnce(&mut Window)) {
        let Some(current) = self.current.get_untracked() else { return };
        self.change_and_say(words, done, |plan| {
            plan.window_mut(current.id.as_str()).map(remove);
        });
    }
}

/// The tasks of a window that run on one of its targets.
pub(crate) fn tasks_on<'w>(window: &'w Window, id: &WindowTargetId) -> impl Iterator<Item = &'w WindowTask> {
    let id = id.to_string();
    window
        .tasks
        .iter()
        .filter(move |task| values_of(&task.targets, "WindowTargetIds").any(|value| value == id))
}
