//! `cargo xtask bench`

use std::{collections::BTreeSet, process::Command};

use anyhow::Result;
use clap::Args;

use super::{build, npm};
use crate::{
    process::run_attached,
    setup::{self, Part, chromium::Chromium},
    workspace::Workspace,
};

/// Measure the schedule engine beside its peers, in Rust and in Node; or the app in Chromium
#[derive(Args)]
pub(super) struct Bench {
    /// Measure the app instead: its release build, served compressed, in Chromium
    #[arg(long)]
    app: bool,
    /// With `--app`: measure what is built, and build nothing
    #[arg(long, requires = "app")]
    as_built: bool,
    /// Rows of the Rust engine to measure, by a part of their name; none means all, and Node too. Of the app:
    /// `size`, `paint`, `keystroke`, `many`, `memory`, `lighthouse`
    rows: Vec<String>,
}

impl Bench {
    pub(super) fn run(&self, workspace: &Workspace) -> Result<()> {
        if self.app {
            return self.measure_app(workspace);
        }
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

    /// A table of what is wanted of the app and what it is. What is over its limit is no error.
    fn measure_app(&self, workspace: &Workspace) -> Result<()> {
        setup::prepare(workspace, &BTreeSet::from([Part::Npm, Part::Chromium]), false)?;
        if !self.as_built {
            build::make(workspace, false)?;
        }
        let mut command = workspace.command("node");
        command.args(["tests/bench/app.js", build::DIST]).args(&self.rows);
        if let Some(chromium) = Chromium::find(workspace) {
            chromium.announce(&mut command);
        }
        run_attached(command)
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
