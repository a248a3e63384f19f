//! Which suites there are, in the order they run: quick ones first.

use std::process::Command;

use super::{Kind, Suite, count::Counter};
use crate::{commands::build, setup::Part, workspace::Workspace};

/// All suites. A row that is added here is run by `cargo xtask test` and so by the CI.
pub(crate) const SUITES: &[Suite] = &[
    Suite {
        name: "format",
        about: "the Rust code is formatted",
        kind: Kind::Check,
        needs: &[Part::RustLints],
        after: &[],
        command: |workspace| cargo(workspace, "fmt --all --check"),
        counter: None,
        same_tests_as: None,
    },
    Suite {
        name: "lints",
        about: "no warning by rustc or clippy in what runs natively",
        kind: Kind::Check,
        needs: &[Part::RustLints],
        after: &[],
        command: |workspace| cargo(workspace, "clippy --all-targets -- --deny warnings"),
        counter: None,
        same_tests_as: None,
    },
    Suite {
        name: "rust",
        about: "the laws of the core, its documented examples, and this command's own tests",
        kind: Kind::Rust,
        needs: &[],
        after: &[],
        command: |workspace| cargo(workspace, "test --no-fail-fast"),
        counter: Some(Counter::Cargo),
        same_tests_as: None,
    },
    Suite {
        name: "docs",
        about: "no broken link in the core's documentation",
        kind: Kind::Check,
        needs: &[],
        after: &[],
        command: |workspace| {
            let mut command = cargo(workspace, "doc --no-deps --package window-planner-core");
            command.env("RUSTDOCFLAGS", "--deny warnings");
            command
        },
        counter: None,
        same_tests_as: None,
    },
    Suite {
        name: "wasm-lints",
        about: "no warning by rustc or clippy in the app and the npm package",
        kind: Kind::Check,
        needs: &[Part::RustLints, Part::WasmTarget],
        after: &[],
        command: |workspace| {
            cargo(
                workspace,
                "clippy --package window-planner-web --package window-planner-wasm --all-targets \
                 --target wasm32-unknown-unknown -- --deny warnings",
            )
        },
        counter: None,
        same_tests_as: None,
    },
    Suite {
        name: "app-build",
        about: "the app builds for release, into dist/",
        kind: Kind::Check,
        needs: build::NEEDS,
        after: &[],
        command: build::command,
        counter: None,
        same_tests_as: None,
    },
];

/// A cargo command from its words, none of which contains a space.
fn cargo(workspace: &Workspace, words: &str) -> Command {
    let mut command = workspace.command("cargo");
    command.args(words.split_whitespace());
    command
}
