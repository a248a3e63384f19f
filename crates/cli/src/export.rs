//! `export`: a request, or the windows of a plan, as others take them.

use crate::check::judge;
use crate::document::{Document, Item, Items};
use crate::gathered;
use crate::instant;
use crate::outcome::Outcome;
use crate::report::report;
use anyhow::bail;
use clap::{Args, ValueEnum};
use std::collections::HashSet;
use std::io::{self, Write};
use window_planner_core::Timestamp;
use window_planner_core::diagnostic::{Diagnostic, Severity};
use window_planner_core::export::{self, Exported};
use window_planner_core::import::Kind;
use window_planner_core::window::{Request, UpdateMaintenanceWindowRequest};

/// Write a request, or all windows of a plan, for JSON, boto3, the AWS CLI, CloudFormation or Terraform.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  window-planner export window.json --format aws-cli
  aws ssm get-maintenance-window --window-id mw-0ab12cd34e0000001 | window-planner export - --format terraform
  window-planner export plan.json --format boto3 --window Prod-Patching --window Web-Tier

A file with one request gives that request. Several files, several windows, or a plan give one text with
all windows, their targets and their tasks; as JSON that is a plan. What a format cannot say stands in its
comments and on standard error. Calendar files and comma-separated values of the runs:
  window-planner upcoming --request plan.json --format ics

Exit codes: 0 fine, 1 something is wrong with a request or a window, 2 a file that cannot be read.")]
pub(crate) struct ExportArguments {
    /// Files with requests, plans, or what the AWS CLI prints of windows, targets and tasks; `-` for
    /// standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<String>,

    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,

    /// Only this window, by its name or id; may be given several times.
    #[arg(long = "window", value_name = "NAME")]
    windows: Vec<String>,

    /// Write it out though AWS would refuse it.
    #[arg(long)]
    force: bool,

    /// The instant at which the requests would be sent; without it, now.
    #[arg(long, value_name = "INSTANT", value_parser = instant::read)]
    now: Option<Timestamp>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A request for boto3's `**request` and the AWS CLI's --cli-input-json alike; a plan's file.
    Json,
    /// A Python program.
    Boto3,
    /// A command or a script for a POSIX shell.
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
    let documents = Document::read_all(&arguments.files)?;
    let now = arguments.now.unwrap_or_else(instant::now);
    let contents: Vec<Items<'_>> = documents.iter().map(Document::items).collect();
    let mut log = Log { output: anstream::stderr().lock(), told: HashSet::new(), has_errors: false };
    for Items { items, remarks } in &contents {
        for remark in remarks {
            log.write(&remark.finding, |_| report(&remark.finding, Some(&remark.place)))?;
        }
        for item in items {
            log.write_all_of(item, &judge(item, now))?;
        }
    }
    let items: Vec<&Item<'_>> = contents.iter().flat_map(|contents| &contents.items).collect();
    let text = if let Some(requests) = requests(&items, arguments) {
        let mut texts = Vec::new();
        for item in requests {
            let exported = exported(item, arguments.format.into());
            log.write_all_of(item, &exported.notes)?;
            texts.push(exported.text);
        }
        texts.join("\n")
    } else {
        let exported = exported_plan(&documents, arguments, now, &mut log)?;
        for note in &exported.notes {
            log.write(note, |note| report(note, None))?;
        }
        exported.text
    };
    if log.has_errors && !arguments.force {
        writeln!(log.output, "Nothing was written. With --force it is, as it stands.")?;
        return Ok(Outcome::FoundErrors);
    }
    io::stdout().lock().write_all(text.as_bytes())?;
    Ok(Outcome::Fine)
}

/// What people are told, each word once.
struct Log<W> {
    output: W,
    told: HashSet<String>,
    has_errors: bool,
}

impl<W: Write> Log<W> {
    fn write(&mut self, finding: &Diagnostic, report: impl Fn(&Diagnostic) -> String) -> io::Result<()> {
        self.has_errors |= finding.is_error();
        self.told.insert(finding.message.clone());
        write!(self.output, "{}", report(finding))
    }

    fn write_all_of(&mut self, item: &Item<'_>, findings: &[Diagnostic]) -> io::Result<()> {
        for finding in findings {
            self.write(finding, |finding| report(finding, Some(&item.place(finding))))?;
        }
        Ok(())
    }
}

/// The requests that are written as such: the only one of the files, or updates alone. As JSON, a window
/// that AWS tells is the request that creates its like.
fn requests<'i, 'd>(items: &'i [&'d Item<'d>], arguments: &ExportArguments) -> Option<&'i [&'d Item<'d>]> {
    let is_request = match items {
        _ if !arguments.windows.is_empty() => false,
        [item] => match item.kind() {
            Kind::Create | Kind::Update => true,
            Kind::Window => arguments.format == Format::Json,
            _ => false,
        },
        items => {
            let describes_windows = matches!(arguments.format, Format::CloudFormation | Format::Terraform);
            !describes_windows && !items.is_empty() && items.iter().all(|item| item.kind() == Kind::Update)
        }
    };
    is_request.then_some(items)
}

fn exported(item: &Item<'_>, format: export::Format) -> Exported {
    if item.kind() == Kind::Update {
        let (value, _) = item.object.value();
        export::export(&UpdateMaintenanceWindowRequest::from_value(value.into()).0, format)
    } else {
        export::export(&item.definition().0, format)
    }
}

/// All that the files hold, as one text.
fn exported_plan<W: Write>(
    documents: &[Document],
    arguments: &ExportArguments,
    now: Timestamp,
    log: &mut Log<W>,
) -> anyhow::Result<Exported> {
    let (mut plan, import) = gathered::plan_of(documents, now);
    // What the files lack, and what does not fit together; the rest was told with its place.
    for found in &import.findings {
        if found.finding.severity != Severity::Note && !log.told.contains(&found.finding.message) {
            log.write(&gathered::located(found), |finding| report(finding, None))?;
        }
    }
    for asked in &arguments.windows {
        if !plan.windows.iter().any(|window| window.title() == asked || window.id.as_str() == asked) {
            bail!("there is no window {asked}");
        }
    }
    if !arguments.windows.is_empty() {
        let is_asked = |text: &str| arguments.windows.iter().any(|asked| asked == text);
        plan.windows.retain(|window| is_asked(window.title()) || is_asked(window.id.as_str()));
    }
    if plan.windows.is_empty() && !log.has_errors {
        bail!("there is no window in {}", arguments.files.join(", "));
    }
    Ok(export::export_plan(&plan, arguments.format.into()))
}
