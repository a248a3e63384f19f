//! The file of a plan: read once, and replaced as a whole at each save.

use anyhow::{Context, bail};
use std::ffi::OsString;
use std::fs::{self, File, Metadata, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use window_planner_core::plan::Plan;

/// A plan's file, that no other process has.
#[derive(Debug)]
pub(crate) struct PlanFile {
    /// Where it really is: a link is followed, so that the link stays one.
    path: PathBuf,
    seen: Option<Fingerprint>,
    /// Held until the process ends, however it ends.
    _lock: File,
}

/// By what a change of the file by others is noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Fingerprint {
    length: u64,
    modified: Option<SystemTime>,
}

/// Why a plan is not safe on the disk.
#[derive(Debug)]
pub(crate) enum SaveError {
    /// The file is as it was.
    NotReplaced(anyhow::Error),
    /// The file is the new one, but may be the old one again after a power failure.
    NotSynced(io::Error),
}

impl PlanFile {
    /// Takes the file for this process alone and reads it. One that is not there is made.
    ///
    /// # Errors
    ///
    /// When another process has it, when it cannot be read, or when it cannot be made. It is then left as it is.
    pub(crate) fn open(path: &Path) -> anyhow::Result<(Self, Plan)> {
        let name = path.display();
        let path = resolve(path).with_context(|| format!("cannot find the folder of {name}"))?;
        let lock = lock(&path)?;
        let mut file = Self { path, seen: None, _lock: lock };
        let text = match fs::read(&file.path) {
            Ok(bytes) => String::from_utf8(bytes).with_context(|| format!("{name} is not text in UTF-8"))?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let plan = Plan::default();
                file.replace(&plan.to_json()).with_context(|| format!("cannot make {name}"))?;
                return Ok((file, plan));
            }
            Err(error) => return Err(error).with_context(|| format!("cannot read {name}")),
        };
        let plan = Plan::from_json(&text)
            .with_context(|| format!("{name} cannot be read as a plan, and is left as it is"))?;
        file.seen = Some(Fingerprint::of(&fs::metadata(&file.path)?));
        Ok((file, plan))
    }

    /// Makes this text the file, at once and as a whole: whoever reads it sees the old or the new one, and after a
    /// power failure it is one of both.
    ///
    /// # Errors
    ///
    /// When that fails, and when another program has changed the file since it was last read or written here.
    pub(crate) fn replace(&mut self, text: &str) -> Result<(), SaveError> {
        self.write(text).map_err(SaveError::NotReplaced)?;
        sync_folder(&self.path).map_err(SaveError::NotSynced)
    }

    fn write(&mut self, text: &str) -> anyhow::Result<()> {
        let found = match fs::metadata(&self.path) {
            Ok(metadata) => Some(metadata),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(error.into()),
        };
        if found.is_some() && found.as_ref().map(Fingerprint::of) != self.seen {
            bail!("another program has changed it; to go on with what it holds now, start anew");
        }
        let new = with_suffix(&self.path, ".new");
        // Made anew, so that it is never a link to somewhere else.
        if let Err(error) = fs::remove_file(&new)
            && error.kind() != io::ErrorKind::NotFound
        {
            return Err(error.into());
        }
        let mut file = File::create_new(&new)?;
        if let Some(found) = found {
            file.set_permissions(found.permissions())?;
        }
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        let fingerprint = Fingerprint::of(&file.metadata()?);
        fs::rename(&new, &self.path)?;
        self.seen = Some(fingerprint);
        Ok(())
    }
}

impl Fingerprint {
    fn of(metadata: &Metadata) -> Self {
        Self { length: metadata.len(), modified: metadata.modified().ok() }
    }
}

impl std::fmt::Display for SaveError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotReplaced(error) => write!(f, "{error:#}"),
            Self::NotSynced(error) => write!(f, "its folder cannot be written to the disk: {error}"),
        }
    }
}

impl std::error::Error for SaveError {}

/// The file that a path leads to, which need not be there.
fn resolve(path: &Path) -> io::Result<PathBuf> {
    match path.canonicalize() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
            let folder = folder.unwrap_or(Path::new(".")).canonicalize()?;
            path.file_name().map(|name| folder.join(name)).ok_or(error)
        }
        resolved => resolved,
    }
}

/// Locks a file beside the plan. The plan itself cannot be the lock, since each save makes it another file. The lock
/// file stays: without it, one who waits for the old one and one who makes a new one could both go on.
fn lock(path: &Path) -> anyhow::Result<File> {
    let lock = with_suffix(path, ".lock");
    let name = lock.display();
    let file = File::options().create(true).truncate(false).write(true).open(&lock);
    let file = file.with_context(|| format!("cannot make {name}"))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => bail!("{} is in use by another process", path.display()),
        Err(TryLockError::Error(error)) => Err(error).with_context(|| format!("cannot lock {name}")),
    }
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    name.into()
}

/// Makes a rename in the folder of a file outlast a power failure. Where folders are no files, the system sees to it.
fn sync_folder(path: &Path) -> io::Result<()> {
    match path.parent() {
        Some(folder) if cfg!(unix) => File::open(folder)?.sync_all(),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    /// The text of the reason against opening a file.
    #[track_caller]
    fn refused(path: &Path) -> String {
        format!("{:#}", PlanFile::open(path).unwrap_err())
    }

    #[test]
    fn a_file_that_is_not_there_is_made_and_read_again() {
        let scratch = Scratch::new();
        let path = scratch.path("plan.json");
        let (mut file, mut plan) = PlanFile::open(&path).unwrap();
        assert_eq!(plan, Plan::default());
        plan.name = Some("My plan".to_owned());
        file.replace(&plan.to_json()).unwrap();
        drop(file);
        assert_eq!(PlanFile::open(&path).unwrap().1, plan);
        assert!(refused(&scratch.path("no/such/folder.json")).contains("cannot find the folder"));
    }

    #[test]
    fn only_one_has_a_file_at_a_time() {
        let scratch = Scratch::new();
        let path = scratch.path("plan.json");
        let first = PlanFile::open(&path).unwrap();
        assert!(refused(&path).contains("in use"));
        drop(first);
        PlanFile::open(&path).unwrap();
    }

    #[test]
    fn what_cannot_be_read_is_refused_with_its_place_and_left_as_it_is() {
        let scratch = Scratch::new();
        let path = scratch.path("plan.json");
        for (text, place) in [
            (&b""[..], "line 1, column 0"),
            (b"{\"Version\": 2,\n \"Windows\": [", "line 2, column 13"),
            (b"{\"Version\": 2, \"Windows\": [{}]}", "Windows[0]"),
            (b"{\"Version\": 99, \"Windows\": []}", "version 99"),
            (b"\xff", "UTF-8"),
        ] {
            fs::write(&path, text).unwrap();
            assert!(refused(&path).contains(place), "{}", refused(&path));
            assert_eq!(fs::read(&path).unwrap(), text);
        }
    }

    #[test]
    fn what_another_program_wrote_meanwhile_is_not_overwritten() {
        let scratch = Scratch::new();
        let path = scratch.path("plan.json");
        let (mut file, plan) = PlanFile::open(&path).unwrap();
        fs::write(&path, "mine").unwrap();
        assert!(file.replace(&plan.to_json()).unwrap_err().to_string().contains("another program"));
        assert_eq!(fs::read(&path).unwrap(), b"mine");
        fs::remove_file(&path).unwrap();
        file.replace(&plan.to_json()).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), plan.to_json());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link_and_a_private_file_private() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let scratch = Scratch::new();
        let (real, link) = (scratch.path("real.json"), scratch.path("link.json"));
        fs::write(&real, Plan::default().to_json()).unwrap();
        fs::set_permissions(&real, fs::Permissions::from_mode(0o600)).unwrap();
        symlink(&real, &link).unwrap();
        let (mut file, mut plan) = PlanFile::open(&link).unwrap();
        plan.name = Some("My plan".to_owned());
        file.replace(&plan.to_json()).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&real).unwrap(), plan.to_json());
        assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o600);
    }
}
