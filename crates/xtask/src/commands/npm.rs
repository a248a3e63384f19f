//! `cargo xtask npm`

use std::{collections::BTreeSet, fs, process::Command, time::Duration};

use anyhow::{Context as _, Result, ensure};
use clap::Args;

use crate::{
    process::{run_attached, run_or_explain},
    progress::Progress,
    sbom,
    setup::{self, Part},
    small,
    workspace::Workspace,
};

/// What the package's build needs; the npm packages for their `wasm-opt`.
pub(crate) const NEEDS: &[Part] = &[Part::WasmTarget, Part::Npm, Part::WasmBindgen];

/// A step that takes longer hangs; a cold compilation takes three minutes on two cores.
const LIMIT: Duration = Duration::from_secs(30 * 60);

/// What the compiler makes of it, with the names of its functions.
pub(super) const COMPILED: &str = "target/wasm32-unknown-unknown/small/window_planner_wasm.wasm";

/// The package's folder.
pub(super) const PACKAGE: &str = "target/npm/window-planner";

/// Where the archive goes, for `npm publish`.
const ARCHIVE: &str = concat!("target/npm/window-planner-", env!("CARGO_PKG_VERSION"), ".tgz");

/// Its bill of materials, beside it.
const BILL: &str = concat!("target/npm/window-planner-", env!("CARGO_PKG_VERSION"), ".cdx.json");

/// Where the tests use it.
const CONSUMER: &str = "tests/npm-consumer";

/// What wasm-bindgen writes for `import`, in browsers and in Node.
const IMPORTED: &str = "target/npm/web";

/// What wasm-bindgen writes for `require`, and declarations that tell nothing of how the package begins.
const REQUIRED: &str = "target/npm/nodejs";

/// Files of the package: where each comes from, and its name there.
const FILES: &[(&str, &str)] = &[
    ("crates/wasm/npm/package.json", "package.json"),
    ("crates/wasm/npm/browser.js", "browser.js"),
    ("crates/wasm/npm/node.js", "node.js"),
    ("crates/wasm/README.md", "README.md"),
    ("LICENSE-MIT", "LICENSE-MIT"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
    ("target/npm/web/window-planner.js", "glue.js"),
    ("target/npm/nodejs/window-planner.js", "node.cjs"),
    // The same text for both: TypeScript wants a file for each kind of module.
    ("target/npm/nodejs/window-planner.d.ts", "index.d.ts"),
    ("target/npm/nodejs/window-planner.d.ts", "index.d.cts"),
];

/// Build the npm package: one wasm file for Node, bundlers and browsers
///
/// `target/npm/window-planner` is the package; beside it stands its archive, as npm packs it for
/// `npm publish`. The archive is installed in `tests/npm-consumer`, whose tests use the package as
/// everyone does. What is in it is listed with sizes: as it is, and compressed with gzip and brotli.
#[derive(Args)]
pub(super) struct Npm {
    /// Show all that the tools print
    #[arg(long, short)]
    verbose: bool,
}

impl Npm {
    pub(super) fn run(&self, workspace: &Workspace) -> Result<()> {
        make(workspace, self.verbose)?;
        println!("\n{ARCHIVE}, by file:\n");
        let mut node = workspace.command("node");
        node.args(["tests/npm-consumer/sizes.mjs", PACKAGE]);
        run_attached(node)
    }
}

/// Builds the package, packs it and installs it for its tests.
///
/// # Errors
///
/// When something cannot be set up, or a step fails.
pub(super) fn make(workspace: &Workspace, verbose: bool) -> Result<()> {
    setup::prepare(workspace, &NEEDS.iter().copied().collect::<BTreeSet<_>>(), verbose)?;

    let mut progress = Progress::begin("npm package", "about 4 min the first time", verbose);
    let mut step = |command| run_or_explain(command, LIMIT, &mut progress, "The lines above tell why.");
    step(compile(workspace))?;
    step(bind(workspace, "web", IMPORTED))?;
    step(bind(workspace, "nodejs", REQUIRED))?;
    assemble(workspace)?;
    step(optimize(workspace))?;
    step(pack(workspace))?;
    sbom::write(workspace, &sbom::NPM_PACKAGE, &workspace.path(BILL))?;
    remove_folder(workspace, &format!("{CONSUMER}/node_modules"))?;
    step(install(workspace))?;
    progress.end("done", "");
    Ok(())
}

fn compile(workspace: &Workspace) -> Command {
    let mut command = workspace.command("cargo");
    command.args(["build", "--profile", "small", "--package", "window-planner-wasm"]);
    command.args(["--target", "wasm32-unknown-unknown", "--target-dir", "target"]);
    command.env("CARGO_ENCODED_RUSTFLAGS", small::flags(&[]));
    command
}

fn bind(workspace: &Workspace, target: &str, folder: &str) -> Command {
    let mut command = workspace.command("wasm-bindgen");
    command.args(["--target", target, "--out-name", "window-planner", "--out-dir", folder, COMPILED]);
    command
}

fn optimize(workspace: &Workspace) -> Command {
    let mut command = workspace.command("wasm-opt");
    command.args(small::WASM_OPT).arg("target/npm/web/window-planner_bg.wasm");
    command.args(["-o", &format!("{PACKAGE}/window-planner_bg.wasm")]);
    command
}

fn pack(workspace: &Workspace) -> Command {
    let mut command = workspace.command("npm");
    command.args(["pack", &format!("./{PACKAGE}"), "--pack-destination", "target/npm"]);
    command
}

/// As everyone installs it; from a clean folder, or npm would keep another build of the same version.
fn install(workspace: &Workspace) -> Command {
    let mut command = workspace.command("npm");
    command.args(["install", "--prefix", CONSUMER, "--offline", "--no-save", "--no-package-lock"]);
    command.args(["--no-audit", "--no-fund", ARCHIVE]);
    command
}

/// Puts the package's folder together, but for the wasm file.
fn assemble(workspace: &Workspace) -> Result<()> {
    let wasm = |folder| fs::read(workspace.path(folder).join("window-planner_bg.wasm"));
    ensure!(
        wasm(IMPORTED)? == wasm(REQUIRED)?,
        "wasm-bindgen wrote two wasm files: one can no longer serve `import` and `require`"
    );
    remove_folder(workspace, PACKAGE)?;
    fs::create_dir_all(workspace.path(PACKAGE))?;
    for (source, name) in FILES {
        fs::copy(workspace.path(source), workspace.path(PACKAGE).join(name))
            .with_context(|| format!("{source} cannot be copied"))?;
    }
    Ok(())
}

fn remove_folder(workspace: &Workspace, folder: &str) -> Result<()> {
    let path = workspace.path(folder);
    if path.exists() {
        fs::remove_dir_all(&path).with_context(|| format!("{folder} cannot be removed"))?;
    }
    Ok(())
}
