//! Bulk acts: one change of many commitments, chosen by a query or one by one, as one act and one step of undo.
//!
//! Which rule holds for each commitment stands with its noun; here they are only gone through. Where a rule refuses one
//! of them nothing is entered at all, and the sentence says how many it refuses and which comes first.

use std::{collections::HashSet, ops::ControlFlow};

use crate::{
    bin,
    commitment::{Commitment, NewDue, owner, status},
    dossier::Dossier,
    error::{Error, Result, invalid},
    follow_up,
    id::Id,
    marking,
    op::Op,
    track::Track,
    transact::Act,
    vocabulary::{Noun, Status},
    wire::{BulkChange, BulkDraft, Changed, FollowUpDraft, StatusDraft},
};

/// After how many commitments it is said how far the act is, and asked whether it goes on.
const STRIDE: usize = 200;

impl Dossier {
    /// Changes many commitments in one act, and answers how many were chosen. `progress` is told how many are through
    /// and how many there are; where it breaks off, nothing is entered.
    pub fn bulk(
        &self,
        draft: &BulkDraft,
        mut progress: impl FnMut(u32, u32) -> ControlFlow<()>,
    ) -> Result<Changed<u32>> {
        let mut told = |done: usize, total: usize| {
            let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
            if progress(number(done), number(total)).is_break() { Err(Error::Cancelled) } else { Ok(()) }
        };
        self.transact(op(&draft.change), |act| {
            let chosen = chosen(act, draft)?;
            let what = if chosen.len() == 1 {
                act.session.reference(chosen[0])?
            } else {
                format!("{} commitments", chosen.len())
            };
            let step = Step::checked(act, &draft.change)?;
            let title = step.title(&what);
            let mut refused = 0;
            let mut first = None;
            for (done, id) in chosen.iter().enumerate() {
                if done % STRIDE == 0 {
                    told(done, chosen.len())?;
                }
                match step.take(act, *id) {
                    Ok(()) => {}
                    // Going on costs little, and then the sentence can say how many there are.
                    Err(Error::Invalid(sentence) | Error::Refused(sentence)) => {
                        refused += 1;
                        if first.is_none() {
                            first = Some((act.session.reference(*id)?, sentence));
                        }
                    }
                    Err(other) => return Err(other),
                }
            }
            if let Some((reference, sentence)) = first {
                if chosen.len() == 1 {
                    return Err(Error::Refused(sentence));
                }
                let stands = if refused == 1 { "does not allow this" } else { "do not allow this" };
                return Err(Error::Refused(format!(
                    "{refused} of {} commitments {stands}, so nothing was changed. The first is {reference}: {sentence}",
                    chosen.len()
                )));
            }
            told(chosen.len(), chosen.len())?;
            act.title(title);
            Ok(u32::try_from(chosen.len()).unwrap_or(u32::MAX))
        })
    }
}

/// The commitments that are to change, in the order of their list.
fn chosen(act: &Act<'_>, draft: &BulkDraft) -> Result<Vec<Id>> {
    let mut ids = match &draft.ids {
        Some(ids) => ids.clone(),
        None => crate::view::ids_of(&act.session, act.day, &draft.query)?,
    };
    let mut seen: HashSet<Id> = draft.except.iter().copied().collect();
    ids.retain(|id| seen.insert(*id));
    if ids.is_empty() {
        return invalid("No commitment is chosen.");
    }
    Ok(ids)
}

/// Each is the operation that the same change of one commitment is.
const fn op(change: &BulkChange) -> Op {
    match change {
        BulkChange::Status { .. } => Op::SetStatus,
        BulkChange::DueDate { .. } => Op::SetDueDate,
        BulkChange::Owners { .. } => Op::SetOwners,
        BulkChange::Track { .. } | BulkChange::Marking { .. } => Op::EditCommitment,
        BulkChange::FollowUp { .. } => Op::SaveFollowUp,
        BulkChange::Remove => Op::Remove,
    }
}

/// A change, checked as far as it is the same for all.
enum Step<'d> {
    Status(StatusDraft),
    Due(NewDue),
    Track(Track),
    Marking(Vec<Id>),
    Other(&'d BulkChange),
}

impl<'d> Step<'d> {
    fn checked(act: &Act<'_>, change: &'d BulkChange) -> Result<Self> {
        Ok(match change {
            BulkChange::Status { status, their_status, blocked, blocked_reason, on, evidence } => {
                if status.is_none() && their_status.is_none() && blocked.is_none() {
                    return invalid("Say what is to change: our view, theirs, or whether it is blocked.");
                }
                Self::Status(StatusDraft {
                    commitments: Vec::new(),
                    status: *status,
                    their_status: *their_status,
                    blocked: *blocked,
                    blocked_reason: blocked_reason.clone(),
                    on: *on,
                    evidence: evidence.clone(),
                    evidence_text: None,
                    evidence_follow_up: None,
                    evidence_instrument: None,
                })
            }
            BulkChange::DueDate { due, reason } => Self::Due(NewDue::checked(act, due, reason)?),
            BulkChange::Owners { owners, roles } => {
                if roles.is_empty() || owners.iter().any(|owner| !roles.contains(&owner.role)) {
                    return invalid("An owner was given for a role that is not to be changed.");
                }
                Self::Other(change)
            }
            BulkChange::Track { track } => Self::Track(act.session.require(*track)?),
            BulkChange::Marking { marking } => Self::Marking(marking::checked(&act.session, marking)?),
            BulkChange::FollowUp { .. } | BulkChange::Remove => Self::Other(change),
        })
    }

    /// What the act is called.
    fn title(&self, what: &str) -> String {
        match self {
            Self::Status(draft) => {
                let to = draft.status.map(Status::label).or(draft.their_status.map(Status::label));
                let blocked = if draft.blocked == Some(true) { "blocked" } else { "no longer blocked" };
                format!("Status of {what}: {}", to.unwrap_or(blocked))
            }
            Self::Due(due) => format!("Due date of {what}: {}", due.words),
            Self::Track(track) => format!("Track of {what}: {}", track.name),
            Self::Marking(_) => format!("Marking of {what}"),
            Self::Other(BulkChange::Owners { .. }) => format!("Owners of {what}"),
            Self::Other(BulkChange::Remove) => format!("Removed {what}"),
            Self::Other(_) => format!("Follow-up on {what}"),
        }
    }

    /// Changes one commitment.
    fn take(&self, act: &mut Act<'_>, id: Id) -> Result<()> {
        match self {
            Self::Status(draft) => {
                let row: Commitment = act.session.require(id)?;
                status::change(act, &row, draft)
            }
            Self::Due(due) => {
                let row: Commitment = act.session.require(id)?;
                due.give(act, row)
            }
            Self::Track(track) => {
                let row: Commitment = act.session.require(id)?;
                act.change(&row, &Commitment { track: track.id, ..row.clone() })
            }
            Self::Marking(marking) => {
                let row: Commitment = act.session.require(id)?;
                act.change(&row, &Commitment { marking: marking.clone(), ..row.clone() })
            }
            Self::Other(BulkChange::Owners { owners, roles }) => owner::replace(act, id, owners, roles),
            Self::Other(BulkChange::FollowUp { follow_up }) => {
                let one = FollowUpDraft { id: None, revision: 0, commitments: vec![id], ..follow_up.clone() };
                follow_up::save(act, &one, None).map(|_| ())
            }
            Self::Other(_) => {
                // One that hung on another may have gone with it.
                if act.session.exists(Noun::Commitment, id)? {
                    bin::take_out(act, Noun::Commitment, id)
                } else {
                    Ok(())
                }
            }
        }
    }
}
