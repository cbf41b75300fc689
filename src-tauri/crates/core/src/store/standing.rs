//! Where each commitment stands: derived columns that lists sort and filter by, kept in the transaction of the row.

use std::collections::BTreeSet;

use rusqlite::params;

use super::{Session, journal::word};
use crate::{clock::Day, error::Result, id::Id, vocabulary::Status};

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

impl Session<'_> {
    /// Derives the standing of these commitments anew.
    pub(crate) fn refresh_standing(&self, commitments: &BTreeSet<Id>) -> Result<()> {
        if commitments.is_empty() {
            return Ok(());
        }
        let mut take_out = self.prepare("DELETE FROM standing WHERE commitment_id = ?1")?;
        let mut derive = self.prepare(&format!("INSERT INTO standing ({COLUMNS}) {DERIVED} WHERE c.id = ?1"))?;
        for id in commitments {
            self.fail(take_out.execute([id.to_string()]))?;
            self.fail(derive.execute([id.to_string()]))?;
        }
        Ok(())
    }

    /// Where a commitment stands.
    pub(crate) fn standing(&self, commitment: Id) -> Result<Option<Standing>> {
        let mut statement =
            self.prepare("SELECT status, blocked, due_on, heard_on, slips FROM standing WHERE commitment_id = ?1")?;
        let mut rows = self.fail(statement.query([commitment.to_string()]))?;
        let Some(row) = self.fail(rows.next())? else { return Ok(None) };
        let day = |at: usize| -> Result<Option<Day>> {
            let text: String = self.fail(row.get(at))?;
            Ok(if text == NO_DATE || text == NEVER { None } else { text.parse().ok() })
        };
        Ok(Some(Standing {
            status: self.fail(word(row, 0, Status::from_word))?,
            blocked: self.fail(row.get(1))?,
            due_on: day(2)?,
            heard_on: day(3)?,
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
