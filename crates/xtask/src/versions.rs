//! The versions of the tools that set-up installs, and the files that must agree with them.

/// `wasm-bindgen`: the command must have exactly the version of the library in `Cargo.lock`.
pub(crate) const WASM_BINDGEN: &str = "0.2.130";

/// The last `trunk` that builds with the `rust-version` of this workspace.
pub(crate) const TRUNK: &str = "0.21.14";

/// `wasm-pack`, which runs the package's tests in Node and in Chromium.
pub(crate) const WASM_PACK: &str = "0.15.1";

/// `geckodriver`, by which `wasm-pack` drives Firefox.
pub(crate) const GECKODRIVER: &str = "0.37.1";

/// The oldest major version of Node that the tests and `wasm-opt` run on.
pub(crate) const NODE_MINIMUM: u32 = 20;

/// The oldest Python 3 that `tests/requirements.txt` is locked for, as its minor version.
pub(crate) const PYTHON_MINIMUM: u32 = 10;

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use super::*;

    fn read(path: &str) -> String {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        fs::read_to_string(root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    fn read_toml(path: &str) -> toml::Table {
        read(path).parse().unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    fn read_json(path: &str) -> serde_json::Value {
        serde_json::from_str(&read(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    #[test]
    fn the_wasm_bindgen_command_equals_the_library() {
        let lock = read_toml("Cargo.lock");
        let library = lock["package"]
            .as_array()
            .expect("packages")
            .iter()
            .find(|package| package["name"].as_str() == Some("wasm-bindgen"))
            .expect("wasm-bindgen is a dependency");
        assert_eq!(library["version"].as_str(), Some(WASM_BINDGEN));
    }

    #[test]
    fn trunk_looks_for_the_tools_that_set_up_installs() {
        let trunk = read_toml("Trunk.toml");
        let packages = read_json("tests/package-lock.json");
        let binaryen =
            packages["packages"]["node_modules/binaryen"]["version"].as_str().expect("binaryen is locked");
        let wasm_opt = format!("version_{}", binaryen.split('.').next().expect("a major version"));

        assert_eq!(trunk["tools"]["wasm_bindgen"].as_str(), Some(WASM_BINDGEN));
        assert_eq!(trunk["tools"]["wasm_opt"].as_str(), Some(wasm_opt.as_str()));
    }

    #[test]
    fn node_has_one_minimum() {
        let package = read_json("tests/package.json");
        assert_eq!(package["engines"]["node"].as_str(), Some(format!(">={NODE_MINIMUM}").as_str()));
    }

    #[test]
    fn the_npm_package_is_of_this_version_and_licence() {
        let workspace = &read_toml("Cargo.toml")["workspace"]["package"];
        let package = read_json("crates/wasm/npm/package.json");
        for member in ["version", "license", "description"] {
            assert_eq!(package[member].as_str(), workspace[member].as_str(), "{member}");
        }
        let repository = workspace["repository"].as_str().expect("a repository");
        assert_eq!(package["repository"]["url"].as_str(), Some(format!("git+{repository}.git").as_str()));
    }

    #[test]
    fn the_readme_names_what_it_needs() {
        let readme = read("README.md");
        assert!(readme.contains(&format!("Node ≥ {NODE_MINIMUM}")), "the README names another Node");
        assert!(readme.contains(&format!("Python ≥ 3.{PYTHON_MINIMUM}")), "the README names another Python");
    }

    #[test]
    fn python_packages_are_pinned() {
        for line in read("tests/requirements.txt").lines().filter(|line| !line.starts_with('#')) {
            assert!(line.contains("=="), "`{line}` has no exact version");
        }
    }
}
