//! A tree of crates as a CycloneDX document.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use serde::Deserialize;
use serde_json::{Value, json};

use super::tree::{Facts, Id, Tree};
use crate::audit::parse_license;

/// The part of `Cargo.lock` that is needed here.
#[derive(Deserialize)]
struct Lock {
    package: Vec<Locked>,
}

#[derive(Deserialize)]
struct Locked {
    name: String,
    version: String,
    /// SHA-256 of the published archive; a crate of this checkout has none.
    checksum: Option<String>,
}

/// The document: the product itself, its components by name, and who uses whom.
///
/// # Errors
///
/// When the lock file or a licence cannot be read.
pub(super) fn document(kind: &str, target: &str, tree: &Tree, lock: &str) -> Result<Value> {
    let lock: Lock = toml::from_str(lock).context("Cargo.lock")?;
    let checksums: BTreeMap<Id, String> = lock
        .package
        .into_iter()
        .filter_map(|Locked { name, version, checksum }| Some((Id { name, version }, checksum?)))
        .collect();

    let mut product = component(kind, &tree.root, &tree.crates[&tree.root], None)?;
    product["properties"] = json!([{ "name": "cdx:rustc:sbom:target:triple", "value": target }]);
    let parts = tree.crates.iter().filter(|(id, _)| **id != tree.root);
    let components: Vec<Value> =
        parts.map(|(id, facts)| component("library", id, facts, checksums.get(id))).collect::<Result<_>>()?;
    let dependencies: Vec<Value> = tree
        .crates
        .iter()
        .map(|(id, facts)| json!({ "ref": url(id), "dependsOn": facts.uses.iter().map(url).collect::<Vec<_>>() }))
        .collect();
    Ok(json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "lifecycles": [{ "phase": "build" }], "component": product },
        "components": components,
        "dependencies": dependencies,
    }))
}

fn component(kind: &str, id: &Id, facts: &Facts, checksum: Option<&String>) -> Result<Value> {
    let license = parse_license(&facts.license).with_context(|| format!("licence of {}", id.name))?;
    let mut component = json!({
        "type": kind,
        "bom-ref": url(id),
        "name": id.name,
        "version": id.version,
        "scope": "required",
        "licenses": [{ "expression": license.as_ref() }],
        "purl": url(id),
    });
    if let Some(checksum) = checksum {
        component["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
    }
    if !facts.repository.is_empty() {
        component["externalReferences"] = json!([{ "type": "vcs", "url": facts.repository }]);
    }
    Ok(component)
}

/// The package URL; `+`, which begins what builds are told apart by, is written as the rules of these URLs want it.
fn url(id: &Id) -> String {
    format!("pkg:cargo/{}@{}", id.name, id.version.replace('+', "%2B"))
}
