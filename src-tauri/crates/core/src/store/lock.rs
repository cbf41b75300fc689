//! One window per dossier: an advisory lock on a small file beside it, `us-india.dossier-lock`, gone when it is closed.
//!
//! The dossier itself is not locked: closing a second handle on it would drop the locks that SQLite holds on it.

use std::{
    fs::{File, TryLockError},
    path::{Path, PathBuf},
};

use super::place;
use crate::error::{Error, Result};

/// Held as long as the dossier is open for writing.
pub(super) struct FileLock {
    path: PathBuf,
    _file: File,
}

impl FileLock {
    /// Takes the lock of the dossier at `path`, or says that another window has it.
    pub(super) fn take(path: &Path) -> Result<Self> {
        let beside = place::beside(path, "-lock");
        let failed = |cause| Error::File { path: beside.clone(), doing: "created", cause };
        loop {
            let file = File::options().create(true).truncate(false).write(true).open(&beside).map_err(failed)?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(Error::InUse { path: path.to_owned() }),
                Err(TryLockError::Error(cause)) => return Err(failed(cause)),
            }
            // Between opening and locking, the holder before may have taken the file away: then this lock is on
            // nothing that others see, and has to be taken again.
            if place::same_file(&file, &beside) {
                return Ok(Self { path: beside, _file: file });
            }
        }
    }
}

impl Drop for FileLock {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_file(&self.path) {
            tracing::debug!(%error, path = %self.path.display(), "the lock file stays behind");
        }
    }
}
