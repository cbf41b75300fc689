//! Looking back: the past day that is shown, which days are worth a look, and what two days differ in.

use super::{DifferencePart, wire};
use crate::{
    clock::Day,
    id::Id,
    vocabulary::{ComparedAs, Noun},
};

wire! {
    /// A past day at whose end the dossier is shown.
    pub struct PastView {
        /// The day.
        pub day: Day,
        /// The day before it on which something was entered last; none where nothing was.
        pub previous: Option<Day>,
        /// The day after it on which something was entered next; none where nothing was.
        pub next: Option<Day>,
    }
}

wire! {
    /// The days that can be looked back to.
    pub struct PastDays {
        /// The first: the day the dossier was begun.
        pub began: Day,
        /// The day of the last act.
        pub last: Day,
        /// Days worth a look, the latest first.
        pub proposals: Vec<PastDay>,
    }
}

wire! {
    /// A day worth a look.
    pub struct PastDay {
        /// The day.
        pub day: Day,
        /// Why: `A year ago`, the title of a meeting that ended then.
        pub label: String,
    }
}

wire! {
    /// Which two days to compare, and how much of it to tell.
    pub struct CompareQuery {
        /// The end of this day …
        pub from: Day,
        /// … with the end of this one; none for the dossier as it stands now.
        pub to: Option<Day>,
        /// One section alone; none for all of them.
        pub section: Option<ComparedAs>,
        /// How many rows of each section are left out at its beginning.
        pub skip: u32,
        /// How many rows of each section are told at most.
        pub limit: u32,
    }
}

wire! {
    /// Two days compared: the net change between them. What was changed and changed back is not told.
    pub struct Comparison {
        /// The end of this day …
        pub from: Day,
        /// … with the end of this one; none for the dossier as it stands now.
        pub to: Option<Day>,
        /// How many rows were changed in between, in all.
        pub changes: u32,
        /// How many follow-ups were entered in between and stand.
        pub follow_ups: u32,
        /// What changed, by kind; kinds of which there is nothing are left out.
        pub sections: Vec<ComparedSection>,
    }
}

wire! {
    /// What changed in one way. What changed in several ways stands in several sections.
    pub struct ComparedSection {
        /// In which way.
        pub kind: ComparedAs,
        /// How many there are in all.
        pub total: u32,
        /// Those that are told, by ref; meetings by day.
        pub rows: Vec<ComparedRow>,
    }
}

wire! {
    /// A commitment, an instrument or a meeting that changed between two days.
    pub struct ComparedRow {
        /// Which noun.
        pub noun: Noun,
        /// Which row.
        pub id: Id,
        /// Its ref; empty for a meeting.
        pub r#ref: String,
        /// Its title on the later day; of what was removed, on the earlier.
        pub title: String,
        /// The track of a commitment.
        pub track: Option<Id>,
        /// Where it stood on the later day, in a line; of what was removed, on the earlier.
        pub line: String,
        /// What changed.
        pub fields: Vec<ComparedField>,
        /// The day on which it was changed last, of the two and between them.
        pub on: Day,
        /// By whom.
        pub by: String,
        /// Whether it is in the dossier as that stands now.
        pub there: bool,
    }
}

wire! {
    /// One thing that changed, as people read it.
    pub struct ComparedField {
        /// What: `due`, `status`, `wording`.
        pub field: String,
        /// On the earlier day; none where there was nothing.
        pub before: Option<String>,
        /// On the later day; none where there is nothing.
        pub after: Option<String>,
        /// Of words, both as one run: kept, only in the old, only in the new. Empty for everything else.
        pub difference: Vec<DifferencePart>,
        /// Why, or how; empty where nothing is known.
        pub note: String,
    }
}
