//! What is registered with windows: targets and tasks.

use super::Merge;
use crate::Timestamp;
use crate::diagnostic::{Code, Diagnostic};
use crate::import::report::Count;
use crate::import::{Fate, Placed, Registered, Report};
use crate::json;
use crate::plan::{Plan, Window, WindowId, WindowTarget, WindowTask};
use crate::record::{self, WriteRecord};
use std::collections::{HashMap, HashSet};

impl Merge<'_> {
    /// Puts targets or tasks into their window. One of a known id takes the place of the one that was
    /// there; one that is yet to be registered is new, unless its like is there.
    pub(super) fn register<T: Registrable>(&mut self, id: &WindowId, incoming: Vec<Placed<Registered<T>>>) {
        let Some(at) = self.index.get(id).copied() else {
            for Placed { place, .. } in incoming {
                self.no_window(&place, id, T::NOUN);
            }
            return;
        };
        self.touch(at);
        let Some(window) = self.plan.windows.get(at) else { return };
        let list = T::list(window).iter().enumerate();
        let mut known: HashMap<String, usize> = list.map(|(at, known)| (known.id().to_owned(), at)).collect();
        let mut likes: HashSet<String> = T::list(window).iter().map(Registrable::content).collect();
        let mut told = HashSet::new();
        for Placed { place, value: Registered { value, has_id } } in incoming {
            let content = value.content();
            let is_like = likes.contains(&content);
            likes.insert(content);
            if !has_id && is_like {
                T::count(&mut self.report).add(Fate::Same);
                continue;
            }
            let value = if has_id { value } else { value.with_new_id(self.plan, self.now) };
            let is_second = !told.insert(value.id().to_owned());
            let Some(list) = self.plan.windows.get_mut(at).map(T::list_mut) else { return };
            let fate = match known.get(value.id()).and_then(|at| list.get_mut(*at)) {
                None => {
                    known.insert(value.id().to_owned(), list.len());
                    list.push(value);
                    Fate::New
                }
                Some(before) => {
                    let value = value.completed_by(before);
                    let is_same = *before == value;
                    *before = value;
                    if is_same { Fate::Same } else { Fate::Changed }
                }
            };
            if is_second && fate == Fate::Changed {
                let message = format!("{} is told twice, and not the same.", T::NOUN);
                let finding = Diagnostic::new(Code::ImportTwice, "", message);
                self.find(&place, finding.help("What is told last counts."));
            }
            T::count(&mut self.report).add(fate);
        }
    }
}

/// What can be registered with a window.
pub(super) trait Registrable: Sized + PartialEq + WriteRecord {
    const NOUN: &'static str;

    /// The member that has its id.
    const ID: &'static str;

    fn id(&self) -> &str;
    fn with_new_id(self, plan: &mut Plan, now: Timestamp) -> Self;
    /// It, with what its answer leaves out as it is known.
    fn completed_by(self, known: &Self) -> Self;
    fn list(window: &Window) -> &[Self];
    fn list_mut(window: &mut Window) -> &mut Vec<Self>;
    fn count(report: &mut Report) -> &mut Count;

    /// All of it but its id, to be compared.
    fn content(&self) -> String {
        let mut value = record::to_value(self);
        if let Some(members) = value.as_object_mut() {
            members.remove(Self::ID);
        }
        json::text(&value)
    }
}

impl Registrable for WindowTarget {
    const NOUN: &'static str = "This target";
    const ID: &'static str = "WindowTargetId";

    fn id(&self) -> &str {
        self.window_target_id.as_str()
    }

    fn with_new_id(self, plan: &mut Plan, now: Timestamp) -> Self {
        Self { window_target_id: plan.new_target_id(now), ..self }
    }

    fn completed_by(self, _known: &Self) -> Self {
        self
    }

    fn list(window: &Window) -> &[Self] {
        &window.targets
    }

    fn list_mut(window: &mut Window) -> &mut Vec<Self> {
        &mut window.targets
    }

    fn count(report: &mut Report) -> &mut Count {
        &mut report.targets
    }
}

impl Registrable for WindowTask {
    const NOUN: &'static str = "This task";
    const ID: &'static str = "WindowTaskId";

    fn id(&self) -> &str {
        self.window_task_id.as_str()
    }

    fn with_new_id(self, plan: &mut Plan, now: Timestamp) -> Self {
        Self { window_task_id: plan.new_task_id(now), ..self }
    }

    fn completed_by(self, known: &Self) -> Self {
        let parameters = self.task_invocation_parameters.or_else(|| known.task_invocation_parameters.clone());
        Self { task_invocation_parameters: parameters, ..self }
    }

    fn list(window: &Window) -> &[Self] {
        &window.tasks
    }

    fn list_mut(window: &mut Window) -> &mut Vec<Self> {
        &mut window.tasks
    }

    fn count(report: &mut Report) -> &mut Count {
        &mut report.tasks
    }
}
