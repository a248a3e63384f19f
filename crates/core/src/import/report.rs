//! What became of an import.

use super::finding::Finding;
use crate::Timestamp;
use crate::plan::WindowId;
use crate::window::NextExecution;

/// What an import did to a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Each window that the import touched, in the order of the plan.
    pub windows: Vec<WindowReport>,
    /// How many updates were applied to their windows.
    pub updates: usize,
    /// The targets that came in.
    pub targets: Count,
    /// The tasks that came in.
    pub tasks: Count,
    /// The calendars that came in.
    pub calendars: Count,
    /// Executions to come that AWS told.
    pub scheduled: Agreement,
    /// Executions that have begun.
    pub executions: Agreement,
    /// What is wrong, was left out, or is worth knowing, each with its place.
    pub findings: Vec<Finding>,
    /// How many more findings there are, too many to be told.
    pub more_findings: usize,
}

/// What an import did to a window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WindowReport {
    /// Its id.
    pub id: WindowId,
    /// Its name, or what stands for it.
    pub title: String,
    /// What became of it.
    pub fate: Fate,
    /// The members that are not as the plan had them, in AWS's spelling, `Targets` and `Tasks` included.
    pub changed: Vec<&'static str>,
    /// AWS's `NextExecutionTime` beside our next execution.
    pub next_execution: Option<ComparedExecution>,
}

/// An execution that AWS told, beside ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ComparedExecution {
    /// When AWS told it starts.
    pub told: Timestamp,
    /// What that says about ours.
    pub says: NextExecution,
}

impl ComparedExecution {
    /// By how many milliseconds AWS's comes after ours, negative where it comes before; none where they
    /// agree, or where there is none of ours.
    #[must_use]
    pub fn difference(self) -> Option<i64> {
        match self.says {
            NextExecution::Differs(ours) => Some(self.told.millis_since(ours?)),
            NextExecution::Agrees | NextExecution::FixesRate(_) => None,
        }
    }
}

/// What became of a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It exists in the account and is new in the plan.
    New,
    /// It is to be created.
    Planned,
    /// The plan had it, and it is another now.
    Changed,
    /// The plan had it as it is.
    Same,
}

impl Fate {
    /// The word for it.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Planned => "to be created",
            Self::Changed => "changed",
            Self::Same => "unchanged",
        }
    }
}

/// How many came in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// The plan did not have them.
    pub new: usize,
    /// The plan had others in their place.
    pub changed: usize,
    /// The plan had them.
    pub same: usize,
}

impl Count {
    /// All of them.
    #[must_use]
    pub fn all(self) -> usize {
        self.new.saturating_add(self.changed).saturating_add(self.same)
    }

    pub(super) fn add(&mut self, fate: Fate) {
        let count = match fate {
            Fate::New | Fate::Planned => &mut self.new,
            Fate::Changed => &mut self.changed,
            Fate::Same => &mut self.same,
        };
        *count = count.saturating_add(1);
    }
}

/// How many executions that AWS tells are ours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Agreement {
    /// Ours start then too.
    pub agree: usize,
    /// None of ours starts then.
    pub differ: usize,
}

impl Agreement {
    pub(super) fn add(&mut self, agrees: bool) {
        let count = if agrees { &mut self.agree } else { &mut self.differ };
        *count = count.saturating_add(1);
    }
}

impl Report {
    /// It in a few sentences.
    #[must_use]
    pub fn summary(&self) -> Vec<String> {
        let windows = [Fate::New, Fate::Planned, Fate::Changed, Fate::Same]
            .map(|fate| (self.windows.iter().filter(|window| window.fate == fate).count(), fate.words()));
        let mut lines: Vec<String> =
            [came_in(self.windows.len(), "window", &windows)].into_iter().flatten().collect();
        for (count, noun) in [(self.targets, "target"), (self.tasks, "task"), (self.calendars, "calendar")] {
            let Count { new, changed, same } = count;
            let parts = [(new, Fate::New), (changed, Fate::Changed), (same, Fate::Same)]
                .map(|(count, fate)| (count, fate.words()));
            lines.extend(came_in(count.all(), noun, &parts));
        }
        match self.updates {
            0 => {}
            1 => lines.push("1 update was applied to its window.".to_owned()),
            count => lines.push(format!("{count} updates were applied to their windows.")),
        }
        if lines.is_empty() {
            lines.push("Nothing came in.".to_owned());
        }
        lines.extend(self.next_executions());
        for (Agreement { agree, differ }, which) in
            [(self.scheduled, "AWS's executions to come"), (self.executions, "AWS's executions so far")]
        {
            let parts = joined(&[(agree, "of ours"), (differ, "of none of ours")]);
            lines.extend(parts.map(|parts| format!("{which}: {parts}.")));
        }
        match self.more_findings {
            0 => {}
            1 => lines.push("1 further finding is not told.".to_owned()),
            count => lines.push(format!("{count} further findings are not told.")),
        }
        lines
    }

    fn next_executions(&self) -> Option<String> {
        let (mut agree, mut fix, mut differ) = (0_usize, 0_usize, 0_usize);
        for next in self.windows.iter().filter_map(|window| window.next_execution) {
            let count = match next.says {
                NextExecution::Agrees => &mut agree,
                NextExecution::FixesRate(_) => &mut fix,
                NextExecution::Differs(_) => &mut differ,
            };
            *count = count.saturating_add(1);
        }
        let parts = joined(&[
            (agree, if agree == 1 { "agrees with ours" } else { "agree with ours" }),
            (fix, if fix == 1 { "tells from when a rate counts" } else { "tell from when a rate counts" }),
            (differ, if differ == 1 { "differs from ours" } else { "differ from ours" }),
        ]);
        parts.map(|parts| format!("AWS's next executions: {parts}."))
    }
}

/// `3 windows came in: 2 new, 1 changed.`; nothing for none.
fn came_in(count: usize, noun: &str, parts: &[(usize, &str)]) -> Option<String> {
    let plural = if count == 1 { "" } else { "s" };
    joined(parts).map(|parts| format!("{count} {noun}{plural} came in: {parts}."))
}

/// `2 new, 1 changed`, without what there is none of.
fn joined(parts: &[(usize, &str)]) -> Option<String> {
    let parts: Vec<String> =
        parts.iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}")).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}
