//! `import`: files that people have, into the file of a plan.

use crate::document::Document;
use crate::gathered::write_findings;
use crate::instant;
use crate::outcome::Outcome;
use crate::plan_file::PlanFile;
use crate::report::normalized;
use anyhow::Context;
use clap::{Args, ValueEnum};
use serde::Serialize;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use window_planner_core::Timestamp;
use window_planner_core::diagnostic::Diagnostic;
use window_planner_core::import::{Fate, Import, Report, WindowReport};
use window_planner_core::plan::Plan;
use window_planner_core::window::NextExecution;

/// Put what AWS tells of an account, requests and plans into the file of a plan.
#[derive(Debug, Args)]
#[command(after_help = "\
Give what AWS's clients printed, in any mixture; in one file or in several, in lists or one after the other:
  aws ssm describe-maintenance-windows > windows.json
  aws ssm get-maintenance-window --window-id mw-0ab12cd34e0000001 > window.json
  aws ssm describe-maintenance-window-targets --window-id mw-0ab12cd34e0000001 > targets.json
  aws ssm describe-maintenance-window-tasks --window-id mw-0ab12cd34e0000001 > tasks.json
  window-planner import windows.json window.json targets.json tasks.json --plan plan.json

In Python, write answers with json.dumps(answer, default=str).

A window that the plan has is brought up to what AWS tells; what was changed in the plan stays changed. An
update request applies to the window of its id, a create request adds a window that is to be created. AWS's
NextExecutionTime is compared with ours, and tells from when a rate counts.

The plan's file is replaced as a whole, or left as it is. One that cannot be read is never overwritten.

Exit codes: 0 fine, 1 something could not be taken over, 2 a file that cannot be read or written.")]
pub(crate) struct ImportArguments {
    /// Files with JSON, or iCalendar files of days on which nothing should run; `-` for standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<String>,

    /// The file of the plan; made if it is not there.
    #[arg(long, value_name = "FILE")]
    plan: PathBuf,

    /// Only tell what would become of the plan.
    #[arg(long)]
    dry_run: bool,

    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// The instant of the import; without it, now.
    #[arg(long, value_name = "INSTANT", value_parser = instant::read)]
    now: Option<Timestamp>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// A report for people.
    Text,
    /// An object with `summary`, `windows`, `findings`, and whether the plan is `changed`.
    Json,
}

pub(crate) fn run(arguments: &ImportArguments) -> anyhow::Result<Outcome> {
    let documents = Document::read_all(&arguments.files)?;
    let now = arguments.now.unwrap_or_else(instant::now);
    let import = Import::read(documents.iter().map(Document::as_file));
    let (report, is_changed) = if import.is_empty() {
        (import.merge_into(&mut Plan::default(), now), false)
    } else if arguments.dry_run {
        merged(import, &mut read(&arguments.plan)?, now)
    } else {
        let (mut file, mut plan) = PlanFile::open(&arguments.plan)?;
        let (report, is_changed) = merged(import, &mut plan, now);
        if is_changed {
            file.replace(&plan.to_json())
                .with_context(|| format!("{} is not saved", arguments.plan.display()))?;
        }
        (report, is_changed)
    };
    let mut output = anstream::AutoStream::auto(io::stdout()).lock();
    match arguments.format {
        Format::Text => write_text(&report, is_changed, arguments, &mut output)?,
        Format::Json => write_json(&report, is_changed, &mut output)?,
    }
    let is_wrong = report.findings.iter().any(|found| found.finding.is_error());
    Ok(if is_wrong { Outcome::FoundErrors } else { Outcome::Fine })
}

/// The plan as it is; an empty one where there is none.
fn read(path: &Path) -> anyhow::Result<Plan> {
    let name = path.display();
    match std::fs::read_to_string(path) {
        Ok(text) => Plan::from_json(&text).with_context(|| format!("{name} cannot be read as a plan")),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Plan::default()),
        Err(error) => Err(error).with_context(|| format!("cannot read {name}")),
    }
}

/// Merges an import into a plan, and says whether that changed it.
fn merged(import: Import, plan: &mut Plan, now: Timestamp) -> (Report, bool) {
    let before = plan.clone();
    let report = import.merge_into(plan, now);
    (report, *plan != before)
}

fn write_text(
    report: &Report,
    is_changed: bool,
    arguments: &ImportArguments,
    output: &mut impl Write,
) -> io::Result<()> {
    write_findings(&report.findings, output)?;
    for line in report.summary() {
        writeln!(output, "{line}")?;
    }
    for window in report.windows.iter().filter(|window| window.fate != Fate::Same) {
        let title = normalized(&window.title);
        writeln!(output, "  {}  {title}: {}", window.id, fate(window))?;
    }
    let plan = arguments.plan.display();
    match (is_changed, arguments.dry_run) {
        (false, _) => writeln!(output, "{plan} stays as it is."),
        (true, true) => writeln!(output, "{plan} was not written: this was a dry run."),
        (true, false) => writeln!(output, "{plan} is saved."),
    }
}

/// `changed: Schedule, Targets`.
fn fate(window: &WindowReport) -> String {
    match window.fate {
        Fate::Changed if !window.changed.is_empty() => format!("changed: {}", window.changed.join(", ")),
        Fate::Changed => "changed in its dates".to_owned(),
        fate => fate.words().to_owned(),
    }
}

/// The report as JSON.
#[derive(Serialize)]
struct Answer<'r> {
    changed: bool,
    summary: Vec<String>,
    windows: Vec<WindowAnswer<'r>>,
    findings: Vec<FindingAnswer<'r>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WindowAnswer<'r> {
    window_id: &'r str,
    name: &'r str,
    fate: &'static str,
    changed: &'r [&'static str],
    /// What AWS's next execution says about ours.
    #[serde(skip_serializing_if = "Option::is_none")]
    next_execution: Option<&'static str>,
}

#[derive(Serialize)]
struct FindingAnswer<'r> {
    file: &'r str,
    line: usize,
    /// At how many other places the same was found.
    more: usize,
    #[serde(flatten)]
    finding: Diagnostic,
}

fn write_json(report: &Report, changed: bool, output: &mut impl Write) -> io::Result<()> {
    let windows = report.windows.iter().map(|window| WindowAnswer {
        window_id: window.id.as_str(),
        name: &window.title,
        fate: window.fate.words(),
        changed: &window.changed,
        next_execution: window.next_execution.map(|next| match next.says {
            NextExecution::Agrees => "agrees",
            NextExecution::FixesRate(_) => "fixes-rate",
            NextExecution::Differs(_) => "differs",
        }),
    });
    let findings = report.findings.iter().map(|found| FindingAnswer {
        file: &found.place.file,
        line: found.place.line,
        more: found.more,
        finding: Diagnostic { field: found.path().into(), ..found.finding.clone() },
    });
    let answer = Answer {
        changed,
        summary: report.summary(),
        windows: windows.collect(),
        findings: findings.collect(),
    };
    serde_json::to_writer_pretty(&mut *output, &answer)?;
    writeln!(output)
}
