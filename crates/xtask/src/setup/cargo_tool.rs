//! Tools that cargo builds, each at one version, under `target/tools`.

use anyhow::Result;

use super::STEP_LIMIT;
use crate::{
    process::{answer, run, run_or_explain},
    progress::Progress,
    versions,
    workspace::Workspace,
};

/// Where the tools go; nothing of the user's own `cargo install` is touched.
const INSTALL_FOLDER: &str = "target/tools";

/// Where they are built: in one place, so that what they share is compiled once.
pub(super) const BUILD_FOLDER: &str = "target/tools-build";

/// Seconds spent compiling matter more here than milliseconds spent running.
const QUICK_BUILD: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
];

/// A program that `cargo install` builds.
pub(super) struct CargoTool {
    package: &'static str,
    /// The program that tells the version.
    program: &'static str,
    version: &'static str,
    flags: &'static [&'static str],
    /// How long the build takes on two cores.
    pub(super) estimate: &'static str,
}

/// Not `--locked`: the lock file it ships with names a version that was taken back.
pub(super) const WASM_BINDGEN: CargoTool = CargoTool {
    package: "wasm-bindgen-cli",
    program: "wasm-bindgen",
    version: versions::WASM_BINDGEN,
    flags: &[],
    estimate: "about 2 min",
};

/// Without its own updater; TLS by rustls needs no system library.
pub(super) const TRUNK: CargoTool = CargoTool {
    package: "trunk",
    program: "trunk",
    version: versions::TRUNK,
    flags: &["--locked", "--no-default-features", "--features", "rustls"],
    estimate: "about 5 min",
};

pub(super) const WASM_PACK: CargoTool = CargoTool {
    package: "wasm-pack",
    program: "wasm-pack",
    version: versions::WASM_PACK,
    flags: &["--locked"],
    estimate: "about 2 min",
};

/// Drives Firefox for wasm-pack.
pub(super) const GECKODRIVER: CargoTool = CargoTool {
    package: "geckodriver",
    program: "geckodriver",
    version: versions::GECKODRIVER,
    flags: &["--locked"],
    estimate: "about 2 min",
};

impl CargoTool {
    pub(super) fn name(&self) -> String {
        format!("{} {}", self.program, self.version)
    }

    /// Whether the program that a child would find has this version.
    pub(super) fn is_present(&self, workspace: &Workspace) -> bool {
        answer(workspace.command(self.program).arg("--version"))
            .is_some_and(|line| line.starts_with(&self.name()))
    }

    /// Downloads the program where `cargo binstall` is at hand, and builds it otherwise.
    pub(super) fn install(&self, workspace: &Workspace, progress: &mut Progress) -> Result<()> {
        if self.download(workspace, progress)? {
            return Ok(());
        }
        let mut command = workspace.command("cargo");
        command
            .args(["install", "--force", "--root", INSTALL_FOLDER])
            .args(self.flags)
            .arg(self.package_at_version())
            .env("CARGO_TARGET_DIR", workspace.path(BUILD_FOLDER))
            .envs(QUICK_BUILD);
        let remedy = "If the network is at fault, try again: what was built is kept. \
                      If the compiler is too old, run `rustup update`.";
        run_or_explain(command, STEP_LIMIT, progress, remedy)
    }

    /// Answers whether a ready-made program was found.
    fn download(&self, workspace: &Workspace, progress: &mut Progress) -> Result<bool> {
        if workspace.find("cargo-binstall").is_none() {
            return Ok(false);
        }
        let mut command = workspace.command("cargo");
        command.args(["binstall", "--no-confirm", "--force", "--disable-strategies", "compile"]).args([
            "--root",
            INSTALL_FOLDER,
            &self.package_at_version(),
        ]);
        let finished = run(command, STEP_LIMIT, progress)?;
        Ok(finished.ending.is_success() && self.is_present(workspace))
    }

    fn package_at_version(&self) -> String {
        format!("{}@{}", self.package, self.version)
    }
}
