//! The rules of `deny.toml`, and what offends them.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result, ensure};
use serde::Deserialize;
use spdx::{Expression, LicenseReq, ParseMode};

use super::packages::{Package, Packages};

/// The part of cargo-deny's configuration that we use. A member that is not here is an error: it would rule nothing.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Rules {
    licenses: Licenses,
    bans: Bans,
    sources: Sources,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Licenses {
    allow: BTreeSet<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Bans {
    multiple_versions: Level,
    multiple_versions_include_dev: bool,
    wildcards: Level,
    allow_wildcard_paths: bool,
    deny: Vec<Reasoned>,
    skip: Vec<Reasoned>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Sources {
    unknown_registry: Level,
    unknown_git: Level,
    allow_registry: Vec<String>,
}

/// We have no half measures.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Level {
    Deny,
}

/// A crate, `name` or `name@version`, and why it is named.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reasoned {
    #[serde(rename = "crate")]
    package: String,
    reason: String,
}

impl Rules {
    /// Reads the rules.
    ///
    /// # Errors
    ///
    /// When the file has something that we do not hold the crates against, or an exception without a reason.
    pub(crate) fn read(text: &str) -> Result<Self> {
        let rules: Self = toml::from_str(text).context("deny.toml")?;
        let Level::Deny = rules.bans.multiple_versions;
        let (Level::Deny, Level::Deny) = (&rules.sources.unknown_registry, &rules.sources.unknown_git);
        let Level::Deny = rules.bans.wildcards;
        ensure!(
            rules.bans.multiple_versions_include_dev && rules.bans.allow_wildcard_paths,
            "deny.toml: versions are counted with those of tests, and a crate of this checkout needs none"
        );
        for named in rules.bans.deny.iter().chain(&rules.bans.skip) {
            ensure!(
                !named.reason.trim().is_empty(),
                "deny.toml: {} is named without a reason",
                named.package
            );
        }
        Ok(rules)
    }

    /// What offends the rules, a line each, and exceptions that nothing needs any more; nothing when all is well.
    pub(crate) fn offences(&self, all: &[Packages]) -> Vec<String> {
        let packages: BTreeMap<_, _> = all
            .iter()
            .flat_map(|workspace| &workspace.packages)
            .map(|package| ((&package.name, &package.version), package))
            .collect();
        let doubles: Vec<_> = all.iter().map(doubles).collect();
        let of_packages = packages.values().flat_map(|package| self.of_package(package));
        let of_versions = doubles.iter().flat_map(|doubles| self.of_versions(doubles));
        let exceptions = self.unused_skips(&doubles).chain(self.unused_licenses(packages.values().copied()));
        of_packages.chain(of_versions).chain(exceptions).collect()
    }

    fn of_package(&self, package: &Package) -> Vec<String> {
        let Package { name, version, license, source, dependencies } = package;
        let mut offences = Vec::new();
        if let Err(why) = self.judge_license(license.as_deref()) {
            offences.push(format!("{name} {version}: {why}"));
        }
        if let Some(source) = source {
            let registry = source.strip_prefix("registry+").or(source.strip_prefix("sparse+"));
            if !registry
                .is_some_and(|registry| self.sources.allow_registry.iter().any(|known| known == registry))
            {
                offences.push(format!("{name} {version}: comes from {source}, which is not allowed"));
            }
        } else {
            // Those of others are in the lock file, which is exact.
            let wild = dependencies.iter().filter(|asked| asked.req == "*" && asked.path.is_none());
            offences.extend(wild.map(|asked| format!("{name}: asks for any version of {}", asked.name)));
        }
        if let Some(banned) = self.bans.deny.iter().find(|banned| banned.package == *name) {
            offences.push(format!("{name} {version}: is banned, as it {}", banned.reason));
        }
        offences
    }

    fn judge_license(&self, license: Option<&str>) -> Result<(), String> {
        let license = license.ok_or("names no licence")?;
        let expression =
            parse_license(license).map_err(|error| format!("its licence cannot be read: {error:#}"))?;
        if expression.evaluate(|asked| self.allows(asked)) {
            Ok(())
        } else {
            Err(format!("its licence is {license}, and not among those allowed"))
        }
    }

    fn allows(&self, asked: &LicenseReq) -> bool {
        self.licenses.allow.contains(&asked.to_string())
    }

    /// Of the versions of a crate, all but one want a reason.
    fn of_versions(&self, doubles: &Versions<'_>) -> Vec<String> {
        let is_unexplained = |name: &str, version: &str| {
            let full = format!("{name}@{version}");
            self.bans.skip.iter().all(|skipped| skipped.package != full)
        };
        doubles
            .iter()
            .filter(|(name, versions)| {
                versions.iter().filter(|version| is_unexplained(name, version)).count() > 1
            })
            .map(|(name, versions)| {
                let versions: Vec<_> = versions.iter().copied().collect();
                format!("{name}: is there as {}, without a reason", versions.join(" and "))
            })
            .collect()
    }

    fn unused_skips(&self, doubles: &[Versions<'_>]) -> impl Iterator<Item = String> {
        let is_double = |package: &str| {
            let Some((name, version)) = package.split_once('@') else { return false };
            doubles.iter().filter_map(|doubles| doubles.get(name)).any(|versions| versions.contains(version))
        };
        let unused = self.bans.skip.iter().filter(move |skipped| !is_double(&skipped.package));
        unused.map(|skipped| {
            format!("deny.toml: {} is skipped, and there are no two versions of it", skipped.package)
        })
    }

    fn unused_licenses<'a>(
        &self,
        packages: impl Iterator<Item = &'a Package>,
    ) -> impl Iterator<Item = String> {
        let named: BTreeSet<String> = packages
            .filter_map(|package| parse_license(package.license.as_deref()?).ok())
            .flat_map(|expression| {
                expression.requirements().map(|asked| asked.req.to_string()).collect::<Vec<_>>()
            })
            .collect();
        let unused = self.licenses.allow.iter().filter(move |allowed| !named.contains(*allowed));
        unused.map(|allowed| format!("deny.toml: {allowed} is allowed, and no crate has it"))
    }
}

/// Versions by the name of their crate.
type Versions<'a> = BTreeMap<&'a str, BTreeSet<&'a str>>;

/// The crates of a lock file that are there in several versions.
fn doubles(workspace: &Packages) -> Versions<'_> {
    let mut versions = Versions::new();
    for package in &workspace.packages {
        versions.entry(&package.name).or_default().insert(&package.version);
    }
    versions.retain(|_, versions| versions.len() > 1);
    versions
}

/// An SPDX expression, also as it was written before there were any: `MIT/Apache-2.0`.
///
/// # Errors
///
/// When it is none.
pub(crate) fn parse_license(license: &str) -> Result<Expression> {
    let canonical = Expression::canonicalize(license).ok().flatten();
    Expression::parse_mode(canonical.as_deref().unwrap_or(license), ParseMode::LAX)
        .map_err(|error| anyhow::anyhow!("{license}: {error}"))
}

#[cfg(test)]
mod tests {
    use super::{super::packages::Dependency, *};

    const RULES: &str = r#"
        [licenses]
        allow = ["Apache-2.0", "MIT", "Unicode-3.0"]
        [bans]
        multiple-versions = "deny"
        multiple-versions-include-dev = true
        wildcards = "deny"
        allow-wildcard-paths = true
        deny = [{ crate = "evil", reason = "phones home" }]
        skip = [{ crate = "twice@1.0.0", reason = "needed by a friend" }]
        [sources]
        unknown-registry = "deny"
        unknown-git = "deny"
        allow-registry = ["https://github.com/rust-lang/crates.io-index"]
    "#;

    const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

    fn package(name: &str, version: &str, license: &str) -> Package {
        Package {
            name: name.to_owned(),
            version: version.to_owned(),
            license: Some(license.to_owned()),
            source: Some(CRATES_IO.to_owned()),
            dependencies: Vec::new(),
        }
    }

    /// What is said of these crates beside some in which there is nothing wrong.
    fn offences(packages: Vec<Package>) -> Vec<String> {
        let mut all = vec![
            package("unicode", "1.0.0", "(MIT OR Apache-2.0) AND Unicode-3.0"),
            package("twice", "1.0.0", "MIT/Apache-2.0"),
            package("twice", "2.0.0", "Unlicense OR MIT"),
        ];
        all.extend(packages);
        Rules::read(RULES).expect("rules").offences(&[Packages { packages: all }])
    }

    #[test]
    fn nothing_is_said_where_all_is_well() {
        assert_eq!(offences(vec![package("good", "1.0.0", "MIT")]), Vec::<String>::new());
    }

    #[test]
    fn what_is_not_allowed_is_told_by_crate() {
        let from =
            |source: &str| Package { source: Some(source.to_owned()), ..package("odd", "1.0.0", "MIT") };
        for (wrong, told) in [
            (package("copyleft", "1.0.0", "GPL-3.0-only"), "licence is GPL-3.0-only"),
            (package("both", "1.0.0", "MIT AND GPL-3.0-only"), "licence is MIT AND GPL-3.0-only"),
            (package("odd", "1.0.0", "my own words"), "its licence cannot be read"),
            (Package { license: None, ..package("bare", "1.0.0", "") }, "names no licence"),
            (from("git+https://example.com/odd"), "comes from git+https://example.com/odd"),
            (from("registry+https://example.com/index"), "comes from registry+https://example.com/index"),
            (package("evil", "1.0.0", "MIT"), "is banned, as it phones home"),
            (package("twice", "3.0.0", "MIT"), "is there as 1.0.0 and 2.0.0 and 3.0.0"),
            (package("unicode", "2.0.0", "MIT"), "is there as 1.0.0 and 2.0.0"),
        ] {
            let found = offences(vec![wrong]);
            assert!(found.len() == 1 && found[0].contains(told), "{told}: {found:?}");
        }
    }

    #[test]
    fn each_lock_file_has_its_own_versions() {
        let lock = |version: &str| Packages { packages: vec![package("unicode", version, "MIT")] };
        let doubled = |all: &[Packages]| {
            Rules::read(RULES).expect("rules").offences(all).iter().any(|told| told.starts_with("unicode"))
        };
        assert!(!doubled(&[lock("1.0.0"), lock("2.0.0")]));
        let both = Packages {
            packages: [lock("1.0.0"), lock("2.0.0")].into_iter().flat_map(|it| it.packages).collect(),
        };
        assert!(doubled(&[both]));
    }

    #[test]
    fn our_own_crates_say_which_version_they_want() {
        let ask = |path: Option<&str>| {
            let any =
                Dependency { name: "any".to_owned(), req: "*".to_owned(), path: path.map(str::to_owned) };
            let ours = Package { source: None, dependencies: vec![any], ..package("ours", "1.0.0", "MIT") };
            offences(vec![ours])
        };
        assert_eq!(ask(None), ["ours: asks for any version of any"]);
        assert!(ask(Some("crates/any")).is_empty(), "but of each other");
    }

    #[test]
    fn an_exception_that_nothing_needs_is_told() {
        let rules = Rules::read(RULES).expect("rules");
        let told = rules.offences(&[Packages { packages: vec![package("twice", "1.0.0", "MIT")] }]);
        assert_eq!(
            told,
            [
                "deny.toml: twice@1.0.0 is skipped, and there are no two versions of it",
                "deny.toml: Apache-2.0 is allowed, and no crate has it",
                "deny.toml: Unicode-3.0 is allowed, and no crate has it",
            ]
        );
    }

    #[test]
    fn rules_that_would_rule_nothing_are_refused() {
        for (from, to) in [
            ("wildcards = \"deny\"", "wildcards = \"warn\""),
            ("[bans]", "[bans]\nfeatures = []"),
            ("phones home", " "),
            ("include-dev = true", "include-dev = false"),
        ] {
            let changed = RULES.replacen(from, to, 1);
            assert!(changed != RULES && Rules::read(&changed).is_err(), "{to}");
        }
    }
}
