//! `cargo xtask test`

use anyhow::Result;
use clap::Args;

use crate::{
    suite::{self, Options, SUITES},
    workspace::Workspace,
};

/// Run all tests and checks, and count them
///
/// A suite is shown in full only when it fails; `target/logs` keeps what each of them printed.
#[derive(Args)]
pub(super) struct Test {
    /// Run this suite alone, and those that build what it tests; may be repeated
    #[arg(long, value_name = "SUITE")]
    only: Vec<String>,
    /// Run the suites in Firefox, and those that build what they test, in place of all others
    ///
    /// Takes minutes, and sets up Firefox and its driver first.
    #[arg(long, conflicts_with = "only")]
    firefox: bool,
    /// Name the suites and run none
    #[arg(long)]
    list: bool,
    /// Show all that the suites print
    #[arg(long, short)]
    verbose: bool,
}

impl Test {
    pub(super) fn run(&self, workspace: &Workspace) -> Result<()> {
        if self.list {
            for suite in SUITES {
                let only = if suite.in_firefox { " (with --firefox alone)" } else { "" };
                println!("{:<16} {}{only}", suite.name, suite.about);
            }
            return Ok(());
        }
        suite::run(workspace, &Options { only: &self.only, firefox: self.firefox, verbose: self.verbose })
    }
}
