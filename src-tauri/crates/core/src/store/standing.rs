//! Where each commitment stands: derived columns that lists sort and filter by, kept in the transaction of the row.

use std::collections::BTreeSet;

use rusqlite::params;

use super::{Session, journal::word, rows::value};
use crate::{clock::Day, error::Result, id::Id, row::Value, vocabulary::Status};

/// Stands for "no date" and sorts after every day.
pub(super) const NO_DATE: &str = "9999-12-31";
/// Stands for "never" and sorts before every day.
pub(super) const NEVER: &str = "0000-00-00";

/// Where a commitment stands, whatever the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Standing {
    /// Its status.
    pub(crate) status: Status,
    /// Whether it is blocked.
    pub(crate) blocked: bool,
    /// The day its due date comes to.
    pub(crate) due_on: Option<Day>,
    /// Day of the newest follow-up.
    pub(crate) heard_on: Option<Day>,
    /// How often it was put off.
    pub(crate) slips: u32,
}

/// What a commitment's standing is, derived from the rows.
const DERIVED: &str = "
SELECT c.id, c.ref, c.track_id,
       c.status IN ('not_started', 'in_progress', 'delivered', 'suspended') AS is_open,
       c.status, c.blocked,
       coalesce(CASE c.due_kind WHEN 'meeting' THEN (SELECT m.begins_on FROM meeting m WHERE m.id = c.due_meeting_id)
                                ELSE c.due_on END, '9999-12-31') AS due_on,
       coalesce((SELECT max(f.day) FROM follow_up f WHERE f.commitment_id = c.id), '0000-00-00') AS heard_on,
       (SELECT count(*) FROM due_change d WHERE d.commitment_id = c.id AND d.slip = true) AS slips
  FROM commitment c";

const COLUMNS: &str = "commitment_id, ref, track_id, is_open, status, blocked, due_on, heard_on, slips";

const ENTER: &str =
    "INSERT INTO standing (commitment_id, ref, track_id, is_open, status, blocked, due_on, heard_on, slips)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";

const CHANGE: &str =
    "UPDATE standing SET ref = ?2, track_id = ?3, is_open = ?4, status = ?5, blocked = ?6, due_on = ?7,
                             heard_on = ?8, slips = ?9 WHERE commitment_id = ?1";

/// A column that holds a day; none where a text stands for "no date" or "never".
pub(super) fn day(row: &rusqlite::Row<'_>, at: usize) -> rusqlite::Result<Option<Day>> {
    let text = row.get_ref(at)?.as_str()?;
    if text == NO_DATE || text == NEVER {
        return Ok(None);
    }
    // Every list counts many thousands of them, and they have one form only.
    let part = |from: usize, to: usize| text.get(from..to)?.parse().ok();
    let read = || Day::from_ymd_opt(text.get(..4)?.parse().ok()?, part(5, 7)?, part(8, 10)?);
    read().map(Some).ok_or_else(|| {
        rusqlite::Error::FromSqlConversionFailure(at, rusqlite::types::Type::Text, format!("no day: {text:?}").into())
    })
}

impl Session<'_> {
    /// Derives the standing of these commitments anew, and writes what differs from what was kept.
    pub(crate) fn refresh_standing(&self, commitments: &BTreeSet<Id>) -> Result<()> {
        for commitment in commitments {
            let id = commitment.to_string();
            let kept = self.columns_of(&format!("SELECT {COLUMNS} FROM standing s WHERE s.commitment_id = ?1"), &id)?;
            let derived = self.columns_of(&format!("{DERIVED} WHERE c.id = ?1"), &id)?;
            if kept == derived {
                continue;
            }
            let Some(values) = derived else {
                self.fail(self.prepare("DELETE FROM standing WHERE commitment_id = ?1")?.execute([&id]))?;
                continue;
            };
            let mut write = self.prepare(if kept.is_none() { ENTER } else { CHANGE })?;
            self.fail(write.execute(rusqlite::params_from_iter(values)))?;
        }
        Ok(())
    }

    /// The row of a standing, kept or derived.
    fn columns_of(&self, sql: &str, commitment: &str) -> Result<Option<Vec<Value>>> {
        let mut statement = self.prepare(sql)?;
        let columns = statement.column_count();
        let mut rows = self.fail(statement.query([commitment]))?;
        let Some(row) = self.fail(rows.next())? else { return Ok(None) };
        (0..columns).map(|at| value(self.fail(row.get_ref(at))?)).collect::<Result<_>>().map(Some)
    }

    /// Where a commitment stands.
    pub(crate) fn standing(&self, commitment: Id) -> Result<Option<Standing>> {
        let mut statement =
            self.prepare("SELECT status, blocked, due_on, heard_on, slips FROM standing WHERE commitment_id = ?1")?;
        let mut rows = self.fail(statement.query([commitment.to_string()]))?;
        let Some(row) = self.fail(rows.next())? else { return Ok(None) };
        Ok(Some(Standing {
            status: self.fail(word(row, 0, Status::from_word))?,
            blocked: self.fail(row.get(1))?,
            due_on: self.fail(day(row, 2))?,
            heard_on: self.fail(day(row, 3))?,
            slips: self.fail(row.get(4))?,
        }))
    }

    /// Refs of commitments whose kept standing is not what their rows say; at most 100.
    pub(crate) fn strayed_standings(&self) -> Result<Vec<String>> {
        let mut statement = self.prepare(&format!(
            "SELECT coalesce(d.ref, s.ref) FROM ({DERIVED}) d
               FULL OUTER JOIN standing s ON s.commitment_id = d.id
              WHERE s.commitment_id IS NULL OR d.id IS NULL
                 OR s.ref <> d.ref OR s.track_id <> d.track_id OR s.is_open <> d.is_open OR s.status <> d.status
                 OR s.blocked <> d.blocked OR s.due_on <> d.due_on OR s.heard_on <> d.heard_on OR s.slips <> d.slips
              LIMIT 100"
        ))?;
        let rows = self.fail(statement.query_map(params![], |row| row.get(0)))?;
        rows.map(|row| self.fail(row)).collect()
    }
}
