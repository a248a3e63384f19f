//! The commands that suites are made of, one for each test runner.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    process::Command,
};

use crate::workspace::Workspace;

/// How a file of tests for Node ends.
const NODE_TEST_SUFFIXES: [&str; 2] = [".test.js", ".test.mjs"];

/// `cargo` with these words, none of which contains a space.
pub(super) fn cargo(workspace: &Workspace, words: &str) -> Command {
    let mut command = workspace.command("cargo");
    command.args(words.split_whitespace());
    command
}

/// `wasm-pack test` of the npm package, in `--node` or in `--headless --chrome`.
///
/// A test file is for Node or for browsers, and the other one skips it with exit code 0: tests
/// that are to run in both are included in two files, and the suites name each other in
/// `same_tests_as`.
pub(super) fn wasm_pack_test(workspace: &Workspace, place: &str) -> Command {
    let mut command = workspace.command("wasm-pack");
    command.arg("test").args(place.split_whitespace()).args(["--mode", "no-install", "crates/wasm"]);
    command
}

/// This program again, with these words: a suite is one command, and some of ours have several steps.
pub(super) fn xtask(workspace: &Workspace, words: &str) -> Command {
    let program = env::current_exe().unwrap_or_else(|_| "xtask".into());
    let mut command = workspace.command(&program.to_string_lossy());
    command.args(words.split_whitespace());
    command
}

/// `node --test` of all test files below a folder, one file at a time.
///
/// The files are named one by one, since Node 20 takes folders but no patterns, and later ones
/// patterns but no folders.
pub(super) fn node_test(workspace: &Workspace, folder: &str) -> Command {
    node_test_at_once(workspace, &[folder], 1)
}

/// The same of several folders and files, so many files at once.
pub(super) fn node_test_at_once(workspace: &Workspace, places: &[&str], at_once: u32) -> Command {
    let mut command = workspace.command("node");
    command.args(["--test", "--test-reporter=spec", &format!("--test-concurrency={at_once}")]);
    for place in places {
        match test_files(&workspace.path(place)) {
            Ok(files) => command.args(files),
            // A file; or Node says that it is missing, and the suite fails.
            Err(_) => command.arg(place),
        };
    }
    command
}

/// `pytest` of a folder, with the packages of `tests/requirements.txt`.
pub(super) fn pytest(workspace: &Workspace, folder: &str) -> Command {
    let mut command = workspace.venv_python();
    command.args(["-m", "pytest", "-p", "no:cacheprovider", folder]);
    command
}

/// The test files for Node below a folder, in the order of their paths.
fn test_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if entry.file_type()?.is_dir() {
            if name != "node_modules" {
                files.extend(test_files(&entry.path())?);
            }
        } else if NODE_TEST_SUFFIXES.iter().any(|suffix| name.ends_with(suffix)) {
            files.push(entry.path());
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use std::process;

    use super::*;

    #[test]
    fn test_files_are_found_at_every_depth_but_in_dependencies() -> io::Result<()> {
        let folder = env::temp_dir().join(format!("window-planner-tests-{}", process::id()));
        for (place, name) in
            [("deep/er", "b.test.js"), ("", "a.test.mjs"), ("", "helper.js"), ("node_modules/x", "c.test.js")]
        {
            fs::create_dir_all(folder.join(place))?;
            fs::write(folder.join(place).join(name), "")?;
        }
        let found = test_files(&folder)?;
        fs::remove_dir_all(&folder)?;
        assert_eq!(found, [folder.join("a.test.mjs"), folder.join("deep/er/b.test.js")]);
        Ok(())
    }
}
