//! `cargo xtask size`

use anyhow::Result;
use clap::Args;

use super::{build, npm};
use crate::{code_size::CodeSize, process::run_attached, workspace::Workspace};

/// Build the app and the npm package, and tell their sizes: as they are, and compressed with gzip and brotli
///
/// Each has its limit, after brotli. The table says which is above it; that is no error. Below it stands where the
/// code of both is: the ten crates and the ten functions that have most of it.
#[derive(Args)]
pub(super) struct Size {
    /// Measure what is built, and build nothing
    #[arg(long)]
    as_built: bool,

    /// Show all that the tools print
    #[arg(long, short)]
    verbose: bool,
}

impl Size {
    pub(super) fn run(&self, workspace: &Workspace) -> Result<()> {
        if !self.as_built {
            npm::make(workspace, self.verbose)?;
            build::make(workspace, self.verbose)?;
        }
        let mut node = workspace.command("node");
        node.args(["tests/sizes.mjs", npm::PACKAGE, build::DIST]);
        run_attached(node)?;
        for (title, compiled) in [("npm package", npm::COMPILED), ("app", build::COMPILED)] {
            match CodeSize::of(&workspace.path(compiled)) {
                Ok(size) => print!("\n{title}: {size}"),
                Err(error) => println!("\n{title}: {error:#}"),
            }
        }
        Ok(())
    }
}
