//! `cargo xtask audit`

use std::time::Duration;

use anyhow::{Result, bail};
use clap::Args;

use crate::{
    audit::{Packages, Rules},
    process::{Finished, run},
    progress::Progress,
    workspace::Workspace,
};

/// The workspaces that have a lock file.
const MANIFESTS: [&str; 2] = ["Cargo.toml", "fuzz/Cargo.toml"];

/// How long a server may take to answer.
const LIMIT: Duration = Duration::from_secs(3 * 60);

/// Hold all crates against `deny.toml`, and ask for known vulnerabilities where that can be asked
///
/// Licences, sources, banned crates and double versions need no network. Advisories on crates are asked of
/// cargo-deny, if it is installed, and those on npm packages of npm; what cannot be asked is said, and is no error.
#[derive(Args)]
pub(super) struct Audit;

/// What comes of asking for advisories.
enum Answer {
    Clean,
    Found(String),
    /// Nobody was there to ask, and why.
    LeftOut(&'static str),
}

impl Audit {
    #[expect(clippy::unused_self, reason = "the commands are called alike")]
    pub(super) fn run(&self, workspace: &Workspace) -> Result<()> {
        let rules = Rules::read(&std::fs::read_to_string(workspace.path("deny.toml"))?)?;
        let all: Vec<_> =
            MANIFESTS.iter().map(|manifest| Packages::of(workspace, manifest)).collect::<Result<_>>()?;
        let mut offences = rules.offences(&all);
        for (about, answer) in [("crates", ask_cargo_deny(workspace)?), ("npm packages", ask_npm(workspace)?)]
        {
            match answer {
                Answer::Clean => println!("advisories on {about}: none"),
                Answer::Found(what) => offences.push(format!("advisories on {about}:\n{what}")),
                Answer::LeftOut(why) => println!("advisories on {about}: NOT ASKED, {why}"),
            }
        }
        let count: usize = all.iter().map(|workspace| workspace.packages.len()).sum();
        println!("licences, sources, bans and versions of {count} crates: {} offences", offences.len());
        if !offences.is_empty() {
            bail!("deny.toml says what is allowed, and for what reasons:\n\n{}", offences.join("\n"));
        }
        Ok(())
    }
}

/// The advisories on crates; cargo-deny fetches them from their repository.
fn ask_cargo_deny(workspace: &Workspace) -> Result<Answer> {
    if workspace.find("cargo-deny").is_none() {
        return Ok(Answer::LeftOut("cargo-deny is not installed (`cargo install cargo-deny`)"));
    }
    if !asked(workspace, "cargo-deny", &["fetch", "db"])?.is_fetched() {
        return Ok(Answer::LeftOut("the advisory database cannot be fetched"));
    }
    let checked = asked(workspace, "cargo-deny", &["check", "--disable-fetch", "advisories"])?;
    Ok(if checked.ending.is_success() { Answer::Clean } else { Answer::Found(checked.output) })
}

/// The advisories on the packages of `tests/`: with them the app is optimized and tested; none of them ships.
fn ask_npm(workspace: &Workspace) -> Result<Answer> {
    if workspace.find("npm").is_none() {
        return Ok(Answer::LeftOut("npm is not installed"));
    }
    let audited = asked(
        workspace,
        "npm",
        &["audit", "--prefix", "tests", "--audit-level", "high", "--fetch-retries", "0"],
    )?;
    Ok(if audited.ending.is_success() {
        Answer::Clean
    } else if audited.output.contains("vulnerabilit") {
        Answer::Found(audited.output)
    } else {
        Answer::LeftOut("the registry answers no audits")
    })
}

fn asked(workspace: &Workspace, program: &str, words: &[&str]) -> Result<Finished> {
    let mut command = workspace.command(program);
    command.args(words);
    run(command, LIMIT, &mut Progress::begin(&format!("{program} {}", words[0]), "", false))
}

impl Finished {
    /// cargo-deny tells of a database that it could not fetch, and calls that a success.
    fn is_fetched(&self) -> bool {
        self.ending.is_success() && !self.output.contains("failed to fetch")
    }
}
