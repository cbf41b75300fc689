//! A meeting with all that came of it, as one entry: the JSON that `rapporteur-cli log` reads.
//!
//! Wherever a party, body, person, track, dialogue, meeting or commitment is named, an id, a code, a ref, or any text
//! that fits only one will do. Everything is optional but the title or the dialogue.

use serde::Deserialize;

use crate::{
    clock::Day,
    vocabulary::{
        AttendanceRole, Bound, DayPrecision, Denouncing, EntryClause, InstrumentActKind, InstrumentType, LegalEffect,
        Level, LinkKind, MeetingState, Mode, OwnerRole, Renewal, Status, Strength, TermKind, TermStart, TextKind,
    },
    wire::Period,
};

/// A meeting to log.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeetingLog {
    /// The dialogue it is a round of.
    pub dialogue: Option<String>,
    /// Which round; the next one where left out.
    pub ordinal: Option<i32>,
    /// Whether it counts as a numbered round of its dialogue; true where left out.
    pub numbered: Option<bool>,
    /// Its title; `5th Cyber Dialogue` where left out.
    pub title: Option<String>,
    /// At which level; the dialogue's where left out.
    pub level: Option<Level>,
    /// First day.
    pub begins_on: Option<Day>,
    /// Last day.
    pub ends_on: Option<Day>,
    /// How exactly the days are known.
    pub precision: Option<DayPrecision>,
    /// Town or venue.
    #[serde(default)]
    pub place: String,
    /// How the participants came together.
    pub mode: Option<Mode>,
    /// The host.
    pub host: Option<String>,
    /// Held where left out.
    pub state: Option<MeetingState>,
    /// The meeting in whose margins it took place.
    pub parent: Option<String>,
    /// Anything worth knowing.
    #[serde(default)]
    pub note: String,
    /// Who sat there.
    #[serde(default)]
    pub attendance: Vec<AttendanceLog>,
    /// The agenda.
    #[serde(default)]
    pub agenda: Vec<AgendaLog>,
    /// The record's text.
    #[serde(default)]
    pub record: String,
    /// Whether the record is final at once.
    #[serde(default, rename = "final")]
    pub is_final: bool,
    /// Texts to attach.
    #[serde(default)]
    pub texts: Vec<TextLog>,
    /// Instruments signed there, or on which something else was done.
    #[serde(default)]
    pub instruments: Vec<InstrumentLog>,
    /// What was committed.
    #[serde(default)]
    pub outcomes: Vec<OutcomeLog>,
    /// Follow-ups on commitments that stood before.
    #[serde(default)]
    pub follow_ups: Vec<FollowUpLog>,
}

/// Someone, or a delegation.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttendanceLog {
    /// A person of the register.
    pub person: Option<String>,
    /// A body of the register.
    pub body: Option<String>,
    /// A bare name.
    #[serde(default)]
    pub name: String,
    /// For which party; the person's or body's where left out.
    pub party: Option<String>,
    /// Member where left out.
    pub role: Option<AttendanceRole>,
    /// Size of the delegation.
    pub size: Option<i32>,
}

/// A point of the agenda.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgendaLog {
    /// What it is about.
    pub title: String,
    /// Its track.
    pub track: Option<String>,
    /// What our side said.
    #[serde(default)]
    pub home_said: String,
    /// What the other side said.
    #[serde(default)]
    pub partner_said: String,
    /// Refs of commitments taken up.
    #[serde(default)]
    pub commitments: Vec<String>,
}

/// A text to attach.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextLog {
    /// Its title.
    pub title: String,
    /// Joint statement where left out.
    pub kind: Option<TextKind>,
    /// BCP 47 tag.
    #[serde(default)]
    pub language: String,
    /// Day it bears; the meeting's last where left out.
    pub dated_on: Option<Day>,
    /// Who published it, where.
    #[serde(default)]
    pub source: String,
    /// The text itself.
    pub body: String,
    /// Of which of `instruments` it is the text, from 1.
    pub instrument: Option<usize>,
    /// Whether that instrument is authentic in this language.
    #[serde(default)]
    pub authentic: bool,
    /// Whether it is a side letter to it.
    #[serde(default)]
    pub side_letter: bool,
}

/// An instrument on which something was done: a new one, or one that stood before.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstrumentLog {
    /// One that stood before; then only what was done on it is read, and what it delivers.
    pub instrument: Option<String>,
    /// The full title of a new one.
    #[serde(default)]
    pub title: String,
    /// What people call it.
    #[serde(default)]
    pub short_title: String,
    /// Memorandum of understanding where left out.
    #[serde(rename = "type")]
    pub kind: Option<InstrumentType>,
    /// The parties; those of the dialogue, or else of the persons who act, where left out.
    #[serde(default)]
    pub parties: Vec<InstrumentPartyLog>,
    /// The dialogue it stands under; the meeting's where left out.
    pub dialogue: Option<String>,
    /// Its tracks; those of the dialogue where left out.
    #[serde(default)]
    pub tracks: Vec<String>,
    /// Languages it is done in, as BCP 47 tags.
    #[serde(default)]
    pub languages: Vec<String>,
    /// Which of those are authentic.
    #[serde(default)]
    pub authentic: Vec<String>,
    /// When it enters into force; not stated where left out.
    pub entry: Option<EntryLog>,
    /// Its term; not stated where left out.
    pub term: Option<TermLog>,
    /// What was done on it at this meeting.
    #[serde(default)]
    pub acts: Vec<InstrumentActLog>,
    /// Commitments that it delivers.
    #[serde(default)]
    pub delivers: Vec<String>,
    /// Anything worth knowing.
    #[serde(default)]
    pub note: String,
}

/// A party to an instrument.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstrumentPartyLog {
    /// Which.
    pub party: String,
    /// Not stated where left out.
    pub effect: Option<LegalEffect>,
    /// The body responsible for it.
    pub body: Option<String>,
    /// Bodies that carry it out.
    #[serde(default)]
    pub implementing: Vec<String>,
}

/// What was done on an instrument.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstrumentActLog {
    /// Signature where left out.
    pub kind: Option<InstrumentActKind>,
    /// By which party; the person's where left out.
    pub party: Option<String>,
    /// A person of the register.
    pub person: Option<String>,
    /// A bare name.
    #[serde(default)]
    pub name: String,
    /// The post held then; the person's where left out.
    #[serde(default)]
    pub post: String,
    /// The meeting's last day where left out.
    pub on: Option<Day>,
    /// The meeting's place where left out.
    #[serde(default)]
    pub place: String,
    /// Anything worth knowing.
    #[serde(default)]
    pub note: String,
}

/// When an instrument enters into force.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntryLog {
    /// As its clause says.
    pub clause: EntryClause,
    /// How many ratifications it takes.
    pub count: Option<i32>,
    /// The day.
    pub on: Option<Day>,
    /// How long after that.
    pub after: Option<Period>,
    /// Whether it waits for the first day of the month that follows.
    #[serde(default)]
    pub first_of_month: bool,
}

/// The term of an instrument.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermLog {
    /// Without end, for a period, until a day; for a period where a length is given.
    pub kind: Option<TermKind>,
    /// How long at first.
    pub length: Option<Period>,
    /// What it begins with; signature where left out.
    pub from: Option<TermStart>,
    /// The day it begins.
    pub from_on: Option<Day>,
    /// Its last day.
    pub until: Option<Day>,
    /// Not stated where left out.
    pub renewal: Option<Renewal>,
    /// How long a renewal lasts.
    pub renewal_length: Option<Period>,
    /// How many renewals there can be.
    pub renewal_most: Option<i32>,
    /// How long before notice has to be given.
    pub notice: Option<Period>,
    /// In which form.
    #[serde(default)]
    pub notice_form: String,
    /// Not stated where left out.
    pub denouncing: Option<Denouncing>,
}

/// A commitment made.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutcomeLog {
    /// Our short title.
    pub title: String,
    /// Words that stand in exactly one place of the text; they become the passage and the wording.
    pub quote: Option<String>,
    /// In which of `texts` the quote stands, from 1.
    pub text: Option<usize>,
    /// In which of `instruments` it was made, from 1; that of the text it is quoted from where left out.
    pub instrument: Option<usize>,
    /// The wording, where there is no quote.
    #[serde(default)]
    pub wording: String,
    /// Its track; the dialogue's where that has one only.
    pub track: Option<String>,
    /// Both sides where left out.
    pub bound: Option<Bound>,
    /// The parties bound, when they are named.
    #[serde(default)]
    pub bound_parties: Vec<String>,
    /// Firm where left out.
    pub strength: Option<Strength>,
    /// Owners of all sides.
    #[serde(default)]
    pub owners: Vec<OwnerLog>,
    /// By when.
    pub due: Option<DueLog>,
    /// Not started where left out.
    pub status: Option<Status>,
    /// How it stands to commitments that stood before, or to earlier outcomes of this entry.
    #[serde(default)]
    pub links: Vec<LinkLog>,
    /// Anything worth knowing.
    #[serde(default)]
    pub note: String,
}

/// How an outcome stands to another commitment.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LinkLog {
    /// Reaffirms, supersedes, depends on.
    pub kind: LinkKind,
    /// The other commitment.
    pub commitment: String,
}

/// A body or person with a part in a commitment.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnerLog {
    /// Lead, supporting, counterpart.
    pub role: OwnerRole,
    /// The body.
    pub body: Option<String>,
    /// The person.
    pub person: Option<String>,
}

/// By when.
#[derive(Debug, Clone, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum DueLog {
    /// No date.
    None,
    /// Kept all the time.
    Ongoing,
    /// On a date.
    Day {
        /// The date.
        on: Day,
    },
    /// By a meeting.
    Meeting {
        /// Which one.
        meeting: String,
    },
    /// By an outside event.
    Event {
        /// Its name.
        event: String,
        /// Its day.
        on: Option<Day>,
    },
    /// Every so many months.
    Recurring {
        /// Months between.
        months: i32,
        /// The next time.
        on: Day,
    },
}

/// A follow-up on a commitment that stood before.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowUpLog {
    /// Which commitment.
    pub commitment: String,
    /// Its day; the meeting's last where left out.
    pub day: Option<Day>,
    /// Who reported.
    #[serde(default)]
    pub reported_by: String,
    /// What was reported.
    pub note: String,
    /// Status as we see it.
    pub our_status: Option<Status>,
    /// Status as they see it.
    pub their_status: Option<Status>,
    /// What comes next.
    #[serde(default)]
    pub next_step: String,
    /// By when.
    pub next_step_due: Option<Day>,
    /// What shows it.
    #[serde(default)]
    pub evidence: String,
    /// Under which agenda point, from 1.
    pub agenda_item: Option<usize>,
}
