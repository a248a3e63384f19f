//! The commands, one a file. A new one is a file here and a line in [`Command`].

mod audit;
mod bench;
pub(crate) mod build;
mod model;
pub(crate) mod npm;
mod precache;
mod sbom;
mod serve;
mod setup;
mod size;
mod stylesheet;
mod test;
mod tzdata;

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::workspace::Workspace;

/// Builds, serves and tests Window Planner, and sets up what that takes.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", disable_help_subcommand = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Serve(serve::Serve),
    Test(test::Test),
    Build(build::Build),
    Npm(npm::Npm),
    Size(size::Size),
    Setup(setup::Setup),
    Tzdata(tzdata::Tzdata),
    Model(model::Model),
    Precache(precache::Precache),
    Bench(bench::Bench),
    Audit(audit::Audit),
    Sbom(sbom::Sbom),
}

impl Cli {
    /// Does what the command line asks for.
    ///
    /// # Errors
    ///
    /// Those of the command.
    pub(crate) fn run(&self, workspace: &Workspace) -> Result<()> {
        match &self.command {
            Command::Serve(serve) => serve.run(workspace),
            Command::Test(test) => test.run(workspace),
            Command::Build(build) => build.run(workspace),
            Command::Npm(npm) => npm.run(workspace),
            Command::Size(size) => size.run(workspace),
            Command::Setup(setup) => setup.run(workspace),
            Command::Bench(bench) => bench.run(workspace),
            Command::Audit(audit) => audit.run(workspace),
            Command::Sbom(sbom) => sbom.run(workspace),
            Command::Tzdata(tzdata) => tzdata.run(workspace),
            Command::Model(model) => model.run(workspace),
            Command::Precache(precache) => precache.run(workspace),
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }
}
