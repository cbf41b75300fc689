//! What a search shows of a commitment: read in one statement, and no more of the row than that.

use rusqlite::{OptionalExtension as _, Row, ToSql};

use super::Session;
use crate::{error::Result, id::Id};

/// A commitment that holds what was sought, with every text of its own that may hold it.
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
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: id(row, 0)?,
            reference: row.get(1)?,
            title: row.get(2)?,
            track: id(row, 3)?,
            slips: row.get(4)?,
            wording: row.get(5)?,
            note: row.get(6)?,
            due_event: row.get(7)?,
            blocked_reason: row.get(8)?,
            evidence: row.get(9)?,
        })
    }
}

fn id(row: &Row<'_>, at: usize) -> rusqlite::Result<Id> {
    super::journal::word(row, at, |text| text.parse().ok())
}

impl Session<'_> {
    /// The commitment with this number in the index of words.
    pub(crate) fn found(&self, number: i64) -> Result<Option<Found>> {
        self.found_by(selected!("standing s JOIN commitment c ON c.id = s.commitment_id WHERE s.number = ?1"), &number)
    }

    /// The commitment of this ref.
    pub(crate) fn found_by_reference(&self, reference: &str) -> Result<Option<Found>> {
        let by_ref = selected!("commitment c JOIN standing s ON s.commitment_id = c.id WHERE c.ref = ?1");
        self.found_by(by_ref, &reference)
    }

    fn found_by(&self, sql: &str, value: &dyn ToSql) -> Result<Option<Found>> {
        let mut statement = self.prepare(sql)?;
        self.fail(statement.query_row([value], Found::read).optional())
    }
}
