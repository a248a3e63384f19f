//! Software bills of materials: which crates are in what we ship, as CycloneDX says it.

mod document;
mod tree;

use std::{fs, path::Path};

use anyhow::{Context as _, Result};

use self::{document::document, tree::Tree};
use crate::{process::answer, workspace::Workspace};

/// Something that ships.
pub(crate) struct Product {
    /// What its bill is called.
    pub(crate) name: &'static str,
    /// The crate that it is built from.
    package: &'static str,
    /// The kind of thing it is, in CycloneDX's words.
    kind: &'static str,
    /// The platform it is built for; the one at hand if it is none in particular.
    target: Option<&'static str>,
}

const WASM: Option<&str> = Some("wasm32-unknown-unknown");

pub(crate) const APP: Product =
    Product { name: "app", package: "window-planner-web", kind: "application", target: WASM };

pub(crate) const NPM_PACKAGE: Product =
    Product { name: "npm-package", package: "window-planner-wasm", kind: "library", target: WASM };

pub(crate) const COMMAND_LINE: Product =
    Product { name: "command-line", package: "window-planner-cli", kind: "application", target: None };

/// Writes the bill of a product.
///
/// The same lock file gives the same bill: no time stands in it, and nothing of the machine.
///
/// # Errors
///
/// When cargo cannot tell what the product is made of, or the file cannot be written.
pub(crate) fn write(workspace: &Workspace, product: &Product, file: &Path) -> Result<()> {
    let host = host(workspace)?;
    let target = product.target.unwrap_or(&host);
    let tree = Tree::of(workspace, product.package, target)?;
    let lock = fs::read_to_string(workspace.path("Cargo.lock")).context("Cargo.lock")?;
    let bill = document(product.kind, target, &tree, &lock)?;
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, format!("{bill:#}\n")).with_context(|| format!("{} cannot be written", file.display()))
}

/// The platform that this program runs on: `x86_64-unknown-linux-gnu`.
fn host(workspace: &Workspace) -> Result<String> {
    let told = answer(workspace.command("rustc").arg("-vV")).context("`rustc -vV` fails")?;
    let host = told.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.context("rustc does not tell its host")?.to_owned())
}
