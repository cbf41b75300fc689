//! What a search shows of a commitment: read in one statement, and no more of the row than that.

use rusqlite::{OptionalExtension as _, Row, ToSql};

use super::Session;
use crate::{error::Result, id::Id};

/// A commitment that holds what was sought, with every text of its own that may hold it where they were asked for.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) id: Id,
    pub(crate) reference: String,
    pub(crate) title: String,
    pub(crate) track: Id,
    /// How often it was put off.
    pub(crate) slips: u32,
    pub(crate) wording: String,
    pub(crate) note: String,
    /// The outside event that it is due by; empty where none.
    pub(crate) due_event: String,
    pub(crate) blocked_reason: String,
    pub(crate) evidence: String,
}

/// The statement that reads one from what follows.
macro_rules! selected {
    ($from:expr) => {
        concat!(
            "SELECT c.id, c.ref, c.title, c.track_id, s.slips, c.wording, c.note, c.due_event, c.blocked_reason, c.evidence
               FROM ",
            $from
        )
    };
}

impl Found {
    /// With its texts, where they are asked for: what is found in a title shows none of them.
    fn read(row: &Row<'_>, texts: bool) -> rusqlite::Result<Self> {
        let text = |at: usize| if texts { row.get(at) } else { Ok(String::new()) };
        Ok(Self {
            id: id(row, 0)?,
            reference: row.get(1)?,
            title: row.get(2)?,
            track: id(row, 3)?,
            slips: row.get(4)?,
            wording: text(5)?,
            note: text(6)?,
            due_event: text(7)?,
            blocked_reason: text(8)?,
            evidence: text(9)?,
        })
    }
}

fn id(row: &Row<'_>, at: usize) -> rusqlite::Result<Id> {
    super::journal::word(row, at, |text| text.parse().ok())
}

impl Session<'_> {
    /// The commitment with this number in the index of words, with its texts or without.
    pub(crate) fn found(&self, number: i64, texts: bool) -> Result<Option<Found>> {
        let by_number = selected!("standing s JOIN commitment c ON c.id = s.commitment_id WHERE s.number = ?1");
        self.found_by(by_number, &number, texts)
    }

    /// The commitment of this ref.
    pub(crate) fn found_by_reference(&self, reference: &str) -> Result<Option<Found>> {
        let by_ref = selected!("commitment c JOIN standing s ON s.commitment_id = c.id WHERE c.ref = ?1");
        self.found_by(by_ref, &reference, true)
    }

    fn found_by(&self, sql: &str, value: &dyn ToSql, texts: bool) -> Result<Option<Found>> {
        let mut statement = self.prepare(sql)?;
        self.fail(statement.query_row([value], |row| Found::read(row, texts)).optional())
    }
}
