//! `cargo xtask setup`

use std::collections::BTreeSet;

use anyhow::Result;
use clap::Args;

use crate::{
    setup::{self, Part},
    workspace::Workspace,
};

/// Set up all that the other commands need, without running one
///
/// What is there in the right version stays. The tools go to `target/tools`, the Python packages
/// to `target/venv`, the npm packages to `tests/node_modules`.
#[derive(Args)]
pub(super) struct Setup {
    /// Show all that the installers print
    #[arg(long, short)]
    verbose: bool,
}

impl Setup {
    pub(super) fn run(&self, workspace: &Workspace) -> Result<()> {
        setup::prepare(workspace, &BTreeSet::from(Part::ALL), self.verbose)?;
        println!("Everything is set up.");
        Ok(())
    }
}
