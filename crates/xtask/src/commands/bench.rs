//! `cargo xtask bench`

use anyhow::Result;
use clap::Args;

use crate::{process::run_attached, workspace::Workspace};

/// Measure the schedule engine beside its peers
#[derive(Args)]
pub(super) struct Bench {
    /// Rows to measure, by a part of their name; none means all
    rows: Vec<String>,
}

impl Bench {
    pub(super) fn run(&self, workspace: &Workspace) -> Result<()> {
        let mut command = workspace.command("cargo");
        command
            .args(["run", "--quiet", "--release", "--package", "window-planner-bench", "--"])
            .args(&self.rows);
        run_attached(command)
    }
}
