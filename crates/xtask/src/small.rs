//! How what is sent to browsers, the app and the npm package, is compiled and optimized (decision 28).

use std::{env, fs, path::PathBuf};

/// What `wasm-opt` is told. Each was measured by what it does to the compressed file:
///
/// - functions written into their callers compress worse than calls, by 7 KB of the package's 180;
/// - so do expressions that are nested where they were stored (`simplify-locals`), and thousands of data segments
///   (`memory-packing`);
/// - functions of like names are alike: beside one another they compress better (`reorder-functions-by-name`);
/// - the alignment that a load promises tells no engine anything, and takes 2.5 KB (`dealign`).
///
/// For the app, `index.html` has the same: a test holds them together.
pub(crate) const WASM_OPT: &[&str] = &[
    "-O2",
    "--always-inline-max-function-size=1",
    "--flexible-inline-max-function-size=1",
    "--one-caller-inline-max-function-size=1",
    "--skip-pass=simplify-locals",
    "--skip-pass=memory-packing",
    "--reorder-functions-by-name",
    "--dealign",
];

/// The flags of the compiler, for `CARGO_ENCODED_RUSTFLAGS`: those that are given, `more`, and that messages of a
/// panic name files of other crates without the folder in which this machine keeps them.
pub(crate) fn flags(more: &[&str]) -> String {
    let given = env::var("RUSTFLAGS").unwrap_or_default();
    let mut flags: Vec<String> =
        given.split_whitespace().chain(more.iter().copied()).map(str::to_owned).collect();
    let registries = registries().into_iter();
    flags.extend(registries.map(|folder| format!("--remap-path-prefix={}=.", folder.display())));
    flags.join("\u{1f}")
}

/// The folders in which cargo keeps the sources of other crates; none before the first build.
fn registries() -> Vec<PathBuf> {
    let given = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = given.or_else(|| Some(env::home_dir()?.join(".cargo")));
    let folders = home.and_then(|home| fs::read_dir(home.join("registry/src")).ok());
    folders.into_iter().flatten().filter_map(|folder| Some(folder.ok()?.path())).collect()
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use super::WASM_OPT;

    #[test]
    fn the_app_is_optimized_as_the_package_is() {
        let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../index.html");
        let page = fs::read_to_string(page).expect("the app's page");
        let (level, passes) = WASM_OPT.split_first().expect("a level");
        assert!(page.contains(&format!("data-wasm-opt=\"{}\"", level.trim_start_matches("-O"))));
        assert!(page.contains(&format!("data-wasm-opt-params=\"{}\"", passes.join(" "))));
    }
}
