//! Attendance: who sat there, by name or as a number.

use crate::{
    body::Body,
    dossier::Dossier,
    error::{Result, invalid},
    field,
    id::Id,
    meeting::Meeting,
    op::Op,
    party::Party,
    person::Person,
    row::row,
    transact::Act,
    vocabulary::AttendanceRole,
    wire::{AttendanceDraft, Changed},
};

row! {
    /// Someone, or a delegation, at a meeting.
    Attendance as Attendance {
        /// The meeting.
        meeting: Id = "meeting_id",
        /// The person, where known to the register.
        person: Option<Id> = "person_id",
        /// The body, where a body as such took part.
        body: Option<Id> = "body_id",
        /// The bare name, where the register has no such person.
        name: String = "name",
        /// For which party.
        party: Id = "party_id",
        /// In what role.
        role: AttendanceRole = "role",
        /// Size of the delegation, where that alone is known.
        size: Option<i32> = "size",
    }
}

impl Dossier {
    /// Enters attendance or changes it.
    pub fn save_attendance(&self, draft: &AttendanceDraft) -> Result<Changed<Id>> {
        self.transact(Op::SaveAttendance, |act| save(act, draft))
    }
}

/// Enters attendance or changes it, within an act.
pub(crate) fn save(act: &mut Act<'_>, draft: &AttendanceDraft) -> Result<Id> {
    let meeting: Meeting = act.session.require(draft.meeting)?;
    let person = draft.person.map(|id| act.session.require::<Person>(id)).transpose()?;
    let body = draft.body.map(|id| act.session.require::<Body>(id)).transpose()?;
    let name = field::line("The name", &draft.name)?;
    if person.is_none() && body.is_none() && name.is_empty() && draft.size.is_none() {
        return invalid("Say who took part: a person, a body, a name, or the size of the delegation.");
    }
    if draft.size.is_some_and(|size| !(1..=9999).contains(&size)) {
        return invalid("The size of a delegation is a number from 1 to 9999.");
    }
    let own = person.as_ref().map(|person| person.party).or(body.as_ref().map(|body| body.party));
    let Some(party) = draft.party.or(own) else {
        return invalid("Say for which party they took part.");
    };
    let party: Party = act.session.require(party)?;
    let who = person
        .as_ref()
        .map(|person| person.name.clone())
        .or(body.as_ref().map(|body| body.short().to_owned()))
        .or(Some(name.clone()).filter(|name| !name.is_empty()))
        .unwrap_or_else(|| format!("a delegation of {}", draft.size.unwrap_or_default()));
    if let Some(person) = &person {
        let there = act.session.with::<Attendance>("meeting_id", meeting.id)?;
        if there.iter().any(|row| row.person == Some(person.id) && Some(row.id) != draft.id) {
            return invalid(format!("{} is on the list already.", person.name));
        }
    }
    let row = Attendance {
        id: act.id_or_new(draft.id),
        revision: draft.revision,
        meeting: meeting.id,
        person: draft.person,
        body: draft.body,
        name,
        party: party.id,
        role: draft.role,
        size: draft.size,
    };
    act.save(draft.id.is_none(), &row, "")?;
    act.title(format!("{} {who} at {}", if draft.id.is_none() { "Entered" } else { "Changed" }, meeting.title));
    Ok(row.id)
}
