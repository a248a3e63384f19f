//! Python, and the packages of `tests/requirements.txt` in a virtual environment.

use anyhow::{Context as _, Result};

use super::{STEP_LIMIT, stamp};
use crate::{
    process::{answer, run_or_explain},
    progress::Progress,
    versions::PYTHON_MINIMUM,
    workspace::Workspace,
};

const VENV: &str = "target/venv";
const LOCK_FILE: &str = "tests/requirements.txt";
const STAMP: &str = "target/venv/installed-requirements.txt";

/// What Python may be called, the most usual first.
const NAMES: [&str; 7] =
    ["python3", "python", "python3.14", "python3.13", "python3.12", "python3.11", "python3.10"];

pub(super) fn obstacle(workspace: &Workspace) -> Option<String> {
    if is_present(workspace) {
        return None;
    }
    match interpreter(workspace) {
        None => Some(format!(
            "Python ≥ 3.{PYTHON_MINIMUM}: the tests with boto3 and the AWS CLI need it (https://www.python.org)."
        )),
        Some(python)
            if answer(workspace.command(python).args(["-c", "import ensurepip, venv"])).is_none() =>
        {
            Some(
                "Python's module venv; Debian and Ubuntu have it apart: `apt-get install python3-venv`."
                    .to_owned(),
            )
        }
        Some(_) => None,
    }
}

pub(super) fn is_present(workspace: &Workspace) -> bool {
    stamp::is_current(&workspace.path(STAMP), &workspace.path(LOCK_FILE))
        // The Python it was made from may have been removed since.
        && answer(workspace.venv_python().args(["-c", ""])).is_some()
}

pub(super) fn install(workspace: &Workspace, progress: &mut Progress) -> Result<()> {
    let mut create = workspace.command(interpreter(workspace).context("Python is missing")?);
    create.args(["-m", "venv", "--clear", VENV]);
    run_or_explain(create, STEP_LIMIT, progress, "Is Python's module venv complete?")?;

    let mut install = workspace.venv_python();
    install.args(["-m", "pip", "install", "--disable-pip-version-check", "--requirement", LOCK_FILE]);
    run_or_explain(
        install,
        STEP_LIMIT,
        progress,
        "If the network or the package index is at fault, try again.",
    )?;
    stamp::leave(&workspace.path(STAMP), &workspace.path(LOCK_FILE))?;
    Ok(())
}

/// The first Python that is new enough.
fn interpreter(workspace: &Workspace) -> Option<&'static str> {
    NAMES.into_iter().find(|name| {
        answer(workspace.command(name).arg("--version")).is_some_and(|version| is_new_enough(&version))
    })
}

/// Whether `Python 3.11.7` and its like will do.
fn is_new_enough(version: &str) -> bool {
    let mut numbers = version.trim_start_matches("Python ").split('.').map(str::parse::<u32>);
    match (numbers.next(), numbers.next()) {
        (Some(Ok(3)), Some(Ok(minor))) => minor >= PYTHON_MINIMUM,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn python_is_new_enough_by_number_not_by_letter() {
        for (version, enough) in [
            ("Python 3.10.0", true),
            ("Python 3.14.0rc2", true),
            ("Python 3.9.19", false),
            ("Python 2.7.18", false),
            ("", false),
        ] {
            assert_eq!(is_new_enough(version), enough, "{version}");
        }
    }
}
