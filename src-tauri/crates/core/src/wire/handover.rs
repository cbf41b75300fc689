//! Handovers between persons, and the list to read before one.

use super::{CommitmentRow, FollowUpView, MeetingRow, Named, PersonRow, wire};
use crate::{clock::Day, id::Id};

wire! {
    /// What is to be handed over.
    pub struct HandoverDraft {
        /// Who leaves.
        pub from: Id,
        /// Who follows; of the same party.
        pub to: Id,
        /// On which day; the dossier's where left out.
        pub day: Option<Day>,
        /// Why.
        pub reason: String,
    }
}

wire! {
    /// A handover that took place.
    pub struct HandoverRow {
        /// Its id.
        pub id: Id,
        /// On which day.
        pub day: Day,
        /// Who left.
        pub from: Named,
        /// Who follows.
        pub to: Named,
        /// Why.
        pub reason: String,
        /// How many commitments passed.
        pub count: u32,
        /// The first of them that still stand in the dossier; at most 100.
        pub commitments: Vec<CommitmentRow>,
    }
}

wire! {
    /// What a successor reads first.
    pub struct HandoverView {
        /// Who leaves.
        pub person: PersonRow,
        /// Open commitments they have a part in, soonest due first, which brings what is late to the top; at most 500.
        pub commitments: Vec<CommitmentRow>,
        /// How many there are.
        pub open: u32,
        /// Of those, past their day.
        pub late: u32,
        /// What was said to come next, in follow-ups on these, soonest first; at most 100.
        pub said: Vec<FollowUpView>,
        /// Coming meetings at which they are expected, or of a dialogue that they chair.
        pub meetings: Vec<MeetingRow>,
        /// Dialogues they co-chair.
        pub dialogues: Vec<Named>,
    }
}
