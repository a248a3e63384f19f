//! What comes with the Rust toolchain: the WebAssembly target, `rustfmt` and `clippy`.

use std::path::Path;

use anyhow::Result;

use super::STEP_LIMIT;
use crate::{
    process::{answer, run_or_explain},
    progress::Progress,
    workspace::Workspace,
};

pub(super) const WASM_TARGET: &str = "wasm32-unknown-unknown";

pub(super) fn has_wasm_target(workspace: &Workspace) -> bool {
    // Asked of the compiler, so that a toolchain without rustup will do.
    answer(workspace.command("rustc").args(["--print", "target-libdir", "--target", WASM_TARGET]))
        .is_some_and(|folder| Path::new(&folder).is_dir())
}

pub(super) fn wasm_target_obstacle(workspace: &Workspace) -> Option<String> {
    (workspace.find("rustup").is_none() && !has_wasm_target(workspace))
        .then(|| format!("rustup, which adds the target {WASM_TARGET} (https://rustup.rs)."))
}

pub(super) fn install_wasm_target(workspace: &Workspace, progress: &mut Progress) -> Result<()> {
    rustup(workspace, &["target", "add", WASM_TARGET], progress)
}

pub(super) fn has_lints(workspace: &Workspace) -> bool {
    ["fmt", "clippy"]
        .iter()
        .all(|name| answer(workspace.command("cargo").args([name, "--version"])).is_some())
}

pub(super) fn lints_obstacle(workspace: &Workspace) -> Option<String> {
    (workspace.find("rustup").is_none() && !has_lints(workspace))
        .then(|| "rustfmt and clippy for this Rust: the tests check format and lints.".to_owned())
}

pub(super) fn install_lints(workspace: &Workspace, progress: &mut Progress) -> Result<()> {
    rustup(workspace, &["component", "add", "rustfmt", "clippy"], progress)
}

fn rustup(workspace: &Workspace, arguments: &[&str], progress: &mut Progress) -> Result<()> {
    let mut command = workspace.command("rustup");
    command.args(arguments);
    run_or_explain(command, STEP_LIMIT, progress, "If the network is at fault, try again.")
}
