//! The journal as people read it.

use super::wire;
use crate::{
    id::Id,
    vocabulary::{ActKind, Noun},
};

wire! {
    /// One act: what a person did, as one step.
    pub struct ActView {
        /// Its id.
        pub id: Id,
        /// The operation's word.
        pub op: String,
        /// What it did, for a person: "Added follow-up to CYB-2015-003".
        pub title: String,
        /// Under whose name.
        pub actor: String,
        /// When, RFC 3339 UTC.
        pub at: String,
        /// Done, undone or redone.
        pub kind: ActKind,
        /// Whether it was taken back since.
        pub undone: bool,
        /// Whether it can be taken back at all.
        pub undoable: bool,
        /// How many rows it changed.
        pub rows: u32,
    }
}

wire! {
    /// One changed row.
    pub struct EntryView {
        /// Its number in the journal, from 1.
        pub seq: u32,
        /// The act it belongs to.
        pub act: ActView,
        /// Which noun.
        pub noun: Noun,
        /// Which row.
        pub id: Id,
        /// The row's name at the time.
        pub name: String,
        /// Revision it left the row with.
        pub revision: i32,
        /// Whether it created or removed the row.
        pub created: bool,
        /// Whether it removed the row.
        pub removed: bool,
        /// What changed, field by field.
        pub fields: Vec<FieldChange>,
    }
}

wire! {
    /// One field before and after, as people read it: names for ids, labels for words.
    pub struct FieldChange {
        /// The field's name for a person.
        pub field: String,
        /// Before; none where there was no row or no value.
        pub before: Option<String>,
        /// After; none where there is no row or no value.
        pub after: Option<String>,
    }
}

wire! {
    /// A stretch of the journal, newest first.
    pub struct JournalPage {
        /// Acts.
        pub acts: Vec<ActPage>,
        /// Where the next page begins; none at the end.
        pub next: Option<u32>,
    }
}

wire! {
    /// An act with what it changed.
    pub struct ActPage {
        /// The act.
        pub act: ActView,
        /// Its entries, at most fifty; the act's `rows` says how many there are.
        pub entries: Vec<EntryView>,
    }
}

wire! {
    /// What of the journal to show.
    pub struct JournalQuery {
        /// Only acts that changed this noun.
        pub noun: Option<Noun>,
        /// Only entries of this row of the noun, and of what hangs on it and would go into the bin with it.
        pub row: Option<Id>,
        /// From a page's `next`; none for the newest.
        pub before: Option<u32>,
        /// At most 200.
        pub limit: u32,
    }
}

wire! {
    /// Something removed, which can come back whole.
    pub struct BinRow {
        /// The act that removed it.
        pub act: ActView,
        /// What was removed.
        pub noun: Noun,
        /// Its name.
        pub name: String,
        /// How many rows hung on it and went along.
        pub along: u32,
    }
}

wire! {
    /// What `check` found.
    pub struct CheckView {
        /// Whether nothing was found.
        pub sound: bool,
        /// What was examined, for a person.
        pub examined: Vec<String>,
        /// What is wrong, a sentence each.
        pub faults: Vec<String>,
    }
}
