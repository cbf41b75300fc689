//! The register as it stood at the end of a past day, laid over the register as it stands.
//!
//! A connection that reads the past has tables of its own, in memory, named like those of the file: the database looks
//! there first, so that every statement of the register can be asked of a past day as it is. Of a small table they hold
//! all of it; of a large one, what was touched since and how it stood then, beside a view of what was not touched. What
//! this costs is what was changed since, whatever the size of the register, and nothing of the file is written to.
//!
//! What was put back is kept with the connection. Asked again, only what was entered in the journal meanwhile is put
//! back besides. The index of words is put back when something is first asked of it ([`super::words`]).
//!
//! That tables of a connection's own come first is so in PostgreSQL too; how they are made is of SQLite.

use std::{
    cell::{Cell, RefCell},
    collections::{BTreeMap, HashSet, btree_map::Entry},
    sync::Arc,
};

use rusqlite::{CachedStatement, Connection, OptionalExtension as _, params};

use super::{
    Session, Store, Touched,
    derived::told_by_record,
    journal::word,
    sqlite::{fail, held},
    standing,
    tally::Counting,
};
use crate::{
    clock::{Day, end_of, stamp},
    error::Result,
    id::Id,
    register,
    row::{Record, unreadable},
    vocabulary::Noun,
};

/// How many days are kept put back: two that are compared, and the one before.
const KEPT: usize = 3;

/// Of what there is as much as a ministry has partners, subjects and offices: such a table is put back whole.
const SMALL: &[Noun] = &[
    Noun::Dossier,
    Noun::Marking,
    Noun::Party,
    Noun::Body,
    Noun::Person,
    Noun::Track,
    Noun::Dialogue,
    Noun::SavedView,
];

/// A connection on which a day was put back.
pub(super) struct Past {
    conn: Connection,
    day: Day,
    /// The number of the last journal entry that was looked at.
    through: Cell<i64>,
    /// Whether anything was entered after the day.
    changed: Cell<bool>,
    later: Later,
    shadows: RefCell<BTreeMap<Noun, Shadow>>,
}

/// What is put back when it is first asked for, since it takes longest and most questions do without.
#[derive(Default)]
pub(super) struct Later {
    /// Whether the index of words is that of then.
    words: Cell<bool>,
    /// Whether counts are those of then.
    counts: Cell<bool>,
    /// Whether what lists keep of instruments is that of then; until it is, what of it was touched.
    instruments: Cell<bool>,
    instruments_touched: RefCell<Touched>,
    /// Indexes of where commitments stood: what a statement says that asks for one, and how it is made.
    indexes: RefCell<Vec<([String; 7], String)>>,
    /// Where what was only heard of since is read.
    heard: Cell<Heard>,
    /// Whether something could not be put back: then the connection is of no use.
    spoilt: Cell<bool>,
    /// The day at whose end it is read.
    day: Option<Day>,
    /// Numbers of the last entry and the last act of that day, where there are later ones.
    ends: Cell<Option<(i64, i64)>>,
    /// The acts whose mark was turned since, once they were asked for.
    turned: RefCell<Option<Arc<HashSet<Id>>>>,
}

/// Where a commitment is read of which nothing changed but the day on which it was last heard of. Most of what happens in
/// a year is that something is heard of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Heard {
    /// Nothing was.
    #[default]
    Nothing,
    /// Where it stands, and the day is looked up when it is shown: nothing of it is put back.
    Apart,
    /// Put back like everything else, so that an index tells when it had last been heard of.
    Within,
}

/// The statements that put a row of a noun back.
#[derive(Clone)]
struct Shadow {
    touch: String,
    /// Takes out the row as it stands, where the whole table was copied.
    clear: Option<String>,
    enter: String,
}

/// The same, ready to be run.
struct Putting<'s> {
    touch: CachedStatement<'s>,
    clear: Option<CachedStatement<'s>>,
    enter: CachedStatement<'s>,
}

impl<'s> Putting<'s> {
    fn of(session: Session<'s>, shadow: &Shadow) -> Result<Self> {
        let ready = |sql: &str| session.fail(session.conn.prepare_cached(sql));
        Ok(Self {
            touch: ready(&shadow.touch)?,
            clear: shadow.clear.as_deref().map(ready).transpose()?,
            enter: ready(&shadow.enter)?,
        })
    }
}

impl Store {
    /// Reads one consistent state of the register as it stood at the end of `day`.
    pub(super) fn read_past<T>(&self, day: Day, act: impl FnOnce(Session<'_>) -> Result<T>) -> Result<T> {
        let path = self.path();
        let known = {
            let mut pasts = held(&self.file.pasts);
            let at = pasts.iter().position(|past| past.day == day);
            at.map(|at| pasts.remove(at))
        };
        let past = match known {
            Some(past) => past,
            None => Past::new(Self::connect(path, true)?, day),
        };
        let done = {
            let transaction = fail(path, "read", past.conn.unchecked_transaction())?;
            let session = Session { conn: &transaction, path, later: Some(&past.later), known: None };
            past.catch_up(session)?;
            let done = act(session);
            if past.later.spoilt.get() {
                return done;
            }
            // What was put back is part of the transaction.
            fail(path, "read", transaction.commit())?;
            done
        };
        let mut pasts = held(&self.file.pasts);
        pasts.push(past);
        if pasts.len() > KEPT {
            pasts.remove(0);
        }
        done
    }
}

impl Past {
    fn new(conn: Connection, day: Day) -> Self {
        Self {
            conn,
            day,
            through: Cell::new(0),
            changed: Cell::new(false),
            later: Later { day: Some(day), ..Later::default() },
            shadows: RefCell::default(),
        }
    }

    /// Puts back what was entered since this was last done.
    fn catch_up(&self, session: Session<'_>) -> Result<()> {
        let (last, _) = session.journal_end()?;
        let through = self.through.replace(last);
        if last == through {
            return Ok(());
        }
        self.later.turned.replace(None);
        if through == 0 {
            // Counts of lamps are kept here, and not in the file, also where nothing was changed since.
            session.copy_shape("tally", "tally")?;
            session.batch("CREATE UNIQUE INDEX temp.tally_pair ON tally (day, ahead, track_id)")?;
        }
        let first = match self.changed.get() {
            true => Some(through + 1),
            false => session.first_entry_after(&stamp(end_of(self.day)))?,
        };
        let Some(first) = first else { return Ok(()) };
        if !self.changed.replace(true) {
            session.batch(BESIDE)?;
            self.later.ends.set(Some((first - 1, session.act_of(first - 1)?)));
        }
        let touched = self.rows(session, first)?;
        session.standings_as_of_then(&self.later, &touched)?;
        session.note_pages(&touched)?;
        // Which instruments touched commitments were made in is looked up for each of them.
        if self.later.instruments.get() {
            session.instruments_as_of_then(&touched)?;
        } else {
            self.later.instruments_touched.borrow_mut().take_in(touched);
        }
        if self.later.words.get() {
            session.words_as_of_then()?;
        }
        if self.later.counts.get() {
            session.counts_as_of_then()?;
        }
        Ok(())
    }

    /// Puts back the rows that were changed by the entries from `first` on: of each, the first of them says how it stood.
    fn rows(&self, session: Session<'_>, first: i64) -> Result<Touched> {
        let mut touched = Touched::default();
        let mut statement = session
            .prepare("SELECT noun, row_id, revision, before, after FROM journal WHERE seq >= ?1 ORDER BY seq")?;
        let mut rows = session.fail(statement.query([first]))?;
        // There are as many entries as were made since: what puts a row back is looked up once for each noun.
        let mut ready: BTreeMap<Noun, Putting<'_>> = BTreeMap::new();
        while let Some(row) = session.fail(rows.next())? {
            let noun = session.fail(word(row, 0, Noun::from_word))?;
            let putting = match ready.entry(noun) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(new) => new.insert(Putting::of(session, &self.shadow(session, noun)?)?),
            };
            let key = session.fail(row.get_ref(1).and_then(|id| Ok(id.as_str()?)))?;
            let is_first = session.fail(putting.touch.execute([key]))? == 1;
            // How it stood is said by the first; what depends on it, by every one of those that change that.
            if !is_first && !told_by_record(noun) {
                continue;
            }
            let id: Id = key.parse().map_err(|e| unreadable("an id", &format!("{e}")))?;
            let record = |at: usize| -> Result<Option<Record>> {
                session
                    .fail(row.get_ref(at).and_then(|text| Ok(text.as_str_or_null()?)))?
                    .map(Record::parse)
                    .transpose()
            };
            let before = record(3)?;
            let after = if told_by_record(noun) { record(4)? } else { None };
            if !is_first {
                session.touch(&mut touched, noun, id, before.as_ref(), after.as_ref())?;
                continue;
            }
            if let Some(clear) = &mut putting.clear {
                session.fail(clear.execute([key]))?;
            }
            if let Some(before) = &before {
                let revision = session.fail(row.get::<_, i32>(2))? - 1;
                let values = register::values(noun, id, revision, before)?;
                session.write_by(&mut putting.enter, id, revision, values.iter())?;
            }
            session.touch(&mut touched, noun, id, before.as_ref(), after.as_ref())?;
        }
        Ok(touched)
    }

    /// The tables that stand before that of a noun, made when the first of its rows is put back.
    fn shadow(&self, session: Session<'_>, noun: Noun) -> Result<Shadow> {
        if let Some(known) = self.shadows.borrow().get(&noun) {
            return Ok(known.clone());
        }
        let table = noun.word();
        let columns = register::columns(noun);
        let whole = SMALL.contains(&noun);
        session.batch(&format!("CREATE TEMP TABLE {table}_touched (id text PRIMARY KEY NOT NULL) WITHOUT ROWID"))?;
        let then = if whole {
            session.copy_shape(table, table)?;
            let names = columns.join(", ");
            session.batch(&format!(
                "INSERT INTO temp.{table} (id, revision, {names}) SELECT id, revision, {names} FROM main.{table}"
            ))?;
            table.to_owned()
        } else {
            let then = format!("{table}_then");
            session.copy_shape(table, &then)?;
            then
        };
        session.copy_indexes(table, &then)?;
        if !whole {
            session.look_past(table, &format!("{table}_touched x WHERE x.id = {table}_now.id"))?;
        }
        let places: Vec<String> = (3..columns.len() + 3).map(|at| format!("?{at}")).collect();
        let shadow = Shadow {
            touch: format!("INSERT INTO temp.{table}_touched (id) VALUES (?1) ON CONFLICT (id) DO NOTHING"),
            clear: whole.then(|| format!("DELETE FROM temp.{table} WHERE id = ?1")),
            enter: format!(
                "INSERT INTO temp.{then} (id, revision, {}) VALUES (?1, ?2, {})",
                columns.join(", "),
                places.join(", ")
            ),
        };
        self.shadows.borrow_mut().insert(noun, shadow.clone());
        Ok(shadow)
    }
}

/// What stands beside the tables of nouns.
const BESIDE: &str = "
CREATE TEMP TABLE standing_of (
  commitment_id text PRIMARY KEY NOT NULL, whole boolean NOT NULL, fresh boolean NOT NULL, worded boolean NOT NULL
) WITHOUT ROWID;
CREATE TEMP TABLE standing_touched (number integer PRIMARY KEY NOT NULL);
CREATE TEMP TABLE heard_touched (number integer PRIMARY KEY NOT NULL);
CREATE TEMP TABLE page_touched (
  row_id text PRIMARY KEY NOT NULL, noun text NOT NULL, worded boolean NOT NULL
) WITHOUT ROWID;
CREATE TEMP TABLE document_touched (number integer PRIMARY KEY NOT NULL);";

/// The day on which a commitment had last been heard of, as `standing` derives it; of the commitment of
/// `standing_now`.
const HEARD: &str = "
max(coalesce((SELECT f.day FROM main.follow_up f
               WHERE f.commitment_id = standing_now.commitment_id
                 AND NOT EXISTS (SELECT 1 FROM temp.follow_up_touched x WHERE x.id = f.id)
               ORDER BY f.day DESC LIMIT 1), '0000-00-00'),
    coalesce((SELECT max(f.day) FROM temp.follow_up_then f WHERE f.commitment_id = standing_now.commitment_id),
             '0000-00-00'))";

/// What hides a commitment that is put back.
const TOUCHED: &str = "EXISTS (SELECT 1 FROM temp.standing_touched x WHERE x.number = standing_now.number)";
/// What tells one that was only heard of since.
const HEARD_OF: &str = "EXISTS (SELECT 1 FROM temp.heard_touched h WHERE h.number = standing_now.number)";

/// What a statement says, beside what asks for the index of it, that reads the day of very many commitments.
const ALL_HEARD: &str = "heard_on FROM standing";

/// The commitments whose standing is being put back.
const FRESH: &str = "SELECT f.commitment_id FROM temp.standing_of f WHERE f.fresh = true";

/// What stands before a column in a statement that asks for the index of it: it goes along it, or begins in it.
const ASKED_BY: [&str; 7] =
    ["ORDER BY s.", "ORDER BY ", "WHERE s.", "ON s.", "true AND s.", "false AND s.", "(true, false) AND s."];

/// What a statement says that asks for the index of a list's order. None where nearly every statement asks for it.
fn asked_by(columns: &str) -> Option<[String; 7]> {
    let (columns, _) = columns.split_once(')')?;
    let mut columns = columns.split(',').map(str::trim).filter(|column| *column != "is_open");
    let column = columns.next().filter(|column| *column != "commitment_id")?;
    Some(ASKED_BY.map(|before| format!("{before}{column}")))
}

impl Later {
    /// Numbers of the last entry and the last act of the day, where there are later ones.
    pub(super) fn ends(&self) -> Option<(i64, i64)> {
        self.ends.get()
    }

    /// The acts whose mark was turned since; `find` looks for them the first time.
    pub(super) fn turned(&self, find: impl FnOnce() -> Result<HashSet<Id>>) -> Result<Arc<HashSet<Id>>> {
        if let Some(known) = &*self.turned.borrow() {
            return Ok(Arc::clone(known));
        }
        let found = Arc::new(find()?);
        self.turned.replace(Some(Arc::clone(&found)));
        Ok(found)
    }

    /// The day at whose end it is read.
    pub(super) fn day(&self) -> Option<Day> {
        self.day
    }
}

impl Session<'_> {
    pub(super) fn batch(&self, sql: &str) -> Result<()> {
        self.fail(self.conn.execute_batch(sql))
    }

    /// Names and types of a table's columns, and the name of its key where it has one column.
    fn shape(&self, table: &str) -> Result<Vec<(String, String, bool)>> {
        let mut statement = self.prepare("SELECT name, type, pk FROM pragma_table_info(?1, 'main') ORDER BY cid")?;
        let rows = statement.query_map([table], |row| Ok((row.get(0)?, row.get(1)?, row.get::<_, i64>(2)?)));
        let rows: Vec<(String, String, i64)> = self.fail(rows.and_then(Iterator::collect))?;
        let single = rows.iter().filter(|(.., key)| *key > 0).count() == 1;
        Ok(rows.into_iter().map(|(name, kind, key)| (name, kind, single && key > 0)).collect())
    }

    /// Makes an empty table like one of the file. References are not looked after: what stood once held together.
    pub(super) fn copy_shape(&self, table: &str, copy: &str) -> Result<()> {
        let columns: Vec<String> = self
            .shape(table)?
            .into_iter()
            .map(|(name, kind, key)| format!("{name} {kind}{}", if key { " PRIMARY KEY NOT NULL" } else { "" }))
            .collect();
        self.batch(&format!("CREATE TEMP TABLE {copy} ({})", columns.join(", ")))
    }

    /// Gives a copy the indexes of its table.
    fn copy_indexes(&self, table: &str, copy: &str) -> Result<()> {
        let mut statement = self.prepare(
            "SELECT name, sql FROM main.sqlite_schema WHERE type = 'index' AND tbl_name = ?1 AND sql IS NOT NULL",
        )?;
        let rows = statement.query_map([table], |row| Ok((row.get(0)?, row.get(1)?)));
        let rows: Vec<(String, String)> = self.fail(rows.and_then(Iterator::collect))?;
        for (name, sql) in rows {
            let Some((_, columns)) = sql.split_once('(') else { continue };
            // What is unique in the end need not be so while it is put back.
            let made = format!("CREATE INDEX temp.{name}_then ON {copy} ({columns}");
            match (table, self.later, asked_by(columns)) {
                ("standing", Some(later), Some(asked)) => later.indexes.borrow_mut().push((asked, made)),
                _ => self.batch(&made)?,
            }
        }
        Ok(())
    }

    /// Lets statements see, in place of a table, what was not touched in it and what is put back beside it.
    pub(super) fn look_past(&self, table: &str, touched: &str) -> Result<()> {
        self.look_past_but(table, &format!("EXISTS (SELECT 1 FROM temp.{touched})"), None)
    }

    /// The same, but for a column that is looked up in what was not touched.
    fn look_past_but(&self, table: &str, touched: &str, but: Option<(&str, &str)>) -> Result<()> {
        let columns: Vec<String> = self.shape(table)?.into_iter().map(|(name, ..)| name).collect();
        let now: Vec<&str> = columns
            .iter()
            .map(|column| but.filter(|(looked_up, _)| looked_up == column).map_or(column.as_str(), |(_, how)| how))
            .collect();
        self.batch(&format!(
            "CREATE TEMP VIEW {table} ({columns}) AS
             SELECT {} FROM main.{table} {table}_now WHERE NOT {touched}
             UNION ALL SELECT {columns} FROM temp.{table}_then",
            now.join(", "),
            columns = columns.join(", ")
        ))
    }

    /// Puts back where the commitments stood that were touched.
    fn standings_as_of_then(&self, later: &Later, touched: &Touched) -> Result<()> {
        self.run("UPDATE temp.standing_of SET fresh = false WHERE fresh = true")?;
        {
            // Where it stood is known of what was only heard of before, if that is put back; but now it counts otherwise
            // than it did then.
            let known = later.heard.get() == Heard::Within;
            let mut enter = self.prepare(
                "INSERT INTO temp.standing_of (commitment_id, whole, fresh, worded) VALUES (?1, ?2, true, false)
                 ON CONFLICT (commitment_id) DO UPDATE SET whole = true, fresh = NOT (whole OR ?3)
                  WHERE excluded.whole = true",
            )?;
            for commitment in &touched.standing {
                self.fail(enter.execute(params![commitment.to_string(), true, known]))?;
            }
            for commitment in touched.heard.difference(&touched.standing) {
                self.fail(enter.execute(params![commitment.to_string(), false, known]))?;
            }
        }
        let first = !self.shadowed("standing")?;
        if first {
            self.copy_shape("standing", "standing_then")?;
        }
        if later.heard.get() == Heard::Within {
            self.heard_as_of_then(
                "temp.standing_of f CROSS JOIN main.standing standing_now
                   ON standing_now.commitment_id = f.commitment_id WHERE f.fresh = true AND f.whole = false",
            )?;
        }
        // The commitments themselves that were put back, and those of which something else was. The two tables are asked
        // one after the other: asked together, the database would go through all commitments of the register.
        let now = "main.commitment c";
        let put_back = self.shadowed("commitment_then")?;
        let from: &[(&str, &str)] = if put_back {
            &[
                ("temp.commitment_then c", ""),
                (now, " AND NOT EXISTS (SELECT 1 FROM temp.commitment_touched x WHERE x.id = c.id)"),
            ]
        } else {
            &[(now, "")]
        };
        for (commitments, but) in from {
            // What is gone gets a number of its own.
            let last: i64 = self.fail(
                self.prepare(
                    "SELECT max(coalesce((SELECT max(number) FROM main.standing), 0),
                                coalesce((SELECT max(number) FROM temp.standing_then), 0))",
                )?
                .query_row([], |row| row.get(0)),
            )?;
            let mut whole = self.prepare(&format!(
                "INSERT INTO temp.standing_then ({}, number)
                 SELECT d.*, coalesce((SELECT m.number FROM main.standing m WHERE m.commitment_id = d.commitment_id
                                                AND m.number NOT IN (SELECT number FROM temp.standing_then)),
                                      ?1 + row_number() OVER (ORDER BY d.commitment_id))
                   FROM ({} {commitments} WHERE c.id IN ({FRESH} AND f.whole = true){but}) d",
                standing::COLUMNS,
                standing::DERIVED
            ))?;
            self.fail(whole.execute([last]))?;
        }
        if first {
            self.copy_indexes("standing", "standing_then")?;
        }
        // A row that came back meanwhile has another number than before.
        for (table, whole) in [("standing_touched", true), ("heard_touched", false)] {
            self.run(&format!("DELETE FROM temp.{table}"))?;
            self.run(&format!(
                "INSERT INTO temp.{table} (number)
                 SELECT s.number FROM temp.standing_of f CROSS JOIN main.standing s ON s.commitment_id = f.commitment_id
                  WHERE f.whole = {whole}"
            ))?;
        }
        if later.heard.get() == Heard::Nothing && !touched.heard.is_empty() {
            later.heard.set(Heard::Apart);
            self.look_past_standing(Heard::Apart)
        } else if first {
            self.look_past_standing(Heard::Nothing)
        } else {
            Ok(())
        }
    }

    /// Lets statements see where commitments stood, in place of where they stand.
    fn look_past_standing(&self, heard: Heard) -> Result<()> {
        self.batch("DROP VIEW IF EXISTS temp.standing")?;
        match heard {
            Heard::Nothing => self.look_past_but("standing", TOUCHED, None),
            Heard::Within => self.look_past_but("standing", &format!("({TOUCHED} OR {HEARD_OF})"), None),
            // What is looked up says that it is a text: the two parts of a view are kept in order only where what they
            // hold is of the same kind.
            Heard::Apart => {
                let looked_up = format!("CAST(CASE WHEN {HEARD_OF} THEN {HEARD} ELSE heard_on END AS text)");
                self.look_past_but("standing", TOUCHED, Some(("heard_on", &looked_up)))
            }
        }
    }

    /// Puts back commitments that were only heard of since; all but that day stands as it does. From where follows.
    fn heard_as_of_then(&self, from: &str) -> Result<()> {
        let kept: Vec<String> = standing::COLUMNS
            .split(',')
            .map(str::trim)
            .map(|column| if column == "heard_on" { HEARD.into() } else { format!("standing_now.{column}") })
            .collect();
        self.run(&format!(
            "INSERT INTO temp.standing_then ({}, number) SELECT {}, standing_now.number FROM {from}",
            standing::COLUMNS,
            kept.join(", ")
        ))
    }

    /// Puts back what was only heard of, for a statement that asks an index when that was, or for very many. Nothing is
    /// moved under a statement that is being read: what it looks up is as right, and costs more.
    fn heard_within(&self, later: &Later) -> Result<()> {
        if later.heard.get() != Heard::Apart || self.conn.is_busy() {
            return Ok(());
        }
        later.heard.set(Heard::Within);
        self.heard_as_of_then(
            "temp.heard_touched x CROSS JOIN main.standing standing_now ON standing_now.number = x.number",
        )?;
        self.look_past_standing(Heard::Within)
    }

    /// Counts as of then: what is kept, and beside it what those count for that were touched otherwise than by having
    /// been heard of.
    fn counts_as_of_then(&self) -> Result<()> {
        if !self.shadowed("kept_count")? {
            self.copy_shape("kept_count", "kept_count_then")?;
            self.batch(
                "CREATE TEMP VIEW kept_count AS SELECT what, open, closed FROM main.kept_count
                 UNION ALL SELECT what, open, closed FROM temp.kept_count_then",
            )?;
        }
        self.run("DELETE FROM temp.kept_count_then")?;
        let mut counting = Counting::default();
        let of = |table: &str| {
            format!(
                "SELECT {} FROM temp.standing_of f CROSS JOIN {table} s ON s.commitment_id = f.commitment_id
                  WHERE f.whole = true",
                standing::COLUMNS
                    .split(',')
                    .map(|column| format!("s.{}", column.trim()))
                    .collect::<Vec<_>>()
                    .join(", ")
            )
        };
        self.each_standing(&of("main.standing"), &[], |values| counting.out(values))?;
        self.each_standing(&of("temp.standing_then"), &[], |values| counting.within(values))?;
        self.add_to_kept("kept_count_then", &counting)
    }

    /// Asks something, and takes away again what was put back for it.
    #[cfg(test)]
    pub(super) fn as_the_first<T>(&self, ask: impl FnOnce() -> Result<T>) -> Result<T> {
        let Some(later) = self.later else { return ask() };
        let (indexes, counts) = (later.indexes.borrow().clone(), later.counts.get());
        let (instruments, touched) = (later.instruments.get(), later.instruments_touched.borrow().clone());
        let heard = later.heard.get();
        self.batch("SAVEPOINT asked")?;
        let answer = ask();
        self.batch("ROLLBACK TO asked; RELEASE asked")?;
        later.indexes.replace(indexes);
        later.counts.set(counts);
        later.instruments.set(instruments);
        later.instruments_touched.replace(touched);
        later.heard.set(heard);
        answer
    }

    /// Puts back what lists kept of the instruments that were touched, in a copy of the table: there are some thousand.
    fn instruments_as_of_then(&self, touched: &Touched) -> Result<()> {
        if !self.shadowed("instrument_standing")? {
            self.copy_shape("instrument_standing", "instrument_standing")?;
            self.run("INSERT INTO temp.instrument_standing SELECT * FROM main.instrument_standing")?;
            self.batch("CREATE UNIQUE INDEX temp.instrument_standing_then ON instrument_standing (instrument_id)")?;
        }
        self.refresh_instruments(touched)
    }

    /// Whether a table was put a view before, or a copy.
    fn shadowed(&self, table: &str) -> Result<bool> {
        let mut statement = self.prepare("SELECT 1 FROM temp.sqlite_schema WHERE name = ?1")?;
        self.fail(statement.exists([table]))
    }

    /// Notes which other pages were touched, for when something is asked of the index of words.
    fn note_pages(&self, touched: &Touched) -> Result<()> {
        let mut enter = self.prepare(
            "INSERT INTO temp.page_touched (row_id, noun, worded) VALUES (?1, ?2, false) ON CONFLICT (row_id) DO NOTHING",
        )?;
        for (noun, id) in &touched.pages {
            self.fail(enter.execute([id.to_string().as_str(), noun.word()]))?;
        }
        Ok(())
    }

    /// Puts back what a statement asks for that was left for later, where a past day is read.
    pub(super) fn put_back_what_is_asked(&self, sql: &str) -> Result<()> {
        let Some(later) = self.later else { return Ok(()) };
        self.put_back(later, sql).inspect_err(|_| later.spoilt.set(true))
    }

    fn put_back(&self, later: &Later, sql: &str) -> Result<()> {
        let Later { words, counts, indexes, instruments, .. } = later;
        if sql.contains("standing") {
            if later.heard.get() == Heard::Apart
                && (sql.contains(ALL_HEARD) || ASKED_BY.iter().any(|before| sql.contains(&format!("{before}heard_on"))))
            {
                self.heard_within(later)?;
            }
            let asked: Vec<([String; 7], String)> = indexes
                .borrow_mut()
                .extract_if(.., |(asked, _)| asked.iter().any(|words| sql.contains(words)))
                .collect();
            asked.iter().try_for_each(|(_, made)| self.batch(made))?;
        }
        if !counts.get() && sql.contains("kept_count") && self.shadowed("standing")? {
            counts.set(true);
            self.counts_as_of_then()?;
        }
        if !instruments.get() && sql.contains("instrument_standing") && self.shadowed("standing")? {
            instruments.set(true);
            self.instruments_as_of_then(&later.instruments_touched.take())?;
        }
        let of_words = || ["_words", "name_parts", "document"].iter().any(|name| sql.contains(name));
        // Where nothing was entered since, what is kept answers as it stands.
        if !words.get() && of_words() && self.shadowed("standing")? {
            words.set(true);
            self.shadow_words()?;
        }
        Ok(())
    }

    /// The number of the first entry after an instant. The order asked for is that of an index: for the least number
    /// alone, every entry before it would be gone through.
    pub(crate) fn first_entry_after(&self, at: &str) -> Result<Option<i64>> {
        let mut statement = self.prepare("SELECT seq FROM journal WHERE at > ?1 ORDER BY at, seq LIMIT 1")?;
        self.fail(statement.query_row([at], |row| row.get(0)).optional())
    }
}
