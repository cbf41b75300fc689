//! A meeting with all that came of it, as one entry: the JSON that `rapporteur-cli log` reads.
//!
//! Wherever a party, body, person, track, dialogue, meeting or commitment is named, an id, a code, a ref, or any text
//! that fits only one will do. Everything is optional but the title or the dialogue.

use serde::Deserialize;

use crate::{
    clock::Day,
    vocabulary::{
        AttendanceRole, Bound, DayPrecision, Level, LinkKind, MeetingState, Mode, OwnerRole, Status, Strength, TextKind,
    },
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
