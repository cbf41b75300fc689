//! A commitment in one line.

use super::{CommitmentDraft, QueryOffer, QueryProblem, wire};
use crate::vocabulary::QuickKind;

wire! {
    /// A part of what was understood.
    pub struct QuickPart {
        /// What it says.
        pub kind: QuickKind,
        /// For a person: `Cyber`, `31 Mar 2016`, `us`.
        pub value: String,
        /// Where its words stand in the line, in Unicode scalar values; none where the line does not say it.
        pub start: Option<u32>,
        /// One past the last.
        pub end: Option<u32>,
        /// Whether the line does not say it and it was proposed.
        pub proposed: bool,
        /// Why it was proposed, or what it is besides its name; may be empty.
        pub hint: String,
    }
}

wire! {
    /// What was understood of a line.
    pub struct QuickView {
        /// The parts, in the order in which they are shown.
        pub parts: Vec<QuickPart>,
        /// What was not understood, with what would be right.
        pub problems: Vec<QueryProblem>,
        /// What would be entered; none where nothing can be yet.
        pub draft: Option<CommitmentDraft>,
        /// Where what an offer replaces begins, in Unicode scalar values.
        pub from: u32,
        /// One past its end.
        pub to: u32,
        /// What could stand at the cursor.
        pub offers: Vec<QueryOffer>,
    }
}
