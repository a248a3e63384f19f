//! What came in → a plan.

use super::describe::{compare, contradicting, differing, new_window, update_window};
use super::finding::{Finding, Findings, Place};
use super::registered::{BegunExecution, NO_ID, ScheduledExecution};
use super::report::{Count, Fate, Report, WindowReport};
use super::window::Described;
use super::{Import, Placed};
use crate::Timestamp;
use crate::diagnostic::{Code, Diagnostic};
use crate::occurrence::{Query, Timing};
use crate::plan::{
    CalendarFile, Cancellation, ExecutionStatus, Plan, Window, WindowId, WindowTarget, WindowTask,
};
use crate::window::{CreateMaintenanceWindowRequest, NextExecution, UpdateMaintenanceWindowRequest};
use std::collections::{BTreeMap, HashMap};

/// How long after the instant that its schedule names an execution may start: real ones lag by 16 to 35
/// seconds (observed in outputs of AWS's guides).
const GREATEST_LAG_MILLIS: i64 = 5 * 60_000;

impl Import {
    /// Puts what came in into a plan, at the instant `now`.
    ///
    /// Plans first, then windows, updates, what is to be created, and what belongs to windows, each in the
    /// order of the files. A window of the same id is brought up to what AWS tells; what was changed in
    /// the plan since stays changed. An update applies to the window of its id.
    pub fn merge_into(self, plan: &mut Plan, now: Timestamp) -> Report {
        let mut merge = Merge {
            index: plan.windows.iter().enumerate().map(|(at, window)| (window.id.clone(), at)).collect(),
            plan,
            now,
            touched: BTreeMap::new(),
            described: BTreeMap::new(),
            findings: Findings::of(self.findings),
            report: Report::default(),
        };
        for Placed { value, .. } in self.plans {
            merge.plan(value);
        }
        for window in self.windows {
            merge.window(&window);
        }
        for update in self.updates {
            merge.update(&update);
        }
        merge.create(self.created);
        for (id, targets) in self.targets {
            merge.register(&id, targets);
        }
        for (id, tasks) in self.tasks {
            merge.register(&id, tasks);
        }
        for (id, scheduled) in self.scheduled {
            merge.scheduled(&id, &scheduled);
        }
        for (id, executions) in self.executions {
            merge.executions(&id, &executions);
        }
        for calendar in self.calendars {
            merge.calendar(calendar);
        }
        merge.finish()
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
    described: BTreeMap<usize, (Place, Option<NextExecution>)>,
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

    fn plan(&mut self, mut plan: Plan) {
        self.plan.take_over(&mut plan);
        for window in plan.windows {
            match self.index.get(&window.id).copied() {
                None => {
                    self.add(window);
                }
                Some(at) => {
                    self.touch(at);
                    if let Some(known) = self.plan.windows.get_mut(at) {
                        *known = window;
                    }
                }
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
                found.extend(
                    window
                        .in_account
                        .as_ref()
                        .filter(|_| is_second)
                        .and_then(|first| told_otherwise(&value.definition, &first.definition)),
                );
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
    fn create(&mut self, requests: Vec<Placed<CreateMaintenanceWindowRequest>>) {
        let mut planned: HashMap<Option<String>, Vec<usize>> = HashMap::new();
        for (at, window) in self.plan.windows.iter().enumerate() {
            if window.in_account.is_none() {
                planned.entry(window.definition.name.clone()).or_default().push(at);
            }
        }
        for Placed { place, value } in requests {
            let of_name = planned.entry(value.name.clone()).or_default();
            let is_there =
                |at: &&usize| self.plan.windows.get(**at).is_some_and(|known| known.definition == value);
            if let Some(at) = of_name.iter().find(is_there).copied() {
                self.touch(at);
                continue;
            }
            if let (Some(name), false) = (&value.name, of_name.is_empty()) {
                let message = format!("The plan has another window {name} that is to be created.");
                let finding = Diagnostic::new(Code::ImportSameName, "Name", message)
                    .help("This one was added beside it. AWS takes both.");
                self.findings.add(Finding { place, finding, more: 0 });
            }
            let at = self.plan.windows.len();
            of_name.push(at);
            let id = self.plan.add(value, self.now).id.clone();
            self.index.insert(id, at);
            self.touched.insert(at, None);
        }
    }

    fn register<T: Registered>(&mut self, id: &WindowId, incoming: Vec<Placed<T>>) {
        let Some(at) = self.index.get(id).copied() else {
            for Placed { place, .. } in incoming {
                self.no_window(&place, id, T::NOUN);
            }
            return;
        };
        self.touch(at);
        let Some(window) = self.plan.windows.get(at) else { return };
        let mut places: HashMap<String, usize> =
            T::list(window).iter().enumerate().map(|(at, known)| (known.id().to_owned(), at)).collect();
        for Placed { value, .. } in incoming {
            let value = if value.id() == NO_ID { value.with_new_id(self.plan, self.now) } else { value };
            let Some(list) = self.plan.windows.get_mut(at).map(T::list_mut) else { return };
            let known = places.get(value.id()).and_then(|at| list.get_mut(*at));
            let fate = match known {
                None => {
                    places.insert(value.id().to_owned(), list.len());
                    list.push(value);
                    Fate::New
                }
                Some(known) => {
                    let value = value.completed_by(known);
                    let fate = if *known == value { Fate::Same } else { Fate::Changed };
                    *known = value;
                    fate
                }
            };
            T::count(&mut self.report).add(fate);
        }
    }

    /// Compares executions to come with ours. They tell from when a rate counts, where nothing else does.
    fn scheduled(&mut self, id: &WindowId, scheduled: &[Placed<ScheduledExecution>]) {
        let Some(first) = scheduled.first() else { return };
        let Some(at) = self.index.get(id).copied() else {
            return self.no_window(&first.place, id, "This execution");
        };
        let now = self.now;
        let next = scheduled.iter().map(|placed| &placed.value).min_by_key(|scheduled| scheduled.start);
        if !matches!(self.described.get(&at), Some((_, Some(_))))
            && let Some(next) = next
        {
            self.touch(at);
            if let Some(window) = self.plan.windows.get_mut(at)
                && let Some(timing) = window.timing()
                && let NextExecution::FixesRate(anchor) =
                    NextExecution::compare(&timing, next.start, window.created, now)
            {
                window.anchor = anchor;
            }
        }
        let Some((window, timing)) = self.timed(at) else { return };
        let query = |start: Timestamp| window.query(start.plus_millis(-1));
        let agrees = |start| timing.starts(&query(start)).next() == Some(start);
        let outcomes: Vec<bool> = scheduled.iter().map(|placed| agrees(placed.value.start)).collect();
        let difference = scheduled.iter().zip(&outcomes).find(|(_, agrees)| !**agrees).map(|(placed, _)| {
            let ours = timing.starts(&query(placed.value.start)).next();
            let finding = NextExecution::Differs(ours).finding(&timing, &placed.value.told);
            let message = finding.message.replace("next execution", "execution to come");
            (placed.place.clone(), Diagnostic { field: "ExecutionTime".into(), message, ..finding })
        });
        for agrees in outcomes {
            self.report.scheduled.add(agrees);
        }
        if let Some((place, finding)) = difference {
            self.find(&place, finding);
        }
    }

    /// Compares executions that have begun with ours, and takes from them which ones were cancelled.
    fn executions(&mut self, id: &WindowId, executions: &[Placed<BegunExecution>]) {
        let Some(first) = executions.first() else { return };
        let Some(at) = self.index.get(id).copied() else {
            return self.no_window(&first.place, id, "This execution");
        };
        let place = first.place.clone();
        let finding = Diagnostic::new(
            Code::ImportNotKept,
            "",
            "A plan does not hold executions: it knows them from the schedules that its windows had.",
        )
        .help("Of these only which ones were cancelled was taken over.");
        self.find(&place, finding);
        let Some((window, timing)) = self.timed(at) else { return };
        let ours = |execution: &BegunExecution| {
            let from = execution.start.plus_millis(-GREATEST_LAG_MILLIS);
            let query = window.query(from.plus_millis(-1)).before(execution.start.plus_millis(1));
            last_of(&timing, &query)
        };
        let starts: Vec<Option<Timestamp>> = executions.iter().map(|placed| ours(&placed.value)).collect();
        self.touch(at);
        for (Placed { value, .. }, start) in executions.iter().zip(starts) {
            self.report.executions.add(start.is_some());
            let cancelled = (value.status == ExecutionStatus::Cancelled).then_some(value.end).flatten();
            if let (Some(start), Some(cancelled), Some(window)) =
                (start, cancelled, self.plan.windows.get_mut(at))
                && !window.cancellations.iter().any(|known| known.start == start)
            {
                window.cancellations.push(Cancellation { start, at: cancelled });
            }
        }
    }

    /// A window and when it runs.
    fn timed(&self, at: usize) -> Option<(Window, Timing)> {
        let window = self.plan.windows.get(at)?;
        Some((window.clone(), window.timing()?))
    }

    fn calendar(&mut self, calendar: CalendarFile) {
        let known = self.plan.calendars.iter_mut().find(|known| known.name == calendar.name);
        let fate = match known {
            None => {
                self.plan.calendars.push(calendar);
                Fate::New
            }
            Some(known) if *known == calendar => Fate::Same,
            Some(known) => {
                *known = calendar;
                Fate::Changed
            }
        };
        self.report.calendars.add(fate);
    }

    /// Says what nobody told of the windows that AWS told of.
    fn find_what_is_lacking(&mut self) {
        for (at, (place, _)) in &self.described {
            let Some(window) = self.plan.windows.get(*at) else { continue };
            let lacking: Vec<&str> = [
                ("AllowUnassociatedTargets", window.definition.allow_unassociated_targets.is_none()),
                ("CreatedDate", window.created == Timestamp::EPOCH),
                ("tags", window.definition.tags.is_none()),
                ("targets", window.targets.is_empty()),
                ("tasks", window.tasks.is_empty()),
            ]
            .into_iter()
            .filter_map(|(name, is_lacking)| is_lacking.then_some(name))
            .collect();
            if lacking.is_empty() {
                continue;
            }
            let message = format!("Nothing tells of this window's {}.", lacking.join(", "));
            let finding = Diagnostic::new(Code::ImportIncomplete, "", message)
                .help("get-maintenance-window, describe-maintenance-window-targets, describe-maintenance-window-tasks and list-tags-for-resource do; no answer but the last has tags.");
            self.findings.add(Finding { place: place.clone(), finding, more: 0 });
        }
    }

    fn finish(mut self) -> Report {
        self.find_what_is_lacking();
        for (at, before) in self.touched {
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
        self.report.findings = self.findings.into_vec();
        self.report
    }
}

/// The last start that a query asks for, found among the few that can be.
fn last_of(timing: &Timing, query: &Query) -> Option<Timestamp> {
    timing.starts(query).last()
}

fn told_otherwise(
    told: &CreateMaintenanceWindowRequest,
    first: &CreateMaintenanceWindowRequest,
) -> Option<Diagnostic> {
    let members = contradicting(told, first);
    let message = format!("The files tell this window twice, with another {}.", members.join(", "));
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

/// What is registered with a window.
trait Registered: Sized + PartialEq {
    const NOUN: &'static str;

    fn id(&self) -> &str;
    fn with_new_id(self, plan: &mut Plan, now: Timestamp) -> Self;
    /// It, with what its answer leaves out as it is known.
    fn completed_by(self, known: &Self) -> Self;
    fn list(window: &Window) -> &[Self];
    fn list_mut(window: &mut Window) -> &mut Vec<Self>;
    fn count(report: &mut Report) -> &mut Count;
}

impl Registered for WindowTarget {
    const NOUN: &'static str = "This target";

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

impl Registered for WindowTask {
    const NOUN: &'static str = "This task";

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
