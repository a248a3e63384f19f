//! `cargo xtask bench`

use std::process::Command;

use anyhow::Result;
use clap::Args;

use super::npm;
use crate::{process::run_attached, workspace::Workspace};

/// Measure the schedule engine beside its peers: in Rust, then the npm package in Node
#[derive(Args)]
pub(super) struct Bench {
    /// Rows of the Rust engine to measure, by a part of their name; none means all, and Node too
    rows: Vec<String>,
}

impl Bench {
    pub(super) fn run(&self, workspace: &Workspace) -> Result<()> {
        println!(
            "In Rust, beside croner and cron, with start, cutoff, end and clock changes of each execution:\n"
        );
        run_attached(self.engine(workspace))?;
        if !self.rows.is_empty() {
            return Ok(());
        }
        npm::make(workspace, false)?;
        println!("\nIn Node, upcomingStarts beside croner, cron-parser and aws-cron-parser:\n");
        run_attached(in_node(workspace, "peers"))?;
        println!("\nFrom a fresh Node to the first answer, beside croner:\n");
        run_attached(in_node(workspace, "first-answer"))
    }

    fn engine(&self, workspace: &Workspace) -> Command {
        let mut command = workspace.command("cargo");
        command
            .args(["run", "--quiet", "--release", "--package", "window-planner-bench", "--"])
            .args(&self.rows);
        command
    }
}

/// A comparison of the npm package, as it is installed for its tests.
fn in_node(workspace: &Workspace, name: &str) -> Command {
    let mut command = workspace.command("node");
    command.arg(format!("tests/npm-consumer/bench/{name}.mjs"));
    command
}
