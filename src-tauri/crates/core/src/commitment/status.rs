//! Status: where a commitment stands, as we see it and as they see it, and how it is closed.

use crate::{
    commitment::{Commitment, Owner, spoken_count},
    dossier::Dossier,
    error::{Result, invalid},
    field,
    follow_up::FollowUp,
    id::Id,
    instrument::{self, Instrument},
    op::Op,
    person::Person,
    text::Text,
    transact::Act,
    vocabulary::{OwnerRole, Status},
    wire::{Changed, StatusDraft},
};

impl Dossier {
    /// Changes the status of one commitment or several. Closing as fulfilled needs a day and what shows it.
    pub fn set_status(&self, draft: &StatusDraft) -> Result<Changed<u32>> {
        self.transact(Op::SetStatus, |act| {
            let ids: Vec<Id> = draft.commitments.iter().map(|seen| seen.id).collect();
            let to = draft.status.map(Status::label).or(draft.their_status.map(Status::label));
            let to = to.or(draft.blocked.map(|blocked| if blocked { "blocked" } else { "no longer blocked" }));
            let Some(to) = to else {
                return invalid("Say what is to change: our view, theirs, or whether it is blocked.");
            };
            act.title(format!("Status of {}: {to}", spoken_count(act, &ids)?));
            for seen in &draft.commitments {
                let row: Commitment = act.seen(seen.id, seen.revision)?;
                change(act, &row, draft)?;
            }
            Ok(u32::try_from(ids.len()).unwrap_or(u32::MAX))
        })
    }
}

/// Changes one commitment's status, within an act.
pub(crate) fn change(act: &mut Act<'_>, stored: &Commitment, draft: &StatusDraft) -> Result<()> {
    let mut row = stored.clone();
    if let Some(status) = draft.status {
        row.status = status;
        if status.is_open() {
            row.closed_on = None;
            row.evidence = String::new();
            (row.evidence_text, row.evidence_follow_up, row.evidence_instrument) = (None, None, None);
            row.closed_by_only_owner = false;
        } else {
            close(act, &mut row, draft)?;
        }
    }
    if let Some(theirs) = draft.their_status {
        row.their_status = Some(theirs);
    }
    match draft.blocked {
        Some(true) => {
            row.blocked = true;
            row.blocked_reason = field::required("The reason for which it is blocked", &draft.blocked_reason)?;
        }
        Some(false) => {
            row.blocked = false;
            row.blocked_reason = String::new();
        }
        None => {}
    }
    act.change(stored, &row)
}

fn close(act: &mut Act<'_>, row: &mut Commitment, draft: &StatusDraft) -> Result<()> {
    row.closed_on = Some(draft.on.unwrap_or(act.day));
    row.evidence = field::note("The evidence", &draft.evidence)?;
    if let Some(text) = draft.evidence_text {
        act.session.require::<Text>(text)?;
    }
    if let Some(id) = draft.evidence_follow_up
        && act.session.require::<FollowUp>(id)?.commitment != Some(row.id)
    {
        return invalid(format!("That follow-up is on another commitment than {}.", row.called()));
    }
    (row.evidence_text, row.evidence_follow_up) = (draft.evidence_text, draft.evidence_follow_up);
    if let Some(id) = draft.evidence_instrument {
        act.session.require::<Instrument>(id)?;
        instrument::deliver(act, row.id, id)?;
    }
    row.evidence_instrument = draft.evidence_instrument;
    row.blocked = false;
    row.blocked_reason = String::new();
    if row.status != Status::Fulfilled {
        return Ok(());
    }
    let shown = row.evidence_text.or(row.evidence_follow_up).or(row.evidence_instrument);
    if row.evidence.trim().is_empty() && shown.is_none() {
        return invalid(format!(
            "{} can be closed as fulfilled only with what shows it: a text, an instrument, a follow-up, or a sentence.",
            row.called()
        ));
    }
    // The one who closes should not be the only one who owns: it is said, and recorded, but not forbidden.
    let owners = act.session.with::<Owner>("commitment_id", row.id)?;
    let home: Vec<&Owner> = owners.iter().filter(|owner| owner.role != OwnerRole::Counterpart).collect();
    row.closed_by_only_owner = match home.as_slice() {
        [Owner { person: Some(only), .. }] => act.session.require::<Person>(*only)?.name == act.actor,
        _ => false,
    };
    if row.closed_by_only_owner {
        act.warn(format!("{} was closed by its only owner; this is recorded.", row.called()));
    }
    Ok(())
}
