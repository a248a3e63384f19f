//! The definition that arguments and a file make together, and where each field comes from.

use super::DefinitionArguments;
use crate::document::{Document, Item};
use crate::place::Place;
use anyhow::bail;
use window_planner_core::diagnostic::{Code, Diagnostic};
use window_planner_core::occurrence::Timing;
use window_planner_core::window::{CreateMaintenanceWindowRequest, check_name, timing};

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
}

impl<'d> Asked<'d> {
    /// Joins the arguments with the file that they name. What is typed stands above what is in the file.
    ///
    /// # Errors
    ///
    /// When the file does not hold exactly one request or window.
    pub(crate) fn new(
        arguments: &DefinitionArguments,
        document: Option<&'d Document>,
    ) -> anyhow::Result<Self> {
        let item = document.map(only_item).transpose()?;
        let (in_file, found) = item.as_ref().map(Item::definition).unwrap_or_default();
        let number = |number: Option<i64>| number.map(|number| number.to_string());
        let typed = [
            ("Schedule", "EXPRESSION", arguments.expression.clone()),
            ("ScheduleTimezone", "--timezone", arguments.timezone.clone()),
            ("StartDate", "--start-date", arguments.start_date.clone()),
            ("EndDate", "--end-date", arguments.end_date.clone()),
            ("ScheduleOffset", "--schedule-offset", number(arguments.schedule_offset)),
            ("Duration", "--duration", number(arguments.duration)),
            ("Cutoff", "--cutoff", number(arguments.cutoff)),
            ("Name", "--name", arguments.name.clone()),
        ];
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
        let typed =
            typed.into_iter().filter_map(|(field, argument, text)| Some((field, argument, text?))).collect();
        Ok(Self { request, typed, item, found })
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

    /// Where the field stands that a finding is about.
    pub(crate) fn place(&self, finding: &Diagnostic) -> Option<Place<'_>> {
        let typed = self.typed.iter().find(|(field, ..)| *field == finding.field);
        typed
            .map(|(_, argument, text)| Place::of_argument(argument, text))
            .or_else(|| self.item.as_ref().map(|item| item.place(finding)))
    }
}

fn only_item(document: &Document) -> anyhow::Result<Item<'_>> {
    let items = match document.items() {
        Ok(items) => items,
        Err(refused) => bail!("{}: {} Try `window-planner check`.", document.name, refused.finding.message),
    };
    let count = items.len();
    match items.into_iter().next() {
        Some(item) if count == 1 => Ok(item),
        _ => bail!("{} holds {count} requests, not one", document.name),
    }
}
