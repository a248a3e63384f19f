//! `cargo xtask model`

use anyhow::Result;
use clap::Args;

use crate::{process::run_attached, workspace::Workspace};

/// Write anew the shapes of the requests that AWS's service model has
///
/// Copy the newer model to tests/cases/ssm-model.json first.
#[derive(Args)]
pub(super) struct Model;

impl Model {
    #[expect(clippy::unused_self, reason = "the commands are called alike")]
    pub(super) fn run(&self, workspace: &Workspace) -> Result<()> {
        let mut command = workspace.command("cargo");
        command.args(["run", "--quiet", "--package", "ssm-model"]);
        run_attached(command)
    }
}
