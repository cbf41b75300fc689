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
            "SELECT coalesce(sum(open), 0), coalesce(sum(excepted), 0),
                    coalesce(sum(open AND decided IS NULL AND proposed_by <> {actor}), 0),
                    coalesce(sum(open AND decided <> proposed), 0)
               FROM (SELECT d.decided, d.proposed, d.proposed_by,
                            EXISTS (SELECT 1 FROM standing s
                                     WHERE s.commitment_id = d.commitment_id AND s.is_open = true) AS open,
                            EXISTS (SELECT 1 FROM standing s
                                     WHERE s.commitment_id = d.commitment_id AND s.is_open = true AND {excepted})
                              AS excepted
                       FROM decision d WHERE d.meeting_id = {meeting}) counted"
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
