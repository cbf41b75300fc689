//! Decisions before a meeting, as pages show them.

use super::list::{count_of, ids_of};
use crate::{
    clock::Day,
    commitment::Showing,
    decision::{Decision, to_confirm},
    error::{Result, refused},
    id::Id,
    store::Session,
    wire::{CommitmentQuery, DecidedRow, DecisionView, DecisionVoice, Named, ReviewFrame, Sort},
};

/// A decision with its names; `actor` is the one who looks.
pub(crate) fn decision(session: &Session<'_>, row: &Decision, actor: &str) -> Result<DecisionView> {
    let named = |id: Id| -> Result<Named> {
        let name = session.meeting_named(id)?.map(|line| line.title).unwrap_or_default();
        Ok(Named { id, name })
    };
    let decided = row.decided.map(|kind| DecisionVoice {
        kind,
        remark: row.decided_remark.clone(),
        by: row.decided_by.clone(),
        on: row.decided_on.unwrap_or(row.proposed_on),
    });
    Ok(DecisionView {
        id: row.id,
        revision: row.revision,
        meeting: named(row.meeting)?,
        stands: row.stands(),
        proposed: DecisionVoice {
            kind: row.proposed,
            remark: row.proposed_remark.clone(),
            by: row.proposed_by.clone(),
            on: row.proposed_on,
        },
        decided,
        level: row.level,
        to: row.to_meeting.map(named).transpose()?,
        passed: row.passed,
        to_confirm: to_confirm(row, actor),
    })
}

/// What was decided for a meeting, but for what passed without a look: by what was decided, then in the order in which
/// it was.
pub(super) fn decided(showing: &Showing<'_>, meeting: Id, actor: &str) -> Result<Vec<DecidedRow>> {
    let session = showing.session;
    let mut rows = session.decisions_of(meeting)?;
    rows.retain(|row| !row.passed);
    rows.sort_by_key(Decision::stands);
    let shown = |row: &Decision| {
        Ok(DecidedRow {
            commitment: showing.row(&session.require(row.commitment)?)?,
            decision: decision(&session, row, actor)?,
        })
    };
    rows.iter().map(shown).collect()
}

/// Open commitments that are on course for a meeting, and on which nothing was decided; refused where they are more than
/// `most`.
pub(crate) fn unopposed(session: &Session<'_>, day: Day, meeting: Id, tracks: &[Id], most: u32) -> Result<Vec<Id>> {
    let query = CommitmentQuery {
        frame: Some(ReviewFrame::Meeting { id: meeting }),
        on_course: Some(true),
        decided: Some(false),
        tracks: tracks.to_vec(),
        sort: Sort::Ref,
        ..CommitmentQuery::open()
    };
    let count = count_of(session, day, &query)?;
    if count > most {
        return refused(format!("{count} commitments would pass at once; at most {most} do. Choose a track first."));
    }
    ids_of(session, day, &query)
}
