//! `check`: what is wrong with requests and windows, for people and pipelines.

mod insights;
mod json;
mod judge;

pub(crate) use judge::judge;

use crate::document::{Document, Item, Items};
use crate::gathered::{located, plan_of};
use crate::instant;
use crate::outcome::Outcome;
use crate::report::report;
use clap::{Args, ValueEnum};
use insights::InsightArguments;
use json::{Answer, Judged};
use std::io::Write;
use window_planner_core::Timestamp;
use window_planner_core::diagnostic::{Diagnostic, Severity};
use window_planner_core::import::{Finding, Kind};
use window_planner_core::insight::Insight;

/// Check requests, windows and plans, and say what is wrong, where, and what to write instead.
#[derive(Debug, Args)]
#[command(after_help = "\
A file holds requests to create or update windows, a plan, or what AWS told: get-maintenance-window,
describe-maintenance-windows and what describes a window's targets, tasks, executions and schedule;
several of them in a list or one after the other. AWS's NextExecutionTime is compared with ours.

What the windows of all files do in a year is told, too: which are open at once, which runs the clocks
skip, repeat or move, and, with iCalendar files among the files, which runs fall into a freeze. AWS does
not hold windows back for a calendar.

Examples:
  window-planner check windows/*.json
  window-planner check plan.json freeze.ics --until 2027-04-01T00:00:00Z --deny in-freeze,over-quota
  aws ssm describe-maintenance-windows | window-planner check -
  window-planner check --deny-warnings --format json request.json

Exit codes: 0 fine, 1 errors found, 2 wrong usage or a file that cannot be read.")]
pub(crate) struct CheckArguments {
    /// Files with JSON, and calendars of freezes (.ics); `-` for standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<String>,

    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// The instant at which the requests would be sent; without it, now.
    #[arg(long, value_name = "INSTANT", value_parser = instant::read)]
    now: Option<Timestamp>,

    /// Exit with 1 for warnings too.
    #[arg(long)]
    deny_warnings: bool,

    #[command(flatten)]
    insights: InsightArguments,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// A report for people.
    Text,
    /// An object with `requests`, whatever was checked, each with its `findings`, with `insights`, and the numbers of `errors` and `warnings`.
    Json,
}

/// An object, and what was found.
#[derive(Debug)]
struct Checked<'d> {
    item: Item<'d>,
    found: Vec<Diagnostic>,
}

/// What was checked, and how many findings there are of each weight.
#[derive(Clone, Debug, Default)]
struct Count {
    kinds: Vec<Kind>,
    calendars: usize,
    errors: usize,
    warnings: usize,
}

impl Count {
    fn add(&mut self, severity: Severity) {
        match severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
            Severity::Note => {}
        }
    }

    /// `2 windows, 1 request`.
    fn checked(&self) -> String {
        let nouns: [(&str, &[Kind]); 6] = [
            ("plan", &[Kind::Plan]),
            ("window", &[Kind::Window]),
            ("request", &[Kind::Create, Kind::Update]),
            ("target", &[Kind::Target]),
            ("task", &[Kind::Task]),
            ("execution", &[Kind::Execution, Kind::Scheduled]),
        ];
        let counts = nouns.iter().map(|(noun, kinds)| {
            let count = self.kinds.iter().filter(|kind| kinds.contains(kind)).count();
            (count, counted(count, noun))
        });
        let calendars = (self.calendars, counted(self.calendars, "calendar"));
        let counts = counts.chain([calendars]);
        let parts: Vec<String> = counts.filter(|(count, _)| *count > 0).map(|(_, words)| words).collect();
        if parts.is_empty() { "Nothing".to_owned() } else { parts.join(", ") }
    }
}

pub(crate) fn run(arguments: &CheckArguments) -> anyhow::Result<Outcome> {
    let now = arguments.now.unwrap_or_else(instant::now);
    let mut count = Count::default();
    let mut judged = Vec::new();
    let mut output = anstream::AutoStream::auto(std::io::stdout()).lock();
    let documents = Document::read_all(&arguments.files)?;
    for document in documents.iter().filter(|document| !document.is_calendar()) {
        let Items { items, remarks } = document.items();
        for item in items {
            count.kinds.push(item.kind());
            let found = judge(&item, now);
            for finding in &found {
                count.add(finding.severity);
            }
            let checked = Checked { item, found };
            match arguments.format {
                Format::Text => write_reports(&checked, &mut output)?,
                Format::Json => judged.push(Judged::new(&document.name, &checked)),
            }
        }
        for remark in &remarks {
            count.add(remark.finding.severity);
            match arguments.format {
                Format::Text => writeln!(output, "{}", report(&remark.finding, Some(&remark.place)))?,
                Format::Json => judged.push(Judged::remark(remark)),
            }
        }
    }
    let (plan, import) = plan_of(&documents, now);
    let is_calendars = |found: &&Finding| {
        documents.iter().any(|document| document.is_calendar() && *document.name == *found.place.file)
    };
    for found in import.findings.iter().filter(is_calendars) {
        count.add(found.finding.severity);
        match arguments.format {
            Format::Text => writeln!(output, "{}", report(&located(found), None))?,
            Format::Json => judged.push(Judged::of_calendar(found)),
        }
    }
    count.calendars = plan.calendars.len();
    let insights = arguments.insights.insights_of(&plan, now);
    for insight in &insights {
        count.add(insight.severity);
    }
    match arguments.format {
        Format::Text => {
            insights::write(&insights, &plan, arguments.insights.zone(), &mut output)?;
            writeln!(output, "{}", summary(&count))?;
        }
        Format::Json => {
            let Count { errors, warnings, .. } = count;
            Answer { requests: judged, insights: &insights, errors, warnings }.write(&mut output)?;
        }
    }
    let is_denied = |insight: &Insight| arguments.insights.denies(insight.kind);
    let is_wrong =
        count.errors > 0 || (arguments.deny_warnings && count.warnings > 0) || insights.iter().any(is_denied);
    Ok(if is_wrong { Outcome::FoundErrors } else { Outcome::Fine })
}

fn write_reports(Checked { item, found }: &Checked<'_>, output: &mut impl Write) -> std::io::Result<()> {
    for finding in found {
        writeln!(output, "{}", report(finding, Some(&item.place(finding))))?;
    }
    Ok(())
}

fn summary(count: &Count) -> String {
    let (errors, warnings) = (counted(count.errors, "error"), counted(count.warnings, "warning"));
    format!("{} checked: {errors}, {warnings}", count.checked())
}

fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
