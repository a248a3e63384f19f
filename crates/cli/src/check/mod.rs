//! `check`: what is wrong with requests and windows, for people and pipelines.

mod json;
mod judge;

pub(crate) use judge::judge;

use crate::document::{Document, Item, Items};
use crate::instant;
use crate::outcome::Outcome;
use crate::report::report;
use clap::{Args, ValueEnum};
use json::{Answer, Judged};
use std::io::Write;
use window_planner_core::Timestamp;
use window_planner_core::diagnostic::{Diagnostic, Severity};
use window_planner_core::import::Kind;

/// Check requests, windows and plans, and say what is wrong, where, and what to write instead.
#[derive(Debug, Args)]
#[command(after_help = "\
A file holds requests to create or update windows, a plan, or what AWS told: get-maintenance-window,
describe-maintenance-windows and what describes a window's targets, tasks, executions and schedule;
several of them in a list or one after the other. AWS's NextExecutionTime is compared with ours.

Examples:
  window-planner check windows/*.json
  aws ssm describe-maintenance-windows | window-planner check -
  window-planner check --deny-warnings --format json request.json

Exit codes: 0 fine, 1 errors found, 2 wrong usage or a file that cannot be read.")]
pub(crate) struct CheckArguments {
    /// Files with JSON; `-` for standard input.
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
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// A report for people.
    Text,
    /// An object with `requests`, whatever was checked, each with its `findings`, and the numbers of `errors` and `warnings`.
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
    errors: usize,
    warnings: usize,
}

impl Count {
    fn add(&mut self, finding: &Diagnostic) {
        match finding.severity {
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
        let parts: Vec<String> = counts.filter(|(count, _)| *count > 0).map(|(_, words)| words).collect();
        if parts.is_empty() { "Nothing".to_owned() } else { parts.join(", ") }
    }
}

pub(crate) fn run(arguments: &CheckArguments) -> anyhow::Result<Outcome> {
    let now = arguments.now.unwrap_or_else(instant::now);
    let mut count = Count::default();
    let mut judged = Vec::new();
    let mut output = anstream::AutoStream::auto(std::io::stdout()).lock();
    for file in &arguments.files {
        let document = Document::read(file)?;
        let Items { items, remarks } = document.items();
        for item in items {
            count.kinds.push(item.kind());
            let found = judge(&item, now);
            for finding in &found {
                count.add(finding);
            }
            let checked = Checked { item, found };
            match arguments.format {
                Format::Text => write_reports(&checked, &mut output)?,
                Format::Json => judged.push(Judged::new(file, &checked)),
            }
        }
        for remark in &remarks {
            count.add(&remark.finding);
            match arguments.format {
                Format::Text => writeln!(output, "{}", report(&remark.finding, Some(&remark.place)))?,
                Format::Json => judged.push(Judged::remark(remark)),
            }
        }
    }
    match arguments.format {
        Format::Text => writeln!(output, "{}", summary(&count))?,
        Format::Json => {
            Answer { requests: judged, errors: count.errors, warnings: count.warnings }.write(&mut output)?;
        }
    }
    let is_wrong = count.errors > 0 || (arguments.deny_warnings && count.warnings > 0);
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
