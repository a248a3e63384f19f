//! The definition that arguments and a file make together, and where each field comes from.

use super::DefinitionArguments;
use crate::document::{Document, Item, Items};
use crate::place::Place;
use anyhow::bail;
use window_planner_core::Timestamp;
use window_planner_core::diagnostic::{Code, Diagnostic};
use window_planner_core::import::{Described, Kind};
use window_planner_core::occurrence::Timing;
use window_planner_core::window::{CreateMaintenanceWindowRequest, NextExecution, check_name, timing};

/// The definition that is asked about.
#[derive(Debug)]
pub(crate) struct Asked<'d> {
    pub(crate) request: CreateMaintenanceWindowRequest,
    /// Field, argument and value of what was typed.
    typed: Vec<(&'static str, &'static str, String)>,
    item: Option<Item<'d>>,
    /// What cannot be read of the file.
    found: Vec<Diagnostic>,
}

impl DefinitionArguments {
    /// The file of `--request`.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub(crate) fn document(&self) -> anyhow::Result<Option<Document>> {
        self.request.as_deref().map(Document::read).transpose()
    }

    /// The first argument that defines a window, if one was typed.
    pub(crate) fn first_typed(&self) -> Option<&'static str> {
        self.typed().first().map(|(_, argument, _)| *argument)
    }

    /// Field, argument and value of what was typed.
    fn typed(&self) -> Vec<(&'static str, &'static str, String)> {
        let number = |number: Option<i64>| number.map(|number| number.to_string());
        let typed = [
            ("Schedule", "EXPRESSION", self.expression.clone()),
            ("ScheduleTimezone", "--timezone", self.timezone.clone()),
            ("StartDate", "--start-date", self.start_date.clone()),
            ("EndDate", "--end-date", self.end_date.clone()),
            ("ScheduleOffset", "--schedule-offset", number(self.schedule_offset)),
            ("Duration", "--duration", number(self.duration)),
            ("Cutoff", "--cutoff", number(self.cutoff)),
            ("Name", "--name", self.name.clone()),
        ];
        typed.into_iter().filter_map(|(field, argument, text)| Some((field, argument, text?))).collect()
    }
}

impl<'d> Asked<'d> {
    /// Joins the arguments with the file that they name. What is typed stands above what is in the file.
    ///
    /// # Errors
    ///
    /// When the file holds no request or window.
    pub(crate) fn new(
        arguments: &DefinitionArguments,
        document: Option<&'d Document>,
    ) -> anyhow::Result<Self> {
        let item = document.map(only_item).transpose()?;
        let (in_file, found) = item.as_ref().map(Item::definition).unwrap_or_default();
        let request = CreateMaintenanceWindowRequest {
            schedule: arguments.expression.clone().or(in_file.schedule),
            schedule_timezone: arguments.timezone.clone().or(in_file.schedule_timezone),
            start_date: arguments.start_date.clone().or(in_file.start_date),
            end_date: arguments.end_date.clone().or(in_file.end_date),
            schedule_offset: arguments.schedule_offset.or(in_file.schedule_offset),
            duration: arguments.duration.or(in_file.duration),
            cutoff: arguments.cutoff.or(in_file.cutoff),
            name: arguments.name.clone().or(in_file.name),
            ..CreateMaintenanceWindowRequest::default()
        };
        Ok(Self { request, typed: arguments.typed(), item, found })
    }

    /// When it runs, unless something is wrong with it, and what was found.
    pub(crate) fn timing(&self) -> (Option<Timing>, Vec<Diagnostic>) {
        let (timing, findings) = timing(&self.request).into_parts();
        let mut found = self.found.clone();
        found.extend(self.request.name.as_deref().and_then(check_name));
        if self.request.schedule.is_none() && !found.iter().any(|finding| finding.field == "Schedule") {
            found.push(
                Diagnostic::new(Code::Missing, "Schedule", "Schedule is missing.")
                    .help("Without it, a window never runs."),
            );
        }
        found.extend(findings);
        (timing.filter(|_| !found.iter().any(Diagnostic::is_error)), found)
    }

    /// From when the schedule of a window that AWS tells counts, as far as AWS tells it.
    pub(crate) fn counts_from(&self, now: Timestamp) -> Option<Timestamp> {
        let object = &self.item.as_ref().filter(|item| item.kind() == Kind::Window)?.object;
        let described = Described::read(object).0?;
        let checked = timing(&described.definition);
        let told = described.next_execution.as_deref().and_then(Timestamp::parse_rfc3339);
        let created = described.created.unwrap_or(Timestamp::EPOCH);
        match NextExecution::compare(checked.value()?, told?, created, now) {
            NextExecution::FixesRate(anchor) => Some(anchor),
            NextExecution::Agrees | NextExecution::Differs(_) => described.created,
        }
    }

    /// Where the field stands that a finding is about.
    pub(crate) fn place(&self, finding: &Diagnostic) -> Option<Place<'_>> {
        let typed = self.typed.iter().find(|(field, ..)| *field == finding.field);
        typed
            .map(|(_, argument, text)| Place::of_argument(argument, text))
            .or_else(|| self.item.as_ref().map(|item| item.place(finding)))
    }
}

/// Whether a document has no more than one request or window, so that arguments can stand above it.
pub(super) fn is_one_definition(document: &Document) -> bool {
    let items = document.items().items;
    items.len() < 2 && items.iter().all(Item::is_definition)
}

/// The one request or window of a document.
///
/// # Errors
///
/// When there is none.
fn only_item(document: &Document) -> anyhow::Result<Item<'_>> {
    let Items { items, remarks } = document.items();
    if let Some(remark) = remarks.iter().find(|remark| remark.finding.is_error()) {
        bail!("{}: {} Try `window-planner check`.", document.name, remark.finding.message);
    }
    match items.into_iter().next() {
        Some(item) => Ok(item),
        None => bail!("{} holds no window", document.name),
    }
}
