//! Decisions before a meeting: the statements only they need.

use super::{
    Session,
    listing::{Values, Window},
};
use crate::{
    clock::Day,
    decision::Decision,
    error::Result,
    id::Id,
    wire::{CommitmentQuery, DecisionCounts},
};

impl Session<'_> {
    /// What was decided for a meeting, in the order in which it was.
    pub(crate) fn decisions_of(&self, meeting: Id) -> Result<Vec<Decision>> {
        self.with("meeting_id", meeting)
    }

    /// What was decided on one commitment for a meeting.
    pub(crate) fn decision_on(&self, meeting: Id, commitment: Id) -> Result<Option<Decision>> {
        Ok(self
            .list("WHERE meeting_id = ?1 AND commitment_id = ?2", &[&meeting.to_string(), &commitment.to_string()])?
            .pop())
    }

    /// How far a review has come, as `actor` sees it.
    pub(crate) fn decision_counts(&self, meeting: Id, day: Day, ahead: Day, actor: &str) -> Result<DecisionCounts> {
        let query = CommitmentQuery::open();
        let window = Window::new(&query, day, ahead, Vec::new());
        let mut with = Values::default();
        let meeting = with.text(meeting.to_string());
        let excepted = window.excepted(&mut with);
        let actor = with.text(actor);
        let mut statement = self.prepare(&format!(
            "SELECT count(*), coalesce(sum(CASE WHEN {excepted} THEN 1 ELSE 0 END), 0),
                    coalesce(sum(CASE WHEN d.decided IS NULL AND d.proposed_by <> {actor} THEN 1 ELSE 0 END), 0),
                    coalesce(sum(CASE WHEN d.decided <> d.proposed THEN 1 ELSE 0 END), 0)
               FROM decision d CROSS JOIN standing s ON s.commitment_id = d.commitment_id
              WHERE d.meeting_id = {meeting} AND s.is_open = true"
        ))?;
        self.fail(statement.query_row(with.bound().as_slice(), |row| {
            Ok(DecisionCounts {
                decided: row.get(0)?,
                exceptions: row.get(1)?,
                to_confirm: row.get(2)?,
                opposed: row.get(3)?,
            })
        }))
    }
}
