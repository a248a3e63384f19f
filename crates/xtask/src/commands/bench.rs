//! `cargo xtask bench`

use std::{collections::BTreeSet, process::Command, time::Duration};

use anyhow::Result;
use clap::Args;

use crate::{
    process::{run_attached, run_or_explain},
    progress::Progress,
    setup::{self, Part},
    suite::wasm_pack_build,
    workspace::Workspace,
};

/// What the npm package's comparison needs.
const NEEDS: [Part; 4] = [Part::WasmTarget, Part::Npm, Part::WasmBindgen, Part::WasmPack];

/// A build that takes longer hangs; a cold one takes two minutes on two cores.
const LIMIT: Duration = Duration::from_secs(30 * 60);

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
        setup::prepare(workspace, &BTreeSet::from(NEEDS), false)?;
        let mut progress = Progress::begin("npm package", "about 1 min the first time", false);
        run_or_explain(wasm_pack_build(workspace), LIMIT, &mut progress, "The lines above tell why.")?;
        progress.end("done", "");
        println!("\nIn Node, upcomingStarts beside croner, cron-parser and aws-cron-parser:\n");
        let mut node = workspace.command("node");
        node.arg("tests/bench/peers.mjs");
        run_attached(node)
    }

    fn engine(&self, workspace: &Workspace) -> Command {
        let mut command = workspace.command("cargo");
        command
            .args(["run", "--quiet", "--release", "--package", "window-planner-bench", "--"])
            .args(&self.rows);
        command
    }
}
