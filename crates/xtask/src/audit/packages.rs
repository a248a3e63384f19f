//! The crates that a lock file names, as cargo tells of them.

use anyhow::{Context as _, Result};
use serde::Deserialize;

use crate::{process::answer, workspace::Workspace};

/// All crates of a workspace, those for tests and for other platforms among them.
#[derive(Deserialize)]
pub(crate) struct Packages {
    pub(crate) packages: Vec<Package>,
}

/// One crate at one version.
#[derive(Deserialize)]
pub(crate) struct Package {
    pub(crate) name: String,
    pub(crate) version: String,
    pub(crate) license: Option<String>,
    /// Where it comes from; nothing for a crate of this checkout.
    pub(crate) source: Option<String>,
    #[serde(default)]
    pub(crate) dependencies: Vec<Dependency>,
}

/// What a crate asks for.
#[derive(Deserialize)]
pub(crate) struct Dependency {
    pub(crate) name: String,
    /// The versions that will do: `^1.2`, or `*` for any.
    pub(crate) req: String,
    /// Where it is in this checkout, if it is.
    pub(crate) path: Option<String>,
}

impl Packages {
    /// The crates that the lock file beside a manifest names.
    ///
    /// # Errors
    ///
    /// When cargo cannot tell, as with a lock file that is not up to date.
    pub(crate) fn of(workspace: &Workspace, manifest: &str) -> Result<Self> {
        let mut command = workspace.command("cargo");
        command.args(["metadata", "--format-version", "1", "--locked", "--manifest-path", manifest]);
        let json = answer(&mut command)
            .with_context(|| format!("`cargo metadata --locked --manifest-path {manifest}` fails"))?;
        serde_json::from_str(&json).context("what `cargo metadata` says cannot be read")
    }
}
