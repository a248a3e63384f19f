//! Which suites there are, in the order they run: quick ones first.

use super::{
    Kind, Suite,
    count::Counter,
    programs::{cargo, node_test, node_test_at_once, pytest, wasm_pack_test, xtask},
};
use crate::{
    commands::{build, npm},
    setup::Part,
};

/// What a check has in common with all others.
const CHECK: Suite = Suite {
    name: "",
    about: "",
    kind: Kind::Check,
    needs: &[],
    after: &[],
    command: |workspace| workspace.command(""),
    counter: None,
    in_firefox: false,
    same_tests_as: None,
};

/// The tests of the app that run in Firefox: what is asked of it alone, and the main journeys.
const IN_FIREFOX: [&str; 12] = [
    "tests/firefox",
    "tests/e2e/builder.test.js",
    "tests/e2e/export.test.js",
    "tests/e2e/expression.test.js",
    "tests/e2e/history.test.js",
    "tests/e2e/import.test.js",
    "tests/e2e/keyboard.test.js",
    "tests/e2e/locale.test.js",
    "tests/e2e/palette.test.js",
    "tests/e2e/share.test.js",
    "tests/e2e/storage.test.js",
    "tests/e2e/views.test.js",
];

/// All suites. A row that is added here is run by `cargo xtask test`, and so by the CI, unless it is `in_firefox`.
pub(crate) const SUITES: &[Suite] = &[
    Suite {
        name: "format",
        about: "the Rust code is formatted",
        needs: &[Part::RustLints],
        command: |workspace| cargo(workspace, "fmt --all --check -- --color never"),
        ..CHECK
    },
    Suite {
        name: "lints",
        about: "no warning by rustc or clippy in what runs natively",
        needs: &[Part::RustLints],
        command: |workspace| cargo(workspace, "clippy --all-targets -- --deny warnings"),
        ..CHECK
    },
    Suite {
        name: "rust",
        about: "the laws of the core, its documented examples, the command line, and this command's own tests",
        kind: Kind::Rust,
        command: |workspace| cargo(workspace, "test --no-fail-fast"),
        counter: Some(Counter::Cargo),
        ..CHECK
    },
    Suite {
        name: "audit",
        about: "every crate is of a licence and a source that deny.toml allows, and no advisory is known that can be asked for",
        command: |workspace| xtask(workspace, "audit"),
        ..CHECK
    },
    Suite {
        name: "fuzz-targets",
        about: "the fuzz targets compile; fuzzing itself wants a nightly compiler",
        command: |workspace| {
            let words = "check --locked --bins --no-default-features --manifest-path fuzz/Cargo.toml --target-dir target/fuzz";
            cargo(workspace, words)
        },
        ..CHECK
    },
    Suite {
        name: "docs",
        about: "no broken link in the core's documentation",
        command: |workspace| {
            let mut command = cargo(workspace, "doc --no-deps --package window-planner-core");
            command.env("RUSTDOCFLAGS", "--deny warnings");
            command
        },
        ..CHECK
    },
    Suite {
        name: "wasm-lints",
        about: "no warning by rustc or clippy in the app and the npm package",
        needs: &[Part::RustLints, Part::WasmTarget],
        command: |workspace| {
            cargo(
                workspace,
                "clippy --package window-planner-web --package window-planner-wasm --all-targets \
                 --target wasm32-unknown-unknown -- --deny warnings",
            )
        },
        ..CHECK
    },
    Suite {
        name: "package-node",
        about: "the laws of the npm package, in Node",
        kind: Kind::Package,
        needs: &[Part::WasmTarget, Part::Npm, Part::WasmBindgen, Part::WasmPack],
        command: |workspace| wasm_pack_test(workspace, "--node"),
        counter: Some(Counter::Cargo),
        ..CHECK
    },
    Suite {
        name: "package-browser",
        about: "the same laws in Chromium",
        kind: Kind::Package,
        needs: &[Part::WasmTarget, Part::Npm, Part::Chromium, Part::WasmBindgen, Part::WasmPack],
        command: |workspace| wasm_pack_test(workspace, "--headless --chrome"),
        counter: Some(Counter::Cargo),
        same_tests_as: Some("package-node"),
        ..CHECK
    },
    Suite {
        name: "package-build",
        about: "the npm package builds, is packed, and is installed from its archive",
        needs: npm::NEEDS,
        command: |workspace| xtask(workspace, "npm"),
        ..CHECK
    },
    Suite {
        name: "package-release",
        about: "the packed package in Node, by import and require; the examples of its README; publint, and are the types wrong?",
        kind: Kind::Package,
        needs: &[Part::Npm],
        after: &["package-build"],
        command: |workspace| node_test(workspace, "tests/npm-consumer/node"),
        counter: Some(Counter::Node),
        ..CHECK
    },
    Suite {
        name: "package-types",
        about: "programs use it in strict TypeScript, as modules, with require and in a bundler",
        kind: Kind::Package,
        needs: &[Part::Npm],
        after: &["package-build"],
        command: |workspace| node_test(workspace, "tests/npm-consumer/types"),
        counter: Some(Counter::Node),
        ..CHECK
    },
    Suite {
        name: "package-web",
        about: "plain pages, and an app that Vite and webpack build, use it in Chromium",
        kind: Kind::Package,
        needs: &[Part::Npm, Part::Chromium],
        after: &["package-build"],
        command: |workspace| node_test(workspace, "tests/npm-consumer/web"),
        counter: Some(Counter::Node),
        ..CHECK
    },
    Suite {
        name: "clients",
        about: "AWS's clients and the service model, CloudFormation's linter and HashiCorp's parser take what is exported",
        kind: Kind::Clients,
        needs: &[Part::Python],
        command: |workspace| pytest(workspace, "tests/clients/export"),
        counter: Some(Counter::Pytest),
        ..CHECK
    },
    Suite {
        name: "sbom-build",
        about: "the bills of materials are written",
        command: |workspace| xtask(workspace, "sbom"),
        ..CHECK
    },
    Suite {
        name: "sbom",
        about: "CycloneDX's validator takes the bills of materials, and they say what Cargo.lock says",
        kind: Kind::Clients,
        needs: &[Part::Python],
        after: &["sbom-build"],
        command: |workspace| pytest(workspace, "tests/sbom"),
        counter: Some(Counter::Pytest),
        ..CHECK
    },
    Suite {
        name: "cli-build",
        about: "the command line builds, as the Rust tests run it",
        // They build it already; by itself it would have other features of its dependencies, and all of them anew.
        command: |workspace| cargo(workspace, "test --no-run"),
        ..CHECK
    },
    Suite {
        name: "endpoint-python",
        about: "boto3 and the AWS CLI call every operation of the local endpoint, page through every list, and run every example of the CLI's documentation",
        kind: Kind::Clients,
        needs: &[Part::Python],
        after: &["cli-build"],
        command: |workspace| pytest(workspace, "tests/clients/serve"),
        counter: Some(Counter::Pytest),
        ..CHECK
    },
    Suite {
        name: "endpoint-js",
        about: "the AWS SDK for JavaScript calls every operation and pages through every list too",
        kind: Kind::Clients,
        needs: &[Part::Npm],
        after: &["cli-build"],
        command: |workspace| node_test(workspace, "tests/clients/serve"),
        counter: Some(Counter::Node),
        ..CHECK
    },
    Suite {
        name: "ical-python",
        about: "the Python package icalendar reads calendar files back with the same instants",
        kind: Kind::Clients,
        needs: &[Part::Python],
        after: &["cli-build"],
        command: |workspace| pytest(workspace, "tests/ical"),
        counter: Some(Counter::Pytest),
        ..CHECK
    },
    Suite {
        name: "ical-js",
        about: "ical.js does too",
        kind: Kind::Clients,
        needs: &[Part::Npm],
        after: &["cli-build"],
        command: |workspace| node_test(workspace, "tests/ical"),
        counter: Some(Counter::Node),
        ..CHECK
    },
    Suite {
        name: "app-build",
        about: "the app builds for release, into dist/",
        needs: build::NEEDS,
        command: |workspace| xtask(workspace, "build"),
        ..CHECK
    },
    Suite {
        name: "app-panics-build",
        about: "the app builds with a panic on purpose, into target/dist-panics",
        needs: build::NEEDS,
        command: build::command_that_panics,
        ..CHECK
    },
    Suite {
        name: "app",
        about: "journeys through the app in Chromium, by mouse and by keyboard, each state under axe",
        kind: Kind::App,
        needs: &[Part::Npm, Part::Chromium],
        after: &["cli-build", "app-build", "app-panics-build"],
        // A browser's journeys wait as much as they compute.
        command: |workspace| node_test_at_once(workspace, &["tests/e2e"], 2),
        counter: Some(Counter::Node),
        ..CHECK
    },
    Suite {
        name: "package-firefox",
        about: "the laws of the npm package in Firefox",
        kind: Kind::Package,
        needs: &[
            Part::WasmTarget,
            Part::Npm,
            Part::WasmBindgen,
            Part::WasmPack,
            Part::Firefox,
            Part::Geckodriver,
        ],
        command: |workspace| wasm_pack_test(workspace, "--headless --firefox"),
        counter: Some(Counter::Cargo),
        in_firefox: true,
        same_tests_as: Some("package-node"),
        ..CHECK
    },
    Suite {
        name: "app-firefox",
        about: "the main journeys through the app in Firefox",
        kind: Kind::App,
        needs: &[Part::Npm, Part::Firefox],
        after: &["app-build"],
        command: |workspace| node_test_at_once(workspace, &IN_FIREFOX, 2),
        counter: Some(Counter::Node),
        in_firefox: true,
        ..CHECK
    },
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn names_are_unique() {
        let names: BTreeSet<_> = SUITES.iter().map(|suite| suite.name).collect();
        assert_eq!(names.len(), SUITES.len());
    }

    #[test]
    fn what_a_suite_comes_after_stands_above_it() {
        for (index, suite) in SUITES.iter().enumerate() {
            for earlier in suite.after.iter().chain(&suite.same_tests_as) {
                let stands_above = SUITES[..index].iter().any(|above| above.name == *earlier);
                assert!(stands_above, "`{earlier}` must stand above `{}`", suite.name);
            }
        }
    }

    #[test]
    fn only_checks_have_no_tests() {
        for suite in SUITES {
            assert_eq!(suite.counter.is_none(), suite.kind == Kind::Check, "{}", suite.name);
        }
    }
}
