//! Chromium (or Chrome) and the driver of the same version.

use std::{env, path::PathBuf, process::Command};

use anyhow::Result;

use super::STEP_LIMIT;
use crate::{
    process::{answer, run, run_or_explain},
    progress::Progress,
    workspace::Workspace,
};

/// What the browser may be called in `PATH`; on macOS it is not there but among the applications.
const BROWSERS: [&str; 7] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const DEBIAN_PACKAGES: [&str; 2] = ["chromium", "chromium-driver"];

/// A browser and its driver.
pub(crate) struct Chromium {
    browser: PathBuf,
    driver: PathBuf,
}

impl Chromium {
    /// The browser and driver that the environment names in `CHROME` and `CHROMEDRIVER`,
    /// else the first ones in `PATH`.
    pub(crate) fn find(workspace: &Workspace) -> Option<Self> {
        let browser = named_by("CHROME").or_else(|| BROWSERS.iter().find_map(|name| workspace.find(name)))?;
        let driver = named_by("CHROMEDRIVER").or_else(|| workspace.find("chromedriver"))?;
        Some(Self { browser, driver })
    }

    /// Tells a test where browser and driver are, by the variables that `find` reads.
    pub(crate) fn announce(&self, command: &mut Command) {
        command.env("CHROME", &self.browser).env("CHROMEDRIVER", &self.driver);
    }

    /// Why the driver cannot drive this browser, if it cannot.
    fn mismatch(&self) -> Option<String> {
        let browser =
            answer(Command::new(&self.browser).args(["--version", "--no-sandbox"])).unwrap_or_default();
        let driver = answer(Command::new(&self.driver).arg("--version")).unwrap_or_default();
        (major_version(&browser) != major_version(&driver) || major_version(&browser).is_none()).then(|| {
            format!(
                "a chromedriver with the version of the browser: {} is \"{browser}\", {} is \"{driver}\". \
                 CHROME and CHROMEDRIVER choose others.",
                self.browser.display(),
                self.driver.display(),
            )
        })
    }
}

pub(super) fn obstacle(workspace: &Workspace) -> Option<String> {
    match Chromium::find(workspace) {
        Some(chromium) => chromium.mismatch(),
        None if can_install(workspace) => None,
        None => Some(
            "Chromium or Chrome, and chromedriver of the same version: the tests in the browser need them. \
             On Debian: `sudo apt-get install chromium chromium-driver`; on macOS: \
             `brew install --cask google-chrome chromedriver`; elsewhere set CHROME and CHROMEDRIVER to the programs."
                .to_owned(),
        ),
    }
}

pub(super) fn is_present(workspace: &Workspace) -> bool {
    Chromium::find(workspace).is_some()
}

pub(super) fn install(workspace: &Workspace, progress: &mut Progress) -> Result<()> {
    let apt_get = |arguments: &[&str]| {
        let mut command = workspace.command("apt-get");
        command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    let install = [&["install", "-y", "--no-install-recommends"][..], &DEBIAN_PACKAGES].concat();

    // A machine that is new or has long been idle has no list of packages, or an old one.
    if !run(apt_get(&install), STEP_LIMIT, progress)?.ending.is_success() {
        let remedy = "If the network is at fault, try again; else install Chromium and chromedriver by hand.";
        run_or_explain(apt_get(&["update"]), STEP_LIMIT, progress, remedy)?;
        run_or_explain(apt_get(&install), STEP_LIMIT, progress, remedy)?;
    }
    Ok(())
}

/// Whether this is a machine of the Debian family that lets us install packages.
fn can_install(workspace: &Workspace) -> bool {
    workspace.find("apt-get").is_some() && is_root()
}

#[cfg(unix)]
fn is_root() -> bool {
    nix::unistd::geteuid().is_root()
}

#[cfg(not(unix))]
fn is_root() -> bool {
    false
}

fn named_by(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// The `156` of `Chromium 156.0.1.2 built on Debian` or `ChromeDriver 156.0.1.2 (…)`.
fn major_version(text: &str) -> Option<u32> {
    text.split_whitespace().find_map(|word| word.split_once('.')?.0.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_and_drivers_tell_their_major_version() {
        for text in [
            "Chromium 156.0.7444.162 built on Debian GNU/Linux 12",
            "ChromeDriver 156.0.7444.162 (f00)",
            "Google Chrome 156.0.1.2",
        ] {
            assert_eq!(major_version(text), Some(156), "{text}");
        }
        assert_eq!(major_version("Chromium"), None);
    }
}
