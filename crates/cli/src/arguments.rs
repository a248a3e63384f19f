//! What can be typed.

use crate::check::CheckArguments;
use crate::completions::CompletionsArguments;
use crate::diff::DiffArguments;
use crate::explain::ExplainArguments;
use crate::export::ExportArguments;
use crate::import::ImportArguments;
#[cfg(feature = "serve")]
use crate::serve::ServeArguments;
use crate::upcoming::UpcomingArguments;
use clap::{Parser, Subcommand};
use std::sync::LazyLock;
use window_planner_core::zone::TZDATA;

static VERSION: LazyLock<String> =
    LazyLock::new(|| format!("{} (time-zone data {TZDATA})", env!("CARGO_PKG_VERSION")));

/// What `--help` adds.
const EXAMPLES: &str = "\
Examples:
  window-planner upcoming 'cron(30 23 ? * TUE#3 *)' --timezone America/Los_Angeles --duration 4 --cutoff 1
  aws ssm describe-maintenance-windows | window-planner check -
  window-planner explain 'rate(7 days)'
  window-planner export window.json --format aws-cli
  window-planner import windows.json targets.json --plan plan.json
  window-planner serve --plan plan.json

Nothing is sent anywhere: no command talks to AWS. `window-planner help COMMAND` tells more.";

/// Plan AWS Systems Manager maintenance windows: see when they run before they are created.
#[derive(Debug, Parser)]
#[command(name = "window-planner", version = VERSION.as_str(), after_help = EXAMPLES, propagate_version = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Upcoming(Box<UpcomingArguments>),
    Check(CheckArguments),
    Explain(ExplainArguments),
    Export(ExportArguments),
    Import(ImportArguments),
    Diff(DiffArguments),
    #[cfg(feature = "serve")]
    Serve(ServeArguments),
    Completions(CompletionsArguments),
}
