//! Filling a new dossier at once: everything is one transaction, what is derived is derived once in the end, and nothing
//! waits for the disk until it is whole.
//!
//! Such a file is nobody's register yet. No journal of the database stands behind it either, so an act that fails spoils
//! it: `Dossier::filled` writes it under another name, gives it its own when it is whole and on the disk, and takes it
//! away otherwise. Until then it is marked in its head as what it is, so that what a try that was broken off left behind
//! is known for certain, and taken away by the next.

use std::{
    fs::File,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    Session, Store,
    lock::FileLock,
    place,
    sqlite::{APPLICATION_ID, fail, held},
};
use crate::error::{Error, Result};

/// `RPTU`: marks a file that is being filled. Nothing opens it as a dossier.
const UNFINISHED: i64 = 0x5250_5455;

/// What is set while a file is filled. The cache holds what is still being written to (1 GiB); the rest is the past.
const SETTINGS: &[(&str, &str)] = &[("journal_mode", "OFF"), ("synchronous", "OFF"), ("cache_size", "-1048576")];

/// The file in which the dossier at `path` is filled until it is whole.
pub(crate) fn unfinished(path: &Path) -> PathBuf {
    path.with_extension("unfinished.dossier")
}

/// Whether what stands in the way of filling was left behind by a try that was broken off.
pub(crate) fn left_behind(unfinished: &Path) -> bool {
    // A try that goes on holds the lock.
    place::marked(unfinished) == Some(UNFINISHED) && FileLock::take(unfinished).is_ok()
}

/// Indexes of the largest tables that nothing asks while they are filled. Made in the end, at once, they cost less than
/// half as much and take less room: of what comes in an order of its own, every page would be left half full.
const LATER: &str = "name IN ('journal_row', 'owner_body', 'owner_person', 'owner_party',
  'follow_up_meeting', 'follow_up_agenda_item', 'follow_up_marking', 'commitment_track', 'attendance_body',
  'attendance_person', 'attendance_party')";

impl Session<'_> {
    /// Takes the indexes away of which this holds, and answers how they are made.
    pub(super) fn without_indexes(&self, which: &str) -> Result<Vec<String>> {
        let found: Vec<(String, String)> = {
            let mut statement = self.prepare(&format!(
                "SELECT name, sql FROM main.sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND {which}"
            ))?;
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
            self.fail(rows.and_then(Iterator::collect))?
        };
        for (name, _) in &found {
            self.fail(self.conn.execute_batch(&format!("DROP INDEX {name}")))?;
        }
        Ok(found.into_iter().map(|(_, sql)| sql).collect())
    }

    /// Makes indexes.
    pub(super) fn with_indexes(&self, indexes: &[String]) -> Result<()> {
        indexes.iter().try_for_each(|sql| self.fail(self.conn.execute_batch(sql)))
    }
}

impl Store {
    /// Makes a new dossier that is written in one stretch, up to [`Store::finish`]. What an earlier try left there is
    /// taken away.
    pub(crate) fn create_to_fill(path: &Path) -> Result<Self> {
        if left_behind(path) {
            std::fs::remove_file(path).map_err(|cause| Error::File {
                path: path.to_owned(),
                doing: "replaced",
                cause,
            })?;
        }
        let mut store = Self::create(path)?;
        let later = store.alone(|conn| {
            fail(path, "created", conn.pragma_update(None, "application_id", UNFINISHED))?;
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
            Session { conn, path, later: None, known: None }.without_indexes(LATER)
        })?;
        let Some(file) = Arc::get_mut(&mut store.file) else { return Err(Error::InUse { path: path.to_owned() }) };
        file.filling = Some(later);
        Ok(store)
    }

    /// Whether this is such a dossier: lists, counts and the index of words hold nothing yet.
    pub(crate) fn filling(&self) -> bool {
        self.file.filling.is_some()
    }

    /// The one connection of a file that is filled.
    fn alone<T>(&self, act: impl FnOnce(&rusqlite::Connection) -> Result<T>) -> Result<T> {
        match &self.file.writer {
            Some(writer) => act(&held(writer)),
            None => Err(Error::InUse { path: self.path().to_owned() }),
        }
    }

    /// Derives what lists, counts and searches rest on, and ends the one transaction; when this returns, the file is on the disk.
    pub(crate) fn finish(self) -> Result<()> {
        let path = self.path().to_owned();
        let later = self.file.filling.as_deref().unwrap_or_default();
        self.write(|session| {
            session.with_indexes(later)?;
            session.derive_all()
        })?;
        self.alone(|conn| {
            fail(&path, "finished", conn.pragma_update(None, "application_id", APPLICATION_ID))?;
            fail(&path, "finished", conn.execute_batch("COMMIT"))
        })?;
        drop(self);
        let failed = |cause| Error::File { path: path.clone(), doing: "finished", cause };
        File::options().write(true).open(&path).and_then(|file| file.sync_all()).map_err(failed)
    }
}
