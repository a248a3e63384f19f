//! Packages of Debian and its family, where one may install them.

use anyhow::Result;

use super::STEP_LIMIT;
use crate::{
    process::{run, run_or_explain},
    progress::Progress,
    workspace::Workspace,
};

/// Whether this is a machine of the Debian family that lets us install packages.
pub(super) fn can_install(workspace: &Workspace) -> bool {
    workspace.find("apt-get").is_some() && is_root()
}

/// Installs packages, with a newer list of them if need be.
pub(super) fn install(workspace: &Workspace, packages: &[&str], progress: &mut Progress) -> Result<()> {
    let apt_get = |arguments: &[&str]| {
        let mut command = workspace.command("apt-get");
        command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    let install = [&["install", "-y", "--no-install-recommends"][..], packages].concat();

    // A machine that is new or has long been idle has no list of packages, or an old one.
    if !run(apt_get(&install), STEP_LIMIT, progress)?.ending.is_success() {
        let remedy = format!(
            "If the network is at fault, try again; else install {} by hand.",
            packages.join(" and ")
        );
        run_or_explain(apt_get(&["update"]), STEP_LIMIT, progress, &remedy)?;
        run_or_explain(apt_get(&install), STEP_LIMIT, progress, &remedy)?;
    }
    Ok(())
}

#[cfg(unix)]
fn is_root() -> bool {
    nix::unistd::geteuid().is_root()
}

#[cfg(not(unix))]
fn is_root() -> bool {
    false
}
