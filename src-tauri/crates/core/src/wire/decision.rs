//! Decisions taken for a coming meeting.

use super::{CommitmentRow, Named, Seen, wire};
use crate::{
    clock::Day,
    id::Id,
    vocabulary::{DecisionKind, Level},
};

wire! {
    /// One official's word on a commitment.
    pub struct DecisionVoice {
        /// What it says.
        pub kind: DecisionKind,
        /// Why, or how; may be empty.
        pub remark: String,
        /// Whose.
        pub by: String,
        /// On which day.
        pub on: Day,
    }
}

wire! {
    /// What is to become of a commitment at a coming meeting.
    pub struct DecisionView {
        /// Its id.
        pub id: Id,
        /// Revision read.
        pub revision: i32,
        /// The meeting it is taken for.
        pub meeting: Named,
        /// What stands: the decision, or the proposal as long as there is none.
        pub stands: DecisionKind,
        /// What was proposed.
        pub proposed: DecisionVoice,
        /// What somebody else decided.
        pub decided: Option<DecisionVoice>,
        /// The level it is put to.
        pub level: Option<Level>,
        /// The meeting it is put to.
        pub to: Option<Named>,
        /// Whether it passed without a look at it.
        pub passed: bool,
        /// Whether it waits for a second official, who is the one that looks.
        pub to_confirm: bool,
    }
}

wire! {
    /// A commitment with what was decided on it.
    pub struct DecidedRow {
        /// The commitment.
        pub commitment: CommitmentRow,
        /// The decision.
        pub decision: DecisionView,
    }
}

wire! {
    /// A decision to take.
    pub struct DecisionDraft {
        /// The meeting that is reviewed.
        pub meeting: Id,
        /// The commitments, each with the revision of the decision that was seen; 0 where there was none.
        pub commitments: Vec<Seen>,
        /// What becomes of them.
        pub kind: DecisionKind,
        /// Why, or how; may be empty.
        pub remark: String,
        /// For what is escalated: to which level; the next one where left out.
        pub level: Option<Level>,
        /// For what is escalated: to which meeting; the level's next where left out.
        pub to_meeting: Option<Id>,
    }
}

wire! {
    /// What is to pass in one stroke.
    pub struct PassDraft {
        /// The meeting that is reviewed.
        pub meeting: Id,
        /// Only these tracks; all where empty.
        pub tracks: Vec<Id>,
    }
}

wire! {
    /// How far a review has come: open commitments, counted.
    #[derive(Default)]
    pub struct DecisionCounts {
        /// Decided on, or proposed.
        pub decided: u32,
        /// Of those, with an exception.
        pub exceptions: u32,
        /// Proposed by somebody else, and waiting for the one who looks.
        pub to_confirm: u32,
        /// Decided otherwise than proposed.
        pub opposed: u32,
    }
}
