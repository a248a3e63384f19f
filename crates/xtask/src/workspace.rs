//! Where things are in the checkout, and what a child process sees of them.

use std::{
    env,
    ffi::{OsStr, OsString},
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context as _, Result};

/// The checkout this program was built in.
pub(crate) struct Workspace {
    root: PathBuf,
    /// The search path of every child: pinned tools first, then the user's own.
    search_path: OsString,
    /// The same, with the programs of the Python packages before all others.
    venv_search_path: OsString,
}

/// Where a virtual environment keeps its programs.
const VENV_PROGRAMS: &str = if cfg!(windows) { "target/venv/Scripts" } else { "target/venv/bin" };

impl Workspace {
    /// The checkout whose `crates/xtask` this is; it needs not be the current directory.
    ///
    /// # Errors
    ///
    /// When the checkout was moved since the build, or its path cannot stand in a search path.
    pub(crate) fn locate() -> Result<Self> {
        let crate_folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = crate_folder
            .ancestors()
            .nth(2)
            .filter(|root| root.join("Cargo.toml").is_file())
            .with_context(|| {
                format!("{} is no longer in a checkout of Window Planner", crate_folder.display())
            })?
            .to_owned();

        // npm's wasm-opt must win over a system-wide one: Debian's breaks what current Rust writes.
        let pinned = [root.join("target/tools/bin"), root.join("tests/node_modules/.bin")];
        let search_path = prepend(pinned, &env::var_os("PATH").unwrap_or_default())?;
        let venv_search_path = prepend([root.join(VENV_PROGRAMS)], &search_path)?;
        Ok(Self { root, search_path, venv_search_path })
    }

    /// A path inside the checkout.
    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// The first program of this name that a child would find.
    pub(crate) fn find(&self, program: &str) -> Option<PathBuf> {
        which::which_in(program, Some(&self.search_path), &self.root).ok()
    }

    /// A command that runs `program` at the top of the checkout. A program that is not there
    /// fails when it is started, not here.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.find(program).unwrap_or_else(|| program.into()));
        command.current_dir(&self.root).env("PATH", &self.search_path);
        command
    }

    /// A command that runs the Python with the packages of `tests/requirements.txt`, and finds
    /// their programs (`aws`, `moto_server`) too.
    pub(crate) fn venv_python(&self) -> Command {
        let program = self.root.join(VENV_PROGRAMS).join(if cfg!(windows) { "python.exe" } else { "python" });
        let mut command = Command::new(program);
        command.current_dir(&self.root).env("PATH", &self.venv_search_path);
        command
    }
}

fn prepend<const N: usize>(folders: [PathBuf; N], search_path: &OsStr) -> Result<OsString> {
    env::join_paths(folders.into_iter().chain(env::split_paths(search_path)))
        .context("the path of this checkout cannot stand in PATH")
}
