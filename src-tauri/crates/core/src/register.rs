//! All nouns in one place: from a [`Noun`] to its row type. A new noun is added to the list at the end of this file.

use crate::{
    agenda::{AgendaItem, Raising},
    attendance::Attendance,
    body::Body,
    brief::{KeptPaper, Plan},
    capture::{Mention, Verdict},
    commitment::{Commitment, DueChange, Link, Owner, Period},
    decision::Decision,
    dialogue::Dialogue,
    dossier::Settings,
    error::Result,
    follow_up::FollowUp,
    handover::Handover,
    id::Id,
    instrument::{DeliveredBy, Instrument, InstrumentAct, InstrumentLink, InstrumentParty},
    marking::Marking,
    meeting::{Corrigendum, Meeting},
    meeting_move::MeetingMove,
    party::Party,
    person::Person,
    row::{Record, Row, Value},
    saved_view::SavedView,
    text::{Passage, Text},
    track::Track,
    vocabulary::Noun,
};

macro_rules! nouns {
    ($($noun:ident: $row:ty),+ $(,)?) => {
        /// The columns of a noun's table, besides `id` and `revision`.
        pub(crate) fn columns(noun: Noun) -> &'static [&'static str] {
            match noun { $(Noun::$noun => <$row>::COLUMNS,)+ }
        }

        /// The values of a noun's row as its record says, what the record leaves out included.
        pub(crate) fn values(noun: Noun, id: Id, revision: i32, record: &Record) -> Result<Vec<Value>> {
            let values = record.values(columns(noun));
            match noun { $(Noun::$noun => <$row>::from_values(id, revision, values).map(|row| row.values()),)+ }
        }

        /// The record of a noun's row with these values, as typed: truth is truth, not a number.
        pub(crate) fn record(noun: Noun, id: Id, revision: i32, values: Vec<Value>) -> Result<Record> {
            match noun { $(Noun::$noun => <$row>::from_values(id, revision, values).map(|row| row.record()),)+ }
        }
    };
}

nouns! {
    Dossier: Settings,
    Marking: Marking,
    Party: Party,
    Body: Body,
    Person: Person,
    Track: Track,
    Dialogue: Dialogue,
    Meeting: Meeting,
    Attendance: Attendance,
    AgendaItem: AgendaItem,
    Corrigendum: Corrigendum,
    MeetingMove: MeetingMove,
    Text: Text,
    Passage: Passage,
    Commitment: Commitment,
    Owner: Owner,
    DueChange: DueChange,
    Period: Period,
    Link: Link,
    Raising: Raising,
    FollowUp: FollowUp,
    Decision: Decision,
    Handover: Handover,
    Mention: Mention,
    Verdict: Verdict,
    SavedView: SavedView,
    BriefPlan: Plan,
    KeptPaper: KeptPaper,
    Instrument: Instrument,
    InstrumentParty: InstrumentParty,
    InstrumentAct: InstrumentAct,
    InstrumentLink: InstrumentLink,
    DeliveredBy: DeliveredBy,
}
