//! Handovers: what one person owns passes to a successor in one act, with a day and a reason.
//!
//! What is open passes, and what is still to come: the chair of dialogues, the seat at planned meetings. What was closed
//! stays with the one who closed it, and the handover itself is kept, so that a person who left keeps their history.

use crate::{
    attendance::Attendance,
    clock::Day,
    commitment::{Commitment, Owner},
    dialogue::Dialogue,
    dossier::Dossier,
    error::{Result, invalid, refused},
    field,
    id::Id,
    meeting::Meeting,
    op::Op,
    person::Person,
    row::row,
    transact::Act,
    vocabulary::{MeetingState, Noun},
    wire::{Changed, HandoverDraft},
};

row! {
    /// What one person handed over to another.
    Handover as Handover {
        /// Who left.
        from: Id = "from_id",
        /// Who follows.
        to: Id = "to_id",
        /// On which day.
        day: Day = "day",
        /// Why.
        reason: String = "reason",
        /// The commitments that passed.
        commitments: Vec<Id> = "commitments",
    }
}

impl Dossier {
    /// Hands over what a person owns that is open, the dialogues they chair and their seats at planned meetings.
    /// Answers how many commitments passed.
    pub fn hand_over(&self, draft: &HandoverDraft) -> Result<Changed<u32>> {
        self.transact(Op::HandOver, |act| {
            let (from, to): (Person, Person) = (act.session.require(draft.from)?, act.session.require(draft.to)?);
            if from.id == to.id {
                return invalid("Nobody hands over to themselves: name the successor.");
            }
            if from.party != to.party {
                return invalid(format!("{} is not of the same party as {}.", to.name, from.name));
            }
            let reason = field::required("The reason", &draft.reason)?;
            let day = draft.day.unwrap_or(act.day);
            let commitments = owned(act, &from, &to)?;
            let chairs = chairs(act, &from, &to)?;
            let seats = seats(act, &from, &to)?;
            if commitments.is_empty() && chairs + seats == 0 {
                return refused(format!(
                    "{} owns nothing that is open, chairs no dialogue and is expected at no meeting.",
                    from.name
                ));
            }
            posts(act, &from, &to, day)?;
            let count = commitments.len();
            let id = act.id();
            act.insert(&Handover { id, revision: 0, from: from.id, to: to.id, day, reason, commitments })?;
            let what = match count {
                0 => String::new(),
                1 => "1 commitment ".to_owned(),
                _ => format!("{count} commitments "),
            };
            act.title(format!("Handed over {what}from {} to {}", from.name, to.name));
            Ok(u32::try_from(count).unwrap_or(u32::MAX))
        })
    }
}

/// The successor takes the person's part in every open commitment; the office that owns it beside them stays. Answers
/// which they are, each once.
fn owned(act: &mut Act<'_>, from: &Person, to: &Person) -> Result<Vec<Id>> {
    let mut passed = Vec::new();
    for part in act.session.with::<Owner>("person_id", from.id)? {
        let commitment: Commitment = act.session.require(part.commitment)?;
        if !commitment.status.is_open() {
            continue;
        }
        let there = act.session.with::<Owner>("commitment_id", commitment.id)?;
        let same = |other: &Owner| (other.role, other.body, other.person) == (part.role, part.body, Some(to.id));
        if there.iter().any(same) {
            act.delete(Noun::Owner, part.id)?;
        } else {
            act.change(&part, &Owner { person: Some(to.id), ..part.clone() })?;
        }
        if !passed.contains(&commitment.id) {
            passed.push(commitment.id);
        }
    }
    Ok(passed)
}

/// The successor chairs what the person did. Answers how many dialogues.
fn chairs(act: &mut Act<'_>, from: &Person, to: &Person) -> Result<usize> {
    let chaired = act.session.chaired_by(from.id)?;
    for dialogue in &chaired {
        let mut co_chairs: Vec<Id> = Vec::new();
        for chair in &dialogue.co_chairs {
            let chair = if *chair == from.id { to.id } else { *chair };
            if !co_chairs.contains(&chair) {
                co_chairs.push(chair);
            }
        }
        act.change(dialogue, &Dialogue { co_chairs, ..dialogue.clone() })?;
    }
    Ok(chaired.len())
}

/// The successor sits where the person was expected. Answers at how many meetings.
fn seats(act: &mut Act<'_>, from: &Person, to: &Person) -> Result<usize> {
    let mut passed = 0;
    for seat in act.session.with::<Attendance>("person_id", from.id)? {
        let meeting: Meeting = act.session.require(seat.meeting)?;
        if !matches!(meeting.state, MeetingState::Planned | MeetingState::Postponed) {
            continue;
        }
        let there = act.session.with::<Attendance>("meeting_id", meeting.id)?;
        if there.iter().any(|other| other.person == Some(to.id)) {
            act.delete(Noun::Attendance, seat.id)?;
        } else {
            act.change(&seat, &Attendance { person: Some(to.id), ..seat.clone() })?;
        }
        passed += 1;
    }
    Ok(passed)
}

/// The person's post ends on that day, and the successor's begins, where nothing is known of either.
fn posts(act: &mut Act<'_>, from: &Person, to: &Person, day: Day) -> Result<()> {
    if from.active_to.is_none() && from.active_from.is_none_or(|began| began <= day) {
        act.change(from, &Person { active_to: Some(day), ..from.clone() })?;
    }
    if to.active_from.is_none() && to.active_to.is_none_or(|ends| ends >= day) {
        act.change(to, &Person { active_from: Some(day), ..to.clone() })?;
    }
    Ok(())
}
