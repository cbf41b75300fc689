//! What a successor reads first, and the handovers that took place.

use super::{
    list::{count_of, page},
    people::person_row,
};
use crate::{
    attendance::Attendance,
    clock::Day,
    commitment::Showing,
    dossier::Dossier,
    error::Result,
    handover::Handover,
    id::Id,
    meeting::Meeting,
    person::Person,
    vocabulary::{Exception, MeetingState},
    wire::{CommitmentQuery, HandoverRow, HandoverView, Named, Sort},
};

/// Most commitments that the list to read first shows.
const COMMITMENTS_SHOWN: u32 = 500;
/// Most follow-ups that it shows.
const SAID_SHOWN: u32 = 100;
/// Most commitments shown of a handover that took place.
const PASSED_SHOWN: usize = 100;

impl Dossier {
    /// What a person would hand over: what is open, late first; what was said to come next; the next meetings.
    pub fn handover(&self, person: Id) -> Result<HandoverView> {
        self.showing(None, |showing| {
            let session = showing.session;
            let row: Person = session.require(person)?;
            let open = CommitmentQuery {
                owner: Some(person),
                sort: Sort::Due,
                limit: COMMITMENTS_SHOWN,
                ..CommitmentQuery::open()
            };
            let late = CommitmentQuery { exceptions: vec![Exception::Overdue], ..open.clone() };
            let said = session.next_steps_of(person, SAID_SHOWN)?;
            let dialogues = session.chaired_by(person)?;
            let chaired: Vec<Id> = dialogues.iter().map(|dialogue| dialogue.id).collect();
            Ok(HandoverView {
                person: person_row(showing, &row)?,
                open: count_of(&session, showing.day, &open)?,
                late: count_of(&session, showing.day, &late)?,
                // No meeting is looked ahead to, so that nobody has decided anything.
                commitments: page(session, showing.day, &open, "")?.rows,
                said: said.iter().map(|row| showing.follow_up(row)).collect::<Result<_>>()?,
                meetings: expected(showing, person, &chaired)?
                    .iter()
                    .map(|meeting| super::meeting::row(&session, meeting, showing.day))
                    .collect::<Result<_>>()?,
                dialogues: dialogues
                    .into_iter()
                    .map(|dialogue| Named { id: dialogue.id, name: dialogue.short().to_owned() })
                    .collect(),
            })
        })
    }
}

/// Meetings to come where the person is expected, or of a dialogue that they chair, soonest first.
fn expected(showing: &Showing<'_>, person: Id, chaired: &[Id]) -> Result<Vec<Meeting>> {
    let session = showing.session;
    let mut meetings: Vec<Meeting> = Vec::new();
    for seat in session.with::<Attendance>("person_id", person)? {
        meetings.push(session.require(seat.meeting)?);
    }
    for dialogue in chaired {
        meetings.extend(session.rounds_of(*dialogue)?);
    }
    meetings.retain(|meeting| matches!(meeting.state, MeetingState::Planned | MeetingState::Postponed));
    meetings.sort_by_key(|meeting| (meeting.begins_on.unwrap_or(Day::MAX), meeting.id));
    meetings.dedup_by_key(|meeting| meeting.id);
    Ok(meetings)
}

/// Handovers from a person or to one, newest first.
pub(super) fn handovers_of(showing: &Showing<'_>, person: Id) -> Result<Vec<HandoverRow>> {
    let session = showing.session;
    let mut rows = session.with::<Handover>("from_id", person)?;
    rows.extend(session.with::<Handover>("to_id", person)?);
    rows.sort_by_key(|row| std::cmp::Reverse((row.day, row.id)));
    let named = |id: Id| -> Result<Named> { Ok(Named { id, name: session.require::<Person>(id)?.name }) };
    let shown = |row: &Handover| {
        let passed = &row.commitments[..row.commitments.len().min(PASSED_SHOWN)];
        Ok(HandoverRow {
            id: row.id,
            day: row.day,
            from: named(row.from)?,
            to: named(row.to)?,
            reason: row.reason.clone(),
            count: u32::try_from(row.commitments.len()).unwrap_or(u32::MAX),
            commitments: showing.rows(passed)?,
        })
    };
    rows.iter().map(shown).collect()
}
