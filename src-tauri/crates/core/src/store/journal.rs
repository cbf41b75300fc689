//! Acts and entries: appended, read, never rewritten.

use std::{collections::HashSet, sync::Arc};

use rusqlite::{OptionalExtension as _, Row as DriverRow, params, types::ValueRef};

use super::{Session, past::Later};
use crate::{
    bin::Hanging,
    clock::{Day, Instant, stored},
    error::Result,
    id::Id,
    row::{Record, unreadable},
    vocabulary::{ActKind, Noun},
};

/// An act as stored.
#[derive(Debug, Clone)]
pub(crate) struct ActRow {
    pub(crate) id: Id,
    pub(crate) seq: i64,
    pub(crate) op: String,
    pub(crate) title: String,
    pub(crate) actor: String,
    pub(crate) at: String,
    pub(crate) kind: ActKind,
    pub(crate) reverts: Option<Id>,
    pub(crate) undoable: bool,
    pub(crate) undone: bool,
    pub(crate) entries: i32,
}

/// An entry as it is appended: its records as the text that is kept.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NewEntry<'e> {
    pub(crate) seq: i64,
    pub(crate) at: &'e str,
    pub(crate) noun: Noun,
    pub(crate) row: Id,
    pub(crate) revision: i32,
    pub(crate) version: i32,
    pub(crate) before: Option<&'e str>,
    pub(crate) after: Option<&'e str>,
}

/// An entry as stored.
#[derive(Debug, Clone)]
pub(crate) struct EntryRow {
    pub(crate) seq: i64,
    /// The number of the act it belongs to.
    pub(crate) act: i64,
    pub(crate) at: String,
    pub(crate) noun: Noun,
    pub(crate) row: Id,
    pub(crate) revision: i32,
    pub(crate) version: i32,
    pub(crate) before: Option<Record>,
    pub(crate) after: Option<Record>,
    pub(crate) hash: String,
}

const ACT: &str = "id, seq, op, title, actor, at, kind, reverts, undoable, undone, entries";
const INSERT_ENTRY: &str =
    "INSERT INTO journal (seq, act_seq, at, noun, row_id, revision, version, before, after, hash)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
const ENTRY: &str = "seq, act_seq, at, noun, row_id, revision, version, before, after, hash";

/// Which acts of the journal are asked for.
#[derive(Clone, Copy)]
pub(crate) enum Asked<'h> {
    /// Every one.
    All,
    /// Those that changed a row of this noun.
    Noun(Noun),
    /// Those that changed this row, or one that hangs on it.
    Row { noun: Noun, row: Id, hanging: &'h [Hanging] },
}

/// In a journal of more acts than this, nobody goes through all of them to count those of a noun that many of them
/// changed.
const MOST_ASKED: i64 = 100_000;

/// What most acts change; the acts of all other nouns stand in an index of their own, which is made of the same words.
const OFTEN: &[Noun] =
    &[Noun::Commitment, Noun::FollowUp, Noun::Owner, Noun::DueChange, Noun::Raising, Noun::Passage, Noun::Mention];
const SELDOM: &str = "noun NOT IN ('commitment', 'follow_up', 'owner', 'due_change', 'raising', 'passage', 'mention')";

/// A column of the entries of a row of noun `?1` with id `?2`, and of what hangs on it; of those that are `within`.
fn touching(column: &str, hanging: &[Hanging], within: &str) -> String {
    let and = if within.is_empty() { String::new() } else { format!(" AND j.{within}") };
    let mut sql = format!("SELECT j.{column} FROM journal j WHERE j.noun = ?1 AND j.row_id = ?2{and}");
    for each in hanging {
        let (noun, by) = (each.noun.word(), each.column);
        // CROSS JOIN keeps what hangs in front: the entries are looked up by row, and never gone through.
        sql.push_str(&format!(
            " UNION SELECT j.{column} FROM {noun} h CROSS JOIN journal j
                WHERE h.{by} = ?2 AND j.noun = '{noun}' AND j.row_id = h.id{and}"
        ));
    }
    sql
}

impl ActRow {
    fn read(row: &DriverRow<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: word(row, 0, |text| text.parse().ok())?,
            seq: row.get(1)?,
            op: row.get(2)?,
            title: row.get(3)?,
            actor: row.get(4)?,
            at: row.get(5)?,
            kind: word(row, 6, ActKind::from_word)?,
            reverts: word_or_none(row, 7, |text| text.parse().ok())?,
            undoable: row.get(8)?,
            undone: row.get(9)?,
            entries: row.get(10)?,
        })
    }
}

/// A column whose text has to be one of a known set.
pub(super) fn word<T>(row: &DriverRow<'_>, at: usize, parse: impl FnOnce(&str) -> Option<T>) -> rusqlite::Result<T> {
    let text = row.get_ref(at)?.as_str()?;
    parse(text).ok_or_else(|| {
        rusqlite::Error::FromSqlConversionFailure(
            at,
            rusqlite::types::Type::Text,
            format!("unknown word {text:?}").into(),
        )
    })
}

/// The same, where there may be none.
pub(super) fn word_or_none<T>(
    row: &DriverRow<'_>,
    at: usize,
    parse: impl FnOnce(&str) -> Option<T>,
) -> rusqlite::Result<Option<T>> {
    match row.get_ref(at)? {
        ValueRef::Null => Ok(None),
        _ => word(row, at, parse).map(Some),
    }
}

/// A day, or none.
pub(super) fn day_or_none(row: &DriverRow<'_>, at: usize) -> rusqlite::Result<Option<Day>> {
    word_or_none(row, at, stored)
}

impl Session<'_> {
    /// Number and hash of the last entry; nought and the root before the first.
    pub(crate) fn journal_end(&self) -> Result<(i64, String)> {
        let mut statement = self.prepare("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1")?;
        let mut rows = self.fail(statement.query([]))?;
        match self.fail(rows.next())? {
            Some(row) => Ok((self.fail(row.get(0))?, self.fail(row.get(1))?)),
            None => Ok((0, crate::journal::ROOT.to_owned())),
        }
    }

    /// The number the next act gets.
    pub(crate) fn next_act_seq(&self) -> Result<i64> {
        let mut statement = self.prepare("SELECT coalesce(max(seq), 0) + 1 FROM act")?;
        self.fail(statement.query_row([], |row| row.get(0)))
    }

    /// Numbers of the last entry and the last act that are read: those of the past day, where one is looked at.
    fn ends(&self) -> (i64, i64) {
        self.later.and_then(Later::ends).unwrap_or((i64::MAX, i64::MAX))
    }

    /// The number of the act of an entry; nought before the first.
    pub(super) fn act_of(&self, entry: i64) -> Result<i64> {
        let mut statement = self.prepare("SELECT act_seq FROM journal WHERE seq = ?1")?;
        Ok(self.fail(statement.query_row([entry], |row| row.get(0)).optional())?.unwrap_or(0))
    }

    /// The acts that were taken back since the past day that is read, or made to stand again: they bear another mark
    /// now than they did.
    fn turned_since(&self) -> Result<Arc<HashSet<Id>>> {
        match self.later.and_then(|later| later.ends().map(|(_, last)| (later, last))) {
            Some((later, last)) => later.turned(|| self.turned_after(last)),
            None => Ok(Arc::default()),
        }
    }

    fn turned_after(&self, last: i64) -> Result<HashSet<Id>> {
        let mut turned = HashSet::new();
        let mut turn = |id: Id| {
            if !turned.remove(&id) {
                turned.insert(id);
            }
        };
        // The second is the act that was itself a taking-back: with it, what it had taken back was turned as well.
        let mut statement = self.prepare(
            "SELECT l.reverts, t.reverts, t.kind FROM act l CROSS JOIN act t ON t.id = l.reverts
              WHERE l.seq > ?1 ORDER BY l.seq",
        )?;
        let mut rows = self.fail(statement.query([last]))?;
        while let Some(row) = self.fail(rows.next())? {
            turn(self.fail(word(row, 0, |text| text.parse().ok()))?);
            let done = self.fail(word(row, 2, ActKind::from_word))? == ActKind::Done;
            if done && self.fail(row.get_ref(1))? != rusqlite::types::ValueRef::Null {
                turn(self.fail(word(row, 1, |text| text.parse().ok()))?);
            }
        }
        Ok(turned)
    }

    /// The newest act of any kind.
    pub(crate) fn last_act(&self) -> Result<Option<ActRow>> {
        Ok(self.acts("ORDER BY seq DESC LIMIT 1", params![])?.pop())
    }

    /// One act.
    pub(crate) fn act(&self, id: Id) -> Result<Option<ActRow>> {
        Ok(self.acts("WHERE id = ?1", params![id.to_string()])?.pop())
    }

    /// The act with this number.
    pub(crate) fn act_numbered(&self, seq: i64) -> Result<Option<ActRow>> {
        Ok(self.acts("WHERE seq = ?1", params![seq])?.pop())
    }

    /// The newest act that was done and stands: what undo takes back, if it can be taken back.
    pub(crate) fn newest_standing(&self) -> Result<Option<ActRow>> {
        Ok(self.acts("WHERE kind = 'done' AND undone = false ORDER BY seq DESC LIMIT 1", params![])?.pop())
    }

    /// The oldest act undone since `seq`: what redo does again.
    pub(crate) fn oldest_undone_after(&self, seq: i64) -> Result<Option<ActRow>> {
        let found =
            self.acts("WHERE undone = true AND forgotten = false AND seq > ?1 ORDER BY seq LIMIT 1", params![seq]);
        Ok(found?.pop())
    }

    /// Acts before `seq`, newest first, of those asked for.
    pub(crate) fn acts_before(&self, seq: i64, asked: Asked<'_>, limit: u32) -> Result<Vec<ActRow>> {
        let seq = seq.min(self.ends().1.saturating_add(1));
        match asked {
            Asked::All => self.acts("WHERE seq < ?1 ORDER BY seq DESC LIMIT ?2", params![seq, limit]),
            Asked::Row { noun, row, hanging } => self.acts(
                &format!("WHERE seq < ?3 AND seq IN ({}) ORDER BY seq DESC LIMIT ?4", touching("act_seq", hanging, "")),
                params![noun.word(), row.to_string(), seq, limit],
            ),
            // Of a noun with few entries the acts are looked up; among many, the newest acts soon have some.
            Asked::Noun(noun) if !OFTEN.contains(&noun) => self.acts(
                &format!(
                    "WHERE seq IN (SELECT DISTINCT act_seq FROM journal WHERE noun = ?3 AND {SELDOM} AND act_seq < ?1
                                    ORDER BY act_seq DESC LIMIT ?2) ORDER BY seq DESC"
                ),
                params![seq, limit, noun.word()],
            ),
            Asked::Noun(noun) if self.few_entries(noun.word())? => self.acts(
                "WHERE seq < ?1 AND seq IN (SELECT act_seq FROM journal WHERE noun = ?3) ORDER BY seq DESC LIMIT ?2",
                params![seq, limit, noun.word()],
            ),
            Asked::Noun(noun) => self.acts(
                "WHERE seq < ?1 AND EXISTS (SELECT 1 FROM journal j WHERE j.act_seq = act.seq AND j.noun = ?3) ORDER BY seq DESC LIMIT ?2",
                params![seq, limit, noun.word()],
            ),
        }
    }

    /// The numbers of all acts asked for, newest first; none where they would have to be looked for among too many.
    pub(crate) fn act_numbers(&self, asked: Asked<'_>) -> Result<Option<Vec<i64>>> {
        let (_, last) = self.ends();
        let numbers = |sql: &str, with: &[&dyn rusqlite::ToSql]| -> Result<Option<Vec<i64>>> {
            let mut statement = self.prepare(sql)?;
            let rows = self.fail(statement.query_map(with, |row| row.get(0)))?;
            let mut numbers = rows.map(|row| self.fail(row)).collect::<Result<Vec<i64>>>()?;
            numbers.retain(|number| *number <= last);
            Ok(Some(numbers))
        };
        match asked {
            // They are numbered from one, and none is ever taken out.
            Asked::All => Ok(Some((1..self.next_act_seq()?.min(last.saturating_add(1))).rev().collect())),
            Asked::Row { noun, row, hanging } => numbers(
                &format!("{} ORDER BY act_seq DESC", touching("act_seq", hanging, "")),
                params![noun.word(), row.to_string()],
            ),
            Asked::Noun(noun) if !OFTEN.contains(&noun) => numbers(
                &format!("SELECT DISTINCT act_seq FROM journal WHERE noun = ?1 AND {SELDOM} ORDER BY act_seq DESC"),
                params![noun.word()],
            ),
            Asked::Noun(noun) if self.few_entries(noun.word())? => numbers(
                "SELECT DISTINCT act_seq FROM journal WHERE noun = ?1 ORDER BY act_seq DESC",
                params![noun.word()],
            ),
            Asked::Noun(_) if self.next_act_seq()? > MOST_ASKED => Ok(None),
            Asked::Noun(noun) => numbers(
                "SELECT seq FROM act WHERE EXISTS (SELECT 1 FROM journal j WHERE j.act_seq = act.seq AND j.noun = ?1)
                  ORDER BY seq DESC",
                params![noun.word()],
            ),
        }
    }

    /// The entries of a row and of what hangs on it, in the acts from one number to another, in their order.
    pub(crate) fn entries_touching(
        &self,
        (noun, row, hanging): (Noun, Id, &[Hanging]),
        acts: std::ops::RangeInclusive<i64>,
    ) -> Result<Vec<EntryRow>> {
        let within = "act_seq BETWEEN ?3 AND ?4";
        self.entries(
            &format!("WHERE seq IN ({}) ORDER BY seq", touching("seq", hanging, within)),
            params![noun.word(), row.to_string(), acts.start(), acts.end()],
        )
    }

    fn few_entries(&self, noun: &str) -> Result<bool> {
        let mut statement =
            self.prepare("SELECT count(*) FROM (SELECT 1 FROM journal WHERE noun = ?1 LIMIT 10001) bounded")?;
        self.fail(statement.query_row([noun], |row| row.get::<_, u32>(0))).map(|count| count <= 10_000)
    }

    /// Acts that put something in the bin and stand, newest first.
    pub(crate) fn removals(&self, limit: u32) -> Result<Vec<ActRow>> {
        let (_, last) = self.ends();
        let standing = "WHERE op = 'remove' AND kind = 'done' AND undone = false";
        if last == i64::MAX {
            return self.acts(&format!("{standing} ORDER BY seq DESC LIMIT ?1"), params![limit]);
        }
        // Those that stand now and stood then, and those that stood then and were taken back since.
        let turned = self.turned_since()?;
        let most = i64::from(limit) + i64::try_from(turned.len()).unwrap_or(i64::MAX / 2);
        let mut acts =
            self.acts(&format!("{standing} AND seq <= ?2 ORDER BY seq DESC LIMIT ?1"), params![most, last])?;
        for id in turned.iter() {
            acts.extend(
                self.act(*id)?.filter(|act| act.seq <= last && act.op == "remove" && act.kind == ActKind::Done),
            );
        }
        acts.retain(|act| !act.undone);
        acts.sort_by_key(|act| std::cmp::Reverse(act.seq));
        acts.dedup_by_key(|act| act.seq);
        acts.truncate(limit as usize);
        Ok(acts)
    }

    fn acts(&self, rest: &str, with: &[&dyn rusqlite::ToSql]) -> Result<Vec<ActRow>> {
        let mut statement = self.prepare(&format!("SELECT {ACT} FROM act {rest}"))?;
        let rows = self.fail(statement.query_map(with, ActRow::read))?;
        let mut acts = rows.map(|row| self.fail(row)).collect::<Result<Vec<ActRow>>>()?;
        if !acts.is_empty() {
            let turned = self.turned_since()?;
            acts.iter_mut().filter(|act| turned.contains(&act.id)).for_each(|act| act.undone = !act.undone);
        }
        Ok(acts)
    }

    /// Appends an act's header.
    pub(crate) fn insert_act(&self, act: &ActRow) -> Result<()> {
        let mut statement = self.prepare(&format!(
            "INSERT INTO act ({ACT}, forgotten) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, false)"
        ))?;
        self.fail(statement.execute(params![
            act.id.to_string(),
            act.seq,
            act.op,
            act.title,
            act.actor,
            act.at,
            act.kind.word(),
            act.reverts.map(|id| id.to_string()),
            act.undoable,
            act.undone,
            act.entries,
        ]))?;
        Ok(())
    }

    /// How many entries an act has come to have.
    pub(crate) fn set_entries(&self, act: Id, entries: i32) -> Result<()> {
        let mut statement = self.prepare("UPDATE act SET entries = ?2 WHERE id = ?1")?;
        self.fail(statement.execute(params![act.to_string(), entries]))?;
        Ok(())
    }

    /// Lets redo no longer offer what was undone: something else is being done.
    pub(crate) fn forget_undone(&self) -> Result<()> {
        let mut statement =
            self.prepare("UPDATE act SET forgotten = true WHERE undone = true AND forgotten = false")?;
        self.fail(statement.execute([]))?;
        Ok(())
    }

    /// Marks an act as undone, or as standing again.
    pub(crate) fn set_undone(&self, act: Id, undone: bool) -> Result<()> {
        let mut statement = self.prepare("UPDATE act SET undone = ?2, forgotten = false WHERE id = ?1")?;
        self.fail(statement.execute(params![act.to_string(), undone]))?;
        Ok(())
    }

    /// Lets no act so far be taken back.
    pub(crate) fn seal_acts(&self) -> Result<()> {
        let mut statement = self.prepare("UPDATE act SET undoable = false WHERE undoable = true")?;
        self.fail(statement.execute([]))?;
        Ok(())
    }

    /// Appends an entry to the act numbered `act`, with its hash.
    pub(crate) fn insert_entry(&self, act: i64, entry: &NewEntry<'_>, hash: &str) -> Result<()> {
        let mut statement = self.prepare(INSERT_ENTRY)?;
        self.fail(statement.execute(params![
            entry.seq,
            act,
            entry.at,
            entry.noun.word(),
            entry.row.to_string(),
            entry.revision,
            entry.version,
            entry.before,
            entry.after,
            hash,
        ]))?;
        Ok(())
    }

    /// An act's entries, in their order; at most `limit`.
    pub(crate) fn entries_of(&self, act: i64, limit: u32) -> Result<Vec<EntryRow>> {
        self.entries("WHERE act_seq = ?1 ORDER BY seq LIMIT ?2", params![act, limit])
    }

    /// The last entry of an act that took a row out.
    pub(crate) fn last_gone(&self, act: i64) -> Result<Option<EntryRow>> {
        let found = self.entries("WHERE act_seq = ?1 AND after IS NULL ORDER BY seq DESC LIMIT 1", params![act]);
        Ok(found?.pop())
    }

    /// All entries of a row, newest first.
    pub(crate) fn entries_on(&self, noun: Noun, row: Id) -> Result<Vec<EntryRow>> {
        self.entries("WHERE noun = ?1 AND row_id = ?2 ORDER BY seq DESC", params![noun.word(), row.to_string()])
    }

    /// At most `limit` entries after number `seq`, in their order.
    pub(crate) fn entries_after(&self, seq: i64, limit: u32) -> Result<Vec<EntryRow>> {
        self.entries("WHERE seq > ?1 ORDER BY seq LIMIT ?2", params![seq, limit])
    }

    fn entries(&self, rest: &str, with: &[&dyn rusqlite::ToSql]) -> Result<Vec<EntryRow>> {
        let mut statement = self.prepare(&format!("SELECT {ENTRY} FROM journal {rest}"))?;
        let (last, _) = self.ends();
        let mut rows = self.fail(statement.query(with))?;
        let mut found = Vec::new();
        while let Some(row) = self.fail(rows.next())? {
            if self.fail(row.get::<_, i64>(0))? > last {
                continue;
            }
            let record = |at: usize| -> Result<Option<Record>> {
                self.fail(row.get::<_, Option<String>>(at))?.as_deref().map(Record::parse).transpose()
            };
            let id = |at: usize| -> Result<Id> {
                self.fail(row.get::<_, String>(at))?.parse().map_err(|e| unreadable("an id", &format!("{e}")))
            };
            found.push(EntryRow {
                seq: self.fail(row.get(0))?,
                act: self.fail(row.get(1))?,
                at: self.fail(row.get(2))?,
                noun: self.fail(word(row, 3, Noun::from_word))?,
                row: id(4)?,
                revision: self.fail(row.get(5))?,
                version: self.fail(row.get(6))?,
                before: record(7)?,
                after: record(8)?,
                hash: self.fail(row.get(9))?,
            });
        }
        Ok(found)
    }

    /// The highest revision a row ever had; nought for a row that never was.
    pub(crate) fn last_revision(&self, noun: Noun, row: Id) -> Result<i32> {
        let mut statement =
            self.prepare("SELECT revision FROM journal WHERE noun = ?1 AND row_id = ?2 ORDER BY seq DESC LIMIT 1")?;
        let mut rows = self.fail(statement.query(params![noun.word(), row.to_string()]))?;
        match self.fail(rows.next())? {
            Some(row) => self.fail(row.get(0)),
            None => Ok(0),
        }
    }
}

impl Session<'_> {
    /// When a row was changed last.
    pub(crate) fn changed_at(&self, noun: Noun, row: Id) -> Result<Option<Instant>> {
        let (last, _) = self.ends();
        let mut statement = self.prepare(
            "SELECT at FROM journal WHERE noun = ?1 AND row_id = ?2 AND seq <= ?3 ORDER BY seq DESC LIMIT 1",
        )?;
        let mut rows = self.fail(statement.query(params![noun.word(), row.to_string(), last]))?;
        let Some(row) = self.fail(rows.next())? else { return Ok(None) };
        self.fail(word(row, 0, |at| at.parse().ok())).map(Some)
    }

    /// Every row of a noun that the journal knows.
    pub(crate) fn journalled(&self, noun: Noun) -> Result<Vec<Id>> {
        self.ids("SELECT DISTINCT row_id FROM journal WHERE noun = ?1 ORDER BY row_id", noun.word())
    }

    /// The journal's last word on a row.
    pub(crate) fn last_record(&self, noun: Noun, row: Id) -> Result<Option<Record>> {
        let found = self.entries(
            "WHERE noun = ?1 AND row_id = ?2 ORDER BY seq DESC LIMIT 1",
            params![noun.word(), row.to_string()],
        )?;
        Ok(found.into_iter().next().and_then(|entry| entry.after))
    }
}
