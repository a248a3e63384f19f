//! The runs of all windows of a file, merged in the order of their starts.

use super::{Format, Upcoming, UpcomingArguments, notes, table, write_parts};
use crate::document::Document;
use crate::gathered;
use crate::outcome::Outcome;
use crate::report::report;
use anyhow::bail;
use serde::Serialize;
use std::io::{self, Write};
use window_planner_core::Timestamp;
use window_planner_core::diagnostic::{Diagnostic, Severity};
use window_planner_core::export::{Scheduled, calendar_file, comma_separated, merged};
use window_planner_core::occurrence::{Execution, Occurrence, Query, Timing};
use window_planner_core::plan::{Plan, Window};
use window_planner_core::window::timing;

/// A window that runs, and when.
struct Running<'p> {
    window: &'p Window,
    timing: Timing,
    query: Query,
}

/// What is said of a window that does not run for something that is wrong with it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Wrong {
    window_id: String,
    name: String,
    #[serde(flatten)]
    finding: Diagnostic,
}

/// Shows when the windows of a file run. Disabled ones do not.
///
/// # Errors
///
/// When arguments were given that mean one window, or the output cannot be written.
pub(super) fn run(
    arguments: &UpcomingArguments,
    document: &Document,
    after: Timestamp,
) -> anyhow::Result<Outcome> {
    if let Some(argument) = arguments.definition.first_typed().or(arguments.created.map(|_| "--created")) {
        bail!("{} holds several windows; {argument} is for one", document.name);
    }
    let mut log = anstream::stderr().lock();
    let (plan, import) = gathered::plan_of(std::slice::from_ref(document), after);
    // What is merely worth knowing is not, here; windows that cannot run are told below.
    let doubtful = import.findings.iter().filter(|found| {
        let code = found.finding.code.as_str();
        found.finding.severity != Severity::Note
            && (code.starts_with("import.") || code.starts_with("request."))
    });
    gathered::write_findings(doubtful, &mut log)?;
    let (running, wrong) = running(&plan, arguments, after);
    let windows: Vec<Scheduled<'_>> = running
        .iter()
        .map(|Running { window, timing, query }| Scheduled {
            name: Some(window.title()),
            identity: window.id.as_str(),
            timing,
            query: *query,
        })
        .collect();
    let limit = usize::try_from(arguments.limit)?;
    let output = io::BufWriter::new(io::stdout().lock());
    if arguments.format != Format::Json {
        for Wrong { name, finding, .. } in &wrong {
            let message = format!("{name} is not shown: {}", finding.message);
            writeln!(log, "{}", report(&Diagnostic { message, field: "".into(), ..finding.clone() }, None))?;
        }
    }
    match arguments.format {
        Format::Table => write_for_people(&running, &windows, limit, arguments, output)?,
        Format::Json => write_json(&running, &windows, limit, &wrong, output)?,
        Format::Csv => write_parts(comma_separated(&windows, limit), output)?,
        Format::Ics => write_parts(calendar_file(&windows, limit, after), output)?,
    }
    let is_wrong = !wrong.is_empty() || import.findings.iter().any(|found| found.finding.is_error());
    Ok(if is_wrong { Outcome::FoundErrors } else { Outcome::Fine })
}

fn running<'p>(
    plan: &'p Plan,
    arguments: &UpcomingArguments,
    after: Timestamp,
) -> (Vec<Running<'p>>, Vec<Wrong>) {
    let (mut running, mut wrong) = (Vec::new(), Vec::new());
    for window in plan.windows.iter().filter(|window| window.enabled) {
        let (timing, found) = timing(&window.definition).into_parts();
        if let Some(timing) = timing {
            let created = Some(window.counts_from(after));
            let policy = arguments.policy.into();
            let query = Query { before: arguments.before, created, ..Query::after(after).policy(policy) };
            running.push(Running { window, timing, query });
        } else {
            let (window_id, name) = (window.id.to_string(), window.title().to_owned());
            wrong.extend(found.into_iter().find(Diagnostic::is_error).map(|finding| Wrong {
                window_id,
                name,
                finding,
            }));
        }
    }
    (running, wrong)
}

fn write_for_people(
    running: &[Running<'_>],
    windows: &[Scheduled<'_>],
    limit: usize,
    arguments: &UpcomingArguments,
    mut output: impl Write,
) -> io::Result<()> {
    let after = running.first().map(|first| first.query.after);
    let heading = ["Window", "Time zone", "Start", "Cutoff", "End", "Start (UTC)"];
    let mut rows = vec![heading.map(str::to_owned).to_vec()];
    let shown: Vec<(usize, Occurrence)> = merged(windows).take(limit).collect();
    for (index, run) in &shown {
        rows.extend(running.get(*index).map(|of| row(of, run)));
    }
    if let Some(after) = after {
        let noun = if running.len() == 1 { "window" } else { "windows" };
        writeln!(output, "{} {noun}, runs after {after}:", running.len())?;
    }
    table::write_rows(&rows, &mut output)?;

    let end = shown.last().filter(|_| shown.len() == limit).map(|(_, run)| run.start.plus_millis(1));
    let before = end.or(arguments.before);
    let mut found = Vec::new();
    for Running { window, timing, query } in running {
        let of_window = Upcoming { timing, query: Query { before, ..*query }, limit, has_length: true };
        let notes = notes::of(&of_window).into_iter();
        found.extend(notes.map(|(at, words)| (at, format!("{}: {words}", window.title()))));
    }
    notes::write_all(found, &mut output)?;
    output.flush()
}

fn row(Running { window, timing, .. }: &Running<'_>, run: &Occurrence) -> Vec<String> {
    let zone = timing.zone();
    let [start, cutoff, end] = table::cells(run, zone);
    let [utc, ..] = table::cells(run, window_planner_core::zone::Zone::UTC);
    let mark = if run.clock_change.is_some() { " *" } else { "" };
    vec![window.title().to_owned(), zone.city(), start, cutoff, end, format!("{utc}{mark}")]
}

/// An execution, and whose it is.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Named<'p> {
    window_id: &'p str,
    name: &'p str,
    #[serde(flatten)]
    execution: Execution,
}

#[derive(Serialize)]
struct Answer<'a> {
    executions: Vec<Named<'a>>,
    errors: &'a [Wrong],
}

fn write_json(
    running: &[Running<'_>],
    windows: &[Scheduled<'_>],
    limit: usize,
    wrong: &[Wrong],
    mut output: impl Write,
) -> io::Result<()> {
    let executions = merged(windows).take(limit).filter_map(|(index, run)| {
        let Running { window, timing, .. } = running.get(index)?;
        let execution = Execution::new(timing, &run);
        Some(Named { window_id: window.id.as_str(), name: window.title(), execution })
    });
    let answer = Answer { executions: executions.collect(), errors: wrong };
    serde_json::to_writer_pretty(&mut output, &answer).map_err(io::Error::from)?;
    writeln!(output)?;
    output.flush()
}
