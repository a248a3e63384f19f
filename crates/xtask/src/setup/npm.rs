//! Node, and the packages of `tests/package-lock.json` in `tests/node_modules`.

use anyhow::Result;

use super::{STEP_LIMIT, stamp};
use crate::{
    process::{answer, run_or_explain},
    progress::Progress,
    versions::NODE_MINIMUM,
    workspace::Workspace,
};

const LOCK_FILE: &str = "tests/package-lock.json";
const STAMP: &str = "tests/node_modules/.installed-package-lock.json";

pub(super) fn obstacle(workspace: &Workspace) -> Option<String> {
    let use_of_it = "the release build and the tests need it (https://nodejs.org)";
    let found = answer(workspace.command("node").arg("--version"));
    match found.as_deref().map(major_version) {
        None => Some(format!("Node ≥ {NODE_MINIMUM}, with npm: {use_of_it}.")),
        Some(Some(major)) if major >= NODE_MINIMUM => match workspace.find("npm") {
            Some(_) => None,
            None => Some("npm, which comes with Node: it installs what the tests need.".to_owned()),
        },
        Some(_) => {
            let found = found.unwrap_or_default();
            Some(format!("Node ≥ {NODE_MINIMUM} in place of {found}: {use_of_it}."))
        }
    }
}

pub(super) fn is_present(workspace: &Workspace) -> bool {
    stamp::is_current(&workspace.path(STAMP), &workspace.path(LOCK_FILE))
}

pub(super) fn install(workspace: &Workspace, progress: &mut Progress) -> Result<()> {
    let mut command = workspace.command("npm");
    command.args(["ci", "--no-audit", "--no-fund"]).current_dir(workspace.path("tests"));
    run_or_explain(command, STEP_LIMIT, progress, "If the network or the registry is at fault, try again.")?;
    stamp::leave(&workspace.path(STAMP), &workspace.path(LOCK_FILE))?;
    Ok(())
}

/// The `20` of `v20.11.1`.
fn major_version(text: &str) -> Option<u32> {
    text.trim_start_matches('v').split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_tells_its_major_version() {
        assert_eq!(major_version("v20.11.1"), Some(20));
        assert_eq!(major_version("v9.0.0"), Some(9));
        assert_eq!(major_version("nonsense"), None);
    }
}
