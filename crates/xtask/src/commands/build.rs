//! `cargo xtask build`

use std::{collections::BTreeSet, fs, process::Command, time::Duration};

use anyhow::{Context as _, Result};
use clap::Args;

use super::{precache, stylesheet};
use crate::{
    process::run_or_explain,
    progress::Progress,
    sbom,
    setup::{self, Part},
    small,
    workspace::Workspace,
};

/// What a release build of the app needs; the npm packages for their `wasm-opt`.
pub(crate) const NEEDS: &[Part] = &[Part::WasmTarget, Part::Npm, Part::WasmBindgen, Part::Trunk];

pub(super) const DIST: &str = "dist";

/// What the compiler makes of the app, with the names of its functions.
pub(super) const COMPILED: &str = "target/wasm32-unknown-unknown/small/window-planner-web.wasm";

/// The bill of materials, beside `index.html`.
pub(super) const BILL: &str = "sbom.cdx.json";

/// A build that takes longer hangs; a cold one takes two minutes on two cores.
const LIMIT: Duration = Duration::from_secs(30 * 60);

/// Build the app for release into dist/, a folder that any static host serves
#[derive(Args)]
pub(super) struct Build {
    /// Show all that the compiler prints
    #[arg(long, short)]
    verbose: bool,
}

impl Build {
    pub(super) fn run(&self, workspace: &Workspace) -> Result<()> {
        make(workspace, self.verbose)?;
        for (name, bytes) in files(workspace)? {
            println!("{:>9.1} kB  {DIST}/{name}", bytes / 1000.0);
        }
        Ok(())
    }
}

/// Builds the app for release.
///
/// # Errors
///
/// When something cannot be set up, or the build fails.
pub(super) fn make(workspace: &Workspace, verbose: bool) -> Result<()> {
    setup::prepare(workspace, &NEEDS.iter().copied().collect::<BTreeSet<_>>(), verbose)?;
    let mut progress = Progress::begin("release build", "about 2 min the first time", verbose);
    run_or_explain(command(workspace), LIMIT, &mut progress, "The lines above tell why.")?;
    stylesheet::join(&workspace.path(DIST))?;
    sbom::write(workspace, &sbom::APP, &workspace.path(DIST).join(BILL))?;
    precache::write(workspace, &workspace.path(DIST))?;
    progress.end("done", "");
    Ok(())
}

/// The release build itself.
///
/// With `erase_components` Leptos has one type for all views, instead of a type for each: a tenth less to
/// send (decision 28).
fn command(workspace: &Workspace) -> Command {
    let mut command = workspace.command("trunk");
    command.args(["build", "--release", "--dist", DIST]);
    command.env("CARGO_ENCODED_RUSTFLAGS", small::flags(&["--cfg", "erase_components"]));
    command
}

/// A quick build of the app that panics when it is told to, for the test of what is left then.
pub(crate) fn command_that_panics(workspace: &Workspace) -> Command {
    let mut command = workspace.command("trunk");
    command.args(["build", "--features", "panic-on-purpose", "--dist", "target/dist-panics"]);
    command
}

/// The files at the top of `dist/` with their sizes in bytes, by name.
fn files(workspace: &Workspace) -> Result<Vec<(String, f64)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(workspace.path(DIST)).with_context(|| format!("{DIST}/ is missing"))? {
        let entry = entry?;
        let metadata = entry.metadata()?;
        if metadata.is_file() {
            let bytes = u32::try_from(metadata.len()).unwrap_or(u32::MAX);
            files.push((entry.file_name().to_string_lossy().into_owned(), f64::from(bytes)));
        }
    }
    files.sort_by(|one, other| one.0.cmp(&other.0));
    Ok(files)
}
