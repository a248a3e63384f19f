//! What came in → a plan.

mod executions;
mod lacking;
mod register;

use super::describe::{compare, contradicting, differing, new_window, update_window};
use super::finding::{Finding, Findings, Place};
use super::report::{ComparedExecution, Fate, Report, WindowReport};
use super::window::Described;
use super::{Import, Placed, and};
use crate::Timestamp;
use crate::diagnostic::{Code, Diagnostic};
use crate::pace::{Pace, at_once};
use crate::plan::{CalendarFile, InAccount, Plan, Window, WindowId};
use crate::window::{CreateMaintenanceWindowRequest, UpdateMaintenanceWindowRequest};
use crate::{json, record};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

impl Import {
    /// Puts what came in into a plan, at the instant `now`.
    ///
    /// Plans first, then windows, updates, what is to be created, and what belongs to windows, each in the
    /// order of the files. A window of the same id is brought up to what AWS tells; what was changed in
    /// the plan since stays changed. An update applies to the window of its id.
    pub fn merge_into(self, plan: &mut Plan, now: Timestamp) -> Report {
        at_once(self.merge_into_at(&mut Pace::whole(), plan, now))
    }

    /// [`Import::merge_into`], with the rests of `pace` between the windows. Dropped while it rests, it leaves the plan
    /// with some of what came in.
    pub async fn merge_into_at(self, pace: &mut Pace, plan: &mut Plan, now: Timestamp) -> Report {
        let mut merge = Merge {
            index: plan.windows.iter().enumerate().map(|(at, window)| (window.id.clone(), at)).collect(),
            plan,
            now,
            touched: BTreeMap::new(),
            described: BTreeMap::new(),
            calendars: BTreeSet::new(),
            findings: Findings::of(self.findings, self.more_findings),
            report: Report::default(),
        };
        for plan in self.plans {
            merge.plan(plan, pace).await;
        }
        for window in self.windows {
            merge.window(&window);
            pace.step().await;
        }
        for update in self.updates {
            merge.update(&update);
            pace.step().await;
        }
        merge.create(self.created, pace).await;
        for (id, targets) in self.targets {
            merge.register(&id, targets);
            pace.step().await;
        }
        for (id, tasks) in self.tasks {
            merge.register(&id, tasks);
            pace.step().await;
        }
        for (id, scheduled) in self.scheduled {
            merge.scheduled(&id, &scheduled);
            pace.step().await;
        }
        for (id, executions) in self.executions {
            merge.executions(&id, &executions);
            pace.step().await;
        }
        for calendar in self.calendars {
            merge.calendar(calendar);
        }
        merge.finish(pace).await
    }
}

struct Merge<'p> {
    plan: &'p mut Plan,
    now: Timestamp,
    /// Where the windows stand in the plan: no search for one among thousands.
    index: HashMap<WindowId, usize>,
    /// The windows that something was done to, as they were before.
    touched: BTreeMap<usize, Option<Window>>,
    /// The windows that AWS told of in this import: where, and what its next execution says.
    described: BTreeMap<usize, (Place, Option<ComparedExecution>)>,
    /// The calendars of the plan that came in this import.
    calendars: BTreeSet<usize>,
    findings: Findings,
    report: Report,
}

impl Merge<'_> {
    fn find(&mut self, place: &Place, finding: Diagnostic) {
        self.findings.add(Finding { place: place.clone(), finding, more: 0 });
    }

    /// Remembers how the window was.
    fn touch(&mut self, at: usize) {
        let before = self.plan.windows.get(at);
        self.touched.entry(at).or_insert_with(|| before.cloned());
    }

    fn add(&mut self, window: Window) -> usize {
        let at = self.plan.windows.len();
        self.index.insert(window.id.clone(), at);
        self.touched.insert(at, None);
        self.plan.insert(window);
        at
    }

    /// A window of a plan comes as it is, with all that has happened to it.
    async fn plan(&mut self, Placed { place, value: mut plan }: Placed<Plan>, pace: &mut Pace) {
        self.plan.take_over(&mut plan);
        for (index, window) in plan.windows.into_iter().enumerate() {
            pace.step().await;
            let Some(at) = self.index.get(&window.id).copied() else {
                self.add(window);
                continue;
            };
            self.touch(at);
            let Some(known) = self.plan.windows.get_mut(at) else { continue };
            if *known != window {
                let message = format!("{} took the place of the window that was there.", window.id);
                let place = Place { path: place.path_of(&format!("Windows[{index}]")), ..place.clone() };
                let finding = Diagnostic::new(Code::ImportReplaced, "", message);
                *known = window;
                self.find(&place, finding);
            }
        }
        for calendar in plan.calendars {
            self.calendar(calendar);
        }
    }

    fn window(&mut self, Placed { place, value }: &Placed<Described>) {
        let known = self.index.get(&value.id).copied();
        let at = known.unwrap_or_else(|| self.add(new_window(value)));
        let mut found = Vec::new();
        if known.is_some() {
            self.touch(at);
            let is_second = self.described.contains_key(&at);
            if let Some(window) = self.plan.windows.get_mut(at) {
                let first = window.in_account.as_ref().filter(|_| is_second);
                found.extend(first.and_then(|first| told_otherwise(value, first)));
                found.extend(update_window(window, value, self.now));
            }
        }
        let mut next = None;
        if let Some(window) = self.plan.windows.get_mut(at) {
            let compared = compare(window, value, self.now);
            found.extend(compared.found);
            next = compared.next_execution;
        }
        let (_, told) = self.described.entry(at).or_insert_with(|| (place.clone(), None));
        *told = next.or(*told);
        for finding in found {
            self.find(place, finding);
        }
    }

    fn update(
        &mut self,
        Placed { place, value: (id, update) }: &Placed<(WindowId, UpdateMaintenanceWindowRequest)>,
    ) {
        let Some(at) = self.index.get(id).copied() else {
            return self.no_window(place, id, "This update");
        };
        self.touch(at);
        let now = self.now;
        let mut changes_nothing = false;
        if let Some(window) = self.plan.windows.get_mut(at) {
            let definition = update.applied_to(&window.definition);
            let enabled = update.enabled.unwrap_or(window.enabled);
            changes_nothing = definition == window.definition && enabled == window.enabled;
            if !changes_nothing {
                window.change(definition, enabled, now);
                self.report.updates = self.report.updates.saturating_add(1);
            }
        }
        if changes_nothing {
            self.find(place, Diagnostic::new(Code::UpdateNothing, "", "The update changes nothing."));
        }
    }

    fn no_window(&mut self, place: &Place, id: &WindowId, what: &str) {
        let message = format!("{what} belongs to {id}, which is neither in the plan nor in these files.");
        let finding = Diagnostic::new(Code::ImportNoWindow, "WindowId", message)
            .help("It was left out. Import what get-maintenance-window tells of the window too.");
        self.find(place, finding);
    }

    /// A request that the plan has as it is, made of the same request before, is not planned twice.
    async fn create(&mut self, requests: Vec<Placed<CreateMaintenanceWindowRequest>>, pace: &mut Pace) {
        let text = |request: &CreateMaintenanceWindowRequest| json::text(&record::to_value(request));
        let planned = || self.plan.windows.iter().enumerate().filter(|(_, known)| known.in_account.is_none());
        let mut names: HashSet<Option<String>> =
            planned().map(|(_, known)| known.definition.name.clone()).collect();
        let mut known: HashMap<String, usize> =
            planned().map(|(at, known)| (text(&known.definition), at)).collect();
        for Placed { place, value } in requests {
            pace.step().await;
            let at = self.plan.windows.len();
            if let Some(at) = known.get(&text(&value)).copied() {
                self.touch(at);
                continue;
            }
            known.insert(text(&value), at);
            if let Some(name) = value.name.as_ref().filter(|_| !names.insert(value.name.clone())) {
                let message = format!("The plan has another window {name} that is to be created.");
                let finding = Diagnostic::new(Code::ImportSameName, "Name", message)
                    .help("This one was added beside it. AWS takes both.");
                self.find(&place, finding);
            }
            let id = self.plan.add(value, self.now).id.clone();
            self.index.insert(id, at);
            self.touched.insert(at, None);
        }
    }

    /// A calendar of the same name takes the place of the one that the plan had; two of one name that
    /// come together stay two.
    fn calendar(&mut self, mut calendar: CalendarFile) {
        let calendars = &mut self.plan.calendars;
        if calendars.iter().any(|known| known.text == calendar.text) {
            return self.report.calendars.add(Fate::Same);
        }
        let known = calendars.iter().position(|known| known.name == calendar.name);
        let fate = if let Some(at) = known.filter(|at| !self.calendars.contains(at)) {
            self.calendars.insert(at);
            if let Some(known) = calendars.get_mut(at) {
                *known = calendar;
            }
            Fate::Changed
        } else {
            calendar.name = unused_name(calendars, &calendar.name);
            self.calendars.insert(calendars.len());
            calendars.push(calendar);
            Fate::New
        };
        self.report.calendars.add(fate);
    }

    async fn finish(mut self, pace: &mut Pace) -> Report {
        self.find_what_is_lacking(pace).await;
        for (at, before) in self.touched {
            pace.step().await;
            let Some(window) = self.plan.windows.get(at) else { continue };
            let changed = before.as_ref().map(|before| changes(before, window)).unwrap_or_default();
            let fate = match before {
                None if window.in_account.is_none() => Fate::Planned,
                None => Fate::New,
                Some(before) if before == *window => Fate::Same,
                Some(_) => Fate::Changed,
            };
            self.report.windows.push(WindowReport {
                id: window.id.clone(),
                title: window.title().to_owned(),
                fate,
                changed,
                next_execution: self.described.get(&at).and_then(|(_, next)| *next),
            });
        }
        (self.report.findings, self.report.more_findings) = self.findings.into_parts();
        self.report
    }
}

/// The name, or `name (2)`, `name (3)`, …, whichever no calendar has yet.
fn unused_name(calendars: &[CalendarFile], name: &str) -> String {
    let is_used = |name: &str| calendars.iter().any(|known| known.name == name);
    // One more than there are calendars: one of the names is free.
    let numbered = (2..=calendars.len().saturating_add(1)).map(|number| format!("{name} ({number})"));
    std::iter::once(name.to_owned()).chain(numbered).find(|name| !is_used(name)).unwrap_or_default()
}

/// That files tell a window twice, and not the same. What one of them does not tell is no difference.
fn told_otherwise(told: &Described, first: &InAccount) -> Option<Diagnostic> {
    let mut members = contradicting(&told.definition, &first.definition);
    if told.enabled != first.enabled {
        members.push("Enabled");
    }
    let message = format!("The files tell this window twice, with another {}.", and(&members));
    (!members.is_empty())
        .then(|| Diagnostic::new(Code::ImportTwice, "WindowId", message).help("What is told last counts."))
}

/// The members in which a window differs from what it was.
fn changes(before: &Window, after: &Window) -> Vec<&'static str> {
    let mut changed = differing(&before.definition, &after.definition);
    for (name, differs) in [
        ("Enabled", before.enabled != after.enabled),
        ("Targets", before.targets != after.targets),
        ("Tasks", before.tasks != after.tasks),
    ] {
        if differs {
            changed.push(name);
        }
    }
    changed
}
