//! Whether an installation still is what its lock file asks for.
//!
//! The stamp is a copy of the lock file inside what was installed: it vanishes with it, and a
//! changed lock file differs from it.

use std::{fs, io, path::Path};

/// Whether `stamp` was left by an installation from this lock file.
pub(super) fn is_current(stamp: &Path, lock_file: &Path) -> bool {
    match (fs::read(stamp), fs::read(lock_file)) {
        (Ok(installed), Ok(wanted)) => installed == wanted,
        _ => false,
    }
}

/// Leaves the stamp of a finished installation.
///
/// # Errors
///
/// When the copy cannot be written.
pub(super) fn leave(stamp: &Path, lock_file: &Path) -> io::Result<()> {
    fs::copy(lock_file, stamp).map(drop)
}

#[cfg(test)]
mod tests {
    use std::{env, process};

    use super::*;

    #[test]
    fn a_stamp_is_current_until_the_lock_file_changes() -> io::Result<()> {
        let folder = env::temp_dir().join(format!("window-planner-stamp-{}", process::id()));
        fs::create_dir_all(&folder)?;
        let (stamp, lock_file) = (folder.join("stamp"), folder.join("lock"));

        fs::write(&lock_file, "one")?;
        assert!(!is_current(&stamp, &lock_file), "nothing was installed yet");
        leave(&stamp, &lock_file)?;
        assert!(is_current(&stamp, &lock_file));
        fs::write(&lock_file, "two")?;
        assert!(!is_current(&stamp, &lock_file), "the lock file has changed");

        fs::remove_dir_all(&folder)
    }
}
