//! Chromium (or Chrome) and the driver of the same version.

use std::{path::PathBuf, process::Command};

use anyhow::Result;

use super::{debian, named_by};
use crate::{process::answer, progress::Progress, workspace::Workspace};

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
        None if debian::can_install(workspace) => None,
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
    debian::install(workspace, &DEBIAN_PACKAGES, progress)
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
