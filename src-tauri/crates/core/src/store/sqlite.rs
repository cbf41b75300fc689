//! Opening, pragmas, transactions and errors: the few points where SQLite shows.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior, ffi, functions::FunctionFlags};

use super::{
    known::Known,
    lock::FileLock,
    past::{Later, Past},
    place, words,
};
use crate::{
    clock::{Day, spoken},
    error::{Error, Result},
};

/// `RPTR`: marks an SQLite file as a dossier.
pub(super) const APPLICATION_ID: i64 = 0x5250_5452;

/// The schemas, in order; the number of a dossier's format is how many of them it has. Frozen once released.
const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001_register.sql"),
    include_str!("migrations/0002_capture.sql"),
    include_str!("migrations/0003_act_indexes.sql"),
    include_str!("migrations/0004_finding.sql"),
    include_str!("migrations/0005_instruments.sql"),
    include_str!("migrations/0006_raised.sql"),
    include_str!("migrations/0007_official.sql"),
    include_str!("migrations/0008_dates.sql"),
    include_str!("migrations/0009_trend.sql"),
    include_str!("migrations/0010_looked_up.sql"),
    include_str!("migrations/0011_marking.sql"),
    include_str!("migrations/0012_papers.sql"),
    include_str!("migrations/0013_listed.sql"),
];

/// The newest format this version knows.
const KNOWN: i64 = MIGRATIONS.len() as i64;

/// An open file as it stands, or as it stood at the end of a past day.
pub(crate) struct Store {
    pub(super) file: Arc<OpenFile>,
    read_only: Option<String>,
    /// The day at whose end it is read; none for now.
    past: Option<Day>,
}

/// One open file: a connection that writes, some that read.
pub(super) struct OpenFile {
    pub(super) path: PathBuf,
    /// Where all that is written is one transaction, see `fill`: the indexes that are made in the end.
    pub(super) filling: Option<Vec<String>>,
    // Closed before the writer, which then puts everything into the one file and takes the side files away.
    pub(super) readers: Mutex<Vec<Connection>>,
    /// Those on which a past day was put back, the one used last at the end.
    pub(super) pasts: Mutex<Vec<Past>>,
    /// Sets of rows that were read.
    pub(super) known: Known,
    /// None where the file was opened only to read it.
    pub(super) writer: Option<Mutex<Connection>>,
    _lock: Option<FileLock>,
}

/// A connection within a transaction: what rows are read and written through.
#[derive(Clone, Copy)]
pub(crate) struct Session<'c> {
    pub(super) conn: &'c Connection,
    pub(super) path: &'c Path,
    /// Where a past day is read: what is put back of it when it is asked for.
    pub(super) later: Option<&'c Later>,
    /// Where the register is read as it stands: sets of rows that others read.
    pub(super) known: Option<&'c Known>,
}

impl Store {
    /// Makes a new, empty dossier at `path`.
    pub(crate) fn create(path: &Path) -> Result<Self> {
        if path.exists() {
            return Err(Error::Exists { path: path.to_owned() });
        }
        place::refuse_network_drive(path)?;
        let lock = FileLock::take(path)?;
        let file = |cause| Error::File { path: path.to_owned(), doing: "created", cause };
        std::fs::File::create_new(path).map_err(file)?;
        let made = Self::connect(path, false).and_then(|mut conn| {
            fail(path, "created", conn.pragma_update(None, "application_id", APPLICATION_ID))?;
            migrate(&mut conn, path, 0, MIGRATIONS)?;
            configure(&conn, path)?;
            Ok(conn)
        });
        match made {
            Ok(conn) => Ok(Self::with(path, None, conn, Some(lock))),
            Err(error) => {
                // Only what was made here a moment ago is taken away again.
                let _ = std::fs::remove_file(path);
                Err(error)
            }
        }
    }

    /// Opens a dossier to work on it; read-only where the file or its folder allows no more.
    pub(crate) fn open(path: &Path) -> Result<Self> {
        place::examine(path)?;
        if let Some(reason) = place::unwritable(path) {
            return Self::open_to_read(path, reason);
        }
        let lock = FileLock::take(path)?;
        let mut conn = Self::connect(path, false)?;
        let found = format_of(&conn, path)?;
        bring_up_to_date(&mut conn, path, found, MIGRATIONS)?;
        configure(&conn, path)?;
        Ok(Self::with(path, None, conn, Some(lock)))
    }

    /// Opens a dossier only to read it, whoever else has it open.
    pub(crate) fn open_to_read(path: &Path, reason: String) -> Result<Self> {
        place::examine(path)?;
        let conn = Self::connect(path, true)?;
        let found = format_of(&conn, path)?;
        if found < KNOWN {
            return Err(Error::ReadOnly {
                path: path.to_owned(),
                reason: "it is of an older format, which has to be brought up to date first".into(),
            });
        }
        Ok(Self::with(path, Some(reason), conn, None))
    }

    fn with(path: &Path, read_only: Option<String>, conn: Connection, lock: Option<FileLock>) -> Self {
        // A file that is only read has no writer: the connection that examined it reads.
        let (readers, writer) =
            if read_only.is_some() { (vec![conn], None) } else { (Vec::new(), Some(Mutex::new(conn))) };
        let file = OpenFile {
            path: path.to_owned(),
            filling: None,
            readers: Mutex::new(readers),
            pasts: Mutex::default(),
            known: Known::default(),
            writer,
            _lock: lock,
        };
        Self { file: Arc::new(file), read_only, past: None }
    }

    /// The same file, to be read as it stood at the end of `day` (UTC).
    pub(crate) fn as_of(&self, day: Day) -> Self {
        let reason = format!("it is shown as it stood on {}", spoken(day));
        Self { file: Arc::clone(&self.file), read_only: Some(reason), past: Some(day) }
    }

    /// The same file as it stands now, to be read.
    pub(crate) fn present(&self) -> Self {
        Self { file: Arc::clone(&self.file), read_only: self.read_only.clone(), past: None }
    }

    /// The day at whose end it is read; none for now.
    pub(crate) fn past(&self) -> Option<Day> {
        self.past
    }

    pub(super) fn connect(path: &Path, to_read: bool) -> Result<Connection> {
        let mut flags = OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
        flags |= if to_read { OpenFlags::SQLITE_OPEN_READ_ONLY } else { OpenFlags::SQLITE_OPEN_READ_WRITE };
        // Where no side file can be made and none lies there, the file is promised not to change while it is read.
        let still = to_read && place::folder_unwritable(path) && !place::beside(path, "-wal").exists();
        let opened = if still {
            Connection::open_with_flags(place::immutable_uri(path), flags)
        } else {
            Connection::open_with_flags(path, flags)
        };
        let conn = fail(path, "opened", opened)?;
        fail(path, "opened", conn.busy_timeout(Duration::from_secs(5)))?;
        conn.set_prepared_statement_cache_capacity(256);
        fail(path, "opened", declare_folded(&conn))?;
        // An act touches some twenty pages, most of them the ones that the act before touched too: the longer what was
        // acknowledged may wait beside the file, the fewer of them are carried into it more than once (16 MiB).
        let settings = [
            ("foreign_keys", "ON"),
            ("temp_store", "MEMORY"),
            ("cache_size", "-32768"),
            ("wal_autocheckpoint", "4096"),
        ];
        for (pragma, value) in settings {
            fail(path, "opened", conn.pragma_update(None, pragma, value))?;
        }
        if to_read {
            fail(path, "opened", conn.execute_batch(words::TERMS))?;
        }
        Ok(conn)
    }

    /// Where the file lies.
    pub(crate) fn path(&self) -> &Path {
        &self.file.path
    }

    /// Why the file can only be read; none when it can be written.
    pub(crate) fn read_only(&self) -> Option<&str> {
        self.read_only.as_deref()
    }

    /// Reads one consistent state.
    pub(crate) fn read<T>(&self, act: impl FnOnce(Session<'_>) -> Result<T>) -> Result<T> {
        if let Some(day) = self.past {
            return self.read_past(day, act);
        }
        let path = self.path();
        if let (true, Some(writer)) = (self.filling(), &self.file.writer) {
            return act(Session { conn: &held(writer), path, later: None, known: None });
        }
        let spare = held(&self.file.readers).pop();
        let mut conn = match spare {
            Some(conn) => conn,
            None => Self::connect(path, true)?,
        };
        let done = {
            let transaction = fail(path, "read", conn.transaction())?;
            act(Session { conn: &transaction, path, later: None, known: Some(&self.file.known) })
        };
        held(&self.file.readers).push(conn);
        done
    }

    /// Runs `act` in a transaction that is committed when it succeeds and leaves nothing when it fails.
    pub(crate) fn write<T>(&self, act: impl FnOnce(Session<'_>) -> Result<T>) -> Result<T> {
        if let Some(day) = self.past {
            return Err(Error::Past { day });
        }
        let path = self.path();
        let writer = match (&self.read_only, &self.file.writer) {
            (None, Some(writer)) => writer,
            (reason, _) => {
                let reason = reason.clone().unwrap_or_else(|| "it was opened for reading only".into());
                return Err(Error::ReadOnly { path: path.to_owned(), reason });
            }
        };
        let mut conn = held(writer);
        if self.filling() {
            return act(Session { conn: &conn, path, later: None, known: None });
        }
        let transaction = fail(path, "changed", conn.transaction_with_behavior(TransactionBehavior::Immediate))?;
        let done = act(Session { conn: &transaction, path, later: None, known: None })?;
        fail(path, "changed", transaction.commit())?;
        Ok(done)
    }

    /// What SQLite's own examination of the file finds; empty when nothing.
    pub(crate) fn integrity(&self) -> Result<Vec<String>> {
        // An index of words is examined by what a connection remembers of its pieces; where they were put together
        // since, it would be found damaged. A new connection remembers nothing.
        held(&self.file.readers).clear();
        self.read(|session| {
            let mut faults: Vec<String> = session.column("PRAGMA integrity_check")?;
            faults.retain(|line| line != "ok");
            let mut statement = session.prepare("PRAGMA foreign_key_check")?;
            let rows = statement.query_map([], |row| {
                Ok(format!(
                    "A row of {} refers to a row of {} that is not there.",
                    row.get::<_, String>(0)?,
                    row.get::<_, String>(2)?
                ))
            });
            for fault in session.fail(rows)? {
                faults.push(session.fail(fault)?);
            }
            Ok(faults)
        })
    }

    /// Lets the file grow by no more than `pages`, so that a full disk can be tried without one.
    #[cfg(test)]
    pub(crate) fn limit_pages(&self, pages: i64) -> Result<()> {
        let conn = held(self.file.writer.as_ref().unwrap());
        let now: i64 = fail(self.path(), "read", conn.query_row("PRAGMA page_count", [], |row| row.get(0)))?;
        fail(self.path(), "changed", conn.pragma_update(None, "max_page_count", now + pages))
    }
}

#[cfg(test)]
thread_local! {
    /// Every statement that was prepared on this thread.
    static RECORDED: std::cell::RefCell<std::collections::BTreeSet<String>> = const { std::cell::RefCell::new(std::collections::BTreeSet::new()) };
}

#[cfg(test)]
impl Store {
    /// The statements prepared on this thread since the last time this was asked, each with the steps by which the
    /// database would carry it out.
    pub(crate) fn recorded_plans(&self) -> Result<Vec<(String, Vec<String>)>> {
        let recorded = RECORDED.take();
        held(&self.file.pasts).clear();
        let plans = self.read(|session| {
            let mut plans = Vec::new();
            session.put_back_what_is_asked("commitment_words")?;
            for sql in recorded {
                // Of a past day, each statement is asked as the first: nothing is there that another one asked for.
                let steps = session.as_the_first(|| {
                    session.put_back_what_is_asked(&sql)?;
                    // What only `check` makes for itself is no longer there to be asked about.
                    let Ok(mut statement) = session.conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")) else {
                        return Ok(None);
                    };
                    // Values are not asked for: the plan is the same for all.
                    let mut rows = statement.raw_query();
                    let mut steps = Vec::new();
                    while let Some(row) = session.fail(rows.next())? {
                        steps.push(session.fail(row.get(3))?);
                    }
                    Ok(Some(steps))
                })?;
                plans.extend(steps.map(|steps| (sql, steps)));
            }
            Ok(plans)
        });
        let _ = RECORDED.take();
        plans
    }
}

impl Session<'_> {
    /// A prepared statement, kept for the next time.
    pub(super) fn prepare(&self, sql: &str) -> Result<rusqlite::CachedStatement<'_>> {
        #[cfg(test)]
        RECORDED.with_borrow_mut(|recorded| recorded.insert(sql.to_owned()));
        self.put_back_what_is_asked(sql)?;
        self.fail(self.conn.prepare_cached(sql))
    }

    /// A driver's answer with the register's error.
    pub(super) fn fail<T>(&self, answer: rusqlite::Result<T>) -> Result<T> {
        fail(self.path, "read or changed", answer)
    }

    /// Runs a statement without values.
    pub(super) fn run(&self, sql: &str) -> Result<()> {
        self.fail(self.prepare(sql)?.execute([])).map(|_| ())
    }

    /// The first column of every row.
    pub(super) fn column<T: rusqlite::types::FromSql>(&self, sql: &str) -> Result<Vec<T>> {
        let mut statement = self.prepare(sql)?;
        let rows = self.fail(statement.query_map([], |row| row.get(0)))?;
        rows.map(|row| self.fail(row)).collect()
    }
}

pub(super) fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // A panic within a transaction has rolled it back; the connection itself is sound.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The driver's error as the register's, with a sentence for each that a person can do something about.
pub(super) fn fail<T>(path: &Path, doing: &'static str, answer: rusqlite::Result<T>) -> Result<T> {
    answer.map_err(|error| {
        let detail = error.to_string();
        let path = path.to_owned();
        let rusqlite::Error::SqliteFailure(failure, _) = &error else {
            return Error::Store { doing, detail };
        };
        match failure.code {
            ErrorCode::DiskFull => Error::DiskFull,
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Error::InUse { path },
            ErrorCode::NotADatabase => Error::NotADossier { path },
            ErrorCode::DatabaseCorrupt => Error::Damaged { path, detail },
            ErrorCode::ReadOnly => Error::ReadOnly { path, reason: "its disk or folder allows no writing".into() },
            ErrorCode::SystemIoFailure if failure.extended_code == ffi::SQLITE_IOERR_SHORT_READ => {
                Error::Damaged { path, detail }
            }
            ErrorCode::ConstraintViolation if failure.extended_code == ffi::SQLITE_CONSTRAINT_FOREIGNKEY => {
                Error::Refused("Something entered since hangs on it, so it stays. Take that away first.".into())
            }
            _ => Error::Store { doing, detail },
        }
    })
}

fn pragma(conn: &Connection, path: &Path, name: &str) -> Result<i64> {
    fail(path, "read", conn.query_row(&format!("PRAGMA {name}"), [], |row| row.get(0)))
}

/// The format of the dossier that was opened; refuses what is none, and what is newer than known.
fn format_of(conn: &Connection, path: &Path) -> Result<i64> {
    if pragma(conn, path, "application_id")? != APPLICATION_ID {
        return Err(Error::NotADossier { path: path.to_owned() });
    }
    let found = pragma(conn, path, "user_version")?;
    if found > KNOWN {
        return Err(Error::Newer { path: path.to_owned(), found, known: KNOWN });
    }
    Ok(found)
}

/// Brings a file of format `found` to the newest of `schemas`, after a copy of it was kept.
fn bring_up_to_date(conn: &mut Connection, path: &Path, found: i64, schemas: &[&str]) -> Result<()> {
    let newest = format(schemas);
    if found < newest {
        back_up(conn, path, newest)?;
        migrate(conn, path, found, schemas)?;
    }
    Ok(())
}

/// The number of a format: how many schemas it has.
fn format(schemas: &[&str]) -> i64 {
    i64::try_from(schemas.len()).unwrap_or(i64::MAX)
}

/// Applies the schemas after `found` in one transaction with their number: all of them, or none.
fn migrate(conn: &mut Connection, path: &Path, found: i64, schemas: &[&str]) -> Result<()> {
    let transaction = fail(path, "brought up to date", conn.transaction_with_behavior(TransactionBehavior::Immediate))?;
    for sql in schemas.iter().skip(usize::try_from(found).unwrap_or(0)) {
        fail(path, "brought up to date", transaction.execute_batch(sql))?;
    }
    Session { conn: &transaction, path, later: None, known: None }.derive_all()?;
    fail(path, "brought up to date", transaction.pragma_update(None, "user_version", format(schemas)))?;
    fail(path, "brought up to date", transaction.commit())
}

/// Keeps the file as it is before it is brought up to date: `us-india.before-format-2.dossier`.
fn back_up(conn: &Connection, path: &Path, newest: i64) -> Result<()> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let copy = path.with_file_name(format!("{stem}.before-format-{newest}.dossier"));
    if copy.exists() {
        // An earlier try kept it, and was taken back whole.
        return Ok(());
    }
    tracing::info!(copy = %copy.display(), "keeping a copy before the format changes");
    fail(path, "backed up", conn.execute("VACUUM INTO ?1", [copy.to_string_lossy()]).map(|_| ()))
}

/// Declares `folded(text)`, letters without case and accents: a point where dialects differ.
fn declare_folded(conn: &Connection) -> rusqlite::Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    conn.create_scalar_function("folded", 1, flags, |context| {
        Ok(context.get::<Option<String>>(0)?.map(|text| super::listing::folded(&text)))
    })
}

fn configure(conn: &Connection, path: &Path) -> Result<()> {
    for (name, value) in [("journal_mode", "WAL"), ("synchronous", "FULL")] {
        fail(
            path,
            "opened",
            conn.pragma_update_and_check(None, name, value, |_| Ok(())).or_else(|error| match error {
                // `synchronous` answers no row.
                rusqlite::Error::QueryReturnedNoRows => Ok(()),
                other => Err(other),
            }),
        )?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{KNOWN, MIGRATIONS, Store, bring_up_to_date, pragma};
    use crate::{
        Dossier, Error, Surroundings,
        clock::SetClock,
        id::SeededIds,
        vocabulary::TextKind,
        wire::{NewDossier, TextDraft},
    };

    #[test]
    fn an_older_dossier_is_kept_aside_and_brought_up_to_date_or_left_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("old.dossier");
        let new = NewDossier {
            title: "Norland–Sudland".into(),
            home_code: "NO".into(),
            home_name: String::new(),
            time_zone: String::new(),
        };
        let dossier = Dossier::create(&path, &new, Surroundings::real("A. Officer")).unwrap();
        let before = dossier.export().unwrap();
        drop(dossier);
        let copy = folder.path().join(format!("old.before-format-{}.dossier", KNOWN + 1));
        let mut conn = Store::connect(&path, false).unwrap();

        let broken = [MIGRATIONS, &["ALTER TABLE party ADD COLUMN motto text; SELECT nonsense;"]].concat();
        assert!(bring_up_to_date(&mut conn, &path, KNOWN, &broken).is_err());
        assert_eq!(pragma(&conn, &path, "user_version").unwrap(), KNOWN);
        assert!(conn.prepare("SELECT motto FROM party").is_err());

        let next = [MIGRATIONS, &["ALTER TABLE party ADD COLUMN motto text;"]].concat();
        bring_up_to_date(&mut conn, &path, KNOWN, &next).unwrap();
        assert_eq!(pragma(&conn, &path, "user_version").unwrap(), KNOWN + 1);
        assert!(conn.prepare("SELECT motto FROM party").is_ok());
        drop(conn);
        // To this version the file is of a newer one now; the copy is what it was.
        assert!(
            matches!(Dossier::open(&path, Surroundings::real("A. Officer")), Err(Error::Newer { found, .. }) if found == KNOWN + 1)
        );
        let kept = Dossier::open(&copy, Surroundings::real("A. Officer")).unwrap();
        assert_eq!(kept.export().unwrap(), before);
    }

    #[test]
    fn a_full_disk_loses_the_last_change_and_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("full.dossier");
        let around = |seed| Surroundings {
            clock: Arc::new(SetClock::at("2015-08-20T12:00:00Z".parse().unwrap())),
            ids: Arc::new(SeededIds::new(seed)),
            actor: "A. Officer".into(),
        };
        let new = NewDossier {
            title: "Norland–Sudland".into(),
            home_code: "NO".into(),
            home_name: String::new(),
            time_zone: String::new(),
        };
        let dossier = Dossier::create(&path, &new, around(1)).unwrap();
        dossier.store().limit_pages(40).unwrap();
        let text = |number: usize| TextDraft {
            id: None,
            revision: 0,
            meeting: None,
            instrument: None,
            authentic: false,
            side_letter: false,
            title: format!("Text {number}"),
            kind: TextKind::Other,
            language: String::new(),
            dated_on: None,
            source: String::new(),
            body: "Words ".repeat(2_000),
            marking: Vec::new(),
        };
        let mut kept = dossier.export().unwrap();
        let error = (0..100)
            .find_map(|number| match dossier.save_text(&text(number)) {
                Ok(_) => {
                    kept = dossier.export().unwrap();
                    None
                }
                Err(error) => Some(error),
            })
            .expect("the disk is full in the end");
        assert!(matches!(error, Error::DiskFull), "{error:?}");
        assert!(error.to_string().contains("all earlier ones are safe"));
        assert_eq!(dossier.export().unwrap(), kept);
        drop(dossier);
        let dossier = Dossier::open(&path, around(2)).unwrap();
        assert_eq!(dossier.export().unwrap(), kept);
        assert!(dossier.check(|_| {}).unwrap().sound);
    }
}
