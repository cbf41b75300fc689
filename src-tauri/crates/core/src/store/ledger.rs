//! What the ledger counts, from two indexes alone: one of open commitments, one of those that came to an end.

use super::Session;
use crate::{
    clock::Day,
    error::Result,
    id::Id,
    row::{Column as _, unreadable},
    vocabulary::{Bound, Status},
    wire::LedgerCell,
};

/// One track and side, with what is added to their counts.
pub(crate) type Posting = (Id, Bound, LedgerCell);

impl Session<'_> {
    /// What is open as of a day, and what came to an end, by track and by who owes it.
    pub(crate) fn ledger(&self, day: Day) -> Result<Vec<Posting>> {
        let mut found = self.postings(
            "SELECT track_id, bound, count(*),
                    count(CASE WHEN status IN ('not_started', 'in_progress') AND due_on < ?1 THEN 1 END), '', 0, 0
               FROM standing WHERE is_open = true GROUP BY track_id, bound",
            Some(day),
        )?;
        found.extend(self.postings(
            "SELECT track_id, bound, count(*), 0, status, count(first_due_on),
                    count(CASE WHEN status = 'fulfilled' AND closed_on <= first_due_on THEN 1 END)
               FROM commitment WHERE status IN ('fulfilled', 'not_fulfilled') GROUP BY track_id, bound, status",
            None,
        )?);
        Ok(found)
    }

    fn postings(&self, sql: &str, day: Option<Day>) -> Result<Vec<Posting>> {
        let mut statement = self.prepare(sql)?;
        let day = day.map(|day| day.to_value());
        let mut rows = self.fail(statement.query(rusqlite::params_from_iter(day)))?;
        let mut found = Vec::new();
        while let Some(row) = self.fail(rows.next())? {
            let text = |at: usize| self.fail(row.get::<_, String>(at));
            let (track, bound, status) = (text(0)?, text(1)?, text(4)?);
            let number = |at: usize| self.fail(row.get::<_, u32>(at));
            let count = number(2)?;
            let mut cell = LedgerCell { dated: number(5)?, in_time: number(6)?, ..LedgerCell::default() };
            match Status::from_word(&status) {
                Some(Status::Fulfilled) => cell.kept = count,
                Some(_) => cell.not_kept = count,
                None => (cell.open, cell.overdue) = (count, number(3)?),
            }
            let track = track.parse().map_err(|e| unreadable("an id", &format!("{e}")))?;
            let bound = Bound::from_word(&bound).ok_or_else(|| unreadable("who is bound", &bound))?;
            found.push((track, bound, cell));
        }
        Ok(found)
    }
}
