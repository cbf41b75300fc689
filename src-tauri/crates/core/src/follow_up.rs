//! Follow-ups: dated entries on commitments and instruments.

use crate::{
    agenda::AgendaItem,
    clock::Day,
    commitment::{Commitment, spoken_count},
    dossier::Dossier,
    error::{Error, Result, invalid},
    field,
    id::Id,
    instrument::Instrument,
    marking,
    op::Op,
    row::row,
    transact::Act,
    vocabulary::{Noun, Status},
    wire::{Changed, FollowUpDraft},
};

row! {
    /// A dated entry on a commitment or an instrument.
    FollowUp as FollowUp {
        /// The commitment it is on.
        commitment: Option<Id> = "commitment_id",
        /// Its day.
        day: Day = "day",
        /// Who reported.
        reported_by: String = "reported_by",
        /// What was reported.
        note: String = "note",
        /// Status as we see it, where it says so.
        our_status: Option<Status> = "our_status",
        /// Status as they see it, where it says so.
        their_status: Option<Status> = "their_status",
        /// What comes next.
        next_step: String = "next_step",
        /// By when.
        next_step_due: Option<Day> = "next_step_due",
        /// What shows it.
        evidence: String = "evidence",
        /// The meeting it was entered at.
        meeting: Option<Id> = "meeting_id",
        /// The agenda point it was entered under.
        agenda_item: Option<Id> = "agenda_item_id",
        /// At most one marking per axis.
        marking: Vec<Id> = "marking",
        /// The instrument it is on.
        instrument: Option<Id> = "instrument_id",
    }
}

impl Dossier {
    /// Enters a follow-up on one commitment or several, or on an instrument, or changes one. Answers how many were entered.
    pub fn save_follow_up(&self, draft: &FollowUpDraft) -> Result<Changed<u32>> {
        self.transact(Op::SaveFollowUp, |act| {
            let ids = save(act, draft, None)?;
            let verb = if draft.id.is_some() { "Changed follow-up on" } else { "Follow-up on" };
            let on = match draft.instrument {
                Some(id) => act.session.require::<Instrument>(id)?.reference,
                None => spoken_count(act, &draft.commitments[..ids.len()])?,
            };
            act.title(format!("{verb} {on}"));
            Ok(u32::try_from(ids.len()).unwrap_or(u32::MAX))
        })
    }
}

/// Enters or changes follow-ups, within an act; `meeting` is where they were given, unless an agenda point says so.
pub(crate) fn save(act: &mut Act<'_>, draft: &FollowUpDraft, meeting: Option<Id>) -> Result<Vec<Id>> {
    let commitments = act.existing(Noun::Commitment, &draft.commitments)?;
    match (draft.instrument, commitments.is_empty()) {
        (None, true) => return invalid("Say which commitment or instrument the follow-up is on."),
        (Some(_), false) => return invalid("A follow-up is on commitments or on an instrument, not on both."),
        (Some(id), true) => {
            act.session.require::<Instrument>(id)?;
            if draft.our_status.or(draft.their_status).is_some() {
                return invalid("A follow-up on an instrument gives no status: its acts say where it stands.");
            }
        }
        (None, false) => {}
    }
    let stored = draft.id.map(|id| act.seen::<FollowUp>(id, draft.revision)).transpose()?;
    if let Some(stored) = &stored
        && (commitments != Vec::from_iter(stored.commitment) || draft.instrument != stored.instrument)
    {
        return invalid("A follow-up stays with what it is on; remove it and enter it on the other one.");
    }
    let agenda_item = draft.agenda_item.map(|id| act.session.require::<AgendaItem>(id)).transpose()?;
    let note = field::note("The follow-up", &draft.note)?;
    if note.trim().is_empty() && draft.our_status.is_none() && draft.their_status.is_none() {
        return invalid("The follow-up is still empty: write what was heard, or give a status.");
    }
    let closing = |status: Option<Status>| status.is_some_and(|status| !status.is_open());
    if closing(draft.our_status) {
        return Err(Error::Refused(
            "A follow-up does not close a commitment. Enter it, then change the status (s) with what shows it.".into(),
        ));
    }
    let template = FollowUp {
        id: stored.as_ref().map_or(Id::NIL, |row| row.id),
        revision: draft.revision,
        commitment: None,
        instrument: draft.instrument,
        day: draft.day.unwrap_or(act.day),
        reported_by: field::line("Who reported", &draft.reported_by)?,
        note,
        our_status: draft.our_status,
        their_status: draft.their_status,
        next_step: field::line("The next step", &draft.next_step)?,
        next_step_due: draft.next_step_due,
        evidence: field::note("The evidence", &draft.evidence)?,
        meeting: agenda_item
            .as_ref()
            .map(|item| item.meeting)
            .or(meeting)
            .or(stored.as_ref().and_then(|row| row.meeting)),
        agenda_item: draft.agenda_item,
        marking: marking::checked(&act.session, &draft.marking)?,
    };
    if draft.instrument.is_some() {
        return write(act, template, stored.is_some()).map(|id| vec![id]);
    }
    let mut ids = Vec::new();
    for commitment in &commitments {
        let gives_status = template.our_status.is_some() || template.their_status.is_some();
        let newest = if gives_status { act.session.newest_heard(*commitment)? } else { None };
        let mut row = FollowUp { commitment: Some(*commitment), ..template.clone() };
        row.id = write(act, row.clone(), stored.is_some())?;
        // What is entered for an earlier day than the newest does not change where the commitment stands.
        if gives_status && newest.is_none_or(|(newest, day)| newest == row.id || day <= row.day) {
            carry_over(act, *commitment, &row)?;
        }
        ids.push(row.id);
    }
    Ok(ids)
}

/// Enters a follow-up, or changes the one it is.
fn write(act: &mut Act<'_>, mut row: FollowUp, stored: bool) -> Result<Id> {
    if stored {
        act.update(&row)?;
    } else {
        row.id = act.id();
        act.insert(&row)?;
    }
    Ok(row.id)
}

/// The newest follow-up's word on where the commitment stands becomes the commitment's.
fn carry_over(act: &mut Act<'_>, commitment: Id, row: &FollowUp) -> Result<()> {
    let stood: Commitment = act.session.require(commitment)?;
    let status = row.our_status.filter(|_| stood.status.is_open()).unwrap_or(stood.status);
    let theirs = row.their_status.or(stood.their_status);
    if (status, theirs) == (stood.status, stood.their_status) {
        return Ok(());
    }
    act.change(&stood, &Commitment { status, their_status: theirs, ..stood.clone() })
}
