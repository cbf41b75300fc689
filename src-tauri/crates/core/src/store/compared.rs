//! What became of rows between two places of the journal: the first entry of each says how it stood before, the last how
//! it stood after. What this costs is the number of entries between, whatever else the register and its journal hold.

use std::collections::HashMap;

use rusqlite::{OptionalExtension as _, params};

use super::{Session, journal::word};
use crate::{
    error::Result,
    id::Id,
    row::{Record, unreadable},
    vocabulary::Noun,
};

/// The entries after one place of the journal, up to and with another.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Between {
    /// The number of the first entry.
    pub(crate) first: i64,
    /// The number of the last one.
    pub(crate) last: i64,
}

/// What became of one row, its records as the text that is kept.
#[derive(Debug)]
pub(crate) struct Net {
    pub(crate) noun: Noun,
    pub(crate) id: Id,
    /// As it stood before; none where there was none.
    before: Option<String>,
    /// As it stood after; none where there is none.
    after: Option<String>,
    /// Whether it had been in the register before, and was taken out.
    pub(crate) known: bool,
    /// The number of the last entry that changed it.
    pub(crate) last: i64,
}

impl Net {
    /// As it stood before and after; none where both are the same.
    pub(crate) fn records(&self) -> Result<Option<(Option<Record>, Option<Record>)>> {
        if self.before == self.after {
            return Ok(None);
        }
        let parsed = |text: &Option<String>| text.as_deref().map(Record::parse).transpose();
        Ok(Some((parsed(&self.before)?, parsed(&self.after)?)))
    }

    /// By how many rows there are more after than before: one, none, or one less.
    pub(crate) fn more(&self) -> i32 {
        i32::from(self.after.is_some()) - i32::from(self.before.is_some())
    }
}

impl Session<'_> {
    /// What became of every row of these nouns, in the order of their first change; and how many entries there were.
    pub(crate) fn net_changes(&self, between: Between, nouns: &[Noun]) -> Result<(Vec<Net>, u32)> {
        let mut statement = self.prepare(
            "SELECT seq, noun, row_id, revision, before, after FROM journal WHERE seq BETWEEN ?1 AND ?2 ORDER BY seq",
        )?;
        let mut rows = self.fail(statement.query(params![between.first, between.last]))?;
        let (mut found, mut places, mut entries) = (Vec::<Net>::new(), HashMap::<(Noun, Id), usize>::new(), 0);
        while let Some(row) = self.fail(rows.next())? {
            entries += 1;
            let noun = self.fail(word(row, 1, Noun::from_word))?;
            if !nouns.contains(&noun) {
                continue;
            }
            let id: Id = self
                .fail(row.get_ref(2).and_then(|id| Ok(id.as_str()?)))?
                .parse()
                .map_err(|e| unreadable("an id", &format!("{e}")))?;
            // Of follow-ups only how many there are is told.
            let text = |at: usize| -> rusqlite::Result<Option<String>> {
                let found = row.get_ref(at)?.as_str_or_null()?;
                Ok(found.map(|text| if noun == Noun::FollowUp { String::new() } else { text.to_owned() }))
            };
            let (last, after) = (self.fail(row.get(0))?, self.fail(text(5))?);
            match places.get(&(noun, id)) {
                Some(at) => (found[*at].after, found[*at].last) = (after, last),
                None => {
                    places.insert((noun, id), found.len());
                    let before = self.fail(text(4))?;
                    let known = before.is_none() && self.fail(row.get::<_, i32>(3))? > 1;
                    found.push(Net { noun, id, before, after, known, last });
                }
            }
        }
        Ok((found, entries))
    }

    /// A row as it stood after the entry with this number: as the next change of it found it, or as it stands.
    pub(crate) fn record_after(&self, noun: Noun, id: Id, entry: i64) -> Result<Option<Record>> {
        let mut statement = self
            .prepare("SELECT before FROM journal WHERE noun = ?1 AND row_id = ?2 AND seq > ?3 ORDER BY seq LIMIT 1")?;
        let next =
            statement.query_row(params![noun.word(), id.to_string(), entry], |row| row.get::<_, Option<String>>(0));
        match self.fail(next.optional())? {
            Some(before) => before.as_deref().map(Record::parse).transpose(),
            None => Ok(self.record(noun, id)?.map(|(_, record)| record)),
        }
    }

    /// When an entry was made and by whom.
    pub(crate) fn made_by(&self, entry: i64) -> Result<(String, String)> {
        let mut statement =
            self.prepare("SELECT j.at, a.actor FROM journal j CROSS JOIN act a ON a.seq = j.act_seq WHERE j.seq = ?1")?;
        self.fail(statement.query_row([entry], |row| Ok((row.get(0)?, row.get(1)?))))
    }

    /// When something was entered last before an instant.
    pub(crate) fn entered_before(&self, at: &str) -> Result<Option<String>> {
        let mut statement = self.prepare("SELECT at FROM journal WHERE at < ?1 ORDER BY at DESC LIMIT 1")?;
        self.fail(statement.query_row([at], |row| row.get(0)).optional())
    }

    /// When something was entered next after an instant.
    pub(crate) fn entered_after(&self, at: &str) -> Result<Option<String>> {
        let mut statement = self.prepare("SELECT at FROM journal WHERE at > ?1 ORDER BY at LIMIT 1")?;
        self.fail(statement.query_row([at], |row| row.get(0)).optional())
    }
}
