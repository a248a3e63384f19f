//! The test suites: what they are, which there are, how they run and what they report.

mod count;
mod programs;
mod report;
mod runner;
mod table;

use std::process::Command;

use self::count::Counter;
pub(crate) use self::{
    runner::{Options, run},
    table::SUITES,
};
use crate::{setup::Part, workspace::Workspace};

/// One suite of tests, or one check. To add one, write a row in `table`.
pub(crate) struct Suite {
    /// What `--only` calls it: short, lower case, unique.
    pub(crate) name: &'static str,
    /// What it shows when it passes, for `--list`.
    pub(crate) about: &'static str,
    pub(crate) kind: Kind,
    /// What must be set up first.
    pub(crate) needs: &'static [Part],
    /// Suites that build what this one tests; they run first, also with `--only`, and if one of
    /// them fails this one does not run.
    pub(crate) after: &'static [&'static str],
    /// What runs at the top of the checkout.
    pub(crate) command: fn(&Workspace) -> Command,
    /// How its number of tests is read from its output; `None` for a check, which has none.
    pub(crate) counter: Option<Counter>,
    /// Whether it runs in Firefox: with `--firefox` alone, since that costs minutes.
    pub(crate) in_firefox: bool,
    /// Another suite that runs the same tests elsewhere: as many must have run here as there.
    pub(crate) same_tests_as: Option<&'static str>,
}

/// The kinds by which tests are counted at the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// It passes or not, and has no tests: formatting, lints, a build.
    Check,
    /// Rust tests on this machine.
    Rust,
    /// Tests of the npm package: the compiled core, in Node and in Chromium.
    Package,
    /// Tests of the app in Chromium.
    App,
    /// Other programs against what is exported: AWS's clients, readers of calendar files.
    Clients,
}

impl Kind {
    pub(crate) const ALL: [Self; 5] = [Self::Check, Self::Rust, Self::Package, Self::App, Self::Clients];

    /// The word for it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Check => "checks",
            Self::Rust => "Rust",
            Self::Package => "npm package",
            Self::App => "app",
            Self::Clients => "clients",
        }
    }
}
