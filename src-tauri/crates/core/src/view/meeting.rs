//! Meetings as pages and rows.

use std::collections::HashMap;

use super::{decision::decided, list::looked_ahead};
use crate::{
    agenda::AgendaItem,
    attendance::Attendance,
    body::Body,
    clock::Day,
    commitment::Showing,
    dialogue::Dialogue,
    dossier::Dossier,
    error::Result,
    follow_up::FollowUp,
    id::Id,
    instrument, marking,
    meeting::{Meeting, when},
    meeting_move,
    party::Party,
    person::Person,
    store::{MeetingHead, Session},
    track::Track,
    wire::{AgendaItemView, AttendanceView, CorrigendumView, MeetingRow, MeetingView, Named, ReviewFrame},
};

impl Dossier {
    /// All meetings, newest first.
    pub fn meetings(&self) -> Result<Vec<MeetingRow>> {
        self.showing(None, |showing| {
            // There may be tens of thousands: what stands beside them is read at once.
            let session = showing.session;
            let counts = session.counts_by_meeting()?;
            let dialogues: HashMap<Id, Dialogue> =
                session.all::<Dialogue>()?.into_iter().map(|dialogue| (dialogue.id, dialogue)).collect();
            let rows = session.meetings()?.into_iter().map(|meeting| {
                let dialogue = meeting.dialogue.and_then(|id| dialogues.get(&id));
                let counted = counts.get(&meeting.id).copied().unwrap_or_default();
                listed(meeting, dialogue, counted, showing.day)
            });
            Ok(rows.collect())
        })
    }

    /// Everything about one meeting.
    pub fn meeting(&self, id: Id) -> Result<MeetingView> {
        let actor = self.actor();
        self.store().read(|session| {
            let day = self.day_in(session)?;
            let frame = Some(ReviewFrame::Meeting { id });
            // What is shown of a meeting's own commitments is as of the day, whatever it looks ahead to.
            let showing = Showing::new(session, day, looked_ahead(&session, day, None)?)?.reviewing(frame, &actor);
            whole(&showing, id, &actor)
        })
    }
}

/// A meeting for a list.
pub(super) fn row(session: &Session<'_>, meeting: &Meeting, day: Day) -> Result<MeetingRow> {
    let dialogue = meeting.dialogue.map(|id| session.require::<Dialogue>(id)).transpose()?;
    Ok(listed(meeting.into(), dialogue.as_ref(), session.outcome_counts(meeting.id)?, day))
}

/// A meeting with its dialogue, and the commitments made at it: all, open.
fn listed(meeting: MeetingHead, dialogue: Option<&Dialogue>, (commitments, open): (u32, u32), day: Day) -> MeetingRow {
    MeetingRow {
        id: meeting.id,
        revision: meeting.revision,
        title: meeting.title,
        dialogue: dialogue.map(|dialogue| Named { id: dialogue.id, name: dialogue.short().to_owned() }),
        ordinal: meeting.ordinal,
        level: meeting.level,
        begins_on: meeting.begins_on,
        ends_on: meeting.ends_on,
        precision: meeting.precision,
        when: when(meeting.begins_on, meeting.ends_on, meeting.precision),
        place: meeting.place,
        state: meeting.state,
        record_state: meeting.record_state,
        commitments,
        open,
        days: meeting.begins_on.and_then(|on| i32::try_from((on - day).num_days()).ok()),
    }
}

fn whole(showing: &Showing<'_>, id: Id, actor: &str) -> Result<MeetingView> {
    let session = showing.session;
    let meeting: Meeting = session.require(id)?;
    let dialogue = meeting.dialogue.map(|id| session.require::<Dialogue>(id)).transpose()?;
    let rows = |meetings: Vec<Meeting>| -> Result<Vec<MeetingRow>> {
        meetings.iter().map(|meeting| row(&session, meeting, showing.day)).collect()
    };
    let mut tracks = session.tracks()?;
    let mut parties = session.all::<Party>()?;
    if let Some(dialogue) = &dialogue {
        if !dialogue.tracks.is_empty() {
            tracks.retain(|track| dialogue.tracks.contains(&track.id));
        }
        if !dialogue.parties.is_empty() {
            parties.retain(|party| dialogue.parties.contains(&party.id));
        }
    }
    parties.sort_by_key(|party| party.id != showing.home());
    let parent = match meeting.parent {
        Some(parent) => session.meeting_named(parent)?.map(|line| Named { id: line.id, name: line.title }),
        None => None,
    };
    Ok(MeetingView {
        row: row(&session, &meeting, showing.day)?,
        mode: meeting.mode,
        host: meeting.host.map(|id| showing.party(id)),
        parent,
        margins: rows(session.with("parent_id", id)?)?,
        note: meeting.note,
        marking: marking::views(&session, &meeting.marking)?,
        tracks: tracks.into_iter().map(|Track { id, name, .. }| Named { id, name }).collect(),
        parties: parties.into_iter().map(|Party { id, name, .. }| Named { id, name }).collect(),
        attendance: session
            .with::<Attendance>("meeting_id", id)?
            .iter()
            .map(|row| attendance(showing, row))
            .collect::<Result<_>>()?,
        agenda: session.agenda_of(id)?.into_iter().map(|item| agenda_item(showing, item)).collect::<Result<_>>()?,
        record: meeting.record,
        final_on: meeting.final_on,
        corrigenda: session
            .corrigenda_of(id)?
            .into_iter()
            .map(|row| CorrigendumView { id: row.id, day: row.day, text: row.body, by: row.by })
            .collect(),
        texts: session.texts_of(id)?.iter().map(|text| super::text::row(&session, text)).collect::<Result<_>>()?,
        instruments: instrument::rows_of(showing, &session.instruments_at(id)?)?,
        outcomes: showing.rows(&session.made_at(id)?)?,
        due_by_it: showing.rows(&session.due_by(id)?)?,
        moves: meeting_move::of_meeting(&session, id)?,
        decisions: decided(showing, id, actor)?,
    })
}

fn attendance(showing: &Showing<'_>, row: &Attendance) -> Result<AttendanceView> {
    let person = row.person.map(|id| showing.session.require::<Person>(id)).transpose()?;
    let body = row.body.map(|id| showing.session.require::<Body>(id)).transpose()?;
    Ok(AttendanceView {
        id: row.id,
        revision: row.revision,
        post: person.as_ref().map(|person| person.post.clone()).unwrap_or_default(),
        person: person.map(|person| Named { id: person.id, name: person.name }),
        body: body.map(|body| Named { id: body.id, name: body.short().to_owned() }),
        name: row.name.clone(),
        party: showing.party(row.party),
        role: row.role,
        size: row.size,
    })
}

fn agenda_item(showing: &Showing<'_>, item: AgendaItem) -> Result<AgendaItemView> {
    let session = showing.session;
    let track = item.track.map(|id| session.require::<Track>(id)).transpose()?;
    let mut follow_ups = Vec::new();
    for row in session.with::<FollowUp>("agenda_item_id", item.id)? {
        follow_ups.push(showing.follow_up(&row)?);
    }
    Ok(AgendaItemView {
        id: item.id,
        revision: item.revision,
        ordinal: item.ordinal,
        title: item.title,
        track: track.map(|track| Named { id: track.id, name: track.name }),
        home_said: item.home_said,
        partner_said: item.partner_said,
        commitments: showing.rows(&session.raised_under(item.id)?)?,
        follow_ups,
    })
}
