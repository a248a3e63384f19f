//! What a crate is built of, as `cargo tree` tells it.
//!
//! `cargo metadata` would tell it as JSON, but with the features that any crate of the workspace asks for.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result, bail};

use crate::{process::answer, workspace::Workspace};

/// A crate at a version, by which it is known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Id {
    pub(super) name: String,
    pub(super) version: String,
}

/// What is told of a crate.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Facts {
    pub(super) license: String,
    pub(super) repository: String,
    /// The crates that it calls.
    pub(super) uses: BTreeSet<Id>,
}

/// A crate and all that becomes part of it: no macros, and nothing that only builds or tests it.
#[derive(Debug)]
pub(super) struct Tree {
    pub(super) root: Id,
    pub(super) crates: BTreeMap<Id, Facts>,
}

impl Tree {
    /// The tree of a crate as it is built for a platform.
    ///
    /// # Errors
    ///
    /// When cargo cannot tell, as with a lock file that is not up to date.
    pub(super) fn of(workspace: &Workspace, package: &str, target: &str) -> Result<Self> {
        let mut command = workspace.command("cargo");
        command.args(["tree", "--locked", "--package", package, "--target", target]);
        command.args(["--edges", "normal,no-proc-macro", "--prefix", "depth", "--format", "|{p}|{l}|{r}"]);
        let lines = answer(&mut command).with_context(|| format!("`cargo tree` of {package} fails"))?;
        Self::parse(&lines)
    }

    /// Reads lines such as `1|chrono v0.4.45|MIT OR Apache-2.0|https://github.com/chronotope/chrono`, where the
    /// number is the depth. What stands below a crate is told where it comes first, and left out with a `(*)` later.
    fn parse(lines: &str) -> Result<Self> {
        let mut crates: BTreeMap<Id, Facts> = BTreeMap::new();
        let mut above: Vec<Id> = Vec::new();
        for line in lines.lines() {
            let parts: Vec<_> = line.splitn(4, '|').collect();
            let [depth, package, license, repository] = parts[..] else { bail!("cargo tree says `{line}`") };
            let depth: usize = depth.parse().with_context(|| format!("cargo tree says `{line}`"))?;
            let mut words = package.split(' ');
            let (Some(name), Some(version)) = (words.next(), words.next()) else {
                bail!("cargo tree says `{line}`")
            };
            let id = Id { name: name.to_owned(), version: version.trim_start_matches('v').to_owned() };

            above.truncate(depth);
            if let Some(user) = above.last() {
                crates.entry(user.clone()).or_default().uses.insert(id.clone());
            }
            let facts = crates.entry(id.clone()).or_default();
            license.clone_into(&mut facts.license);
            repository.trim_end_matches(" (*)").clone_into(&mut facts.repository);
            above.push(id);
        }
        let root = above.into_iter().next().context("cargo tree says nothing")?;
        Ok(Self { root, crates })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINES: &str = "0|app v0.1.0 (/somewhere/web)|MIT|https://example.com/app\n\
        1|one v1.0.0|MIT/Apache-2.0|\n\
        2|deep v3.0.0|MIT|https://example.com/deep\n\
        1|two v2.0.0-beta.1+spec|MIT|\n\
        2|one v1.0.0|MIT/Apache-2.0| (*)\n";

    fn id(name: &str, version: &str) -> Id {
        Id { name: name.to_owned(), version: version.to_owned() }
    }

    #[test]
    fn depths_become_who_uses_whom() {
        let tree = Tree::parse(LINES).expect("a tree");
        assert_eq!(tree.root, id("app", "0.1.0"));
        let (one, two) = (id("one", "1.0.0"), id("two", "2.0.0-beta.1+spec"));
        assert_eq!(tree.crates[&tree.root].uses, BTreeSet::from([one.clone(), two.clone()]));
        assert_eq!(tree.crates[&one].uses, BTreeSet::from([id("deep", "3.0.0")]));
        assert_eq!(tree.crates[&two].uses, BTreeSet::from([one.clone()]));
        assert_eq!((&*tree.crates[&one].license, &*tree.crates[&one].repository), ("MIT/Apache-2.0", ""));
    }

    #[test]
    fn other_words_are_refused() {
        for words in ["", "error", "0|app|MIT|", "x|app v1.0.0|MIT|"] {
            assert!(Tree::parse(words).is_err(), "{words}");
        }
    }
}
