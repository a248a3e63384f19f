//! Firefox, for `cargo xtask test --firefox`; its driver is a tool that cargo builds.

use std::{path::PathBuf, process::Command};

use anyhow::Result;

use super::{debian, named_by};
use crate::{progress::Progress, workspace::Workspace};

/// What the browser may be called in `PATH`; on macOS it is not there but among the applications.
const BROWSERS: [&str; 3] = ["firefox", "firefox-esr", "/Applications/Firefox.app/Contents/MacOS/firefox"];

const DEBIAN_PACKAGES: [&str; 1] = ["firefox-esr"];

/// The browser.
pub(crate) struct Firefox {
    browser: PathBuf,
}

impl Firefox {
    /// The browser that the environment names in `FIREFOX`, else the first one in `PATH`.
    pub(crate) fn find(workspace: &Workspace) -> Option<Self> {
        let browser =
            named_by("FIREFOX").or_else(|| BROWSERS.iter().find_map(|name| workspace.find(name)))?;
        Some(Self { browser })
    }

    /// Tells a test where the browser is, and that it is this one that is tested.
    pub(crate) fn announce(&self, command: &mut Command) {
        command.env("FIREFOX", &self.browser).env("WINDOW_PLANNER_BROWSER", "firefox");
    }
}

pub(super) fn obstacle(workspace: &Workspace) -> Option<String> {
    (!is_present(workspace) && !debian::can_install(workspace)).then(|| {
        "Firefox. On Debian: `sudo apt-get install firefox-esr`; on macOS: `brew install --cask firefox`; \
         elsewhere set FIREFOX to the program."
            .to_owned()
    })
}

pub(super) fn is_present(workspace: &Workspace) -> bool {
    Firefox::find(workspace).is_some()
}

pub(super) fn install(workspace: &Workspace, progress: &mut Progress) -> Result<()> {
    debian::install(workspace, &DEBIAN_PACKAGES, progress)
}
