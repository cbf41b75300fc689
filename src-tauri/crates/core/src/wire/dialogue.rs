//! Dialogues: the standing mechanisms between parties.

use super::{CommitmentRow, MeetingRow, Named, wire};
use crate::{
    clock::Day,
    id::Id,
    vocabulary::{DialogueState, Level},
};

wire! {
    /// A dialogue in a list.
    pub struct DialogueRow {
        /// Its id.
        pub id: Id,
        /// Revision read.
        pub revision: i32,
        /// Full name.
        pub name: String,
        /// Short name; the full one where none is in use.
        pub short_name: String,
        /// Between whom.
        pub parties: Vec<Named>,
        /// The dialogue it stands under.
        pub parent: Option<Named>,
        /// How many dialogues stand above it.
        pub depth: u32,
        /// Tracks it deals with.
        pub tracks: Vec<Named>,
        /// At which level it meets.
        pub level: Level,
        /// Active, dormant, concluded.
        pub state: DialogueState,
        /// Months between rounds, where there is a rule.
        pub cadence_months: Option<i32>,
        /// Rounds held.
        pub rounds: u32,
        /// First day of the last round held.
        pub last_on: Option<Day>,
        /// First day of the next planned round.
        pub next_on: Option<Day>,
        /// When the next round is to be expected by the cadence, where none is planned.
        pub expected_on: Option<Day>,
        /// Open commitments of its rounds.
        pub open: u32,
    }
}

wire! {
    /// A dialogue to create or change.
    pub struct DialogueDraft {
        /// None to create.
        pub id: Option<Id>,
        /// Revision read; 0 to create.
        pub revision: i32,
        /// Full name.
        pub name: String,
        /// Short name; may be empty.
        pub short_name: String,
        /// Between whom.
        pub parties: Vec<Id>,
        /// The dialogue it stands under.
        pub parent: Option<Id>,
        /// The pillar of the parent it serves.
        pub pillar: String,
        /// Tracks it deals with.
        pub tracks: Vec<Id>,
        /// At which level it meets.
        pub level: Level,
        /// Months between rounds, 1 to 120.
        pub cadence_months: Option<i32>,
        /// Day it was established.
        pub established_on: Option<Day>,
        /// Persons who chair it.
        pub co_chairs: Vec<Id>,
        /// Active, dormant, concluded.
        pub state: DialogueState,
        /// Anything worth knowing.
        pub note: String,
    }
}

wire! {
    /// Everything about one dialogue.
    pub struct DialogueView {
        /// The dialogue.
        pub row: DialogueRow,
        /// The pillar of the parent it serves.
        pub pillar: String,
        /// Day it was established.
        pub established_on: Option<Day>,
        /// Persons who chair it.
        pub co_chairs: Vec<Named>,
        /// Anything worth knowing.
        pub note: String,
        /// Its rounds, oldest first.
        pub meetings: Vec<MeetingRow>,
        /// Dialogues beneath it.
        pub children: Vec<DialogueRow>,
        /// Open commitments of its rounds, in the order of a review.
        pub commitments: Vec<CommitmentRow>,
    }
}

wire! {
    /// What a new round of a dialogue starts from.
    pub struct RoundProposal {
        /// The next ordinal.
        pub ordinal: i32,
        /// A title (`5th Cyber Dialogue`).
        pub title: String,
        /// The dialogue's level.
        pub level: Level,
        /// Where the last round was, so that the other side is proposed as host.
        pub host: Option<Id>,
        /// Open commitments on its tracks, to be taken up.
        pub commitments: u32,
    }
}
