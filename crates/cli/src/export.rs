//! `export`: a request as others take it.

use crate::check::judge;
use crate::document::{Document, Item, Items};
use crate::instant;
use crate::outcome::Outcome;
use crate::report::report;
use clap::{Args, ValueEnum};
use std::io::{self, Write};
use window_planner_core::Timestamp;
use window_planner_core::diagnostic::Diagnostic;
use window_planner_core::export::{self, Exported};
use window_planner_core::import::Kind;
use window_planner_core::window::{Request, UpdateMaintenanceWindowRequest};

/// Write a request as JSON, as a Python program with boto3, as a command of the AWS CLI, or its window
/// for CloudFormation or Terraform.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  window-planner export window.json --format aws-cli
  aws ssm get-maintenance-window --window-id mw-0ab12cd34e0000001 | window-planner export - --format boto3

Exit codes: 0 fine, 1 something is wrong with the request, 2 a file that cannot be read.")]
pub(crate) struct ExportArguments {
    /// A file with a request or a window as JSON; `-` for standard input.
    file: String,

    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,

    /// Write it out though AWS would refuse it.
    #[arg(long)]
    force: bool,

    /// The instant at which the request would be sent; without it, now.
    #[arg(long, value_name = "INSTANT", value_parser = instant::read)]
    now: Option<Timestamp>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// For boto3's `**request` and the AWS CLI's --cli-input-json alike.
    Json,
    /// A Python program.
    Boto3,
    /// A command for a POSIX shell.
    AwsCli,
    /// A template in YAML.
    #[value(name = "cloudformation")]
    CloudFormation,
    /// A configuration in HCL.
    Terraform,
}

impl From<Format> for export::Format {
    fn from(format: Format) -> Self {
        match format {
            Format::Json => Self::Json,
            Format::Boto3 => Self::Boto3,
            Format::AwsCli => Self::AwsCli,
            Format::CloudFormation => Self::CloudFormation,
            Format::Terraform => Self::Terraform,
        }
    }
}

pub(crate) fn run(arguments: &ExportArguments) -> anyhow::Result<Outcome> {
    let document = Document::read(&arguments.file)?;
    let mut log = anstream::stderr().lock();
    let Items { items, remarks } = document.items();
    for remark in &remarks {
        write!(log, "{}", report(&remark.finding, Some(&remark.place)))?;
    }
    if remarks.iter().any(|remark| remark.finding.is_error()) {
        return Ok(Outcome::FoundErrors);
    }
    let now = arguments.now.unwrap_or_else(instant::now);
    let mut outcome = Outcome::Fine;
    let mut texts = Vec::new();
    for item in items.iter().filter(|item| item.is_definition()) {
        let found = judge(item, now);
        for finding in &found {
            write!(log, "{}", report(finding, Some(&item.place(finding))))?;
        }
        if found.iter().any(Diagnostic::is_error) && !arguments.force {
            outcome = Outcome::FoundErrors;
        } else {
            let exported = written(item, arguments.format.into());
            for note in &exported.notes {
                write!(log, "{}", report(note, Some(&item.place(note))))?;
            }
            texts.push(exported.text);
        }
    }
    if outcome == Outcome::FoundErrors {
        writeln!(log, "Nothing was written. With --force it is, as it stands.")?;
        return Ok(outcome);
    }
    io::stdout().lock().write_all(texts.join("\n").as_bytes())?;
    Ok(outcome)
}

/// A window as AWS describes it becomes the request that creates its like.
fn written(item: &Item<'_>, format: export::Format) -> Exported {
    if item.kind() == Kind::Update {
        let (value, _) = item.object.value();
        export::export(&UpdateMaintenanceWindowRequest::from_value(value.into()).0, format)
    } else {
        export::export(&item.definition().0, format)
    }
}
