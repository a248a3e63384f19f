//! `check`: what is wrong with requests and windows, for people and pipelines.

mod json;
mod judge;
mod next_execution;

pub(crate) use judge::judge;

use crate::document::{Document, Item};
use crate::instant;
use crate::outcome::Outcome;
use crate::report::report;
use clap::{Args, ValueEnum};
use json::{Answer, Judged};
use std::io::Write;
use window_planner_core::Timestamp;
use window_planner_core::diagnostic::{Diagnostic, Severity};

/// Check requests and windows, and say what is wrong, where, and what to write instead.
#[derive(Debug, Args)]
#[command(after_help = "\
A file holds a request to create or update a window, a list of them, or what get-maintenance-window
or describe-maintenance-windows gave; there, AWS's NextExecutionTime is compared with ours.

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
    /// An object with `requests`, each with its `findings`, and the numbers of `errors` and `warnings`.
    Json,
}

/// A request or window, and what was found.
#[derive(Debug)]
struct Checked<'d> {
    item: Item<'d>,
    found: Vec<Diagnostic>,
}

/// How many findings there are of each weight.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    requests: usize,
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
}

pub(crate) fn run(arguments: &CheckArguments) -> anyhow::Result<Outcome> {
    let now = arguments.now.unwrap_or_else(instant::now);
    let mut count = Count::default();
    let mut judged = Vec::new();
    let mut output = anstream::AutoStream::auto(std::io::stdout()).lock();
    for file in &arguments.files {
        let document = Document::read(file)?;
        let items = match document.items() {
            Ok(items) => items,
            Err(refused) => {
                count.add(&refused.finding);
                match arguments.format {
                    Format::Text => writeln!(output, "{}", report(&refused.finding, Some(&refused.place)))?,
                    Format::Json => judged.push(Judged::refused(&refused)),
                }
                continue;
            }
        };
        for item in items {
            count.requests += 1;
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
    }
    match arguments.format {
        Format::Text => writeln!(output, "{}", summary(count))?,
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

fn summary(Count { requests, errors, warnings }: Count) -> String {
    let counted = |count: usize, noun: &str| {
        if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
    };
    format!(
        "{} checked: {}, {}",
        counted(requests, "request"),
        counted(errors, "error"),
        counted(warnings, "warning")
    )
}
