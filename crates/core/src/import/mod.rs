//! Files that people have → windows of a plan.
//!
//! [`Import::read`] takes what AWS's clients print of an account, requests and plans, in any mixture, and
//! tells what came in. [`Import::merge_into`] puts it into a plan and tells what became of it. Nothing is
//! left out, replaced or kept without a word.
//!
//! ```
//! use window_planner_core::Timestamp;
//! use window_planner_core::import::{File, Import};
//! use window_planner_core::plan::Plan;
//!
//! let text = r#"{"WindowIdentities": [{
//!     "WindowId": "mw-0ecb1226dd7b2e9a6", "Name": "MyMaintenanceWindow-1", "Enabled": true,
//!     "Schedule": "rate(180 minutes)", "Duration": 2, "Cutoff": 1,
//!     "NextExecutionTime": "2020-02-12T23:19:20.596Z"}]}"#;
//! let now = Timestamp::parse_rfc3339("2020-02-12T22:00:00Z").unwrap();
//!
//! let mut plan = Plan::default();
//! let report = Import::read([File { name: "windows.json", text }]).merge_into(&mut plan, now);
//!
//! // Without it, nobody would know from when the rate counts.
//! let next = plan.windows[0].next_execution(now).unwrap();
//! assert_eq!(next.to_string(), "2020-02-12T23:19:20.596Z");
//! assert_eq!(
//!     report.summary(),
//!     ["1 window came in: 1 new.", "AWS's next executions: 1 tells from when a rate counts."]
//! );
//! ```

mod describe;
mod document;
mod finding;
mod instant;
mod item;
mod merge;
mod parts;
mod registered;
mod report;
mod text;
mod twice;
mod window;

pub use finding::{Finding, Lines, Place};
pub use instant::read_instant;
pub use item::{GREATEST_SIZE, Item, Items, Kind, Remark, items};
pub use registered::{BegunExecution, Registered, ScheduledExecution};
pub use report::{Agreement, ComparedExecution, Count, Fate, Report, WindowReport};
pub use window::Described;

use crate::diagnostic::{Code, Diagnostic};
use crate::freeze::Calendar;
use crate::pace::{Pace, at_once};
use crate::plan::{CalendarFile, Plan, WindowId, WindowTarget, WindowTask};
use crate::window::{CreateMaintenanceWindowRequest, Request, UpdateMaintenanceWindowRequest};
use crate::zone::Zone;
use finding::Findings;
use item::items_at;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Of how many findings of one object the line is looked up; it costs a walk over the object. The others are
/// told at the object's own line.
const MOST_PLACES: usize = 100;

/// A text to be read, with the name that people know it by.
#[derive(Clone, Copy, Debug)]
pub struct File<'t> {
    /// As people call it: `windows.json`, `the clipboard`.
    pub name: &'t str,
    /// All of it.
    pub text: &'t str,
}

/// What came in.
#[derive(Clone, Debug, Default)]
pub struct Import {
    /// Plans, whole.
    pub plans: Vec<Placed<Plan>>,
    /// Windows as AWS tells them.
    pub windows: Vec<Placed<Described>>,
    /// Windows that are to be created.
    pub created: Vec<Placed<CreateMaintenanceWindowRequest>>,
    /// Updates of windows.
    pub updates: Vec<Placed<(WindowId, UpdateMaintenanceWindowRequest)>>,
    /// Targets, by the window that they belong to.
    pub targets: BTreeMap<WindowId, Vec<Placed<Registered<WindowTarget>>>>,
    /// Tasks, by the window that they belong to.
    pub tasks: BTreeMap<WindowId, Vec<Placed<Registered<WindowTask>>>>,
    /// Executions that have begun, by window.
    pub executions: BTreeMap<WindowId, Vec<Placed<BegunExecution>>>,
    /// Executions to come, by window.
    pub scheduled: BTreeMap<WindowId, Vec<Placed<ScheduledExecution>>>,
    /// iCalendar files.
    pub calendars: Vec<CalendarFile>,
    /// What is wrong with the files, and what they lack.
    pub findings: Vec<Finding>,
    /// How many more findings there are, too many to be told.
    pub more_findings: usize,
}

/// Something, and where it was found.
#[derive(Clone, Debug)]
pub struct Placed<T> {
    /// Where.
    pub place: Place,
    /// What.
    pub value: T,
}

impl Import {
    /// Reads files, each of them whatever it is: JSON as AWS's clients print it or take it, several
    /// documents one after the other, a plan, an iCalendar file.
    #[must_use]
    pub fn read<'t>(files: impl IntoIterator<Item = File<'t>>) -> Self {
        at_once(Self::read_at(&mut Pace::whole(), files))
    }

    /// [`Import::read`], with the rests of `pace` between the objects.
    pub async fn read_at<'t>(pace: &mut Pace, files: impl IntoIterator<Item = File<'t>>) -> Self {
        let mut import = Self::default();
        let mut findings = Findings::default();
        for file in files {
            import.read_file(file, &mut findings, pace).await;
        }
        (import.findings, import.more_findings) = findings.into_parts();
        import
    }

    /// Whether nothing came in that a plan can have.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.plans.is_empty()
            && self.windows.is_empty()
            && self.created.is_empty()
            && self.updates.is_empty()
            && self.targets.is_empty()
            && self.tasks.is_empty()
            && self.executions.is_empty()
            && self.scheduled.is_empty()
            && self.calendars.is_empty()
    }

    async fn read_file(&mut self, file: File<'_>, findings: &mut Findings, pace: &mut Pace) {
        let name: Arc<str> = file.name.into();
        if Calendar::is_begun_by(file.text) {
            self.read_calendar(file, &name, findings);
            return;
        }
        let lines = Lines::of(file.text);
        let found = items_at(pace, file.text).await;
        let place = |path: &str, at: usize| Place {
            file: Arc::clone(&name),
            line: lines.number_at(at),
            path: path.to_owned(),
        };
        let is_empty = found.items.is_empty() && found.remarks.is_empty();
        for item in found.items {
            let placed = place(&item.path, item.bytes().start);
            let mut of_item = Vec::new();
            let plan = if item.kind == Kind::Plan { item.plan_in_parts(pace).await } else { None };
            match plan {
                Some(value) => self.plans.push(Placed { place: placed.clone(), value }),
                None => self.read_item(&item, &placed, &mut of_item),
            }
            for (index, finding) in of_item.into_iter().enumerate() {
                let at = if index < MOST_PLACES { item.place(&finding).start } else { item.bytes().start };
                let line = lines.number_at(at);
                findings.add(Finding { place: Place { line, ..placed.clone() }, finding, more: 0 });
            }
            pace.step().await;
        }
        for Remark { finding, bytes } in found.remarks {
            findings.add(Finding { place: place("", bytes.start), finding, more: 0 });
        }
        if is_empty {
            let finding = Diagnostic::new(Code::ImportNothing, "", "The answer has nothing in it.");
            findings.add(Finding { place: place("", 0), finding: item::as_note(finding), more: 0 });
        }
    }

    /// A calendar is read to tell what is wrong with it; what cannot be read is left out. In which zone
    /// its times are read that name none is asked where it is laid over a plan, not here.
    fn read_calendar(&mut self, file: File<'_>, name: &Arc<str>, findings: &mut Findings) {
        let (calendar, found) = Calendar::read(file.text, Zone::UTC).into_parts();
        for finding in found.into_iter().filter(|finding| finding.code != Code::CalendarFloating) {
            let line = finding.field.strip_prefix("line ").and_then(|line| line.parse().ok()).unwrap_or(1);
            let place = Place { file: Arc::clone(name), line, path: String::new() };
            findings.add(Finding { place, finding: Diagnostic { field: "".into(), ..finding }, more: 0 });
        }
        if let Some(calendar) = calendar {
            let name = calendar.name().filter(|name| !name.is_empty()).unwrap_or(file.name);
            self.calendars.push(CalendarFile { name: name.to_owned(), text: file.text.into() });
        }
    }

    fn read_item(&mut self, item: &Item<'_>, place: &Place, found: &mut Vec<Diagnostic>) {
        match item.kind {
            Kind::Plan => match item.plan() {
                Ok(plan) => self.plans.push(placed(place, plan)),
                Err(finding) => found.push(*finding),
            },
            Kind::Window => {
                let (window, findings) = Described::read(item);
                found.extend(findings);
                self.windows.extend(window.map(|window| placed(place, window)));
            }
            Kind::Create => self.read_create(item, place, found),
            Kind::Update => {
                let (value, findings) = item.value();
                found.extend(findings);
                let (update, findings) = UpdateMaintenanceWindowRequest::from_value(value.into());
                found.extend(findings);
                let id = registered::required_id(item, "WindowId", WindowId::parse, found);
                self.updates.extend(id.map(|id| placed(place, (id, update))));
            }
            Kind::Target => {
                let target = registered::target(item, found);
                insert(&mut self.targets, place, target);
            }
            Kind::Task => {
                let task = registered::task(item, found);
                insert(&mut self.tasks, place, task);
            }
            Kind::Execution => {
                let execution = BegunExecution::read(item, found);
                insert(&mut self.executions, place, execution);
            }
            Kind::Scheduled => {
                let scheduled = ScheduledExecution::read(item, found);
                insert(&mut self.scheduled, place, scheduled);
            }
        }
    }

    /// An object that has nothing of a request is none.
    fn read_create(&mut self, item: &Item<'_>, place: &Place, found: &mut Vec<Diagnostic>) {
        if !CreateMaintenanceWindowRequest::MEMBERS.iter().any(|(name, _)| item.has(name)) {
            found.push(
                Diagnostic::new(
                    Code::ImportNothing,
                    "",
                    "This is neither a request nor an answer about windows.",
                )
                .help("A plan has windows, targets, tasks and executions, as AWS's clients print them."),
            );
            return;
        }
        let (value, findings) = item.value();
        found.extend(findings);
        let (request, findings) = CreateMaintenanceWindowRequest::from_value(value.into());
        found.extend(findings);
        self.created.push(placed(place, request));
    }
}

impl Item<'_> {
    /// What is wrong with the object as far as reading it tells, and what in it is not known here.
    #[must_use]
    pub fn reading_findings(&self) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        Import::default().read_item(self, &Place::default(), &mut found);
        found
    }
}

fn placed<T>(place: &Place, value: T) -> Placed<T> {
    Placed { place: place.clone(), value }
}

fn insert<T>(by_window: &mut BTreeMap<WindowId, Vec<Placed<T>>>, place: &Place, read: Option<(WindowId, T)>) {
    if let Some((id, value)) = read {
        by_window.entry(id).or_default().push(placed(place, value));
    }
}

/// `one, another and a third`.
fn and(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
