//! `cargo xtask precache`

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result, ensure};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use clap::Args;
use sha2::{Digest as _, Sha256};

use crate::workspace::Workspace;

/// The worker that keeps the app, without what it keeps.
const SOURCE: &str = "web/worker/keep.js";

/// The worker's name beside `index.html`; `web/start.js` asks for it. Trunk puts the one of development there.
const WORKER: &str = "worker.js";

/// What is no part of the app: hosts read the one for themselves, and people the other.
const APART: [&str; 2] = ["_headers", super::build::BILL];

/// The page itself, as browsers ask for it: some hosts redirect from `index.html`.
const PAGE: (&str, &str) = ("index.html", "./");

/// Give a built app the service worker that keeps it, by its files' digests
///
/// `cargo xtask build` does so by itself; this is for what Trunk has built alone.
#[derive(Args)]
#[command(hide = true)]
pub(super) struct Precache {
    /// The folder of the built app
    folder: PathBuf,
}

impl Precache {
    pub(super) fn run(&self, workspace: &Workspace) -> Result<()> {
        write(workspace, &self.folder)
    }
}

/// Writes the worker of the app that was built into `folder`.
///
/// # Errors
///
/// When a file cannot be read or written.
pub(super) fn write(workspace: &Workspace, folder: &Path) -> Result<()> {
    let source = fs::read_to_string(workspace.path(SOURCE)).context(SOURCE)?;
    let worker = with_files(&source, &files(folder)?)?;
    fs::write(folder.join(WORKER), worker).with_context(|| format!("{WORKER} cannot be written"))
}

/// The files of a built app, by the path that a browser asks for, with their digests as pages write them.
fn files(folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    collect(folder, "", &mut files)?;
    let page = files.remove(PAGE.0).with_context(|| format!("{} is missing", PAGE.0))?;
    files.insert(PAGE.1.to_owned(), page);
    files.remove(WORKER);
    files.retain(|path, _| !APART.contains(&path.as_str()));
    Ok(files)
}

fn collect(folder: &Path, prefix: &str, files: &mut BTreeMap<String, String>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let entry = entry?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{path}/"), files)?;
        } else {
            files.insert(path, format!("sha256-{}", digest(&fs::read(entry.path())?)));
        }
    }
    Ok(())
}

fn digest(bytes: &[u8]) -> String {
    BASE64_STANDARD.encode(Sha256::digest(bytes))
}

/// The worker's text with its files, and with a name for the build that is made of them.
fn with_files(text: &str, files: &BTreeMap<String, String>) -> Result<String> {
    let lines: Vec<String> =
        files.iter().map(|(path, digest)| format!("  {path:?}: {digest:?},\n")).collect();
    let lines = lines.concat();
    let build = digest(lines.as_bytes());
    let written = text.replacen("const BUILD = \"\";", &format!("const BUILD = {build:?};"), 1).replacen(
        "const FILES = {};",
        &format!("const FILES = {{\n{lines}}};"),
        1,
    );
    ensure!(
        written.contains(&build) && written.contains(&lines),
        "the worker has no place for the files: `const BUILD = \"\";` and `const FILES = {{}};`"
    );
    Ok(written)
}

#[cfg(test)]
mod tests {
    use std::{env, process};

    use super::*;

    #[test]
    fn a_worker_lists_every_file_but_itself_and_changes_with_each() -> Result<()> {
        let folder = env::temp_dir().join(format!("window-planner-precache-{}", process::id()));
        fs::create_dir_all(folder.join("snippets"))?;
        for name in ["index.html", "app-1a.css", "snippets/b.js", WORKER, APART[0], APART[1]] {
            fs::write(folder.join(name), name)?;
        }
        let source = fs::read_to_string(Workspace::locate()?.path(SOURCE))?;
        let before = files(&folder)?;
        assert_eq!(before.keys().collect::<Vec<_>>(), ["./", "app-1a.css", "snippets/b.js"]);
        let worker = with_files(&source, &before)?;
        // printf index.html | openssl dgst -sha256 -binary | base64
        assert!(
            worker.contains("\"./\": \"sha256-DrVHMEZYgFqteI0yDxC/Hyknl7Xm10Wjv2F1hNoBcFE=\""),
            "{worker}"
        );

        fs::write(folder.join("snippets/b.js"), "changed")?;
        assert_ne!(with_files(&source, &files(&folder)?)?, worker);
        assert!(with_files("no place", &before).is_err());
        Ok(fs::remove_dir_all(&folder)?)
    }
}
