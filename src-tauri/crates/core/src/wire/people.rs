//! Parties, bodies and persons.

use super::{CommitmentRow, HandoverRow, MeetingRow, Named, wire};
use crate::{
    clock::Day,
    id::Id,
    vocabulary::{OwnerRole, PartyKind},
};

wire! {
    /// A party, with its bodies and persons beneath.
    pub struct PartyView {
        /// Its id.
        pub id: Id,
        /// Revision read.
        pub revision: i32,
        /// Its code (`IN`).
        pub code: String,
        /// Its name.
        pub name: String,
        /// State or organisation.
        pub kind: PartyKind,
        /// Whether it is the home party.
        pub home: bool,
        /// No longer offered since.
        pub retired_on: Option<Day>,
        /// Open commitments it is bound by.
        pub open: u32,
        /// Its bodies, parents before children.
        pub bodies: Vec<BodyRow>,
        /// Its persons.
        pub persons: Vec<PersonRow>,
    }
}

wire! {
    /// A party to create or change.
    pub struct PartyDraft {
        /// None to create.
        pub id: Option<Id>,
        /// Revision read; 0 to create.
        pub revision: i32,
        /// Its code (`IN`, `UNFCCC`): capital letters and digits, at most twelve.
        pub code: String,
        /// Its name.
        pub name: String,
        /// State or organisation.
        pub kind: PartyKind,
        /// No longer offered since.
        pub retired_on: Option<Day>,
    }
}

wire! {
    /// A body in a list.
    pub struct BodyRow {
        /// Its id.
        pub id: Id,
        /// Revision read.
        pub revision: i32,
        /// Short name (`MEA`), or the full one where none is in use.
        pub short_name: String,
        /// Full name.
        pub name: String,
        /// Its party.
        pub party: Named,
        /// The body above it.
        pub parent: Option<Named>,
        /// How many bodies stand above it.
        pub depth: u32,
        /// No longer offered since.
        pub retired_on: Option<Day>,
        /// Open commitments it owns or is counterpart of.
        pub open: u32,
    }
}

wire! {
    /// A body to create or change.
    pub struct BodyDraft {
        /// None to create.
        pub id: Option<Id>,
        /// Revision read; 0 to create.
        pub revision: i32,
        /// Short name; may be empty.
        pub short_name: String,
        /// Full name.
        pub name: String,
        /// Its party.
        pub party: Id,
        /// The body above it, of the same party.
        pub parent: Option<Id>,
        /// Anything worth knowing.
        pub note: String,
        /// No longer offered since.
        pub retired_on: Option<Day>,
    }
}

wire! {
    /// Everything about one body.
    pub struct BodyView {
        /// The body.
        pub row: BodyRow,
        /// Anything worth knowing.
        pub note: String,
        /// Bodies beneath it.
        pub bodies: Vec<BodyRow>,
        /// Its persons.
        pub persons: Vec<PersonRow>,
        /// The first of what it has a part in, open ones first.
        pub commitments: Vec<OwnedCommitment>,
        /// How many commitments it has a part in.
        pub owned: u32,
        /// Tracks it leads.
        pub tracks: Vec<Named>,
    }
}

wire! {
    /// A commitment with the part its owner has in it.
    pub struct OwnedCommitment {
        /// Lead, supporting or counterpart.
        pub role: OwnerRole,
        /// The commitment.
        pub commitment: CommitmentRow,
    }
}

wire! {
    /// A person in a list.
    pub struct PersonRow {
        /// Its id.
        pub id: Id,
        /// Revision read.
        pub revision: i32,
        /// Name as used.
        pub name: String,
        /// Post; may be empty.
        pub post: String,
        /// Party.
        pub party: Named,
        /// Body; none where the person stands directly under the party.
        pub body: Option<Named>,
        /// In post since.
        pub active_from: Option<Day>,
        /// In post until.
        pub active_to: Option<Day>,
        /// Open commitments owned.
        pub open: u32,
    }
}

wire! {
    /// A person to create or change.
    pub struct PersonDraft {
        /// None to create.
        pub id: Option<Id>,
        /// Revision read; 0 to create.
        pub revision: i32,
        /// Name as used.
        pub name: String,
        /// Post; may be empty.
        pub post: String,
        /// Party.
        pub party: Id,
        /// Body of that party.
        pub body: Option<Id>,
        /// In post since.
        pub active_from: Option<Day>,
        /// In post until.
        pub active_to: Option<Day>,
        /// Anything worth knowing.
        pub note: String,
    }
}

wire! {
    /// Everything about one person.
    pub struct PersonView {
        /// The person.
        pub row: PersonRow,
        /// Anything worth knowing.
        pub note: String,
        /// The first of what they have a part in, open ones first.
        pub commitments: Vec<OwnedCommitment>,
        /// How many commitments they have a part in.
        pub owned: u32,
        /// Meetings attended, newest first.
        pub meetings: Vec<MeetingRow>,
        /// Dialogues they co-chair.
        pub dialogues: Vec<Named>,
        /// What they handed over, and what was handed over to them, newest first.
        pub handovers: Vec<HandoverRow>,
    }
}
