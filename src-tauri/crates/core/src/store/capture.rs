//! Capture: the statements only it needs.

use rusqlite::params;

use super::{
    Session,
    journal::{day_or_none, word},
};
use crate::{
    clock::Day,
    error::Result,
    id::Id,
    row::unreadable,
    vocabulary::{Judgement, Status},
};

/// What was entered from a stretch of a text: a commitment, or a mention of one.
pub(crate) struct DecidedLine {
    pub(crate) commitment: Id,
    pub(crate) reference: String,
    pub(crate) title: String,
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// Whether it is a mention.
    pub(crate) mention: bool,
}

/// What a commitment says, and where: what likeness is measured by.
pub(crate) struct WordingLine {
    pub(crate) id: Id,
    pub(crate) revision: i32,
    pub(crate) track: Id,
    /// The text it was taken from.
    pub(crate) text: Option<Id>,
    pub(crate) title: String,
    pub(crate) wording: String,
}

/// A commitment that says nearly the same, with where it comes from.
pub(crate) struct LikeLine {
    pub(crate) reference: String,
    pub(crate) title: String,
    pub(crate) wording: String,
    pub(crate) status: Status,
    pub(crate) origin: String,
    pub(crate) on: Option<Day>,
}

const WORDINGS: &str = "SELECT c.id, c.revision, c.track_id, p.text_id, c.title, c.wording
   FROM commitment c LEFT JOIN passage p ON p.id = c.passage_id";

impl Session<'_> {
    /// What was entered from a text, in its order.
    pub(crate) fn decided_in(&self, text: Id) -> Result<Vec<DecidedLine>> {
        let mut statement = self.prepare(
            "SELECT c.id, c.ref, c.title, p.start_at, p.end_at, false FROM passage p JOIN commitment c ON c.passage_id = p.id
              WHERE p.text_id = ?1
              UNION ALL
             SELECT c.id, c.ref, c.title, p.start_at, p.end_at, true FROM passage p JOIN mention m ON m.passage_id = p.id
               JOIN commitment c ON c.id = m.commitment_id
              WHERE p.text_id = ?1
              ORDER BY 4, 5, 2",
        )?;
        let mut rows = self.fail(statement.query([text.to_string()]))?;
        let mut found = Vec::new();
        while let Some(row) = self.fail(rows.next())? {
            found.push(DecidedLine {
                commitment: self.fail(word(row, 0, |text| text.parse().ok()))?,
                reference: self.fail(row.get(1))?,
                title: self.fail(row.get(2))?,
                start: self.fail(row.get(3))?,
                end: self.fail(row.get(4))?,
                mention: self.fail(row.get(5))?,
            });
        }
        Ok(found)
    }

    /// Verdicts that speak for later texts too, with the title of their text; newest first.
    pub(crate) fn verdicts_for_all(&self) -> Result<Vec<(Id, String, Id, String)>> {
        let mut statement = self.prepare(
            "SELECT v.id, v.quote, t.id, t.title FROM verdict v JOIN text t ON t.id = v.text_id
              WHERE v.judgement = ?1 ORDER BY v.id DESC",
        )?;
        let mut rows = self.fail(statement.query([Judgement::Never.word()]))?;
        let mut found = Vec::new();
        while let Some(row) = self.fail(rows.next())? {
            found.push((
                self.fail(word(row, 0, |text| text.parse().ok()))?,
                self.fail(row.get(1))?,
                self.fail(word(row, 2, |text| text.parse().ok()))?,
                self.fail(row.get(3))?,
            ));
        }
        Ok(found)
    }

    /// Id and revision of every commitment, in the order of creation.
    pub(crate) fn commitment_revisions(&self) -> Result<Vec<(Id, i32)>> {
        let mut statement = self.prepare("SELECT id, revision FROM commitment ORDER BY id")?;
        let rows =
            self.fail(statement.query_map([], |row| Ok((word(row, 0, |text| text.parse().ok())?, row.get(1)?))))?;
        rows.map(|row| self.fail(row)).collect()
    }

    /// What every commitment says.
    pub(crate) fn wordings(&self) -> Result<Vec<WordingLine>> {
        let mut statement = self.prepare(WORDINGS)?;
        let mut rows = self.fail(statement.query([]))?;
        let mut found = Vec::new();
        while let Some(row) = self.fail(rows.next())? {
            found.push(self.wording_line(row)?);
        }
        Ok(found)
    }

    /// What one commitment says.
    pub(crate) fn wording(&self, commitment: Id) -> Result<Option<WordingLine>> {
        let mut statement = self.prepare(&format!("{WORDINGS} WHERE c.id = ?1"))?;
        let mut rows = self.fail(statement.query([commitment.to_string()]))?;
        match self.fail(rows.next())? {
            Some(row) => self.wording_line(row).map(Some),
            None => Ok(None),
        }
    }

    fn wording_line(&self, row: &rusqlite::Row<'_>) -> Result<WordingLine> {
        let text: Option<String> = self.fail(row.get(3))?;
        Ok(WordingLine {
            id: self.fail(word(row, 0, |text| text.parse().ok()))?,
            revision: self.fail(row.get(1))?,
            track: self.fail(word(row, 2, |text| text.parse().ok()))?,
            text: text.map(|id| id.parse().map_err(|e| unreadable("an id", &format!("{e}")))).transpose()?,
            title: self.fail(row.get(4))?,
            wording: self.fail(row.get(5))?,
        })
    }

    /// A commitment beside which another is shown, with the text or meeting it comes from.
    pub(crate) fn like_line(&self, commitment: Id) -> Result<Option<LikeLine>> {
        let mut statement = self.prepare(
            "SELECT c.ref, c.title, c.wording, c.status, coalesce(t.title, m.title, ''), c.made_on
               FROM commitment c
               LEFT JOIN passage p ON p.id = c.passage_id
               LEFT JOIN text t ON t.id = p.text_id
               LEFT JOIN meeting m ON m.id = c.meeting_id
              WHERE c.id = ?1",
        )?;
        let mut rows = self.fail(statement.query(params![commitment.to_string()]))?;
        let Some(row) = self.fail(rows.next())? else { return Ok(None) };
        Ok(Some(LikeLine {
            reference: self.fail(row.get(0))?,
            title: self.fail(row.get(1))?,
            wording: self.fail(row.get(2))?,
            status: self.fail(word(row, 3, Status::from_word))?,
            origin: self.fail(row.get(4))?,
            on: self.fail(day_or_none(row, 5))?,
        }))
    }
}
