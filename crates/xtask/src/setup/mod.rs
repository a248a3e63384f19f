//! Set-up: what a command needs is looked for, and only what is missing is installed.
//!
//! Everything goes under `target/` and `tests/node_modules/`; of the user's own machine only two
//! things are touched, with `rustup` (a target, two components) and, as root, with `apt-get`.

mod cargo_tool;
pub(crate) mod chromium;
mod debian;
pub(crate) mod firefox;
mod npm;
mod python;
mod rust;
mod stamp;

use std::{collections::BTreeSet, env, fs, path::PathBuf, time::Duration};

use anyhow::{Result, bail};

use self::cargo_tool::{GECKODRIVER, TRUNK, WASM_BINDGEN, WASM_PACK};
use crate::{progress::Progress, workspace::Workspace};

/// No single step may take longer than this; the longest takes five minutes on two cores.
const STEP_LIMIT: Duration = Duration::from_secs(40 * 60);

/// Something a command needs on the machine; in the order of installation, quick ones first,
/// so that what cannot be installed is known before the long ones begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    /// The standard library for WebAssembly.
    WasmTarget,
    /// `rustfmt` and `clippy`.
    RustLints,
    /// Node and the packages of `tests/package.json`, `wasm-opt` among them.
    Npm,
    /// Python and the packages of `tests/requirements.txt`.
    Python,
    /// Chromium and its driver.
    Chromium,
    /// The command `wasm-bindgen` and its test runner.
    WasmBindgen,
    /// `trunk`, which builds and serves the app.
    Trunk,
    /// `wasm-pack`, which builds and tests the npm package.
    WasmPack,
    /// Firefox.
    Firefox,
    /// `geckodriver`, which drives it.
    Geckodriver,
}

impl Part {
    /// All parts, in the order of installation, but those that only `cargo xtask test --firefox` needs.
    pub(crate) const ALL: [Self; 8] = [
        Self::WasmTarget,
        Self::RustLints,
        Self::Npm,
        Self::Python,
        Self::Chromium,
        Self::WasmBindgen,
        Self::Trunk,
        Self::WasmPack,
    ];

    fn name(self) -> String {
        match self {
            Self::WasmTarget => format!("Rust target {}", rust::WASM_TARGET),
            Self::RustLints => "rustfmt and clippy".to_owned(),
            Self::Npm => "npm packages".to_owned(),
            Self::Python => "Python packages".to_owned(),
            Self::Chromium => "Chromium and its driver".to_owned(),
            Self::WasmBindgen => WASM_BINDGEN.name(),
            Self::Trunk => TRUNK.name(),
            Self::WasmPack => WASM_PACK.name(),
            Self::Firefox => "Firefox".to_owned(),
            Self::Geckodriver => GECKODRIVER.name(),
        }
    }

    /// How long the installation takes on two cores.
    fn estimate(self) -> &'static str {
        match self {
            Self::WasmTarget | Self::RustLints | Self::Npm => "some seconds",
            Self::Python | Self::Chromium | Self::Firefox => "about 1 min",
            Self::WasmBindgen => WASM_BINDGEN.estimate,
            Self::Trunk => TRUNK.estimate,
            Self::WasmPack => WASM_PACK.estimate,
            Self::Geckodriver => GECKODRIVER.estimate,
        }
    }

    /// What only the user can put right before this part can be used or installed.
    fn obstacle(self, workspace: &Workspace) -> Option<String> {
        match self {
            Self::Npm => npm::obstacle(workspace),
            Self::Python => python::obstacle(workspace),
            Self::Chromium => chromium::obstacle(workspace),
            Self::WasmTarget => rust::wasm_target_obstacle(workspace),
            Self::RustLints => rust::lints_obstacle(workspace),
            Self::Firefox => firefox::obstacle(workspace),
            Self::WasmBindgen | Self::Trunk | Self::WasmPack | Self::Geckodriver => None,
        }
    }

    fn is_present(self, workspace: &Workspace) -> bool {
        match self {
            Self::WasmTarget => rust::has_wasm_target(workspace),
            Self::RustLints => rust::has_lints(workspace),
            Self::Npm => npm::is_present(workspace),
            Self::Python => python::is_present(workspace),
            Self::Chromium => chromium::is_present(workspace),
            Self::WasmBindgen => WASM_BINDGEN.is_present(workspace),
            Self::Trunk => TRUNK.is_present(workspace),
            Self::WasmPack => WASM_PACK.is_present(workspace),
            Self::Firefox => firefox::is_present(workspace),
            Self::Geckodriver => GECKODRIVER.is_present(workspace),
        }
    }

    fn install(self, workspace: &Workspace, progress: &mut Progress) -> Result<()> {
        match self {
            Self::WasmTarget => rust::install_wasm_target(workspace, progress),
            Self::RustLints => rust::install_lints(workspace, progress),
            Self::Npm => npm::install(workspace, progress),
            Self::Python => python::install(workspace, progress),
            Self::Chromium => chromium::install(workspace, progress),
            Self::WasmBindgen => WASM_BINDGEN.install(workspace, progress),
            Self::Trunk => TRUNK.install(workspace, progress),
            Self::WasmPack => WASM_PACK.install(workspace, progress),
            Self::Firefox => firefox::install(workspace, progress),
            Self::Geckodriver => GECKODRIVER.install(workspace, progress),
        }
    }
}

/// Makes all these parts ready to use, and says what it does.
///
/// # Errors
///
/// When the user has to install something first (all of it is named at once), or when an
/// installation fails.
pub(crate) fn prepare(workspace: &Workspace, needed: &BTreeSet<Part>, verbose: bool) -> Result<()> {
    let obstacles: Vec<_> = needed.iter().filter_map(|part| part.obstacle(workspace)).collect();
    if !obstacles.is_empty() {
        bail!("something has to be installed by hand first:\n\n  {}", obstacles.join("\n  "));
    }

    let missing: Vec<_> = needed.iter().copied().filter(|part| !part.is_present(workspace)).collect();
    for (index, part) in missing.iter().enumerate() {
        let label = format!("[{}/{}] {}", index + 1, missing.len(), part.name());
        let mut progress = Progress::begin(&label, &format!("{} the first time", part.estimate()), verbose);
        part.install(workspace, &mut progress)?;
        if !part.is_present(workspace) {
            bail!("{} was installed without an error and still cannot be used", part.name());
        }
        progress.end("done", &remaining(&missing[index + 1..]));
    }
    if !missing.is_empty() {
        remove_leftovers(workspace);
    }
    Ok(())
}

fn remaining(parts: &[Part]) -> String {
    if parts.is_empty() {
        return ", set-up is complete".to_owned();
    }
    let parts: Vec<_> = parts.iter().map(|part| format!("{} ({})", part.name(), part.estimate())).collect();
    format!(", still to do: {}", parts.join(", "))
}

/// A program that the environment names, in a variable that is not empty.
fn named_by(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// Once all tools are built, gives back the gigabyte that their builds took.
fn remove_leftovers(workspace: &Workspace) {
    let tools = [Part::WasmBindgen, Part::Trunk, Part::WasmPack];
    if tools.iter().all(|tool| tool.is_present(workspace)) {
        // Space, not correctness: what cannot be removed may stay.
        let _removed = fs::remove_dir_all(workspace.path(cargo_tool::BUILD_FOLDER));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_parts_are_listed_in_their_order() {
        assert!(Part::ALL.is_sorted());
        assert_eq!(Part::ALL.iter().collect::<BTreeSet<_>>().len(), Part::WasmPack as usize + 1);
    }

    #[test]
    fn what_remains_is_named_with_its_time() {
        assert_eq!(remaining(&[]), ", set-up is complete");
        assert_eq!(
            remaining(&[Part::Npm, Part::Chromium]),
            ", still to do: npm packages (some seconds), Chromium and its driver (about 1 min)"
        );
    }
}
