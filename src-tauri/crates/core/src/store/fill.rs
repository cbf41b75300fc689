//! Filling a new dossier at once: everything is one transaction, what is derived is derived once in the end, and nothing
//! waits for the disk until it is whole.
//!
//! Such a file is nobody's register yet. No journal of the database stands behind it either, so an act that fails spoils
//! it: `Dossier::filled` writes it under another name, gives it its own when it is whole and on the disk, and takes it
//! away otherwise.

use std::{fs::File, path::Path};

use super::{
    Store,
    sqlite::{fail, held},
};
use crate::error::{Error, Result};

/// What is set while a file is filled. The cache holds what is still being written to (1 GiB); the rest is the past.
const SETTINGS: &[(&str, &str)] = &[("journal_mode", "OFF"), ("synchronous", "OFF"), ("cache_size", "-1048576")];

impl Store {
    /// Makes a new dossier that is written in one stretch, up to [`Store::finish`].
    pub(crate) fn create_to_fill(path: &Path) -> Result<Self> {
        let mut store = Self::create(path)?;
        {
            let conn = held(&store.writer);
            for (pragma, value) in SETTINGS {
                // Some settings answer with a row, some with none.
                let set = conn.pragma_update_and_check(None, pragma, value, |_| Ok(()));
                fail(
                    path,
                    "created",
                    set.or_else(|error| match error {
                        rusqlite::Error::QueryReturnedNoRows => Ok(()),
                        other => Err(other),
                    }),
                )?;
            }
            fail(path, "created", conn.execute_batch("BEGIN IMMEDIATE"))?;
        }
        store.filling = true;
        Ok(store)
    }

    /// Whether this is such a dossier: lists, counts and the index of words hold nothing yet.
    pub(crate) fn filling(&self) -> bool {
        self.filling
    }

    /// Derives what lists, counts and searches rest on, and ends the one transaction; when this returns, the file is on the disk.
    pub(crate) fn finish(self) -> Result<()> {
        let path = self.path().to_owned();
        self.write(|session| session.derive_all())?;
        fail(&path, "finished", held(&self.writer).execute_batch("COMMIT"))?;
        drop(self);
        let failed = |cause| Error::File { path: path.clone(), doing: "finished", cause };
        File::options().write(true).open(&path).and_then(|file| file.sync_all()).map_err(failed)
    }
}
