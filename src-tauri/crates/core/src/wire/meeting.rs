//! Meetings: attendance, agenda, record.

use super::{CommitmentRow, DecidedRow, FollowUpView, InstrumentRow, MarkingView, Named, Seen, TextRow, wire};
use crate::{
    clock::Day,
    id::Id,
    vocabulary::{AttendanceRole, DayPrecision, Level, MeetingState, Mode, RecordState},
};

wire! {
    /// A meeting in a list.
    pub struct MeetingRow {
        /// Its id.
        pub id: Id,
        /// Revision read.
        pub revision: i32,
        /// Its title.
        pub title: String,
        /// The dialogue it is a round of.
        pub dialogue: Option<Named>,
        /// Which round.
        pub ordinal: Option<i32>,
        /// At which level.
        pub level: Level,
        /// First day.
        pub begins_on: Option<Day>,
        /// Last day.
        pub ends_on: Option<Day>,
        /// How exactly the days are known.
        pub precision: DayPrecision,
        /// The days as people read them: `14 Aug 2015`, `May 2011`, `11–14 Aug 2015`; empty where unknown.
        pub when: String,
        /// Town or venue; may be empty.
        pub place: String,
        /// Planned, held, postponed, cancelled.
        pub state: MeetingState,
        /// Draft or final.
        pub record_state: RecordState,
        /// Commitments made there.
        pub commitments: u32,
        /// Of those, open.
        pub open: u32,
        /// Days from the dossier's day to the first day; negative for the past.
        pub days: Option<i32>,
    }
}

wire! {
    /// A meeting to create or change, without its record's text.
    pub struct MeetingDraft {
        /// None to create.
        pub id: Option<Id>,
        /// Revision read; 0 to create.
        pub revision: i32,
        /// The dialogue it is a round of.
        pub dialogue: Option<Id>,
        /// Which round; proposed when it is created with a dialogue and none is given.
        pub ordinal: Option<i32>,
        /// Its title; proposed when it is created with a dialogue and none is given.
        pub title: String,
        /// At which level.
        pub level: Level,
        /// First day.
        pub begins_on: Option<Day>,
        /// Last day; the first where it is left out.
        pub ends_on: Option<Day>,
        /// How exactly the days are known.
        pub precision: DayPrecision,
        /// Town or venue.
        pub place: String,
        /// How the participants came together.
        pub mode: Mode,
        /// The party that hosted it.
        pub host: Option<Id>,
        /// Planned, held, postponed, cancelled.
        pub state: MeetingState,
        /// The meeting in whose margins it took place.
        pub parent: Option<Id>,
        /// Anything worth knowing.
        pub note: String,
        /// At most one marking per axis.
        pub marking: Vec<Id>,
        /// Only on creation: put the open commitments of the dialogue's tracks on the agenda.
        pub prefill_agenda: bool,
    }
}

wire! {
    /// Another day for a meeting, a postponement or a cancellation.
    pub struct MoveDraft {
        /// The meeting, as it was seen.
        pub meeting: Seen,
        /// First day; none where it is not known yet.
        pub begins_on: Option<Day>,
        /// Last day; the first where it is left out.
        pub ends_on: Option<Day>,
        /// How exactly the days are known.
        pub precision: DayPrecision,
        /// Planned, held, postponed, cancelled.
        pub state: MeetingState,
        /// Why; may be empty.
        pub reason: String,
    }
}

wire! {
    /// One move of a meeting.
    pub struct MeetingMoveView {
        /// Its id.
        pub id: Id,
        /// Day of the change.
        pub day: Day,
        /// Where it stood: `12 May 2026`, `no date yet, postponed`, `cancelled`.
        pub from: String,
        /// Where it stood from then on.
        pub to: String,
        /// Why; may be empty.
        pub reason: String,
    }
}

wire! {
    /// What moved with a meeting of late; several moves come to one.
    pub struct MoveView {
        /// The meeting.
        pub meeting: Named,
        /// For a person: `7 commitments moved with the Ministerial, from 12 May 2026 to 3 Jun 2026`.
        pub sentence: String,
        /// Day of the last move.
        pub on: Day,
        /// Open commitments that are due by it.
        pub commitments: u32,
        /// Why it moved, as last given; may be empty.
        pub reason: String,
    }
}

wire! {
    /// Someone, or a delegation, at a meeting.
    pub struct AttendanceView {
        /// Its id.
        pub id: Id,
        /// Revision read.
        pub revision: i32,
        /// The person, where known to the register.
        pub person: Option<Named>,
        /// The body, where a body as such took part.
        pub body: Option<Named>,
        /// The bare name, where the register has no such person.
        pub name: String,
        /// The person's post, where known.
        pub post: String,
        /// For which party.
        pub party: Named,
        /// In what role.
        pub role: AttendanceRole,
        /// Size of the delegation, where that alone is known.
        pub size: Option<i32>,
    }
}

wire! {
    /// Attendance to enter or change: a person, a body, a bare name, or a delegation's size.
    pub struct AttendanceDraft {
        /// None to create.
        pub id: Option<Id>,
        /// Revision read; 0 to create.
        pub revision: i32,
        /// The meeting.
        pub meeting: Id,
        /// The person, where known to the register.
        pub person: Option<Id>,
        /// The body, where a body as such took part.
        pub body: Option<Id>,
        /// The bare name, where the register has no such person.
        pub name: String,
        /// For which party; taken from the person or body where left out.
        pub party: Option<Id>,
        /// In what role.
        pub role: AttendanceRole,
        /// Size of the delegation, 1 to 9999.
        pub size: Option<i32>,
    }
}

wire! {
    /// One point of the agenda.
    pub struct AgendaItemView {
        /// Its id.
        pub id: Id,
        /// Revision read.
        pub revision: i32,
        /// Its place, from 1.
        pub ordinal: i32,
        /// What it is about.
        pub title: String,
        /// Its track.
        pub track: Option<Named>,
        /// What our side said.
        pub home_said: String,
        /// What the other side said.
        pub partner_said: String,
        /// Commitments taken up under it.
        pub commitments: Vec<CommitmentRow>,
        /// Follow-ups entered under it.
        pub follow_ups: Vec<FollowUpView>,
    }
}

wire! {
    /// A point to create or change.
    pub struct AgendaItemDraft {
        /// None to create.
        pub id: Option<Id>,
        /// Revision read; 0 to create.
        pub revision: i32,
        /// The meeting.
        pub meeting: Id,
        /// Its place, from 1; 0 puts a new one last.
        pub ordinal: i32,
        /// What it is about.
        pub title: String,
        /// Its track.
        pub track: Option<Id>,
        /// What our side said.
        pub home_said: String,
        /// What the other side said.
        pub partner_said: String,
        /// Commitments taken up under it.
        pub commitments: Vec<Id>,
    }
}

wire! {
    /// A dated correction of a final record.
    pub struct CorrigendumView {
        /// Its id.
        pub id: Id,
        /// Day of the correction.
        pub day: Day,
        /// What is corrected.
        pub text: String,
        /// Who entered it.
        pub by: String,
    }
}

wire! {
    /// Everything about one meeting.
    pub struct MeetingView {
        /// The meeting.
        pub row: MeetingRow,
        /// How the participants came together.
        pub mode: Mode,
        /// The party that hosted it.
        pub host: Option<Named>,
        /// The meeting in whose margins it took place.
        pub parent: Option<Named>,
        /// Meetings in its margins.
        pub margins: Vec<MeetingRow>,
        /// Anything worth knowing.
        pub note: String,
        /// At most one marking per axis.
        pub marking: Vec<MarkingView>,
        /// Tracks of its dialogue.
        pub tracks: Vec<Named>,
        /// Parties of its dialogue; all parties where it is a meeting by itself.
        pub parties: Vec<Named>,
        /// Who sat there.
        pub attendance: Vec<AttendanceView>,
        /// The agenda.
        pub agenda: Vec<AgendaItemView>,
        /// The record's text.
        pub record: String,
        /// Day the record became final.
        pub final_on: Option<Day>,
        /// Corrections since.
        pub corrigenda: Vec<CorrigendumView>,
        /// Texts attached.
        pub texts: Vec<TextRow>,
        /// Instruments signed there, or on which something else was done.
        pub instruments: Vec<InstrumentRow>,
        /// Commitments made there.
        pub outcomes: Vec<CommitmentRow>,
        /// Commitments due by it.
        pub due_by_it: Vec<CommitmentRow>,
        /// How it moved, oldest first.
        pub moves: Vec<MeetingMoveView>,
        /// What was decided for it, but for what passed without a look.
        pub decisions: Vec<DecidedRow>,
    }
}
